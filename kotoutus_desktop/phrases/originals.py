"""What is to be translated: every message with its text in the three source languages."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256

from kotoutus_desktop.phrases.catalog import MessageKey, shipped_catalog
from kotoutus_desktop.phrases.library import library

SLOT = re.compile(r"\{\w+\}")


@dataclass(frozen=True)
class Original:
    """One message. `context` is the code of a phrase, None for a fixed text of the papers."""

    context: str | None
    english: str
    finnish: str
    swedish: str

    @property
    def key(self) -> MessageKey:
        """How the catalogs name it."""
        return (self.context, self.english)

    @property
    def slots(self) -> tuple[str, ...]:
        """The slots with their braces, sorted: a translation has the same ones."""
        return slots_of(self.english)

    @cached_property
    def fingerprint(self) -> str:
        """Changes when one of the texts changes; other letters than these mean other texts."""
        texts = (self.context or "", self.english, self.finnish, self.swedish)
        return sha256("\0".join(texts).encode()).hexdigest()[:16]


def slots_of(text: str) -> tuple[str, ...]:
    """Return the slots in a text, with their braces, sorted."""
    return tuple(sorted(SLOT.findall(text)))


@cache
def originals() -> tuple[Original, ...]:
    """Return every message: the fixed texts in the order of the papers, then the phrases."""
    fixed = shipped_catalog("fi", "documents").messages
    keys: list[MessageKey] = [*fixed, *((each.code, each.english) for each in library().phrases)]
    return tuple(
        Original(context, english, *_sources(context, english)) for context, english in keys
    )


def _sources(context: str | None, english: str) -> tuple[str, str]:
    domain = "documents" if context is None else "phrases"
    finnish, swedish = (
        shipped_catalog(language, domain).text(english, context) or "" for language in ("fi", "sv")
    )
    return finnish, swedish
