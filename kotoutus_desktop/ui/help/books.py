"""The texts that come with the program: the help, the administrator's guide, what is new."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kotoutus_desktop.assets import resource
from kotoutus_desktop.i18n import INTERFACE_LANGUAGES, N_
from kotoutus_desktop.ui.components.contents_list import Entry
from kotoutus_desktop.ui.help.topics import ICONS, guidance

CHANGELOG_LANGUAGE = "en"


class Book(StrEnum):
    """Which text; `Destination.focus` names it, and after a colon one of its topics."""

    HELP = "help"
    ADMINISTRATOR = "administrator"
    NEW = "new"


TITLES = {
    Book.HELP: N_("Help"),
    Book.ADMINISTRATOR: N_("Administrator’s guide"),
    Book.NEW: N_("What is new"),
}
_ICONS = {
    "about": "info-circle",
    "install": "download",
    "check": "circle-check",
    "places": "folder",
    "local": "database-export",
    "policies": "adjustments",
    "people": "users",
    "recovery": "key",
    "locking": "lock",
    "backups": "copy",
    "update": "refresh",
    "lost": "alert-triangle",
    "dpia": "shield-check",
    "limits": "shield",
    "licences": "certificate",
}
_TITLE = re.compile(r"^## (.+?) \{#(\w+)\}$", re.MULTILINE)
_ANCHOR = re.compile(r" \{#\w+\}$", re.MULTILINE)
_VERSION = re.compile(r"^## (\S+)", re.MULTILINE)


@dataclass(frozen=True)
class BookText:
    """Markdown from the first topic on, the topics in their order, and the language it is in."""

    text: str
    entries: tuple[Entry, ...]
    language: str


@cache
def read_book(book: Book, language: str) -> BookText:
    """Return a text in a language of the interface; what is new is told in English alone."""
    known = language if language in INTERFACE_LANGUAGES else "en"
    if book is Book.HELP:
        text, topics = guidance(known)
        entries = [Entry(each.anchor, each.title, ICONS[each.anchor]) for each in topics]
        return BookText(text, tuple(entries), known)
    if book is Book.ADMINISTRATOR:
        return _administrator(known)
    text = resource("changelog.md").read_text("utf-8")
    versions = [Entry(each, each, "history") for each in _VERSION.findall(text)]
    return BookText(_from_first_topic(text), tuple(versions), CHANGELOG_LANGUAGE)


def _administrator(language: str) -> BookText:
    text = resource("guidance", f"administrator-{language}.md").read_text("utf-8")
    found = _TITLE.findall(text)
    entries = [Entry(anchor, title, _ICONS.get(anchor, "file-text")) for title, anchor in found]
    return BookText(_ANCHOR.sub("", _from_first_topic(text)), tuple(entries), language)


def _from_first_topic(text: str) -> str:
    return text[text.index("\n## ") :]
