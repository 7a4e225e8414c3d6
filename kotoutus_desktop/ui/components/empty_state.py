"""A page with nothing on it yet: what is so, what to do, one button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import IconLabel, Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.theme import theme


class EmptyState(QFrame):
    """An icon in a soft disc over a title, a sentence and its acts."""

    def __init__(self, icon: str, title: str, text: str, *acts: Button) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._disc = IconLabel(icon, "accent_text", 28)
        self._disc.setProperty("kind", "disc")
        self._title = Label(title, "heading")
        self._text = wrapped(text, "body", "muted")
        for label in (self._disc, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = Column(gap=2)
        middle.put(self._centred(self._disc), 1, self._title, self._centred(self._text), 1)
        buttons = Row(gap=2)
        buttons.put(None, *acts, None)
        middle.addLayout(buttons)
        Column(self, (4, 5, 4, 5)).put(None, middle, None)
        theme().changed.connect(self._size)
        self._size()

    def set_words(self, title: str, text: str) -> None:
        """Say something else, for example which search found nothing."""
        self._title.setText(title)
        self._text.setText(text)

    def _centred(self, widget: Label | IconLabel) -> Row:
        line = Row(gap=0)
        line.addStretch(1)
        line.addWidget(widget, 0 if widget is self._disc else 100)
        line.addStretch(1)
        return line

    def _size(self) -> None:
        self._disc.setFixedSize(theme().px(56), theme().px(56))
        self._text.setMaximumWidth(theme().px(400))
