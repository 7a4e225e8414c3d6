"""The chart of bars on the screen; the layout is the one of the paper."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kotoutus_desktop.documents.bars import Bar, Box, described, placed_bars
from kotoutus_desktop.documents.ledger_sheet import HIDDEN, number_text
from kotoutus_desktop.ui.theme import theme

ROW, WIDTH, LEAST_WIDTH = 28, 480, 240
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class BarChart(QWidget):
    """Bars with their words and numbers; the accessible description says them all."""

    def __init__(self) -> None:
        super().__init__()
        self.bars: list[Bar] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_bars(self, title: str, bars: Sequence[Bar]) -> None:
        """Show these bars."""
        self.bars = list(bars)
        self.setAccessibleName(title)
        self.setAccessibleDescription(described(title, bars, HIDDEN))
        self.setVisible(bool(self.bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for every bar."""
        return QSize(theme().px(WIDTH), theme().px(ROW) * len(self.bars))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with little width."""
        return QSize(theme().px(LEAST_WIDTH), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw words, bars and numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = theme().space(2)
        for placed in placed_bars(self.bars, self.width(), theme().px(ROW)):
            painter.setFont(theme().font("body"))
            painter.setPen(theme().color("text"))
            label = _rect(placed.label).adjusted(0, 0, -gap, 0)
            words = painter.fontMetrics().elidedText(
                placed.bar.label, Qt.TextElideMode.ElideRight, int(label.width())
            )
            painter.drawText(label, _LEFT, words)
            if placed.body is not None:
                painter.fillRect(_rect(placed.body), theme().color("accent"))
            painter.setFont(theme().font("strong"))
            number = _rect(placed.number).adjusted(gap, 0, 0, 0)
            painter.drawText(number, _LEFT, number_text(placed.bar.count))
        painter.end()


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
