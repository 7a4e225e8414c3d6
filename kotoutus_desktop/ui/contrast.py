"""High contrast: colours taken from the system, no soft fills (EN 301 549, 11.7)."""

from PySide6.QtGui import QColor, QPalette

ENOUGH = 4.5  # WCAG 2.2, 1.4.3

_GROUNDS = ("canvas", "surface", "sunken", "sidebar", "hover", "paper", "selected")
_ACCENTS = ("accent", "accent_hover", "accent_text", "focus", "highlight", "lane_plan")


def luminance(color: QColor) -> float:
    """Return the relative luminance of WCAG 2.2: 0 is black, 1 is white."""
    parts = []
    for channel in (color.redF(), color.greenF(), color.blueF()):
        parts.append(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast_ratio(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def contrast_color(system: QPalette, role: str) -> QColor:
    """Return what a role is in the system's own palette.

    A highlight that cannot be read on the window, as in some default palettes, is replaced
    by the colour of the text.
    """
    ground = system.color(QPalette.ColorRole.Window)
    text = system.color(QPalette.ColorRole.WindowText)
    accent = system.color(QPalette.ColorRole.Highlight)
    on_accent = system.color(QPalette.ColorRole.HighlightedText)
    readable = min(contrast_ratio(accent, ground), contrast_ratio(accent, on_accent)) >= ENOUGH
    if role in _GROUNDS or role.endswith("_soft"):
        return ground
    if role in ("on_accent", "highlight_text"):
        return on_accent if readable else ground
    if role in _ACCENTS:
        return accent if readable else text
    return text
