"""The sections of the statutes: headings, subsections, since when, and where Finlex has them.

No sentence of a statute is here. Where a section is changed by a later statute, the table gets
another row with its first day; the row that governs a day is found by `section_on`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from kotoutus_desktop.reference.code_list import Row, read_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class StatuteSection:
    """A section of a statute as one edition has it.

    `act` and `number` are as in the Statute Book ("681/2023", "32 a"). `since` is the first day
    of the edition, None for an old one; `repealed_from` the first day without the section, None
    while it is in force. `points` tells of each subsection how many numbered points it has;
    `repealed_subsections` from which day a subsection is gone, whose number stays empty.
    `changes` names the acts that made it what it is, or tells that none was read.
    """

    act: str
    number: str
    since: date | None
    repealed_from: date | None
    heading_fi: str
    heading_sv: str
    points: tuple[int, ...]
    repealed_subsections: Mapping[int, date]
    changes: tuple[str, ...]
    address_fi: str
    address_sv: str

    @property
    def subsections(self) -> int:
        """The number of the last subsection."""
        return len(self.points)

    def heading(self, language: str) -> str:
        """Return the official heading in Swedish for sv, else in Finnish; "" where none is."""
        return (self.heading_sv if language == "sv" else "") or self.heading_fi

    def address(self, language: str) -> str:
        """Return the address of the act at Finlex, in Swedish for sv, else in Finnish."""
        return self.address_sv if language == "sv" else self.address_fi

    def in_force(self, on: date) -> bool:
        """Tell whether the section, in this edition, was in force on the day `on`."""
        begun = self.since is None or self.since <= on
        return begun and (self.repealed_from is None or on < self.repealed_from)

    def has(self, on: date, subsection: int, point: int | None = None) -> bool:
        """Tell whether a subsection, and a point of it, was in force on the day `on`."""
        if not self.in_force(on) or not 1 <= subsection <= self.subsections:
            return False
        gone = self.repealed_subsections.get(subsection)
        if gone is not None and gone <= on:
            return False
        return point is None or 1 <= point <= self.points[subsection - 1]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _repealed(text: str) -> Mapping[int, date]:
    pairs = (part.split(":") for part in text.split())
    return {int(number): date.fromisoformat(day) for number, day in pairs}


def _section(row: Row) -> StatuteSection:
    return StatuteSection(
        act=row["act"],
        number=row["section"],
        since=_day(row["since"]),
        repealed_from=_day(row["repealed_from"]),
        heading_fi=row["heading_fi"],
        heading_sv=row["heading_sv"],
        points=tuple(map(int, row["points"].split())),
        repealed_subsections=_repealed(row["repealed_subsections"]),
        changes=tuple(row["changes"].split("; ")) if row["changes"] else (),
        address_fi=row["address_fi"],
        address_sv=row["address_sv"],
    )


@cache
def statute_sections() -> Mapping[tuple[str, str], tuple[StatuteSection, ...]]:
    """Return the editions of every section, oldest first, by act and number."""
    found: dict[tuple[str, str], tuple[StatuteSection, ...]] = {}
    for section in map(_section, read_rows("statute_sections.csv")):
        key = (section.act, section.number)
        found[key] = (*found.get(key, ()), section)
    return found


def section_on(act: str, number: str, on: date) -> StatuteSection | None:
    """Return the section as it was in force on the day `on`.

    None where the index has no such section, or it was not in force: not yet, or repealed.
    """
    editions = statute_sections().get((act, number), ())
    return next((each for each in reversed(editions) if each.in_force(on)), None)
