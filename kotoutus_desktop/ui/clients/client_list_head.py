"""The line of headings over a list, each over its column."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.theme import theme

HEIGHT = 32


class ListHead(QWidget):
    """Headings of a list's columns; readers hear them as words of each row instead."""

    def __init__(self, rows: RowList) -> None:
        super().__init__()
        self._rows = rows
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a line with room around it."""
        return QSize(theme().px(200), theme().px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the headings and the rule under them."""
        painter = QPainter(self)
        painter.setFont(theme().font("smallstrong"))
        painter.setPen(theme().color("text_muted"))
        place = QRect(0, 0, self._rows.viewport().width(), self.height())
        delegate = self._rows.delegate
        for rect, column in zip(delegate.cell_rects(place), delegate.columns, strict=True):
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect, int(flags), column.heading)
        line = theme().line()
        rule = QRect(0, self.height() - line, self.width(), line)
        painter.fillRect(rule, theme().color("line"))
        painter.end()
