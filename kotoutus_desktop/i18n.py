"""The language of the interface: one at a time, chosen at unlock.

What is printed for a client has its own language and its own catalogs, see
`kotoutus_desktop.phrases.catalog`.
"""

import gettext
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

from kotoutus_desktop.assets import TRANSLATIONS

INTERFACE_LANGUAGES = ("fi", "sv", "en")

_interface: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def compiled_catalog(source: Path) -> bytes:
    """Return the catalog in the binary form that gettext reads."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalog = read_po(file)
    binary = BytesIO()
    write_mo(binary, catalog)
    return binary.getvalue()


@cache
def interface_catalog(language: str) -> gettext.NullTranslations:
    """Return the catalog of the interface; English needs none, its words are the ids.

    An installed copy ships the compiled catalog; a checkout compiles it from the source.
    """
    folder = TRANSLATIONS / language / "LC_MESSAGES"
    compiled, source = folder / "interface.mo", folder / "interface.po"
    if compiled.exists():
        return gettext.GNUTranslations(BytesIO(compiled.read_bytes()))
    if source.exists():
        return gettext.GNUTranslations(BytesIO(compiled_catalog(source)))
    return gettext.NullTranslations()


def set_interface_language(language: str) -> None:
    """Choose the language of every string that `_` translates from now on."""
    global _interface, _language
    _interface = interface_catalog(language)
    _language = language


def interface_language() -> str:
    """Return the language of the interface: fi, sv or en."""
    return _language


def _(message: str) -> str:
    """Translate a string of the interface."""
    return _interface.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Translate a string of the interface that counts something."""
    return _interface.ngettext(singular, plural, number)


def listed(lines: Sequence[str], most: int) -> str:
    """Return the first of several lines, one below the other, and how many more there are."""
    more = len(lines) - most
    counted = [ngettext("and {n} more", "and {n} more", more).format(n=more)] if more > 0 else []
    return "\n".join([*lines[:most], *counted])


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a string for translation where it is defined; it is translated where it is shown."""
    return message
