"""Someone who waits for civic orientation, what a list may be narrowed to, and the counts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from kotoutus_desktop.rules.grouping import Waiting

NOT_TOLD = ""
"""The municipality of whom none is recorded, or must not be told."""


class Standing(StrEnum):
    """How someone waits. ON_COURSE and LEFT_OUT wait for nothing now."""

    WAITING = "waiting"
    RESERVE = "reserve"
    INVITED = "invited"
    ON_COURSE = "on_course"
    LEFT_OUT = "left_out"


AWAITING = (Standing.WAITING, Standing.RESERVE, Standing.INVITED)
"""Whom the list shows unless something else is chosen."""


class WaitingRow(NamedTuple):
    """A client without completed orientation. `municipality` is NOT_TOLD under non-disclosure.

    `since` is the day of the first plan, from which orientation was due to be arranged.
    """

    key: bytes
    number: str
    given_names: str
    family_names: str
    own_script_name: str
    non_disclosure: bool
    mother_tongue: str
    known_well: tuple[str, ...]
    municipality: str
    household: bytes | None
    since: date
    standing: Standing = Standing.WAITING
    child_care: bool = False
    remote_unsuitable: bool | None = None
    earliest_on: date | None = None

    @property
    def id(self) -> UUID:
        """The client's id."""
        return UUID(bytes=self.key)

    @property
    def name(self) -> str:
        """The name as lists show it: the number under a non-disclosure order."""
        if self.non_disclosure:
            return self.number
        names = " ".join(part for part in (self.given_names, self.family_names) if part)
        return names or self.own_script_name

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that orientation may be in, the mother tongue first."""
        return tuple(dict.fromkeys(each for each in (self.mother_tongue, *self.known_well) if each))

    def days(self, today: date) -> int:
        """Return how many days the client has waited."""
        return (today - self.since).days

    def facts(self) -> Waiting:
        """Return what the rules of grouping ask."""
        return Waiting(
            key=self.key.hex(),
            mother_tongue=self.mother_tongue,
            known_well=self.known_well,
            municipality=self.municipality,
            child_care=self.child_care,
            remote_unsuitable=self.remote_unsuitable,
            earliest_on=self.earliest_on,
            household=self.household.hex() if self.household else "",
        )


class Teaching(StrEnum):
    """Which form of teaching a filter asks for."""

    CONTACT_ONLY = "contact_only"
    REMOTE_SUITS = "remote_suits"
    NOT_JUDGED = "not_judged"


@dataclass(frozen=True)
class WaitingFilter:
    """Whom a list shows. `language`: known well, as mother tongue or otherwise.

    `begins_by`: who can come on that day; None for everybody.
    """

    language: str = ""
    municipality: str = ""
    child_care: bool = False
    teaching: Teaching | None = None
    begins_by: date | None = None
    standings: tuple[Standing, ...] = AWAITING

    def takes(self, row: WaitingRow) -> bool:
        """Tell whether a row is shown."""
        return (
            row.standing in self.standings
            and (not self.language or self.language in row.languages)
            and (not self.municipality or self.municipality == row.municipality)
            and (not self.child_care or row.child_care)
            and (self.teaching is None or _SUITS[row.remote_unsuitable] is self.teaching)
            and (not self.begins_by or (row.earliest_on or date.min) <= self.begins_by)
        )


_SUITS = {True: Teaching.CONTACT_ONLY, False: Teaching.REMOTE_SUITS, None: Teaching.NOT_JUDGED}


def count_languages(rows: Iterable[WaitingRow]) -> list[tuple[str, int]]:
    """Return the languages known well with how many know each, the most first."""
    counts = Counter(language for row in rows for language in row.languages)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def count_municipalities(rows: Iterable[WaitingRow]) -> list[tuple[str, int]]:
    """Return the municipalities that may be told with how many wait there, the most first."""
    counts = Counter(row.municipality for row in rows if row.municipality != NOT_TOLD)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


class Counts(NamedTuple):
    """How many wait, by mother tongue and municipality; both in the order of the lines.

    `lines`: the first is that of all languages, the first number of each that of all
    municipalities.
    """

    languages: tuple[str, ...]
    municipalities: tuple[str, ...]
    lines: tuple[tuple[int, ...], ...]


def counts_of(rows: Sequence[WaitingRow]) -> Counts:
    """Count rows for talks between municipalities: everybody once, by mother tongue."""
    cells = Counter((row.mother_tongue, row.municipality) for row in rows)
    sizes = Counter(row.mother_tongue for row in rows)
    languages = tuple(sorted(sizes, key=lambda each: (-sizes[each], each)))
    places = tuple(sorted({row.municipality for row in rows}, key=lambda each: (not each, each)))
    lines = [tuple(cells[language, place] for place in places) for language in languages]
    total = tuple(sum(line[column] for line in lines) for column in range(len(places)))
    return Counts(languages, places, tuple((sum(line), *line) for line in (total, *lines)))
