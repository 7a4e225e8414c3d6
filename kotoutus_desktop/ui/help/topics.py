"""The text of the help: one file for each language, topics with anchors that links lead to."""

import re
from dataclasses import dataclass
from functools import cache

from kotoutus_desktop.assets import resource
from kotoutus_desktop.i18n import INTERFACE_LANGUAGES

ICONS = {
    "program": "info-circle",
    "start": "key",
    "today": "home",
    "clients": "users",
    "intake": "user-plus",
    "client": "user",
    "why": "scale",
    "assessment": "clipboard-list",
    "plan": "clipboard-check",
    "phrases": "quote",
    "print": "printer",
    "review": "history",
    "referral": "mail",
    "training": "school",
    "scans": "file-text",
    "responsibility": "gavel",
    "hand_over": "arrows-exchange",
    "pairs": "users",
    "join": "users",
    "national": "database-export",
    "log": "list-check",
    "spot_check": "search",
    "ledger": "list-check",
    "orientation": "school",
    "course": "calendar-event",
    "course_form": "pencil",
    "appointments": "calendar",
    "booking": "calendar-event",
    "services": "books",
    "service_form": "pencil",
    "path_form": "arrows-exchange",
    "document_form": "file-text",
    "import": "database-import",
    "exchange": "arrows-exchange",
    "statistics": "chart-bar",
    "undo": "arrow-back-up",
    "drafts": "device-floppy",
    "protection": "shield-lock",
    "lock": "lock",
    "laptop": "shield-check",
    "keeping": "archive",
    "access": "id",
    "whole": "database-export",
    "lost": "alert-triangle",
    "settings": "settings",
    "keys": "letter-case",
    "help": "help",
}
"""Topics in their order. Each page has one under its own name."""

_TITLE = re.compile(r"^## (.+?) \{#(\w+)\}$", re.MULTILINE)
_ANCHOR = re.compile(r" \{#\w+\}$", re.MULTILINE)


@dataclass(frozen=True)
class Topic:
    """A part of the help."""

    anchor: str
    title: str


@cache
def guidance(language: str) -> tuple[str, tuple[Topic, ...]]:
    """Return the help in a language of the interface, as Markdown, and its topics in order."""
    known = language if language in INTERFACE_LANGUAGES else "en"
    text = resource("guidance", f"help-{known}.md").read_text("utf-8")
    topics = tuple(Topic(anchor, title) for title, anchor in _TITLE.findall(text))
    return _ANCHOR.sub("", text[text.index("\n## ") :]), topics
