"""What is still missing, in the order of the form; a click leads to the field."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.labels import IconLabel, Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.components.section_link import SectionLink, section_text


@dataclass(frozen=True)
class MissingRow:
    """One missing thing: the key says where it is entered, the section who requires it."""

    key: str
    text: str
    section: Section | None = None
    overdue: bool = False


class MissingList(QFrame):
    """A title with a count, and a line for each missing thing."""

    chosen = Signal(str)  # key
    why_asked = Signal(object)  # MissingRow

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._title = title or _("Still missing")
        self._column = Column(self, gap=2)
        self.first_button: Button | None = None
        self.set_rows(())

    def set_rows(self, rows: Sequence[MissingRow]) -> None:
        """Show these and no others; none means that all the Act requires is recorded."""
        clear(self._column)
        self.first_button = None
        head = Row(gap=2)
        head.put(Label(self._title, "heading"), *self._count(rows), None)
        self._column.addLayout(head)
        for row in rows:
            self._column.addWidget(self._line(row))
        if not rows:
            done = Row(gap=2)
            done.put(
                IconLabel("circle-check", "success"),
                (wrapped(_("Everything the Act requires is recorded.")), 1),
            )
            self._column.addLayout(done)

    def _count(self, rows: Sequence[MissingRow]) -> tuple[Chip, ...]:
        return (Chip(str(len(rows)), "warning"),) if rows else ()

    def _line(self, row: MissingRow) -> QFrame:
        line = QFrame()
        line.setProperty("kind", "plain")
        layout = Column(line, gap=0)
        button = RowButton(
            row.text,
            "alert-circle" if row.overdue else "circle-dashed",
            "danger" if row.overdue else "warning",
        )
        if row.section:
            button.setAccessibleName(f"{row.text} ({section_text(row.section)})")
        button.clicked.connect(partial(self._choose, row.key))
        self.first_button = self.first_button or button
        layout.addWidget(button)
        if row.section:
            link = SectionLink(row.section)
            link.opened.connect(partial(self._ask, row))
            under = Row(margins=(5, 0, 0, 0))
            under.put(link, None)
            layout.addLayout(under)
        return line

    def _ask(self, row: MissingRow, _section: Section) -> None:
        self.why_asked.emit(row)

    def _choose(self, key: str, _checked: bool = False) -> None:
        self.chosen.emit(key)


class RowButton(Button):
    """A line that can be clicked: an icon and text that may break into lines."""

    def __init__(self, text: str, icon: str, role: str = "text_muted", label: str = "body") -> None:
        super().__init__("", "row")
        self.setAccessibleName(text)
        self._label = wrapped(text, label)
        inside = Row(self, (1, 1, 1, 1), 2)
        inside.put(IconLabel(icon, role, 18), (self._label, 1))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Grow with the lines of the text."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that the text needs."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else -1
