"""What is still missing, at the right, with what should be kept in mind."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.section import GOALS_UNDER_25
from kotoutus_desktop.ui.assessment.part import flush
from kotoutus_desktop.ui.components.labels import Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, ScrollColumn
from kotoutus_desktop.ui.components.missing_list import MissingList, MissingRow
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.theme import theme

HALF_DONE = N_("The assessment may be left half done and continued later.")
YOUNG_GOAL = N_(
    "As a rule the goal is at least upper secondary education. Another goal is possible: "
    "record the reason."
)


class MissingColumn(QFrame):
    """The missing list, that it may wait, and the note about those under 25."""

    chosen = Signal(str)
    why_asked = Signal(object)  # MissingRow
    section_clicked = Signal(object)

    def __init__(self, *, under_25: bool) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.setAccessibleName(_("Still missing"))
        self.list = MissingList()
        self.list.chosen.connect(self.chosen)
        self.list.why_asked.connect(self.why_asked)
        self._rows: tuple[MissingRow, ...] | None = None
        scroll = ScrollColumn((4, 4, 4, 4), 3, kind="surface")
        self._note = wrapped(_(HALF_DONE), "small", "muted")
        scroll.put(self.list, self._note)
        if under_25:
            self.young = self._young()
            scroll.put(Rule(), self.young)
        scroll.put(None)
        Column(self, gap=0).put((scroll, 1))
        theme().changed.connect(self._size)
        self._size()

    def show_rows(self, rows: Sequence[MissingRow]) -> None:
        """Show these lines; nothing moves while they stay the same."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self.list.set_rows(rows)
            self._note.setVisible(bool(rows))

    def _young(self) -> QFrame:
        link = SectionLink(GOALS_UNDER_25)
        link.opened.connect(self.section_clicked)
        frame = QFrame()
        frame.setProperty("kind", "plain")
        Column(frame, gap=1).put(
            wrapped(_("Under 25 years"), "smallstrong", "muted"),
            wrapped(_(YOUNG_GOAL), "small"),
            flush(link),
        )
        return frame

    def _size(self) -> None:
        self.setFixedWidth(theme().px(276))
