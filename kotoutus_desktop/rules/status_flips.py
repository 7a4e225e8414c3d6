"""When the standing of a person changed so that somebody else, or nobody, goes on with the case.

Found from what is recorded anyway: periods of job search, plans, days and the municipality.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kotoutus_desktop.rules.entitlement import entitlement_ends, in_scope, valid_plan
from kotoutus_desktop.rules.facts import AgreedPlan, Person
from kotoutus_desktop.rules.months import add_years
from kotoutus_desktop.rules.registers import move_contact

DAY = timedelta(days=1)
AGES = (18, 23)
"""Of who came unaccompanied: the representative's task ends (§ 38), the support ends (§ 34(2))."""


class Change(StrEnum):
    """What changed."""

    BECAME_JOBSEEKER = "became_jobseeker"
    STOPPED_BEING_JOBSEEKER = "stopped_being_jobseeker"
    MOVED = "moved"
    CASE_CLOSED = "case_closed"
    THREE_YEARS_OVER = "three_years_over"
    PLAN_ENDED = "plan_ended"
    TURNED_18 = "turned_18"
    TURNED_23 = "turned_23"


@dataclass(frozen=True)
class SearchTime:
    """A time of valid job search, both days included; `last` None while it goes on."""

    first: date
    last: date | None = None


@dataclass(frozen=True)
class StatusHistory:
    """What a change of standing is found from.

    `since`: the day from which the office has known the person; what was so before is no
    change. `person`: as of today. `lived_in`, `lives_in`: the municipality when the plan in
    force was made, and now; "" where it is not known. `moved_away`: the case was closed
    because of a move.
    """

    person: Person
    since: date
    searches: tuple[SearchTime, ...] = ()
    plans: tuple[AgreedPlan, ...] = ()
    lived_in: str = ""
    lives_in: str = ""
    closed_on: date | None = None
    moved_away: bool = False


@dataclass(frozen=True)
class Flip:
    """A change of standing and its first day, None where the day is not recorded.

    `key` tells it from every other of the same person, also tomorrow.
    """

    change: Change
    on: date | None
    key: str


def flips(history: StatusHistory, today: date) -> list[Flip]:
    """Return the changes that call for a hand-over, the newest first.

    Of job search only the latest change counts, and none that a plan has overtaken: one made
    since then was made by the new authority, and one that is over is handed on by its end. A
    closed case has only the changes of its last day and after.

    Source: 681/2023 § 3(1), § 14(1), § 23, § 34(2), § 38(5), § 85.
    """
    found = [
        *_job_search(history, today),
        *_moved(history, today),
        *_closed(history, today),
        *_three_years(history, today),
        *_plan_ended(history, today),
        *_ages(history, today),
    ]
    closed = history.closed_on
    counted = [flip for flip in found if _counts(flip, history.since, closed)]
    return sorted(counted, key=lambda flip: flip.on or date.max, reverse=True)


def _counts(flip: Flip, since: date, closed: date | None) -> bool:
    if flip.on is None:
        return True
    return flip.on > since and (closed is None or flip.on >= closed)


def _flip(change: Change, on: date) -> Flip:
    return Flip(change, on, f"{change}:{on.isoformat()}")


def _job_search(history: StatusHistory, today: date) -> Iterator[Flip]:
    """The latest day on which another authority and register took over (§ 3(1))."""
    latest = max(_boundaries(history.searches, today), default=None)
    if latest is None or not in_scope(history.person.right_of_residence):
        return
    if _is_overtaken(latest, history.plans, today):
        return
    begins = any(search.first == latest for search in joined(history.searches))
    change = Change.BECAME_JOBSEEKER if begins else Change.STOPPED_BEING_JOBSEEKER
    yield _flip(change, latest)


def _is_overtaken(change: date, plans: Sequence[AgreedPlan], today: date) -> bool:
    made_since = any(plan.made >= change for plan in plans)
    ends = max((plan.ends for plan in plans), default=None)
    return made_since or (ends is not None and change <= ends < today)


def _boundaries(searches: Sequence[SearchTime], today: date) -> Iterator[date]:
    """Yield the days up to today on which job search began, or was no longer valid."""
    for search in joined(searches):
        if search.first <= today:
            yield search.first
        if search.last is not None and search.last < today:
            yield search.last + DAY


def joined(searches: Sequence[SearchTime]) -> list[SearchTime]:
    """Return the times in order, as one where they touch or overlap."""
    found: list[SearchTime] = []
    for search in sorted(searches, key=lambda each: each.first):
        before = found[-1] if found else None
        if before is None or (before.last is not None and before.last + DAY < search.first):
            found.append(search)
        elif before.last is not None:
            last = None if search.last is None else max(before.last, search.last)
            found[-1] = SearchTime(before.first, last)
    return found


def _moved(history: StatusHistory, today: date) -> Iterator[Flip]:
    """A move to another municipality while a plan is valid (§ 85)."""
    closed = history.closed_on
    plan = valid_plan(history.plans, closed or today)
    elsewhere = bool(history.lived_in and history.lives_in)
    elsewhere = elsewhere and history.lived_in != history.lives_in
    moves = history.moved_away or (closed is None and elsewhere)
    if plan is not None and move_contact(plan_valid=True, moves_away=moves) is not None:
        yield Flip(Change.MOVED, closed, f"{Change.MOVED}:{plan.made.isoformat()}")


def _closed(history: StatusHistory, today: date) -> Iterator[Flip]:
    if history.closed_on is not None and history.closed_on <= today:
        yield _flip(Change.CASE_CLOSED, history.closed_on)


def _three_years(history: StatusHistory, today: date) -> Iterator[Flip]:
    """The right to an assessment and a first plan ran out without a plan (§§ 14(1), 20(3))."""
    ends = entitlement_ends(history.person)
    if ends is not None and ends < today and not history.plans:
        yield _flip(Change.THREE_YEARS_OVER, ends + DAY)


def _plan_ended(history: StatusHistory, today: date) -> Iterator[Flip]:
    """The last plan is over and none follows (§ 23)."""
    last = max((plan.ends for plan in history.plans), default=None)
    if last is not None and last < today:
        yield _flip(Change.PLAN_ENDED, last + DAY)


def _ages(history: StatusHistory, today: date) -> Iterator[Flip]:
    """Birthdays of who came unaccompanied; nobody's whose date of birth is not known."""
    person = history.person
    if not person.came_unaccompanied or person.born is None:
        return
    for age, change in zip(AGES, (Change.TURNED_18, Change.TURNED_23), strict=True):
        birthday = add_years(person.born, age)
        if birthday <= today:
            yield _flip(change, birthday)
