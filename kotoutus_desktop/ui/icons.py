"""Tabler outline icons in the colours of the theme, sharp at the screen's pixel ratio."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kotoutus_desktop.assets import resource
from kotoutus_desktop.ui.theme import theme

STROKE = 1.75


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


@cache
def _drawn(svg: str, side: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


def icon_pixmap(
    name: str, role: str = "text_muted", size: float = 20, stroke: float = STROKE
) -> QPixmap:
    """Return an icon in the colour of a role; `size` is its side at 100 % text.

    Raises FileNotFoundError for an icon that does not ship.
    """
    svg = _source(name).replace("currentColor", theme().hex(role))
    svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen else 1.0
    return _drawn(svg, theme().px(size), ratio)


def icon(name: str, role: str = "text", size: float = 18) -> QIcon:
    """Return an icon for a button or menu, pale where the button is disabled."""
    made = QIcon(icon_pixmap(name, role, size))
    made.addPixmap(icon_pixmap(name, "text_disabled", size), QIcon.Mode.Disabled)
    return made
