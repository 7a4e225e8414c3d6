"""What a certificate of civic orientation may say, and that it was given."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.orientation.courses import SEATED
from kotoutus_desktop.casework.orientation.hours import ClientHours, hours_of
from kotoutus_desktop.casework.orientation.participants import TAKES_PLACE
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.orientation import (
    Attendance,
    Course,
    CourseMeeting,
    Enrolment,
    EnrolmentState,
    MeetingState,
)
from kotoutus_desktop.rules.orientation_topics import TopicHours, hours_by_topic

GETS_ONE = (EnrolmentState.ACCEPTED, EnrolmentState.COMPLETED, EnrolmentState.INTERRUPTED)
NOT_COMPLETE = N_(
    "Civic orientation is not complete: hours, topics or a ground are missing. A certificate of "
    "participation can be given."
)
NOTHING_YET = N_("There are no hours of civic orientation yet, so there is nothing to certify.")


@dataclass(frozen=True)
class Attended:
    """A course with hours: trainers as they taught, first and last day attended."""

    course: Course
    trainers: tuple[str, ...]
    first: date
    last: date


@dataclass(frozen=True)
class Certifiable:
    """What can be certified of a client: `hours` says whether it is complete."""

    hours: ClientHours
    topics: tuple[TopicHours, ...]
    attended: tuple[Attended, ...]

    def require_complete(self) -> None:
        """Raise InvalidInput for `certificate` unless hours, topics and grounds are all there."""
        if not self.hours.complete:
            raise InvalidInput("certificate", NOT_COMPLETE)


def certifiable(session: Session, client_id: UUID, today: date) -> Certifiable:
    """Return what can be certified; raises InvalidInput for `certificate` without any hours."""
    hours = hours_of(session, client_id, today)
    if not hours.done:
        raise InvalidInput("certificate", NOTHING_YET)
    meetings = list(hours.record.attended)
    if hours.earlier:  # comes last, and was not divided by topics
        meetings = meetings[:-1]
    topics = hours_by_topic(meetings, hours.record.self_study)
    return Certifiable(hours, topics, _attended(session, client_id, hours))


class Learner(NamedTuple):
    """A client who takes part in a course or has completed it."""

    id: UUID
    number: str
    non_disclosure: bool


def to_certify(session: Session, course_id: UUID) -> list[Learner]:
    """Return the clients of a course for whom certificates may be made, by number."""
    rows = session.execute(
        select(Client.id, Client.number, Client.non_disclosure)
        .join(Enrolment, Enrolment.client_id == Client.id)
        .where(Enrolment.course_id == course_id, Enrolment.state.in_(SEATED))
        .order_by(Client.number)
    )
    return [Learner(*row) for row in rows]


def record_certificate(session: Session, client_id: UUID, today: date) -> None:
    """Record with the latest enrolment of a client that a certificate was given."""
    enrolment = session.scalars(
        select(Enrolment)
        .join(Course, Course.id == Enrolment.course_id)
        .where(Enrolment.client_id == client_id, Enrolment.state.in_(GETS_ONE))
        .order_by(Course.ends_on.desc(), Enrolment.id.desc())
        .limit(1)
    ).one_or_none()
    if enrolment is not None:
        enrolment.certificate_on = today
        session.add(enrolment)


def course_to_show(session: Session, client_id: UUID) -> UUID | None:
    """Return the latest course on which a client has a place, None for none."""
    return session.scalars(
        select(Course.id)
        .join(Enrolment, Enrolment.course_id == Course.id)
        .where(Enrolment.client_id == client_id, Enrolment.state.in_(TAKES_PLACE))
        .order_by(Course.starts_on.desc(), Course.id.desc())
        .limit(1)
    ).one_or_none()


def _attended(session: Session, client_id: UUID, hours: ClientHours) -> tuple[Attended, ...]:
    made = []
    for each in hours.courses:
        course = session.get_one(Course, each.course_id)
        meetings = session.scalars(
            select(CourseMeeting)
            .join(Attendance, Attendance.meeting_id == CourseMeeting.id)
            .where(
                Attendance.client_id == client_id,
                Attendance.minutes > 0,
                CourseMeeting.course_id == each.course_id,
                CourseMeeting.state == MeetingState.HELD,
            )
            .order_by(CourseMeeting.held_on)
        ).all()
        trainers = dict.fromkeys(meeting.trainer or course.trainer for meeting in meetings)
        days = [meeting.held_on for meeting in meetings]
        made.append(Attended(course, tuple(filter(None, trainers)), days[0], days[-1]))
    return tuple(made)
