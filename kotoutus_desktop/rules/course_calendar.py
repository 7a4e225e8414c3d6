"""Meetings of a course by rule: on which days, at what time, about what.

Days and clock times are those of Finland; times count minutes from midnight. Nothing here is
law but the seventy hours that a plan should reach; see `rules.orientation`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from kotoutus_desktop.rules.orientation import Topic

LONGEST_DAY = 12 * 60  # a meeting of twelve hours or more is a slip of typing
MIDNIGHT = 24 * 60
LONGEST_COURSE = timedelta(days=3 * 366)
# on the last Sundays of March and October the clock goes from 3 to 4 and from 4 to 3
CLOCK_CHANGE = (3 * 60, 4 * 60)
WEEK = 7


class TimeProblem(StrEnum):
    """Why a meeting cannot be at such a time."""

    NO_LENGTH = "no_length"
    TOO_LONG = "too_long"
    PAST_MIDNIGHT = "past_midnight"
    CLOCK_CHANGES = "clock_changes"


@dataclass(frozen=True)
class Slot:
    """A weekly time: `weekday` 0 is Monday; `minutes` are of teaching, without the breaks."""

    weekday: int
    starts: int
    minutes: int
    break_minutes: int = 0


@dataclass(frozen=True)
class Subject:
    """A part of a course's frame: what is taught and how many minutes it takes."""

    title: str
    minutes: int
    topics: frozenset[Topic]


@dataclass(frozen=True)
class PlannedMeeting:
    """A meeting as the rule gives it."""

    held_on: date
    slot: Slot
    title: str = ""
    topics: frozenset[Topic] = frozenset()


@dataclass(frozen=True)
class Booking:
    """Something that takes its time: a meeting, with those it needs.

    `needs` are the trainer, the interpreter, the room and the participants, each under a key of
    its kind, such as ("trainer", "Aisha Omar"). `key` tells bookings apart.
    """

    key: str
    held_on: date
    starts: int
    ends: int
    needs: frozenset[tuple[str, str]] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Clash:
    """Two bookings at the same time that need the same."""

    first: str
    second: str
    needs: frozenset[tuple[str, str]]


def time_problem(held_on: date, slot: Slot) -> TimeProblem | None:
    """Return why a meeting cannot be at this time of this day, None when it can."""
    length = slot.minutes + slot.break_minutes
    if slot.minutes <= 0 or slot.break_minutes < 0:
        return TimeProblem.NO_LENGTH
    if length >= LONGEST_DAY:
        return TimeProblem.TOO_LONG
    if slot.starts < 0 or slot.starts + length > MIDNIGHT:
        return TimeProblem.PAST_MIDNIGHT
    changes, returns = CLOCK_CHANGE
    if clock_changes(held_on) and slot.starts < returns and slot.starts + length > changes:
        return TimeProblem.CLOCK_CHANGES
    return None


def clock_changes(day: date) -> bool:
    """Tell whether Finland's clock changes in the night to this day: a last Sunday.

    Source: Directive 2000/84/EC arts. 2-3.
    """
    return day.month in (3, 10) and day.isoweekday() == WEEK and day.day > 31 - WEEK


def meeting_days(
    first: date, slots: Sequence[Slot], free: Collection[date] = ()
) -> Iterator[tuple[date, Slot]]:
    """Yield the days and times of weekly slots from `first` on, without the `free` days.

    Ends after three years at the latest, so that a rule that never meets does not go on.
    """
    ordered = sorted(slots, key=lambda slot: (slot.weekday, slot.starts))
    day = first
    while day - first < LONGEST_COURSE:
        if day not in free:
            for slot in ordered:
                if slot.weekday == day.weekday():
                    yield day, slot
        day += timedelta(days=1)


def planned_meetings(
    first: date,
    slots: Sequence[Slot],
    subjects: Sequence[Subject],
    free: Collection[date] = (),
) -> tuple[PlannedMeeting, ...]:
    """Return the meetings in which the subjects are gone through in order.

    Each meeting takes what fits in its time; its title names what takes most of it. The last
    is as long as the others: what is over is for questions. No slots or no subjects: none.
    """
    total = sum(subject.minutes for subject in subjects)
    if not slots or any(slot.minutes <= 0 for slot in slots):
        return ()
    meetings = []
    reached = 0
    for day, slot in meeting_days(first, slots, free):
        if reached >= total:
            break
        parts = _between(subjects, reached, reached + slot.minutes)
        title = max(parts, key=lambda part: part[1])[0].title
        topics = frozenset(topic for subject, _ in parts for topic in subject.topics)
        meetings.append(PlannedMeeting(day, slot, title, topics))
        reached += slot.minutes
    return tuple(meetings)


def _between(subjects: Sequence[Subject], start: int, end: int) -> list[tuple[Subject, int]]:
    """Return the subjects between two minutes of the course, with the minutes of each there."""
    found, reached = [], 0
    for subject in subjects:
        shared = min(end, reached + subject.minutes) - max(start, reached)
        if shared > 0:
            found.append((subject, shared))
        reached += subject.minutes
    return found


def clashes(bookings: Iterable[Booking]) -> tuple[Clash, ...]:
    """Return the pairs that overlap in time and need the same, in the order of time."""
    wanting: dict[tuple[date, tuple[str, str]], list[Booking]] = defaultdict(list)
    for booking in bookings:
        for need in booking.needs:
            wanting[booking.held_on, need].append(booking)
    shared: dict[tuple[Booking, Booking], set[tuple[str, str]]] = defaultdict(set)
    for (_day, need), several in wanting.items():
        if len(several) > 1:
            for one, other in combinations(sorted(several, key=_moment), 2):
                if one.ends > other.starts:
                    shared[one, other].add(need)
    pairs = sorted(shared, key=lambda pair: (_moment(pair[1]), _moment(pair[0])))
    return tuple(Clash(one.key, other.key, frozenset(shared[one, other])) for one, other in pairs)


def _moment(booking: Booking) -> tuple[date, int, str]:
    return booking.held_on, booking.starts, booking.key
