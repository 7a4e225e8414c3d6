"""Fusion that draws ticks, dots and focus rings from the tokens.

Sizes are left to the style sheet wherever it can say them: a form asks for thousands while it
is built, and asking Python took a third of that time.
"""

from functools import cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleOption,
    QWidget,
)

from kotoutus_desktop.ui.icons import icon_pixmap
from kotoutus_desktop.ui.theme import ICON, theme

_Element = QStyle.PrimitiveElement


class HouseStyle(QProxyStyle):
    """What a style sheet cannot say."""

    def drawPrimitive(  # noqa: N802 - Qt's name
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw ticks, radio dots and the focus ring our way, the rest as Fusion does."""
        if element == _Element.PE_IndicatorCheckBox:
            _draw_tick(option, painter)
        elif element == _Element.PE_IndicatorRadioButton:
            _draw_dot(option, painter)
        elif element == _Element.PE_FrameFocusRect:
            if not isinstance(widget, QPushButton):  # whose border is the ring
                draw_focus_ring(painter, QRectF(_rect(option)))
        else:
            super().drawPrimitive(element, option, painter, widget)


class _IconLineStyle(HouseStyle):
    def pixelMetric(  # noqa: N802 - Qt's name
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric == QStyle.PixelMetric.PM_LineEditIconSize:
            return theme().px(ICON)
        return super().pixelMetric(metric, option, widget)


@cache
def _icon_line_style() -> _IconLineStyle:
    style = _IconLineStyle("Fusion")
    style.setParent(QApplication.instance())  # a widget does not keep its style
    return style


def let_icons_grow(line: QLineEdit) -> None:
    """Draw the icons inside a line as large as others; no style sheet can say their size."""
    line.setStyle(_icon_line_style())


def draw_focus_ring(painter: QPainter, rect: QRectF) -> None:
    """Draw the ring that shows where the keyboard is; for delegates too."""
    width = theme().size("focus_ring")
    inset = width / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("focus"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = theme().radius("control") - inset
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def _rect(option: QStyleOption) -> QRect:
    rect = option.rect
    assert isinstance(rect, QRect)
    return rect


def _state(option: QStyleOption) -> QStyle.StateFlag:
    state = option.state
    assert isinstance(state, QStyle.StateFlag)
    return state


def _box_colors(option: QStyleOption) -> tuple[QColor, QColor]:
    """Return border and fill of a box to tick."""
    state = _state(option)
    if not state & QStyle.StateFlag.State_Enabled:
        return theme().color("line"), theme().color("sunken")
    if state & QStyle.StateFlag.State_On:
        return theme().color("accent"), theme().color("accent")
    hovered = state & QStyle.StateFlag.State_MouseOver
    return theme().color("line_strong"), theme().color("hover" if hovered else "surface")


def _draw_tick(option: QStyleOption, painter: QPainter) -> None:
    rect = QRectF(_rect(option)).adjusted(0.5, 0.5, -0.5, -0.5)
    border, fill = _box_colors(option)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(border, theme().line()))
    painter.setBrush(fill)
    painter.drawRoundedRect(rect, theme().px(4), theme().px(4))
    painter.restore()
    if _state(option) & QStyle.StateFlag.State_On:
        role = "on_accent" if _state(option) & QStyle.StateFlag.State_Enabled else "text_disabled"
        painter.drawPixmap(rect.topLeft(), icon_pixmap("check", role, 19, 3))


def _draw_dot(option: QStyleOption, painter: QPainter) -> None:
    rect = QRectF(_rect(option)).adjusted(1, 1, -1, -1)
    chosen = bool(_state(option) & QStyle.StateFlag.State_On)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("accent" if chosen else "line_strong"), theme().px(1.5)))
    painter.setBrush(theme().color("surface"))
    painter.drawEllipse(rect)
    if chosen:
        inset = rect.width() * 0.28
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent"))
        painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))
    painter.restore()
