"""What levels of language are called."""

from kotoutus_desktop.i18n import _

NOT_TESTED = "not_assessed"


def level_text(code: str) -> str:
    """Return a level as it is read: "B1.1", "not tested", a dash for none."""
    if not code:
        return "–"
    return _("not tested") if code == NOT_TESTED else code
