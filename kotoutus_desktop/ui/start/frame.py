"""The frame of everything before the cases are open: one card in the middle."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from kotoutus_desktop.ui.components.labels import IconLabel, Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.theme import theme

CARD_WIDTH = 460


class StartCard(QFrame):
    """A card with the program's mark, a title, a line under it and room for fields."""

    def __init__(self, title: str, text: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        mark = Label("K", "display")
        mark.setProperty("kind", "mark")
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._mark = mark
        self.title = wrapped(title, "display")
        self.text = wrapped(text, "body", "muted")
        if not text:
            self.text.hide()
        self.column = Column(self, (6, 6, 6, 5), 3)
        self.head = Row(gap=0)
        self.head.put(mark, None)
        self.column.put(self.head, self.title, self.text)
        theme().changed.connect(self._size)
        self._size()

    def _size(self) -> None:
        side = theme().px(52)
        self._mark.setFixedSize(side, side)
        self.setFixedWidth(theme().px(CARD_WIDTH))


def centred(card: QWidget, *notes: QWidget) -> ScrollColumn:
    """Return a page with the card in its middle and small notes under it."""
    page = ScrollColumn((4, 4, 4, 4), 3)
    line = Row(gap=0)
    column = Column(gap=2)
    column.put(card, *notes)
    line.addStretch(1)
    line.addLayout(column)
    line.addStretch(1)
    page.column.addStretch(1)
    page.column.addLayout(line)
    page.column.addStretch(1)
    return page


def note(icon: str, text: str) -> QFrame:
    """Return a small line with an icon."""
    frame = QFrame()
    frame.setProperty("kind", "plain")
    row = Row(frame, gap=2)
    row.addWidget(IconLabel(icon, "text_muted", 18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(wrapped(text, "small", "muted"), 1)
    frame.setMaximumWidth(theme().px(CARD_WIDTH))
    return frame
