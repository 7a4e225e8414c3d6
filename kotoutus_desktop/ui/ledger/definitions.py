"""What the numbers of the ledger count, under the table for who wants to know."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.documents.ledger_words import (
    COLUMN_DEFINITIONS,
    DEFINITIONS,
    HEADINGS,
    NOTES,
    rule_text,
)
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.obligations import Rule
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, ScrollColumn, clear
from kotoutus_desktop.ui.theme import theme

HEIGHT, TOGETHER, SPARE = 220, 370, 24


class Definitions(QFrame):
    """A line that opens and closes the definitions."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.button = Button(_("What the numbers count"), "link", "chevron-right")
        self.button.clicked.connect(self.toggle)
        self.text = ScrollColumn((4, 3, 4, 3), 2)
        Column(self, gap=1).put(self.button, self.text)
        self.text.hide()

    def show_rules(self, rules: list[Rule]) -> None:
        """Define the five numbers, and the rules that are in the table."""
        clear(self.text.column)
        for heading, words in zip(HEADINGS, COLUMN_DEFINITIONS, strict=True):
            self.text.put(wrapped(f"{_(heading)}: {_(words)}", "small"))
        for rule in rules:
            self.text.put(wrapped(f"{rule_text(rule)}: {_(DEFINITIONS[rule])}", "small"))
        self.text.put(*(wrapped(_(note), "small") for note in NOTES), None)

    def toggle(self) -> None:
        """Open or close the definitions."""
        opened = self.text.isHidden()
        self.text.setVisible(opened)
        self.button.set_icon("chevron-down" if opened else "chevron-right")
        self.turned.emit()

    def needs_all(self, height: int) -> bool:
        """Tell whether a height is too little for the definitions and some rows of the table."""
        return not self.text.isHidden() and height < theme().px(TOGETHER)

    def take(self, height: int) -> None:
        """Take all of a height that is too little for both, else a part of it."""
        if self.needs_all(height):
            self.text.setFixedHeight(max(height - self.button.sizeHint().height() - SPARE, 0))
        else:
            self.text.setFixedHeight(min(theme().px(HEIGHT), height * 2 // 5))
