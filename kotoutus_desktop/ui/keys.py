"""Names of keys as they stand on Finnish, Swedish and English keyboards."""

from kotoutus_desktop.i18n import N_, _

_NAMES = {
    "Return": N_("Enter"),
    "Space": N_("Space"),
    "Shift": N_("Shift"),
    "Tab": N_("Tab"),
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
}


def key_text(sequence: str) -> str:
    """Return a sequence such as "Ctrl+Shift+P" in the language of the interface."""
    return "+".join(_(_NAMES.get(part, part)) for part in sequence.split("+"))
