"""The roll of one meeting: who was to be there that day, and what is marked about each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.orientation.participants import Participant, participants
from kotoutus_desktop.models.orientation import (
    Attendance,
    CourseMeeting,
    Enrolment,
    EnrolmentState,
    MeetingState,
)
from kotoutus_desktop.rules.orientation import Presence

SITS = (EnrolmentState.ACCEPTED, EnrolmentState.COMPLETED)
SAT = (EnrolmentState.INTERRUPTED, EnrolmentState.MOVED)


@dataclass(frozen=True)
class Mark:
    """What is to be marked: `missed` are the minutes that someone was late or left early."""

    presence: Presence
    missed: int = 0
    reason: str = ""


class Person(NamedTuple):
    """Someone on a course as lists show them: under a non-disclosure order the number alone."""

    enrolment_id: UUID
    client_id: UUID | None
    name: str
    own_name: str = ""
    code: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class RollRow:
    """A person with the mark, None while there is none.

    `minutes` are those that count, `corrected_reason` why the mark was changed later,
    `recorded_on` the day of the mark.
    """

    person: Person
    mark: Mark | None = None
    minutes: int = 0
    corrected_reason: str = ""
    recorded_on: date | None = None


@dataclass(frozen=True)
class Roll:
    """A meeting with its rows by name; `later` takes part since a later day."""

    meeting: CourseMeeting
    rows: tuple[RollRow, ...]
    later: tuple[Person, ...] = ()

    @property
    def unmarked(self) -> int:
        """How many have no mark yet."""
        return sum(row.mark is None for row in self.rows)


def roll(session: Session, meeting_id: UUID) -> Roll:
    """Return the roll of a meeting: who sat there that day, and whoever has a mark."""
    meeting = session.get_one(CourseMeeting, meeting_id)
    marks = marks_of(session, meeting_id)
    rows, later = [], []
    for each in by_name(participants(session, meeting.course_id)):
        mark = marks.get(each.enrolment.id)
        if mark is not None or sat_on(each.enrolment, meeting.held_on):
            rows.append(_row(each, mark, meeting.minutes))
        elif each.enrolment.state in SITS:
            later.append(person_of(each))
    return Roll(meeting, tuple(rows), tuple(later))


def meetings_of(session: Session, course_id: UUID) -> Sequence[CourseMeeting]:
    """Return the meetings of a course in their order."""
    return session.scalars(
        select(CourseMeeting)
        .where(CourseMeeting.course_id == course_id)
        .order_by(CourseMeeting.held_on, CourseMeeting.starts, CourseMeeting.id)
    ).all()


def meeting_to_mark(meetings: Sequence[CourseMeeting], today: date) -> CourseMeeting | None:
    """Return whose roll is called now: today's meeting, the first that waits, the last held."""
    planned = [each for each in meetings if each.state is MeetingState.PLANNED]
    of_today = [each for each in planned if each.held_on == today]
    waiting = [each for each in planned if each.held_on < today]
    held = [each for each in meetings if each.state is MeetingState.HELD]
    found = [*of_today, *waiting, *reversed(held), *planned, *meetings]
    return found[0] if found else None


def marks_of(session: Session, meeting_id: UUID) -> dict[UUID, Attendance]:
    """Return the marks of a meeting by enrolment."""
    found = session.scalars(select(Attendance).where(Attendance.meeting_id == meeting_id))
    return {mark.enrolment_id: mark for mark in found}


def sat_on(enrolment: Enrolment, day: date) -> bool:
    """Tell whether someone sat in the group on a day: took part by then, and had not left."""
    if enrolment.answered_on is not None and enrolment.answered_on > day:
        return False
    if enrolment.state in SITS:
        return True
    ended = enrolment.ended_on
    return enrolment.state in SAT and ended is not None and day <= ended


def by_name(rows: Sequence[Participant]) -> list[Participant]:
    """Return people in the order of their names, guests after the clients."""
    return sorted(
        rows,
        key=lambda row: (row.is_guest, row.client.sort_name if row.client else row.name.casefold()),
    )


def person_of(row: Participant) -> Person:
    """Return a participant as lists show them."""
    hidden = row.client is not None and row.client.hides_place
    own = row.client.own_script_name if row.client and not hidden else ""
    return Person(
        enrolment_id=row.enrolment.id,
        client_id=row.enrolment.client_id,
        name=row.name,
        own_name="" if own == row.name else own,
        code=row.enrolment.code,
        hidden=hidden,
    )


def _row(each: Participant, mark: Attendance | None, minutes: int) -> RollRow:
    person = person_of(each)
    if mark is None:
        return RollRow(person)
    partly = mark.presence in (Presence.LATE, Presence.LEFT_EARLY)
    missed = max(0, minutes - mark.minutes) if partly else 0
    return RollRow(
        person,
        Mark(mark.presence, missed, mark.reason),
        mark.minutes,
        mark.corrected_reason,
        mark.recorded_on,
    )
