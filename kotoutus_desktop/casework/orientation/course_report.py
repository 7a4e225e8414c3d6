"""The report on courses: who started, completed, interrupted; hours, languages, costs.

What each number counts is written once, in `documents/course_report_words.py`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.orientation import (
    Attendance,
    Course,
    CourseKind,
    CourseMeeting,
    CourseState,
    Enrolment,
    EnrolmentState,
    MeetingState,
    SelfStudy,
)


@dataclass(frozen=True)
class ReportScope:
    """What is counted: a period of days, and a municipality ("" for all)."""

    first: date
    last: date
    municipality: str = ""

    def has(self, day: date | None) -> bool:
        """Tell whether a day lies in the period."""
        return day is not None and self.first <= day <= self.last


@dataclass(frozen=True)
class CourseLine:
    """The numbers of one course in the period. Minutes are whole; costs are cents.

    `cost` is that of a course that ended in the period and was not cancelled, None where it
    did not or nothing is known; `finishers` completed such a course, whenever that was.
    """

    course: Course
    started: int = 0
    completed: int = 0
    interrupted: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    taught: int = 0
    attended: int = 0
    interpreted: int = 0
    present: int = 0
    cost: int | None = None
    finishers: int = 0

    @property
    def counts_anything(self) -> bool:
        """Whether anything of the course happened in the period."""
        people = self.started or self.completed or self.interrupted
        return bool(people or self.taught or self.cost is not None)


@dataclass(frozen=True)
class CourseReport:
    """The lines of the courses, and minutes of self-study that belong to them or to none.

    `studying` is of how many people the self-study is.
    """

    scope: ReportScope
    lines: tuple[CourseLine, ...]
    self_study: int = 0
    studying: int = 0

    def total(self, name: str) -> int:
        """Return the sum of a number over all courses."""
        return sum(getattr(line, name) for line in self.lines)

    @property
    def reasons(self) -> Counter[str]:
        """How often each reason of interruption was given; "" is none."""
        return sum((line.reasons for line in self.lines), Counter())

    @property
    def cost_per_finisher(self) -> int | None:
        """Cents per completed participant of courses that ended; None where it is not known."""
        known = [line for line in self.lines if line.cost is not None]
        finishers = sum(line.finishers for line in known)
        return round(sum(line.cost or 0 for line in known) / finishers) if finishers else None

    @property
    def finishers(self) -> int:
        """How many the cost is divided by."""
        return sum(line.finishers for line in self.lines if line.cost is not None)


def course_report(session: Session, scope: ReportScope) -> CourseReport:
    """Return the report of a period. An introduction is not civic orientation (§ 25).

    Why a restricted client left is counted and not told: such words often name a place.
    """
    courses = _courses(session, scope)
    ids = [course.id for course in courses]
    people = _enrolments(session, ids)
    held, firsts = _held(session, scope), _first_days(session)
    attended = _attended(session, scope)
    going_on = {row.moved_to for rows in people.values() for row in rows if row.moved_to}
    hidden = set(session.scalars(select(Client.id).where(Client.hides_place)))
    lines = []
    for course in courses:
        rows = people[course.id]
        taught, interpreted = held[course.id]
        minutes, present = attended[course.id]
        left = [
            row
            for row in rows
            if row.state is EnrolmentState.INTERRUPTED and scope.has(row.ended_on)
        ]
        lines.append(
            CourseLine(
                course,
                started=sum(
                    scope.has(firsts.get(row.id)) and row.id not in going_on for row in rows
                ),
                completed=sum(
                    row.state is EnrolmentState.COMPLETED and scope.has(row.ended_on)
                    for row in rows
                ),
                interrupted=len(left),
                reasons=Counter(
                    "" if row.client_id in hidden else " ".join(row.reason.split()) for row in left
                ),
                taught=taught,
                attended=minutes,
                interpreted=interpreted,
                present=present,
                cost=_cost(course, scope),
                finishers=sum(row.state is EnrolmentState.COMPLETED for row in rows),
            )
        )
    shown = tuple(line for line in lines if line.counts_anything)
    return CourseReport(scope, shown, *_self_study(session, ids, scope))


def municipalities_with_courses(session: Session) -> list[tuple[str, int]]:
    """Return the municipalities that share courses, with how many, the most first."""
    counted = Counter(
        code for shared in session.scalars(select(Course.municipalities)) for code in shared
    )
    return sorted(counted.items(), key=lambda each: (-each[1], each[0]))


def _courses(session: Session, scope: ReportScope) -> Sequence[Course]:
    found = session.scalars(
        select(Course)
        .where(Course.kind == CourseKind.ORIENTATION)
        .order_by(Course.starts_on, Course.number)
    )
    wanted = scope.municipality
    return [course for course in found if not wanted or wanted in course.municipalities]


def _enrolments(session: Session, courses: Iterable[UUID]) -> dict[UUID, list[Enrolment]]:
    found: dict[UUID, list[Enrolment]] = defaultdict(list)
    wanted = set(courses)
    for row in session.scalars(select(Enrolment)):
        if row.course_id in wanted:
            found[row.course_id].append(row)
    return found


def _held(session: Session, scope: ReportScope) -> dict[UUID, tuple[int, int]]:
    """Return minutes taught, and those of them interpreted, by course."""
    found: dict[UUID, tuple[int, int]] = defaultdict(lambda: (0, 0))
    rows = session.execute(
        select(CourseMeeting.course_id, CourseMeeting.minutes, CourseMeeting.interpreted).where(
            CourseMeeting.state == MeetingState.HELD,
            CourseMeeting.held_on.between(scope.first, scope.last),
        )
    )
    for course, minutes, interpreted in rows:
        taught, with_interpreter = found[course]
        found[course] = taught + minutes, with_interpreter + (minutes if interpreted else 0)
    return found


def _first_days(session: Session) -> dict[UUID, date]:
    """Return the day on which each enrolled person was there first."""
    rows = session.execute(
        select(Attendance.enrolment_id, func.min(CourseMeeting.held_on).label("first"))
        .join(CourseMeeting, CourseMeeting.id == Attendance.meeting_id)
        .where(Attendance.minutes > 0, CourseMeeting.state == MeetingState.HELD)
        .group_by(Attendance.enrolment_id)
    )
    return {row.enrolment_id: row.first for row in rows}


def _attended(session: Session, scope: ReportScope) -> dict[UUID, tuple[int, int]]:
    """Return minutes attended and how many people they are of, by course."""
    rows = session.execute(
        select(
            CourseMeeting.course_id,
            func.sum(Attendance.minutes),
            func.count(Attendance.enrolment_id.distinct()),
        )
        .join(CourseMeeting, CourseMeeting.id == Attendance.meeting_id)
        .where(
            Attendance.minutes > 0,
            CourseMeeting.state == MeetingState.HELD,
            CourseMeeting.held_on.between(scope.first, scope.last),
        )
        .group_by(CourseMeeting.course_id)
    )
    found: dict[UUID, tuple[int, int]] = defaultdict(lambda: (0, 0))
    found.update({course: (minutes, people) for course, minutes, people in rows})
    return found


def _cost(course: Course, scope: ReportScope) -> int | None:
    if course.state is CourseState.CANCELLED or not scope.has(course.ends_on):
        return None
    known = [cost for cost in (course.cost, course.interpreter_cost) if cost is not None]
    return sum(known) if known else None


def _self_study(session: Session, courses: Sequence[UUID], scope: ReportScope) -> tuple[int, int]:
    """Return minutes studied alone and by how many; of a municipality those of its courses."""
    query = select(SelfStudy.course_id, SelfStudy.minutes, SelfStudy.client_id).where(
        SelfStudy.done_on.between(scope.first, scope.last), SelfStudy.withdrawn_reason == ""
    )
    wanted = set(courses)
    counted = [
        (minutes, client)
        for course, minutes, client in session.execute(query)
        if course in wanted or (course is None and not scope.municipality)
    ]
    return sum(minutes for minutes, _client in counted), len({client for _m, client in counted})
