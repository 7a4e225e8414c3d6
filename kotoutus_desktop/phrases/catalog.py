"""Translations of what is printed for clients, one catalog for each language.

They are gettext files, so that a translator can use any tool made for them. Beside each message
stands who answers for it, for a paper says when nobody has read its translation:

    # review: machine-assisted, not reviewed
    # review: reviewed by <name>, <date>

Two domains: `documents` holds the fixed texts of the papers, `phrases` the library of phrases
(the context of a message is the code of the phrase). The ids are English.

Over what ships lies what a speaker read for this office, see `reviewed`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache, cached_property
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

SOURCE_LANGUAGES = ("en", "fi", "sv")
"""What the makers write themselves; every other language is translated from these."""

MessageKey = tuple[str | None, str]
"""Context and id of a message: no context and the text, or the code and the phrase."""

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
class OfficeLayer:
    """What a speaker read for this office in one language.

    Of a message in `stale` the original changed since: what was read is too old, and what ships
    is what the speaker may have mended, so there is no text of it until someone reads it again.
    """

    messages: Mapping[MessageKey, Translation] = field(default_factory=dict)
    stale: frozenset[MessageKey] = frozenset()


@dataclass(frozen=True)
class Catalog:
    """The messages of one domain in one language; of English the ids are the text."""

    language: str
    messages: Mapping[MessageKey, Translation]
    stale: frozenset[MessageKey] = frozenset()

    def is_stale(self, message: str, context: str | None = None) -> bool:
        """Whether the original changed after a speaker had read the translation."""
        return (context, message) in self.stale

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
        if used is None:
            return min(self._states.values(), default=ReviewState.MACHINE_ASSISTED)
        return min(
            (self._states.get(name, ReviewState.MACHINE_ASSISTED) for name in used),
            default=ReviewState.REVIEWED,
        )

    @cached_property
    def _states(self) -> Mapping[str, ReviewState]:
        """How far each message can be relied on, by context or id."""
        return {
            context or message: found.review for (context, message), found in self.messages.items()
        }


def documents_catalog(language: str) -> Catalog:
    """Return the fixed texts of the papers in a language; empty where there are none."""
    return _catalog(language, "documents")


def phrase_catalog(language: str) -> Catalog:
    """Return the library of phrases in a language; empty where there is none."""
    return _catalog(language, "phrases")


def shipped_catalog(language: str, domain: str) -> Catalog:
    """Return a domain as it ships, `documents` or `phrases`, without what the office added."""
    return Catalog(language, _shipped(language, domain))


def lay_over(layer_of: Callable[[str], OfficeLayer]) -> None:
    """From now on read the office's translations, by language, before those that ship."""
    global _layer_of
    _layer_of = layer_of
    _catalog.cache_clear()


def _no_layer(_language: str) -> OfficeLayer:
    return OfficeLayer()


_layer_of: Callable[[str], OfficeLayer] = _no_layer


@cache
def _catalog(language: str, domain: str) -> Catalog:
    shipped = _shipped(language, domain)
    if language in SOURCE_LANGUAGES:
        return Catalog(language, shipped)
    layer = _layer_of(language)
    own = {key: text for key, text in layer.messages.items() if _domain_of(key) == domain}
    messages = {key: text for key, text in {**shipped, **own}.items() if key not in layer.stale}
    return Catalog(language, messages, layer.stale)


def _domain_of(key: MessageKey) -> str:
    return "documents" if key[0] is None else "phrases"


@cache
def _shipped(language: str, domain: str) -> Mapping[MessageKey, Translation]:
    source = TRANSLATIONS / language / "LC_MESSAGES" / f"{domain}.po"
    return _read(source) if source.exists() else {}


def _read(source: Path) -> Mapping[MessageKey, Translation]:
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
