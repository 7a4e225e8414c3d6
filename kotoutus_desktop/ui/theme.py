"""Colours, sizes and fonts of the interface: read from tokens, never written in a window.

Sizes are logical pixels at 100 % text, multiplied by the counsellor's text factor (1.0-2.0).
A colour is asked for by its role; what it is depends on the mode.
"""

import json
import math
from enum import StrEnum
from functools import cache
from typing import Any, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from kotoutus_desktop.assets import resource
from kotoutus_desktop.ui.contrast import contrast_color

SMALLEST_FACTOR, LARGEST_FACTOR = 1.0, 2.0
ICON = 18  # side of an icon in a line, a menu or a button
UNLIMITED = 16_777_215  # pixels: Qt's own limit of a widget, which the binding does not name

_PALETTE = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "text_muted",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
}
_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


class Mode(StrEnum):
    """Which palette; SYSTEM follows what the computer is set to."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@cache
def tokens() -> dict[str, Any]:
    """Return the tokens of the house style."""
    return cast(dict[str, Any], json.loads(resource("tokens.json").read_text("utf-8")))


@cache
def load_fonts() -> None:
    """Give the program its own fonts, so that every machine shows every name."""
    for path in sorted(resource("fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


@cache
def _font(pixels: int, weight: int) -> QFont:
    font = QFont()
    font.setFamilies(tokens()["font"]["families"])
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


class Theme(QObject):
    """The tokens in one mode at one text factor."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = Mode.LIGHT
        self.mode = Mode.LIGHT
        self.factor = 1.0
        self._system = QPalette()

    def color(self, role: str) -> QColor:
        """Return the colour of a role; KeyError for a role that no token has."""
        if self.mode is Mode.CONTRAST:
            return contrast_color(self._system, role)
        return QColor(tokens()[self.mode][role])

    def hex(self, role: str) -> str:
        """Return the colour of a role as a style sheet writes it."""
        return self.color(role).name()

    def px(self, size: float) -> int:
        """Return a size of 100 % text in pixels of now; halves grow."""
        return math.floor(size * self.factor + 0.5)

    def space(self, step: int) -> int:
        """Return a distance: steps 1 to 7 are 4, 8, 12, 16, 24, 32, 48; 0 is none."""
        return self.px(tokens()["space"][str(step)]) if step else 0

    def size(self, name: str) -> int:
        """Return a size that has a name in the tokens: control, row, icon, sidebar, ..."""
        return self.px(tokens()["size"][name])

    def radius(self, name: str) -> int:
        """Return the rounding of a corner: control, card, chip or paper."""
        return self.px(tokens()["radius"][name])

    def line(self) -> int:
        """Return the width of a border: lines are thicker where contrast is asked for."""
        return self.px(2) if self.mode is Mode.CONTRAST else tokens()["size"]["line"]

    def font(self, role: str = "body") -> QFont:
        """Return the font of a role: display, title, heading, body, strong, small, smallstrong."""
        base = {"strong": "body", "smallstrong": "small"}.get(role, role)
        weight = 600 if role.endswith("strong") else tokens()["font"]["weight"][base]
        return QFont(_font(self.px(tokens()["font"]["size"][base]), weight))

    def text_units(self, pixels: int) -> float:
        """Return a width at 100 % text: what the breakpoints of a page are compared with."""
        return pixels / self.factor

    def is_narrow(self, pixels: int, breakpoint_: str = "sidebar_narrow_below") -> bool:
        """Tell whether a window is narrower than a breakpoint of the tokens."""
        return self.text_units(pixels) < float(tokens()["breakpoint"][breakpoint_])

    def apply(self, choice: Mode | None = None, factor: float | None = None) -> None:
        """Show the whole program in a mode and at a text factor, from now on."""
        from kotoutus_desktop.ui.stylesheet import stylesheet

        app = cast(QApplication, QApplication.instance())
        self.choice = choice or self.choice
        self.factor = min(max(factor or self.factor, SMALLEST_FACTOR), LARGEST_FACTOR)
        app.setPalette(QPalette())
        self._system = QPalette(app.palette())
        self.mode = self._resolved()
        app.setPalette(self.palette())
        app.setFont(self.font())
        sheet = stylesheet(self)
        if sheet != app.styleSheet():  # Qt would dress every window again
            app.setStyleSheet(sheet)
        self.changed.emit()

    def palette(self) -> QPalette:
        """Return the palette of the mode; a selection looks the same in a resting window."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.color(name))
        for role in _DISABLED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("text_disabled"))
        return palette

    def _resolved(self) -> Mode:
        if self.choice is not Mode.SYSTEM:
            return self.choice
        app = cast(QApplication, QApplication.instance())
        hints = app.styleHints()  # kept: its accessibility() dies with a temporary
        wish = getattr(hints, "accessibility", None)  # Qt 6.10 and later
        if wish and wish().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return Mode.CONTRAST
        dark = self._system.color(QPalette.ColorRole.Window).lightness() < 128
        return Mode.DARK if dark else Mode.LIGHT


@cache
def theme() -> Theme:
    """Return the one theme of the program."""
    return Theme()


def start_theme(choice: Mode = Mode.SYSTEM, factor: float = 1.0) -> None:
    """Dress a new application, and follow the system when it turns dark or light."""
    from kotoutus_desktop.ui.style import HouseStyle

    app = cast(QApplication, QApplication.instance())
    load_fonts()
    app.setStyle(HouseStyle("Fusion"))
    theme().apply(choice, factor)
    app.styleHints().colorSchemeChanged.connect(_follow_system)


def _follow_system() -> None:
    if theme().choice is Mode.SYSTEM:
        theme().apply()
