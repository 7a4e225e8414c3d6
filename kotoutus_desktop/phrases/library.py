"""The numbered phrases that assessments, plans and reviews are written with.

A phrase says one thing in plain language, so that it can be printed in the client's language as
it is. Its slots take names and dates, which stand in their basic form ("Paikka: {place}.").
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from kotoutus_desktop.assets import resource
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.phrases.catalog import ReviewState, phrase_catalog
from kotoutus_desktop.phrases.search import SearchIndex

# what a slot is called where it is filled, by its name in the phrases
SLOT_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "count": N_("number"),
        "course": N_("name of the course"),
        "date": N_("date"),
        "end": N_("end date"),
        "hours": N_("hours"),
        "language": N_("language"),
        "level": N_("language level"),
        "occupation": N_("occupation"),
        "place": N_("place"),
        "provider": N_("organisation"),
        "start": N_("start date"),
    }
)


class PhraseKind(StrEnum):
    """What a phrase says, and so the fields it is offered in."""

    FINDING = "finding"
    NEED = "need"
    GOAL = "goal"
    MEASURE = "measure"
    SUITABILITY = "suitability"  # why a service suits the goal (§ 19(3))
    FOLLOW_UP = "follow_up"
    RIGHT = "right"
    DUTY = "duty"
    GUIDANCE = "guidance"  # guided to the services of others (§ 14(7))
    DEPARTURE = "departure"  # reason for another goal or content than usual
    PLACE = "place"  # weighty reason for another place (Decree 869/2024 § 4(3))
    OUTCOME = "outcome"  # reason for what the assessment led to
    PROGRESS = "progress"
    HINDRANCE = "hindrance"
    CHANGE = "change"


class SlotKind(StrEnum):
    """How the value of a slot is written: see `render`."""

    DATE = "date"
    TEXT = "text"
    NUMBER = "number"
    LEVEL = "level"
    LANGUAGE = "language"
    PLACE = "place"
    HOURS = "hours"


@dataclass(frozen=True)
class Slot:
    """A gap in a phrase."""

    name: str
    kind: SlotKind


class LawPlace(NamedTuple):
    """A place in a statute, in the order of the fields of `rules.section.Section`."""

    act: str
    number: str
    moment: int | None = None
    point: int | None = None


@dataclass(frozen=True)
class FrozenTexts:
    """The texts of a phrase as an agreed plan keeps them, by language, slots in braces.

    `review` says who answers for a text; what it does not name is machine-assisted.
    """

    texts: Mapping[str, str]
    review: Mapping[str, ReviewState] = field(default_factory=dict)


@dataclass(frozen=True)
class Phrase:
    """One phrase.

    `head`, `goal` and `measure` say where it is offered first: values of InterviewHead, GoalKind
    and MeasureKind, None where the kind of the phrase has none. `section` is the place in the law
    that it rests on, None where there is no such place. `keywords` are other words, in any
    language, by which it is found. `texts` is filled for the office's own phrases only. `frozen`
    are the texts on the day that a plan was agreed, None outside an agreed plan.
    """

    code: str
    kind: PhraseKind
    slots: tuple[Slot, ...] = ()
    english: str = ""
    section: LawPlace | None = None
    head: str | None = None
    goal: str | None = None
    measure: str | None = None
    keywords: str = ""
    texts: Mapping[str, str] = field(default_factory=dict, hash=False)
    frozen: FrozenTexts | None = field(default=None, hash=False)

    @property
    def is_own(self) -> bool:
        """Whether the office added it."""
        return bool(self.texts)

    def pattern(self, language: str) -> str | None:
        """Return the text with its slots in braces, or None where it is not in the language."""
        if self.is_own:
            return self.texts.get(language) or None
        if self.frozen is not None and language in self.frozen.texts:
            return self.frozen.texts[language]
        # a catalog translates the English words: where they are others today, it has none
        return phrase_catalog(language).text(self.english, self.code) if self.english else None

    def review_state(self, language: str) -> ReviewState:
        """Return how far the text in a language can be relied on."""
        if self.frozen is not None and language in self.frozen.texts:
            return self.frozen.review.get(language, ReviewState.MACHINE_ASSISTED)
        return phrase_catalog(language).review_state([self.code])


@dataclass(frozen=True)
class OfficePhrase:
    """A phrase that the office added, U-001 and so on: texts by language, without slots."""

    code: str
    kind: PhraseKind
    texts: Mapping[str, str] = field(hash=False)


class Library:
    """All phrases, by code and by words."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = {phrase.code: phrase for phrase in phrases}
        self._indexes: dict[str, SearchIndex] = {}

    def __len__(self) -> int:
        """Return how many phrases there are."""
        return len(self._phrases)

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Every phrase in the order of the library."""
        return tuple(self._phrases.values())

    def get(self, code: str) -> Phrase | None:
        """Return the phrase of a code, or None."""
        return self._phrases.get(code)

    def of_kind(self, *kinds: PhraseKind) -> list[Phrase]:
        """Return the phrases of these kinds in the order of the library."""
        return [phrase for phrase in self.phrases if phrase.kind in kinds]

    def search(
        self, typed: str, kinds: Collection[PhraseKind], language: str, limit: int = 20
    ) -> list[Phrase]:
        """Return what fits all the words typed, the closest first.

        A word fits the code, or the beginning or inside of a word of the text in `language`.
        No `kinds` means all of them; nothing typed finds everything.
        """
        found: list[Phrase] = []
        for code in self._index(language).matches(typed):
            phrase = self._phrases[code]
            if not kinds or phrase.kind in kinds:
                found.append(phrase)
                if len(found) == limit:
                    break
        return found

    def including(self, office_phrases: Iterable[OfficePhrase]) -> "Library":
        """Return a library that also holds the office's own phrases."""
        own = [Phrase(own.code, PhraseKind(own.kind), texts=own.texts) for own in office_phrases]
        return Library([*self.phrases, *own])

    def reading(self, frozen: Iterable[Phrase]) -> "Library":
        """Return a library in which these phrases read as an agreed plan keeps them."""
        return Library([*self.phrases, *frozen])

    def review_state(self, codes: Iterable[str], language: str) -> ReviewState:
        """Return the weakest state of the texts of these phrases in a language.

        A code that is no phrase counts as the weakest, no codes as the strongest.
        """
        found = [self.get(code) for code in codes]
        return min(
            (
                phrase.review_state(language) if phrase else ReviewState.MACHINE_ASSISTED
                for phrase in found
            ),
            default=ReviewState.REVIEWED,
        )

    def next_own_code(self) -> str:
        """Return the first free code for a phrase of the office."""
        number = 1 + sum(phrase.is_own for phrase in self.phrases)
        while f"U-{number:03}" in self._phrases:
            number += 1
        return f"U-{number:03}"

    def _index(self, language: str) -> SearchIndex:
        if language not in self._indexes:
            self._indexes[language] = SearchIndex(
                {phrase.code: _searched(phrase, language) for phrase in self.phrases}
            )
        return self._indexes[language]


def _searched(phrase: Phrase, language: str) -> str:
    # the office may have written its phrase in one language only
    text = phrase.pattern(language) or phrase.english or next(iter(phrase.texts.values()), "")
    for slot in phrase.slots:
        text = text.replace(f"{{{slot.name}}}", " ")
    return f"{text} {phrase.keywords}"


@cache
def library() -> Library:
    """Return the phrases that ship with the program."""
    stored = json.loads(resource("phrases", "phrases.json").read_text(encoding="utf-8"))
    return Library(_phrase(entry) for entry in stored["phrases"])


def _phrase(entry: Mapping[str, Any]) -> Phrase:
    return Phrase(
        code=entry["code"],
        kind=PhraseKind(entry["kind"]),
        slots=tuple(Slot(name, SlotKind(kind)) for name, kind in entry.get("slots", {}).items()),
        english=entry["english"],
        section=LawPlace(**entry["section"]) if "section" in entry else None,
        head=entry.get("head"),
        goal=entry.get("goal"),
        measure=entry.get("measure"),
        keywords=entry.get("keywords", ""),
    )
