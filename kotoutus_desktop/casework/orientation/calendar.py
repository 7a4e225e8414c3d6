"""The meetings of all courses between two days, and where they clash.

Two queries, whatever the number of courses: the meetings, and who sits on several of their
courses. Meetings of other days are never read.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, bindparam, func, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from kotoutus_desktop.casework.orientation.courses import SEATED
from kotoutus_desktop.models.orientation import Course, CourseMeeting, Enrolment, MeetingState
from kotoutus_desktop.rules.course_calendar import Booking, Clash, clashes

TRAINER, INTERPRETER, ROOM, PARTICIPANT = "trainer", "interpreter", "room", "participant"
Needs = frozenset[tuple[str, str]]
_OFF = MeetingState.DID_NOT_HAPPEN


class CalendarMeeting(NamedTuple):
    """A meeting as a calendar shows it; trainer, interpreter and place are those that count."""

    id: UUID
    course_id: UUID
    held_on: date
    state: MeetingState
    remote: bool
    starts: int
    minutes: int
    break_minutes: int
    reason: str
    title: str
    trainer: str
    interpreter: str
    place: str
    number: str
    name: str
    language: str

    @property
    def ends(self) -> int:
        """Minutes from midnight at which it ends, breaks included."""
        return self.starts + self.minutes + self.break_minutes

    @property
    def happens(self) -> bool:
        """Whether it takes its time: it is planned or was held."""
        return self.state is not MeetingState.DID_NOT_HAPPEN


def meetings_between(session: Session, first: date, last: date) -> list[CalendarMeeting]:
    """Return the meetings of all courses from `first` to `last`, in the order of time."""
    rows = session.execute(_asked(), {"first": first, "last": last})
    courses: dict[bytes, UUID] = {}
    return [
        CalendarMeeting(
            UUID(bytes=key),
            courses.get(course) or courses.setdefault(course, UUID(bytes=course)),
            _day(day),
            _STATES[state],
            bool(remote),
            *others,
        )
        for key, course, day, state, remote, *others in rows.all()
    ]


@cache
def _asked() -> Select[*tuple[Any, ...]]:
    """Return the query, made once; its columns are read as the file has them, which is quick."""
    own, course = CourseMeeting.__table__.c, Course.__table__.c
    within = own.held_on.between(bindparam("first"), bindparam("last"))
    columns = (
        *(own.id, own.course_id, own.held_on, own.state, own.remote),
        *(own.starts, own.minutes, own.break_minutes, own.reason, own.title),
        func.coalesce(func.nullif(own.trainer, ""), course.trainer),
        func.coalesce(func.nullif(own.interpreter, ""), course.interpreter),
        func.coalesce(func.nullif(own.place, ""), course.place),
        *(course.number, course.name, course.language),
    )
    return (
        select(*(type_coerce(column, NullType()) for column in columns))
        .join_from(CourseMeeting.__table__, Course.__table__)
        .where(within)
        .order_by(own.held_on, own.starts, course.number)
    )


@lru_cache(maxsize=4096)
def _day(text: str) -> date:
    return date.fromisoformat(text)


_STATES = {str(state): state for state in MeetingState}


def clashes_among(session: Session, meetings: Iterable[CalendarMeeting]) -> tuple[Clash, ...]:
    """Return where meetings that happen need the same trainer, interpreter, room or person.

    The keys of a clash are the ids of the meetings in hex; a participant is named by id alone.
    """
    happening = [meeting for meeting in meetings if meeting.state is not _OFF]
    seated = _seated(session, [meeting.held_on for meeting in happening])
    needs = [_needs_of(meeting, seated) for meeting in happening]
    wanted = Counter(
        (meeting.held_on, need)
        for meeting, own in zip(happening, needs, strict=True)
        for need in own
    )
    # most meetings want what nobody else wants that day: only the others are compared
    return clashes(
        Booking(meeting.id.hex, meeting.held_on, meeting.starts, meeting.ends, own)
        for meeting, own in zip(happening, needs, strict=True)
        if any(wanted[meeting.held_on, need] > 1 for need in own)
    )


def _needs_of(meeting: CalendarMeeting, seated: Mapping[UUID, list[str]]) -> Needs:
    needs = _needs(meeting.trainer, meeting.interpreter, "" if meeting.remote else meeting.place)
    people = seated.get(meeting.course_id)
    return needs | {(PARTICIPANT, person) for person in people} if people else needs


@lru_cache(maxsize=4096)
def _needs(trainer: str, interpreter: str, room: str) -> Needs:
    named = ((TRAINER, trainer), (INTERPRETER, interpreter), (ROOM, room))
    folded = [(kind, " ".join(name.split()).casefold()) for kind, name in named]
    return frozenset(need for need in folded if need[1])


def _seated(session: Session, days: Collection[date]) -> dict[UUID, list[str]]:
    """Return for each course that meets within these days who sits on another such course too."""
    found: dict[UUID, list[str]] = defaultdict(list)
    if len(days) > 1:
        rows = session.execute(_who_sits(), {"first": min(days), "last": max(days)})
        for course_id, client_id in rows:
            found[course_id].append(str(client_id))
    return found


@cache
def _who_sits() -> Select[*tuple[Any, ...]]:
    """Return the query, made once: courses and clients of those who sit on several of them."""
    own, meeting = Enrolment.__table__.c, CourseMeeting.__table__.c
    within = meeting.held_on.between(bindparam("first"), bindparam("last"))
    on_these = (
        own.course_id.in_(select(meeting.course_id).where(within)),
        own.state.in_(SEATED),
        own.client_id.is_not(None),
    )
    several = (
        select(own.client_id)
        .where(*on_these)
        .group_by(own.client_id)
        .having(func.count(own.course_id.distinct()) > 1)
    )
    return select(own.course_id, own.client_id).where(*on_these, own.client_id.in_(several))
