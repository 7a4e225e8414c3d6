"""A row whose second half goes under the first where there is no room beside it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from kotoutus_desktop.ui.components.layout import NO_MARGINS, Margins, Row
from kotoutus_desktop.ui.theme import theme


class Turning(QFrame):
    """A frame that lays out in a row, and in a column below a width in text units."""

    def __init__(self, below: int, margins: Margins = NO_MARGINS, gap: int = 3) -> None:
        super().__init__()
        self._below = below
        self.row = Row(self, margins, gap)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with the width of a column, or the frame would never turn."""
        return QSize(theme().px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Turn."""
        super().resizeEvent(event)
        narrow = theme().text_units(self.width()) < self._below
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        if (wanted := under if narrow else beside) != self.row.direction():
            self.row.setDirection(wanted)
