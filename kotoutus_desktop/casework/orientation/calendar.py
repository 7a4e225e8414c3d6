"""The meetings of all courses between two days, and where they clash.

Two queries, whatever the number of courses: the meetings, and who sits on several of their
courses. Meetings of other days are never read.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.orientation.courses import SEATED
from kotoutus_desktop.models.orientation import Course, CourseMeeting, Enrolment, MeetingState
from kotoutus_desktop.rules.course_calendar import Booking, Clash, clashes

TRAINER, INTERPRETER, ROOM, PARTICIPANT = "trainer", "interpreter", "room", "participant"


class CalendarMeeting(NamedTuple):
    """A meeting as a calendar shows it; trainer, interpreter and place are those that count."""

    id: UUID
    course_id: UUID
    held_on: date
    starts: int
    minutes: int
    break_minutes: int
    state: MeetingState
    reason: str
    title: str
    trainer: str
    interpreter: str
    place: str
    remote: bool
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
    own = CourseMeeting
    rows = session.execute(
        select(
            own.id,
            own.course_id,
            own.held_on,
            own.starts,
            own.minutes,
            own.break_minutes,
            own.state,
            own.reason,
            own.title,
            func.coalesce(func.nullif(own.trainer, ""), Course.trainer),
            func.coalesce(func.nullif(own.interpreter, ""), Course.interpreter),
            func.coalesce(func.nullif(own.place, ""), Course.place),
            own.remote,
            Course.number,
            Course.name,
            Course.language,
        )
        .join(Course, Course.id == own.course_id)
        .where(own.held_on >= first, own.held_on <= last)
        .order_by(own.held_on, own.starts, Course.number)
    )
    return [CalendarMeeting(*row) for row in rows]


def clashes_among(session: Session, meetings: Iterable[CalendarMeeting]) -> tuple[Clash, ...]:
    """Return where meetings that happen need the same trainer, interpreter, room or person.

    The keys of a clash are the ids of the meetings in hex; a participant is named by id alone.
    """
    happening = [meeting for meeting in meetings if meeting.happens]
    seated = _seated(session, {meeting.course_id for meeting in happening})
    return clashes(_booking(meeting, seated[meeting.course_id]) for meeting in happening)


def _booking(meeting: CalendarMeeting, people: Iterable[str]) -> Booking:
    room = "" if meeting.remote else meeting.place
    named = {(TRAINER, meeting.trainer), (INTERPRETER, meeting.interpreter), (ROOM, room)}
    needs = {(kind, " ".join(name.split()).casefold()) for kind, name in named if name.strip()}
    needs |= {(PARTICIPANT, person) for person in people}
    return Booking(meeting.id.hex, meeting.held_on, meeting.starts, meeting.ends, frozenset(needs))


def _seated(session: Session, courses: Collection[UUID]) -> dict[UUID, list[str]]:
    """Return for each course the clients who sit on another one of these courses as well."""
    on_these = (
        Enrolment.course_id.in_(courses),
        Enrolment.state.in_(SEATED),
        Enrolment.client_id.is_not(None),
    )
    several = (
        select(Enrolment.client_id)
        .where(*on_these)
        .group_by(Enrolment.client_id)
        .having(func.count(Enrolment.course_id.distinct()) > 1)
    )
    found: dict[UUID, list[str]] = defaultdict(list)
    if len(courses) > 1:
        rows = session.execute(
            select(Enrolment.course_id, Enrolment.client_id).where(
                *on_these, Enrolment.client_id.in_(several)
            )
        )
        for course_id, client_id in rows:
            found[course_id].append(str(client_id))
    return found
