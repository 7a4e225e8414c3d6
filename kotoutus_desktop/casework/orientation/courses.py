"""Courses: made, changed, cancelled with a reason, listed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Integer, case, cast, func, select
from sqlalchemy.orm import Session, selectinload

from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.orientation import (
    Course,
    CourseMeeting,
    CourseState,
    Enrolment,
    EnrolmentState,
    MeetingState,
)

LONGEST_TEXT = 2000
MOST_PLACES = 200
SEATED = (EnrolmentState.ACCEPTED, EnrolmentState.COMPLETED)


@dataclass(frozen=True)
class CourseFilter:
    """Which courses a list shows: by state of the day asked, language and municipality."""

    states: frozenset[CourseState] = frozenset({CourseState.PLANNED, CourseState.RUNNING})
    language: str = ""


class CourseRow(NamedTuple):
    """A course in a list: how many sit there, and the meetings and minutes planned or held."""

    course: Course
    state: CourseState
    seated: int
    meetings: int
    minutes: int


def get_course(session: Session, course_id: UUID) -> Course:
    """Return a course with its meetings loaded, so that it can be shown afterwards."""
    return session.scalars(
        select(Course).where(Course.id == course_id).options(selectinload(Course.meetings))
    ).one()


def list_courses(
    session: Session, today: date, chosen: CourseFilter | None = None
) -> list[CourseRow]:
    """Return the courses, those that begin last first, without a beginning before all."""
    chosen = chosen or CourseFilter()
    wanted = select(Course).order_by(
        Course.starts_on.is_not(None), Course.starts_on.desc(), Course.number
    )
    if chosen.language:
        wanted = wanted.where(Course.language == chosen.language)
    courses = session.scalars(wanted).all()
    shown = [(course, state_on(course, today)) for course in courses]
    shown = [(course, state) for course, state in shown if state in chosen.states]
    seats, sums = _seats(session), _sums(session)
    return [
        CourseRow(course, state, seats.get(course.id, 0), *sums.get(course.id, (0, 0)))
        for course, state in shown
    ]


def state_on(course: Course, today: date) -> CourseState:
    """Return where a course stands: cancelled or ended as recorded, otherwise by its days."""
    if course.state in (CourseState.CANCELLED, CourseState.ENDED):
        return course.state
    if course.starts_on is None or course.starts_on > today:
        return CourseState.PLANNED
    if course.ends_on is not None and course.ends_on < today:
        return CourseState.ENDED
    return CourseState.RUNNING


def may_cancel(course: Course, today: date) -> bool:
    """Tell whether a course can be cancelled: it is planned or goes on."""
    return state_on(course, today) in (CourseState.PLANNED, CourseState.RUNNING)


def may_end(course: Course, today: date) -> bool:
    """Tell whether a course can be closed: it has begun, no meeting is to come, nobody did."""
    closed = course.state in (CourseState.CANCELLED, CourseState.ENDED)
    begun = course.starts_on is not None and course.starts_on <= today
    to_come = any(
        meeting.state is MeetingState.PLANNED and meeting.held_on > today
        for meeting in course.meetings
    )
    return begun and not closed and not to_come


def store_course(session: Session, course: Course) -> None:
    """Store a course, new or changed, with a number.

    Raises InvalidInput, naming the field, when something cannot be right.
    """
    for fault in faults_of(course):
        raise fault
    if not course.number:
        course.number = _next_number(session)
    session.add(course)
    session.flush()


def faults_of(course: Course) -> Iterator[InvalidInput]:
    """Yield everything that cannot be right about a course, field by field."""
    if not course.language:
        yield InvalidInput("language", N_("Choose the language of the group."))
    if not 1 <= course.places <= MOST_PLACES:
        yield InvalidInput(
            "places",
            N_("Write a whole number from {lowest} to {highest}."),
            lowest=1,
            highest=MOST_PLACES,
        )
    for field in ("cost", "interpreter_cost"):
        if (getattr(course, field) or 0) < 0:
            yield InvalidInput(field, N_("A cost cannot be below zero."))
    for field in ("name", "place", "map_text", "bring", "absence_contact", "note"):
        if len(getattr(course, field)) > LONGEST_TEXT:
            yield InvalidInput(field, N_("Write at most {most} characters."), most=LONGEST_TEXT)


def cancel_course(session: Session, course: Course, reason: str) -> None:
    """Cancel a course: none of its planned meetings happens. What was held stays.

    Raises InvalidInput for `reason` when none is given.
    """
    why = reason.strip()
    if not why:
        raise InvalidInput("reason", N_("Write why the course is cancelled."))
    course.state, course.state_reason = CourseState.CANCELLED, why
    for meeting in course.meetings:
        if meeting.state is MeetingState.PLANNED:
            meeting.state, meeting.reason = MeetingState.DID_NOT_HAPPEN, why
    session.add(course)


def end_course(session: Session, course: Course, reason: str = "") -> None:
    """Close a course whose meetings are over."""
    course.state, course.state_reason = CourseState.ENDED, reason.strip()
    session.add(course)


def keep_days(course: Course) -> None:
    """Set the first and the last day of a course by its meetings that are planned or held."""
    days = [
        meeting.held_on
        for meeting in course.meetings
        if meeting.state is not MeetingState.DID_NOT_HAPPEN
    ]
    course.starts_on, course.ends_on = min(days, default=None), max(days, default=None)


def _next_number(session: Session) -> str:
    """Return the next course number: prefix, K for kurssi, and a running number."""
    prefix = f"{the_office(session).case_prefix}-K"
    taken = session.scalar(
        select(func.max(cast(func.substr(Course.number, len(prefix) + 1), Integer))).where(
            Course.number.startswith(prefix, autoescape=True)
        )
    )
    return f"{prefix}{(taken or 0) + 1:03d}"


def _seats(session: Session) -> dict[UUID, int]:
    rows = session.execute(
        select(Enrolment.course_id, func.count())
        .where(Enrolment.state.in_(SEATED))
        .group_by(Enrolment.course_id)
    )
    return {row[0]: row[1] for row in rows}


def _sums(session: Session) -> dict[UUID, tuple[int, int]]:
    """Return for each course its meetings that are planned or held, and their minutes."""
    counts = CourseMeeting.state != MeetingState.DID_NOT_HAPPEN
    rows = session.execute(
        select(
            CourseMeeting.course_id,
            func.sum(case((counts, 1), else_=0)),
            func.sum(case((counts, CourseMeeting.minutes), else_=0)),
        ).group_by(CourseMeeting.course_id)
    )
    return {course_id: (count, minutes) for course_id, count, minutes in rows}
