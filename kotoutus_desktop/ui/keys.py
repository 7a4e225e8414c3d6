"""Names of keys as they stand on Finnish, Swedish and English keyboards."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kotoutus_desktop.i18n import N_, _

_NAMES = {
    "Return": N_("Enter"),
    "Space": N_("Space"),
    "Shift": N_("Shift"),
    "Tab": N_("Tab"),
    "Plus": "+",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
}


def key_text(sequence: str) -> str:
    """Return a sequence such as "Ctrl+Shift+P" in the language of the interface."""
    parts = sequence.replace("++", "+Plus").split("+")
    return "+".join(_(_NAMES[part]) if part in _NAMES else part for part in parts)


def asks_menu(event: QKeyEvent) -> bool:
    """Tell whether a key asks for the menu of where one is; Linux has no Shift+F10 of its own."""
    shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and shifted)
