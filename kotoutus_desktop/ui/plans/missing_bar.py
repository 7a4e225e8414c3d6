"""The foot of the form: what the plan still lacks, in one line, with the list behind it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import ElidedLabel, IconLabel
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.components.missing_list import MissingList, MissingRow
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.theme import theme


class MissingBar(QFrame):
    """One calm line; Show opens the list over it. A line leads to its field."""

    chosen = Signal(str)
    why_asked = Signal(object)  # MissingRow

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._icon = IconLabel("circle-dashed", "warning", 20)
        self.line = ElidedLabel()
        self.show_button = Button(_("Show"), "link", bulk="small")
        self.show_button.clicked.connect(self._toggle)
        self.list = MissingList()
        self.list.chosen.connect(self._choose)
        self.list.why_asked.connect(self.why_asked)
        self._scroll = ScrollColumn((5, 3, 4, 2), 2)
        self._scroll.put(self.list, None)
        self._scroll.hide()
        foot = Row(margins=(5, 2, 4, 2), gap=2)
        foot.put(self._icon, (self.line, 1), self.show_button)
        layout = Column(self, gap=0)
        layout.put(self._scroll)
        layout.addLayout(foot)

    def set_rows(self, rows: Sequence[MissingRow]) -> None:
        """Show what is missing."""
        self.list.set_rows(rows)
        self.show_button.setVisible(bool(rows))
        if not rows:
            self._scroll.hide()
            self._icon.show_icon("circle-check", "success")
            self.line.setText(_("Everything the Act requires is recorded."))
            return
        self._icon.show_icon("circle-dashed", "warning")
        named = ", ".join(_line(row) for row in rows)
        text = _("Missing {count}: {names}")
        self.line.setText(text.format(count=len(rows), names=named))

    def open_list(self) -> None:
        """Show the list."""
        self._scroll.setFixedHeight(theme().px(260))
        self._scroll.show()
        self.show_button.set_label(_("Hide"))

    def close_list(self) -> None:
        """Show the one line alone."""
        self._scroll.hide()
        self.show_button.set_label(_("Show"))

    def _toggle(self) -> None:
        if self._scroll.isHidden():
            self.open_list()
        else:
            self.close_list()

    def _choose(self, key: str) -> None:
        self.close_list()
        self.chosen.emit(key)


def _line(row: MissingRow) -> str:
    text = f"{row.text[:1].lower()}{row.text[1:]}"
    return f"{text} ({section_text(row.section)})" if row.section else text
