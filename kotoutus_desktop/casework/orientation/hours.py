"""The seventy hours of a client, over courses, languages and municipalities.

Plain columns are read, keys and topics as the file has them, which is quick: a course of
twenty people has five hundred marks.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import LargeBinary, Select, String, select, type_coerce
from sqlalchemy.orm import Session

from kotoutus_desktop.models.orientation import (
    Attendance,
    Course,
    CourseForm,
    CourseKind,
    CourseMeeting,
    CourseState,
    Enrolment,
    EnrolmentState,
    MeetingState,
    OrientationNeed,
    SelfStudy,
    known_topics,
)
from kotoutus_desktop.rules import orientation as rule
from kotoutus_desktop.rules.orientation_forecast import Ahead, Forecast, forecast

_BLOCK = 400  # people asked about at once
_Query = Select[*tuple[Any, ...]]


class OnCourse(NamedTuple):
    """A course on which a client has hours."""

    course_id: UUID
    number: str
    name: str
    language: str
    minutes: int


@dataclass(frozen=True)
class ClientHours:
    """What counts towards the seventy hours of one client, and what is planned.

    Minutes of `teaching` were attended, `earlier` was done elsewhere before. `uncalled` are
    past meetings of the client's courses whose roll was never called: nothing of them counts.
    """

    record: rule.OrientationRecord
    teaching: int = 0
    self_study: int = 0
    earlier: int = 0
    courses: tuple[OnCourse, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    uncalled: int = 0

    @property
    def done(self) -> int:
        """Minutes that count."""
        return rule.minutes_done(self.record)

    @property
    def missing(self) -> int:
        """Minutes that are still needed."""
        return rule.minutes_missing(self.record)

    @property
    def topics_missing(self) -> tuple[rule.Topic, ...]:
        """Topics that are still needed."""
        return rule.topics_missing(self.record)

    @property
    def problems(self) -> tuple[rule.OrientationProblem, ...]:
        """Ways of giving it that lack their ground."""
        return rule.orientation_problems(self.record)

    @property
    def complete(self) -> bool:
        """Whether hours, topics and grounds are all there."""
        return rule.orientation_complete(self.record)

    @property
    def begun(self) -> bool:
        """Whether there is anything to show: hours, or meetings to come."""
        return bool(self.done or self.ahead or self.uncalled)

    @property
    def forecast(self) -> Forecast:
        """When what is needed will have been had, if the client comes to every meeting."""
        return forecast(self.missing, frozenset(self.topics_missing), self.ahead)


def hours_of(session: Session, client_id: UUID, today: date) -> ClientHours:
    """Return the hours of one client."""
    return hours_of_many(session, [client_id], today)[client_id]


def hours_of_many(
    session: Session, clients: Collection[UUID], today: date
) -> dict[UUID, ClientHours]:
    """Return the hours of several clients, each of them also when there are none."""
    found: dict[UUID, ClientHours] = {}
    ids = list(clients)
    for start in range(0, len(ids), _BLOCK):
        block = ids[start : start + _BLOCK]
        read = _Read(session, block)
        found |= {client_id: read.hours(client_id, today) for client_id in block}
    return found


@lru_cache(maxsize=4096)
def topics_in(stored: str) -> frozenset[rule.Topic]:
    """Return the topics of a stored list; meetings of a course often have the same."""
    return known_topics(json.loads(stored))


class _Read:
    """The rows of several clients, read with four queries."""

    def __init__(self, session: Session, clients: Sequence[UUID]) -> None:
        self._marks = _by_client(session, _marks(clients))
        self._studies = _by_client(session, _studies(clients))
        self._ahead = _by_client(session, _ahead(clients))
        needs = session.scalars(
            select(OrientationNeed)
            .where(OrientationNeed.client_id.in_(clients))
            .order_by(OrientationNeed.id)
        )
        self._needs: Mapping[UUID, OrientationNeed] = {need.client_id: need for need in needs}

    def hours(self, client_id: UUID, today: date) -> ClientHours:
        """Return the hours of one of them."""
        marks, studies = self._marks[client_id], self._studies[client_id]
        need = self._needs.get(client_id)
        meetings = [
            rule.Meeting(row.minutes, topics_in(row.topics), True, _is_remote(row), row.interpreted)
            for row in marks
        ]
        earlier = need.earlier_minutes if need else 0
        topics = known_topics(need.earlier_topics) if need else frozenset()
        if earlier or topics:
            meetings.append(rule.Meeting(earlier, topics, present=True))
        record = rule.OrientationRecord(
            meetings=meetings,
            self_study=[rule.SelfStudy(row.minutes, topics_in(row.topics)) for row in studies],
            self_study_ground=all(row.ground or row.course_ground for row in studies),
            interpreted_ground=all(row.ground for row in marks if row.interpreted),
            remote_unsuitable=bool(need and need.remote_unsuitable),
        )
        planned = self._ahead[client_id]
        return ClientHours(
            record,
            teaching=sum(row.minutes for row in marks),
            self_study=sum(row.minutes for row in studies),
            earlier=earlier,
            courses=_courses(marks),
            ahead=tuple(
                Ahead(row.held_on, row.minutes, topics_in(row.topics))
                for row in planned
                if row.held_on >= today
            ),
            uncalled=sum(row.held_on < today for row in planned),
        )


def _marks(clients: Sequence[UUID]) -> _Query:
    """Ask for what was attended; the hours of an introduction are none of § 25."""
    return (
        select(
            type_coerce(Attendance.client_id, LargeBinary).label("client"),
            Attendance.minutes,
            type_coerce(CourseMeeting.topics, String).label("topics"),
            *(CourseMeeting.remote, CourseMeeting.interpreted),
            type_coerce(Course.form, String).label("form"),
            type_coerce(Course.interpreted_ground, String).label("ground"),
            type_coerce(Course.id, LargeBinary).label("course"),
            *(Course.number, Course.name, Course.language),
        )
        .join(CourseMeeting, CourseMeeting.id == Attendance.meeting_id)
        .join(Course, Course.id == CourseMeeting.course_id)
        .where(
            Attendance.client_id.in_(clients),
            Attendance.minutes > 0,
            CourseMeeting.state == MeetingState.HELD,
            Course.kind == CourseKind.ORIENTATION,
        )
        .order_by(CourseMeeting.held_on, CourseMeeting.starts)
    )


def _studies(clients: Sequence[UUID]) -> _Query:
    return (
        select(
            type_coerce(SelfStudy.client_id, LargeBinary).label("client"),
            SelfStudy.minutes,
            type_coerce(SelfStudy.topics, String).label("topics"),
            SelfStudy.ground,
            Course.self_study_ground.label("course_ground"),
        )
        .outerjoin(Course, Course.id == SelfStudy.course_id)
        .where(SelfStudy.client_id.in_(clients), SelfStudy.withdrawn_reason == "")
    )


def _ahead(clients: Sequence[UUID]) -> _Query:
    """Ask for the meetings of their courses that are planned, also those already past."""
    return (
        select(
            type_coerce(Enrolment.client_id, LargeBinary).label("client"),
            *(CourseMeeting.held_on, CourseMeeting.minutes),
            type_coerce(CourseMeeting.topics, String).label("topics"),
        )
        .join(Course, Course.id == Enrolment.course_id)
        .join(CourseMeeting, CourseMeeting.course_id == Course.id)
        .where(
            Enrolment.client_id.in_(clients),
            Enrolment.state == EnrolmentState.ACCEPTED,
            CourseMeeting.state == MeetingState.PLANNED,
            Course.state != CourseState.CANCELLED,
            Course.kind == CourseKind.ORIENTATION,
        )
        .order_by(CourseMeeting.held_on, CourseMeeting.starts)
    )


def _by_client(session: Session, query: _Query) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in session.execute(query):
        found[UUID(bytes=row.client)].append(row)
    return found


def _is_remote(row: Any) -> bool:
    return bool(row.remote or row.form == CourseForm.REMOTE)


def _courses(marks: Sequence[Any]) -> tuple[OnCourse, ...]:
    """Return the courses of some marks with their hours, in the order in which they began."""
    minutes: dict[bytes, int] = defaultdict(int)
    first: dict[bytes, Any] = {}
    for row in marks:
        minutes[row.course] += row.minutes
        first.setdefault(row.course, row)
    return tuple(
        OnCourse(UUID(bytes=key), row.number, row.name, row.language, minutes[key])
        for key, row in first.items()
    )
