"""A bar of a time line: drawn by its look, reached by keyboard, with a sentence to be spoken."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from kotoutus_desktop.ui.components.timeline_data import Lane, LaneKind, Look, Span
from kotoutus_desktop.ui.components.timeline_geometry import Direction
from kotoutus_desktop.ui.theme import Mode, theme

KEYS = {
    Qt.Key.Key_Left: Direction.BEFORE,
    Qt.Key.Key_Right: Direction.AFTER,
    Qt.Key.Key_Up: Direction.ABOVE,
    Qt.Key.Key_Down: Direction.BELOW,
    Qt.Key.Key_Home: Direction.FIRST,
    Qt.Key.Key_End: Direction.LAST,
}
_LINES = {Look.DASHED: Qt.PenStyle.DashLine, Look.LIGHT: Qt.PenStyle.DotLine}
_PLANS = (LaneKind.PLAN, LaneKind.OLDER_PLAN)
_LIMITS = (LaneKind.ENTITLEMENT, LaneKind.MAXIMUM)
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True)
class Dress:
    """Colours of a bar; None is not drawn."""

    fill: QColor | None
    edge: QColor | None
    words: QColor


class TimelineBar(QAbstractButton):
    """One bar. Enter, Space or a click opens what it shows; arrows go to the other bars."""

    moved = Signal(object)  # a Direction
    taken = Signal()  # the keyboard came here

    def __init__(self, parent: QWidget, lane: Lane, span: Span) -> None:
        super().__init__(parent)
        self.lane, self.span = lane, span
        self.words_inside = True
        sentence = lane.sentence(span)
        self.setAccessibleName(sentence)
        self.setToolTip(sentence)
        if span.key:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_stop(False)

    def set_stop(self, stop: bool) -> None:
        """Let Tab stop here; it stops at one bar of a time line."""
        policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows, Home and End move; Enter opens."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        where = KEYS.get(Qt.Key(event.key())) if plain else None
        if where is not None:
            self.moved.emit(where)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # the page has keys of its own

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Become the bar that Tab comes back to."""
        super().focusInEvent(event)
        self.taken.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the bar, its words when they fit, and the ring of the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dress, rect = dress_of(self.lane.kind, self.span.look), QRectF(self.rect())
        self._draw_ground(painter, rect, dress)
        if self.words_inside:
            self._draw_words(painter, rect, dress)
        if self.hasFocus():
            self._draw_ring(painter, rect, dress)
        painter.end()

    def _draw_ground(self, painter: QPainter, rect: QRectF, dress: Dress) -> None:
        thick = theme().line() if dress.edge else 0
        inner = rect.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        style = _LINES.get(self.span.look, Qt.PenStyle.SolidLine)
        painter.setPen(QPen(dress.edge, thick, style) if dress.edge else Qt.PenStyle.NoPen)
        # the ground hides today's line, as a filled bar does
        painter.setBrush(dress.fill or theme().color("surface"))
        painter.drawRoundedRect(inner, theme().px(4), theme().px(4))
        if self.span.look is Look.HATCHED:
            painter.setBrush(QBrush(theme().color("line_strong"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(inner, theme().px(4), theme().px(4))

    def _draw_words(self, painter: QPainter, rect: QRectF, dress: Dress) -> None:
        inner = rect.adjusted(theme().px(8), 0, -theme().px(4), 0)
        painter.setFont(theme().font("small"))
        if self.span.look is Look.HATCHED:  # words on lines cannot be read
            wide = QFontMetrics(painter.font()).horizontalAdvance(self.span.text)
            ground = QRectF(inner.x() - 4, rect.y() + 3, wide + 8, rect.height() - 6)
            painter.fillRect(ground, theme().color("surface"))
        painter.setPen(dress.words)
        painter.drawText(inner, _MIDDLE, self.span.text)

    def _draw_ring(self, painter: QPainter, rect: QRectF, dress: Dress) -> None:
        """Draw the ring inside the bar, in the colour of its words, which is seen on it."""
        thick = theme().size("focus_ring")
        color = dress.words if self.span.look is Look.FILLED else theme().color("focus")
        painter.setPen(QPen(color, thick))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        away = thick / 2 + 1
        painter.drawRoundedRect(rect.adjusted(away, away, -away, -away), 3, 3)


def dress_of(kind: LaneKind, look: Look) -> Dress:
    """Return the colours of a bar in the theme of now."""
    color = theme().color
    if look is Look.DASHED:
        return Dress(None, color("line_strong"), color("text_muted"))
    if look is Look.HATCHED:
        return Dress(None, color("line_strong"), color("text"))
    if theme().mode is Mode.CONTRAST and kind not in _PLANS:
        return Dress(None, color("text"), color("text"))
    if kind in _LIMITS:
        share = 0.2 if look is Look.LIGHT else 0.5
        return Dress(_mixed(share), color("lane_limit"), color("text"))
    if kind in _PLANS:
        return Dress(color("lane_plan"), None, color("on_accent"))
    return Dress(color("lane_residence"), None, color("text"))


def _mixed(share: float) -> QColor:
    """Return the colour of limits laid thinly on the ground, so that words are read on it."""
    limit, ground = theme().color("lane_limit"), theme().color("surface")

    def between(one: int, other: int) -> int:
        return round(share * one + (1 - share) * other)

    return QColor(
        between(limit.red(), ground.red()),
        between(limit.green(), ground.green()),
        between(limit.blue(), ground.blue()),
    )
