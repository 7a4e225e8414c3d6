"""Who of those who wait for civic orientation could sit in one group.

A proposal, not a decision: own tongue first, then a language that several know well. The same
people give the same groups, in whatever order they are named.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kotoutus_desktop.rules.orientation import LARGEST_GROUP, group_language_suits
from kotoutus_desktop.rules.section import (
    CONTACT_TEACHING,
    INTERPRETED_TEACHING,
    ORIENTATION_LANGUAGE,
    Section,
)

SMALLEST_GROUP = 8  # what producers prefer; neither Act nor decree gives a number


@dataclass(frozen=True)
class Waiting:
    """Someone who waits. `key` tells people apart, `household` those who live together.

    `known_well` are languages beside the mother tongue. `remote_unsuitable` None: not judged
    yet. `municipality` "" where it is not known or must not be told.
    """

    key: str
    mother_tongue: str
    known_well: tuple[str, ...] = ()
    municipality: str = ""
    child_care: bool = False
    remote_unsuitable: bool | None = None
    earliest_on: date | None = None
    household: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that orientation may be in: the mother tongue first, then others."""
        return tuple(dict.fromkeys(each for each in (self.mother_tongue, *self.known_well) if each))


class Remark(StrEnum):
    """What to think of before a proposed group becomes a course."""

    FEW = "few"  # fewer than SMALLEST_GROUP
    MANY = "many"  # more than LARGEST_GROUP, which a large family can cause
    CONTACT_ONLY = "contact_only"  # remote teaching is unsuitable for someone
    NOT_JUDGED = "not_judged"  # whether remote teaching suits was not judged of everybody
    SHARED_LANGUAGE = "shared_language"  # not everybody's mother tongue
    CHILD_CARE = "child_care"
    SEVERAL_PLACES = "several_places"


REMARK_SECTIONS = {
    Remark.FEW: INTERPRETED_TEACHING,
    Remark.CONTACT_ONLY: CONTACT_TEACHING,
    Remark.NOT_JUDGED: CONTACT_TEACHING,
    Remark.SHARED_LANGUAGE: ORIENTATION_LANGUAGE,
}
"""The sections that remarks rest on; the others rest on none."""


@dataclass(frozen=True)
class Group:
    """People who could be taught together, in the order of their keys."""

    language: str
    members: tuple[Waiting, ...]

    @property
    def contact_only(self) -> bool:
        """Whether remote teaching is unsuitable for someone (Decree 576/2024 § 2(3))."""
        return any(member.remote_unsuitable for member in self.members)

    @property
    def own_tongue(self) -> int:
        """How many have the language as their mother tongue."""
        return sum(member.mother_tongue == self.language for member in self.members)

    @property
    def child_care(self) -> int:
        """How many need care for their children meanwhile."""
        return sum(member.child_care for member in self.members)

    @property
    def municipalities(self) -> tuple[str, ...]:
        """Where they live, as far as it may be told."""
        return tuple(sorted({member.municipality for member in self.members} - {""}))

    @property
    def earliest_on(self) -> date | None:
        """The first day on which everybody can come, None for any day."""
        days = [member.earliest_on for member in self.members if member.earliest_on]
        return max(days, default=None)

    def remarks(self) -> tuple[Remark, ...]:
        """Return what to think of, in the order of `Remark`."""
        size = len(self.members)
        judged = all(member.remote_unsuitable is not None for member in self.members)
        holds = {
            Remark.FEW: size < SMALLEST_GROUP,
            Remark.MANY: size > LARGEST_GROUP,
            Remark.CONTACT_ONLY: self.contact_only,
            Remark.NOT_JUDGED: not judged and not self.contact_only,
            Remark.SHARED_LANGUAGE: self.own_tongue < size,
            Remark.CHILD_CARE: self.child_care > 0,
            Remark.SEVERAL_PLACES: len(self.municipalities) > 1,
        }
        return tuple(remark for remark in Remark if holds[remark])


@dataclass(frozen=True)
class Terms:
    """What groups are wanted: who can come by `begins_by` (None: whenever), and in which form.

    `remote` leaves out those for whom remote teaching is unsuitable.
    """

    begins_by: date | None = None
    remote: bool = False


@dataclass(frozen=True)
class Proposal:
    """The groups, and who is in none: nobody shares a language, or the terms leave them out."""

    groups: tuple[Group, ...] = ()
    alone: tuple[Waiting, ...] = ()
    later: tuple[Waiting, ...] = ()
    need_contact: tuple[Waiting, ...] = ()


def propose(people: Iterable[Waiting], terms: Terms | None = None) -> Proposal:
    """Return groups of 8 to 20, own tongue first, then a language known well; then smaller ones.

    Source: 681/2023 § 25(1), Decree 576/2024 § 2(3).
    """
    terms = terms or Terms()
    everybody = sorted(people, key=lambda person: person.key)
    later = tuple(each for each in everybody if _comes_later(each, terms))
    coming = [each for each in everybody if not _comes_later(each, terms)]
    barred = tuple(each for each in coming if terms.remote and each.remote_unsuitable)
    table = _Table([each for each in coming if not (terms.remote and each.remote_unsuitable)])
    table.seat_own_tongue()
    table.seat_by_shared(SMALLEST_GROUP)
    table.seat_by_shared(2)
    groups = [
        Group(language, members)
        for language, seated in sorted(table.seated.items())
        for members in _divided(seated)
    ]
    groups.sort(key=lambda group: (-len(group.members), group.language, group.members[0].key))
    return Proposal(tuple(groups), tuple(table.left), later, barred)


def could_join(person: Waiting, language: str, *, remote: bool = False) -> bool:
    """Tell whether someone could sit in a group of this language and form.

    Source: 681/2023 § 25(1), Decree 576/2024 § 2(3).
    """
    return group_language_suits(language, person.languages) and not (
        remote and bool(person.remote_unsuitable)
    )


def remark_section(remark: Remark) -> Section | None:
    """Return the section that a remark rests on, None for none."""
    return REMARK_SECTIONS.get(remark)


def _comes_later(person: Waiting, terms: Terms) -> bool:
    return bool(terms.begins_by and person.earliest_on and person.earliest_on > terms.begins_by)


@dataclass
class _Table:
    """Who still has no group, and who sits by which language."""

    left: list[Waiting]
    seated: dict[str, list[Waiting]] = field(default_factory=lambda: defaultdict(list))

    def seat_own_tongue(self) -> None:
        """Seat whoever is among enough speakers of their own tongue."""
        counts = _count((person.mother_tongue,) for person in self.left if person.mother_tongue)
        for language in [each for each, count in counts.items() if count >= SMALLEST_GROUP]:
            self._seat(language, [each for each in self.left if each.mother_tongue == language])

    def seat_by_shared(self, fewest: int) -> None:
        """Seat the others by the language that most of them know, while it makes a group.

        Whoever knows the language of a group that is there joins it.
        """
        while self.left:
            counts = _count(person.languages for person in self.left)
            for language, seated in self.seated.items():
                if language in counts:
                    counts[language] += len(seated)
            language = max(sorted(counts), key=lambda each: counts[each], default="")
            if not language or counts[language] < fewest:
                return
            self._seat(language, [each for each in self.left if could_join(each, language)])

    def _seat(self, language: str, people: Sequence[Waiting]) -> None:
        taken = {person.key for person in people}
        self.seated[language].extend(people)
        self.left = [person for person in self.left if person.key not in taken]


def _count(languages: Iterable[Collection[str]]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for known in languages:
        for language in known:
            counts[language] += 1
    return counts


def _divided(people: Sequence[Waiting]) -> list[tuple[Waiting, ...]]:
    """Divide speakers of one language into groups of equal size, families together.

    Those who need contact teaching sit together as far as possible, then those who need care
    for children, then neighbours.
    """
    families = _families(people)
    number = -(-len(people) // LARGEST_GROUP)
    wanted = -(-len(people) // number)
    groups: list[list[Waiting]] = [[]]
    for family in families:
        full = len(groups[-1]) >= wanted or len(groups[-1]) + len(family) > LARGEST_GROUP
        if groups[-1] and full:
            groups.append([])
        groups[-1].extend(family)
    return [tuple(sorted(group, key=lambda each: each.key)) for group in groups]


def _families(people: Sequence[Waiting]) -> list[list[Waiting]]:
    found: dict[tuple[str, str], list[Waiting]] = defaultdict(list)
    for person in people:
        home = ("home", person.household) if person.household else ("own", person.key)
        found[home].append(person)
    return sorted(found.values(), key=_likeness)


def _likeness(family: Sequence[Waiting]) -> tuple[bool, bool, str, date, str]:
    return (
        not any(person.remote_unsuitable for person in family),
        not any(person.child_care for person in family),
        min(person.municipality for person in family),
        max(person.earliest_on or date.min for person in family),
        min(person.key for person in family),
    )
