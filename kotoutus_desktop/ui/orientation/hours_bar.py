"""Seventy hours as a bar: taught, studied alone, done elsewhere before."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kotoutus_desktop.casework.orientation.hours import ClientHours
from kotoutus_desktop.rules.orientation import REQUIRED_MINUTES
from kotoutus_desktop.ui.theme import theme

_HEIGHT = 10


class HoursBar(QWidget):
    """The painted bar; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[tuple[int, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_hours(self, hours: ClientHours) -> None:
        """Show hours; more than seventy fill the bar and no more."""
        self._parts = (
            (hours.teaching, "accent"),
            (hours.self_study, "lane_limit"),
            (hours.earlier, "text_muted"),
        )
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a thin line."""
        return QSize(theme().px(160), theme().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the parts after each other on the ground of what is missing."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        rounded = QPainterPath()
        rounded.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        painter.setClipPath(rounded)
        painter.fillRect(whole, theme().color("line"))
        left = 0.0
        for minutes, role in self._parts:
            width = whole.width() * minutes / max(REQUIRED_MINUTES, self._sum())
            painter.fillRect(QRectF(left, 0, width, whole.height()), theme().color(role))
            left += width
        painter.end()

    def _sum(self) -> int:
        return sum(minutes for minutes, _role in self._parts)
