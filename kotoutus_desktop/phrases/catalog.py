"""Translations of what is printed for clients, one catalog for each language.

They are gettext files, so that a translator can use any tool made for them. Beside each message
stands who answers for it, for a paper says when nobody has read its translation:

    # review: machine-assisted, not reviewed
    # review: reviewed by <name>, <date>

Two domains: `documents` holds the fixed texts of the papers, `phrases` the library of phrases
(the context of a message is the code of the phrase). The ids are English.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kotoutus_desktop.assets import TRANSLATIONS

if TYPE_CHECKING:
    from babel.messages.catalog import Message

CLIENT_LANGUAGES = (
    *("fi", "sv", "en", "ru", "uk", "et", "ar", "fa", "prs", "ckb", "ku", "so", "ti"),
    *("am", "tr", "zh", "vi", "th", "es", "fr", "sq", "ps", "ur", "my", "bn", "ne"),
)
"""Every language with catalogs. `ku` is Kurmanji in Latin letters, `zh` is simplified Chinese."""
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "prs", "ps", "ur"})

_SOURCE_LANGUAGE = "en"
# Codes of the reference list for what one catalog writes. Dari is not Persian: it has its own.
_WRITTEN_AS = {"kmr": "ku", "cmn": "zh"}
_REVIEW = re.compile(r"review:\s*(.+)")


def read_language(code: str) -> str:
    """Return the language of the papers that a speaker of `code` reads, `code` where it is it.

    Only names of the same written language are joined: Kurmanji, and Mandarin as it is written.
    """
    return _WRITTEN_AS.get(code, code)


class ReviewState(IntEnum):
    """How far a translation can be relied on, the weakest first."""

    MACHINE_ASSISTED = 1
    BY_THE_MAKERS = 2
    REVIEWED = 3


def review_state(comments: Iterable[str]) -> ReviewState:
    """Return what the comment `review: ...` of a message says; no comment is the weakest."""
    for comment in comments:
        if said := _REVIEW.match(comment):
            if said[1].startswith("reviewed by "):
                return ReviewState.REVIEWED
            if said[1] == "written by the makers":
                return ReviewState.BY_THE_MAKERS
    return ReviewState.MACHINE_ASSISTED


@dataclass(frozen=True)
class Translation:
    """One message in one language."""

    text: str
    review: ReviewState


@dataclass(frozen=True)
class Catalog:
    """The messages of one domain in one language; of English the ids are the text."""

    language: str
    messages: Mapping[tuple[str | None, str], Translation]

    def text(self, message: str, context: str | None = None) -> str | None:
        """Return the translation, or None where there is none. It is never guessed."""
        if self.language == _SOURCE_LANGUAGE:
            return message
        found = self.messages.get((context, message))
        return found.text if found else None

    def review_state(self, used: Iterable[str] | None = None) -> ReviewState:
        """Return the weakest state of the messages used, by context (phrase code) or id.

        Without `used` all messages count. What is not translated counts as the weakest.
        """
        if self.language == _SOURCE_LANGUAGE:
            return ReviewState.BY_THE_MAKERS
        states = {
            context or message: found.review for (context, message), found in self.messages.items()
        }
        if used is None:
            return min(states.values(), default=ReviewState.MACHINE_ASSISTED)
        return min(
            (states.get(name, ReviewState.MACHINE_ASSISTED) for name in used),
            default=ReviewState.REVIEWED,
        )


def documents_catalog(language: str) -> Catalog:
    """Return the fixed texts of the papers in a language; empty where there are none."""
    return _catalog(language, "documents")


def phrase_catalog(language: str) -> Catalog:
    """Return the library of phrases in a language; empty where there is none."""
    return _catalog(language, "phrases")


@cache
def _catalog(language: str, domain: str) -> Catalog:
    source = TRANSLATIONS / language / "LC_MESSAGES" / f"{domain}.po"
    return Catalog(language, _read(source) if source.exists() else {})


def _read(source: Path) -> Mapping[tuple[str | None, str], Translation]:
    from babel.messages.pofile import read_po  # half the start of the command line

    with source.open("rb") as file:
        messages: Iterable[Message] = read_po(file)
    return {
        (message.context, str(message.id)): Translation(
            str(message.string), review_state(message.user_comments)
        )
        for message in messages
        if message.id and message.string and not message.fuzzy
    }
