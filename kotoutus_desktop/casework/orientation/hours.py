"""The seventy hours of a client, over courses, languages and municipalities.

Plain columns are read, keys and topics as the file has them, which is quick: a course of
twenty people has five hundred marks.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import LargeBinary, Select, String, bindparam, or_, select, type_coerce
from sqlalchemy.orm import Session

from kotoutus_desktop.models.client import Client
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


# made once: to put a question together takes longer than to have it answered
_CLIENTS = bindparam("clients", expanding=True, type_=Client.id.type)
_MARKS = (  # what was attended; the hours of an introduction are none of § 25
    select(
        type_coerce(Attendance.client_id, LargeBinary).label("client"),
        Attendance.minutes,
        type_coerce(CourseMeeting.topics, String).label("topics"),
        or_(CourseMeeting.remote, Course.form == CourseForm.REMOTE).label("remote"),
        CourseMeeting.interpreted,
        type_coerce(Course.interpreted_ground, String).label("ground"),
        type_coerce(Course.id, LargeBinary).label("course"),
        *(Course.number, Course.name, Course.language),
    )
    .join(CourseMeeting, CourseMeeting.id == Attendance.meeting_id)
    .join(Course, Course.id == CourseMeeting.course_id)
    .where(
        Attendance.client_id.in_(_CLIENTS),
        Attendance.minutes > 0,
        CourseMeeting.state == MeetingState.HELD,
        Course.kind == CourseKind.ORIENTATION,
    )
    .order_by(CourseMeeting.held_on, CourseMeeting.starts)
)
_STUDIES = (
    select(
        type_coerce(SelfStudy.client_id, LargeBinary).label("client"),
        SelfStudy.minutes,
        type_coerce(SelfStudy.topics, String).label("topics"),
        SelfStudy.ground,
        Course.self_study_ground.label("course_ground"),
    )
    .outerjoin(Course, Course.id == SelfStudy.course_id)
    .where(SelfStudy.client_id.in_(_CLIENTS), SelfStudy.withdrawn_reason == "")
)
_AHEAD = (  # the meetings of their courses that are planned, also those already past
    select(
        type_coerce(Enrolment.client_id, LargeBinary).label("client"),
        *(CourseMeeting.held_on, CourseMeeting.minutes),
        type_coerce(CourseMeeting.topics, String).label("topics"),
    )
    .join(Course, Course.id == Enrolment.course_id)
    .join(CourseMeeting, CourseMeeting.course_id == Course.id)
    .where(
        Enrolment.client_id.in_(_CLIENTS),
        Enrolment.state == EnrolmentState.ACCEPTED,
        CourseMeeting.state == MeetingState.PLANNED,
        Course.state != CourseState.CANCELLED,
        Course.kind == CourseKind.ORIENTATION,
    )
    .order_by(CourseMeeting.held_on, CourseMeeting.starts)
)
_NEEDS = (
    select(
        type_coerce(OrientationNeed.client_id, LargeBinary).label("client"),
        OrientationNeed.earlier_minutes,
        type_coerce(OrientationNeed.earlier_topics, String).label("topics"),
        OrientationNeed.remote_unsuitable,
    )
    .where(OrientationNeed.client_id.in_(_CLIENTS))
    .order_by(OrientationNeed.id)
)


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
        self._marks = _by_client(session, _MARKS, clients)
        self._studies = _by_client(session, _STUDIES, clients)
        self._ahead = _by_client(session, _AHEAD, clients)
        self._needs = _by_client(session, _NEEDS, clients)

    def hours(self, client_id: UUID, today: date) -> ClientHours:
        """Return the hours of one of them."""
        marks, studies = self._marks[client_id], self._studies[client_id]
        need = self._needs[client_id][-1] if self._needs[client_id] else None
        meetings = [
            rule.Meeting(row.minutes, topics_in(row.topics), True, row.remote, row.interpreted)
            for row in marks
        ]
        earlier = need.earlier_minutes if need else 0
        topics = topics_in(need.topics) if need else frozenset()
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


def _by_client(session: Session, query: _Query, clients: Sequence[UUID]) -> dict[UUID, list[Any]]:
    rows: dict[bytes, list[Any]] = {client.bytes: [] for client in clients}
    for row in session.execute(query, {"clients": clients}):
        rows[row[0]].append(row)
    return {client: rows[client.bytes] for client in clients}


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
