"""Where resources/ and translations/ are, in a checkout and in an installed copy."""

import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent
ROOT = Path(getattr(sys, "_MEIPASS", _HERE.parent))
RESOURCES = ROOT / "resources"
TRANSLATIONS = ROOT / "translations"


def resource(*parts: str) -> Path:
    """Return the path of a file that ships with the program."""
    return RESOURCES.joinpath(*parts)
