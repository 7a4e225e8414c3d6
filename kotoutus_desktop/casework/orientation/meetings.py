"""One meeting is moved, did not happen, or is replaced by another."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.orientation.courses import get_course, keep_days
from kotoutus_desktop.casework.orientation.planning import TIME_PROBLEMS
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.orientation import Course, CourseMeeting, MeetingState
from kotoutus_desktop.rules.course_calendar import Slot, time_problem

NOT_PLANNED = N_("Only a planned meeting can be moved.")
COPIED = ("title", "trainer", "interpreter", "place", "link", "remote", "interpreted")


def move_meeting(
    session: Session, meeting_id: UUID, held_on: date, starts: int, reason: str = ""
) -> CourseMeeting:
    """Move a planned meeting to a day and time; it stays the same meeting.

    Raises InvalidInput for `held_on` or `starts` when it cannot be then.
    """
    meeting = session.get_one(CourseMeeting, meeting_id)
    if meeting.state is not MeetingState.PLANNED:
        raise InvalidInput("held_on", NOT_PLANNED)
    course = get_course(session, meeting.course_id)
    _check(course, meeting, held_on, starts, meeting.id)
    meeting.held_on, meeting.starts = held_on, starts
    meeting.reason = reason.strip() or meeting.reason
    keep_days(course)
    session.flush()
    return meeting


def did_not_happen(session: Session, meeting_id: UUID, reason: str) -> CourseMeeting:
    """Record that a meeting did not happen and why; raises InvalidInput for `reason`."""
    why = reason.strip()
    if not why:
        raise InvalidInput("reason", N_("Write why the meeting did not happen."))
    meeting = session.get_one(CourseMeeting, meeting_id)
    if meeting.state is MeetingState.HELD:
        raise InvalidInput("reason", N_("The meeting was held: it has marks of attendance."))
    meeting.state, meeting.reason = MeetingState.DID_NOT_HAPPEN, why
    keep_days(get_course(session, meeting.course_id))
    session.flush()
    return meeting


def replace_meeting(
    session: Session, meeting_id: UUID, held_on: date, starts: int
) -> CourseMeeting:
    """Return a new meeting in place of one that did not happen; it names that one.

    Raises InvalidInput for `held_on` or `starts` when it cannot be then, or when the meeting
    happens or has been replaced.
    """
    before = session.get_one(CourseMeeting, meeting_id)
    course = get_course(session, before.course_id)
    if before.state is not MeetingState.DID_NOT_HAPPEN:
        raise InvalidInput("held_on", N_("Only a meeting that did not happen is replaced."))
    if any(each.replaces == before.id for each in course.meetings):
        raise InvalidInput("held_on", N_("The meeting has been replaced already."))
    _check(course, before, held_on, starts, before.id)
    meeting = CourseMeeting(
        course_id=course.id,
        held_on=held_on,
        starts=starts,
        minutes=before.minutes,
        break_minutes=before.break_minutes,
        topics=list(before.topics),
        replaces=before.id,
        **{name: getattr(before, name) for name in COPIED},
    )
    course.meetings.append(meeting)
    keep_days(course)
    session.flush()
    return meeting


def _check(course: Course, like: CourseMeeting, held_on: date, starts: int, itself: UUID) -> None:
    """Refuse a time that cannot be, or at which the course meets already."""
    slot = Slot(held_on.weekday(), starts, like.minutes, like.break_minutes)
    if problem := time_problem(held_on, slot):
        raise InvalidInput("starts", TIME_PROBLEMS[problem])
    ends = starts + like.minutes + like.break_minutes
    for other in course.meetings:
        happens = other.state is not MeetingState.DID_NOT_HAPPEN and other.id != itself
        if happens and other.held_on == held_on and other.starts < ends and starts < other.ends:
            raise InvalidInput("starts", N_("The course meets at this time already."))
