"""How a course gets on: who was there how much, who falls behind, who is complete and when."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.orientation.hours import ClientHours, hours_of, hours_of_many
from kotoutus_desktop.casework.orientation.participants import participants
from kotoutus_desktop.casework.orientation.roll import (
    SAT,
    SITS,
    Person,
    by_name,
    meetings_of,
    person_of,
    sat_on,
)
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.orientation import (
    Attendance,
    CourseMeeting,
    Enrolment,
    EnrolmentState,
    MeetingState,
)
from kotoutus_desktop.rules.orientation_forecast import attended_percent, falls_behind


@dataclass(frozen=True)
class Getting:
    """How one person gets on: minutes attended of those held while they sat there.

    `hours` are those over all courses, None for a guest.
    """

    person: Person
    state: EnrolmentState
    attended: int
    held: int
    behind: bool
    hours: ClientHours | None

    @property
    def percent(self) -> int | None:
        """The share of the minutes held, None before anything was held."""
        return attended_percent(self.attended, self.held)

    @property
    def ready(self) -> bool:
        """Whether the orientation is complete and only has to be recorded as such."""
        takes_part = self.state is EnrolmentState.ACCEPTED
        return takes_part and self.hours is not None and self.hours.complete


@dataclass(frozen=True)
class Progress:
    """A course so far. `limit` is the office's own share, in per cent."""

    rows: tuple[Getting, ...]
    limit: int
    held: int  # meetings
    planned: int
    uncalled: int  # planned ones that are past: their roll was never called

    @property
    def behind(self) -> tuple[Getting, ...]:
        """Who falls behind."""
        return tuple(row for row in self.rows if row.behind)

    @property
    def ready(self) -> tuple[Getting, ...]:
        """Who is complete and not yet recorded as such."""
        return tuple(row for row in self.rows if row.ready)


def course_progress(session: Session, course_id: UUID, today: date) -> Progress:
    """Return how everybody gets on who sits, or sat, on a course."""
    meetings = meetings_of(session, course_id)
    held = [(each.held_on, each.minutes) for each in meetings if each.state is MeetingState.HELD]
    planned = [each for each in meetings if each.state is MeetingState.PLANNED]
    people = [
        each
        for each in by_name(participants(session, course_id))
        if each.enrolment.state in (*SITS, *SAT)
    ]
    hours = hours_of_many(
        session, {each.enrolment.client_id for each in people if each.enrolment.client_id}, today
    )
    attended = _attended(session, course_id)
    limit = the_office(session).orientation_behind_percent
    rows = []
    for each in people:
        enrolment = each.enrolment
        due = sum(minutes for day, minutes in held if sat_on(enrolment, day))
        had = attended[enrolment.id]
        rows.append(
            Getting(
                person_of(each),
                enrolment.state,
                had,
                due,
                enrolment.state is EnrolmentState.ACCEPTED and falls_behind(had, due, limit),
                hours.get(enrolment.client_id) if enrolment.client_id else None,
            )
        )
    uncalled = sum(each.held_on < today for each in planned)
    return Progress(tuple(rows), limit, len(held), len(planned), uncalled)


def record_completed(session: Session, enrolments: Iterable[UUID], today: date) -> int:
    """Record that people have completed civic orientation; return how many.

    Raises InvalidInput for `enrolment` when hours, topics or a ground are missing.
    """
    done = 0
    for enrolment_id in enrolments:
        enrolment = session.get_one(Enrolment, enrolment_id)
        client = enrolment.client_id
        if client is None or not hours_of(session, client, today).complete:
            raise InvalidInput(
                "enrolment",
                N_("Civic orientation is not complete: hours, topics or a ground are missing."),
            )
        enrolment.state, enrolment.ended_on = EnrolmentState.COMPLETED, today
        session.add(enrolment)
        done += 1
    return done


def _attended(session: Session, course_id: UUID) -> dict[UUID, int]:
    rows = session.execute(
        select(Attendance.enrolment_id, func.sum(Attendance.minutes))
        .join(CourseMeeting, CourseMeeting.id == Attendance.meeting_id)
        .where(CourseMeeting.course_id == course_id, CourseMeeting.state == MeetingState.HELD)
        .group_by(Attendance.enrolment_id)
    )
    return defaultdict(int, ((enrolment, minutes) for enrolment, minutes in rows))
