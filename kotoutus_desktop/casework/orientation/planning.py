"""The meetings of a course planned by rule, from a frame; the office's own frames."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from kotoutus_desktop.casework.orientation.courses import get_course, keep_days
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.orientation import (
    Course,
    CourseForm,
    CourseMeeting,
    CourseTemplate,
    MeetingState,
    TemplateMeeting,
    known_topics,
)
from kotoutus_desktop.reference.orientation_frame import SEVENTY_HOURS
from kotoutus_desktop.rules.course_calendar import (
    PlannedMeeting,
    Slot,
    Subject,
    TimeProblem,
    planned_meetings,
    time_problem,
)
from kotoutus_desktop.rules.orientation import Topic

TIME_PROBLEMS = {
    TimeProblem.NO_LENGTH: N_("A meeting needs a length: it cannot end when it begins."),
    TimeProblem.TOO_LONG: N_("A meeting of twelve hours or more is too long. Check the times."),
    TimeProblem.PAST_MIDNIGHT: N_("A meeting ends before midnight. Check the times."),
    TimeProblem.CLOCK_CHANGES: N_("The clock is changed in this night. Choose another time."),
}


@dataclass(frozen=True)
class Rule:
    """When a course meets and what it goes through."""

    first: date | None
    slots: tuple[Slot, ...]
    subjects: tuple[Subject, ...]
    free: frozenset[date] = field(default_factory=frozenset)


def seventy_hours(language: str) -> tuple[Subject, ...]:
    """Return the frame of seventy hours with its titles in a language of the interface."""
    return tuple(
        Subject(part.title(language), part.hours * 60, frozenset(map(Topic, part.topics)))
        for part in SEVENTY_HOURS
    )


def rule_faults(rule: Rule) -> Iterator[InvalidInput]:
    """Yield what is wrong with a rule, by field."""
    if rule.first is None:
        yield InvalidInput("first", N_("Write the day on which the course begins."))
    if not rule.slots:
        yield InvalidInput("slots", N_("Choose a weekday and a time."))
    for slot in rule.slots:
        # a Monday has no change of the clock: the nights are looked at day by day
        if problem := time_problem(date(2026, 11, 23), slot):
            yield InvalidInput("slots", TIME_PROBLEMS[problem])
    if any(_overlap(one, other) for one, other in combinations(rule.slots, 2)):
        yield InvalidInput("slots", N_("Two times of the same weekday overlap."))
    if not rule.subjects:
        yield InvalidInput("frame", N_("Choose a frame."))


def meetings_by(rule: Rule) -> tuple[PlannedMeeting, ...]:
    """Return the meetings that a rule gives; none while something is wrong with it."""
    if rule.first is None or any(rule_faults(rule)):
        return ()
    return planned_meetings(rule.first, rule.slots, rule.subjects, rule.free)


def plan_meetings(session: Session, course_id: UUID, rule: Rule) -> Course:
    """Give a course the meetings of a rule in place of those that were only planned.

    What was held or did not happen stays. Raises InvalidInput by the field of the rule.
    """
    for fault in rule_faults(rule):
        raise fault
    course = get_course(session, course_id)
    planned = meetings_by(rule)
    for meeting in planned:
        if problem := time_problem(meeting.held_on, meeting.slot):
            raise InvalidInput("slots", TIME_PROBLEMS[problem])
    kept = [each for each in course.meetings if each.state is not MeetingState.PLANNED]
    course.meetings = [*kept, *(_stored(course, meeting) for meeting in planned)]
    keep_days(course)
    session.flush()
    return course


def templates(session: Session) -> list[CourseTemplate]:
    """Return the office's own frames with their meetings, by name."""
    return list(
        session.scalars(
            select(CourseTemplate)
            .options(selectinload(CourseTemplate.meetings))
            .order_by(CourseTemplate.name, CourseTemplate.id)
        )
    )


def subjects_of(template: CourseTemplate) -> tuple[Subject, ...]:
    """Return a frame of the office as the planner goes through it."""
    return tuple(
        Subject(part.title, part.minutes, known_topics(part.topics)) for part in template.meetings
    )


def save_template(session: Session, name: str, course_id: UUID) -> CourseTemplate:
    """Keep the meetings of a course as a frame of the office; raises InvalidInput for `name`."""
    written = " ".join(name.split())
    if not written:
        raise InvalidInput("name", N_("Write a name for the frame."))
    meetings = _that_happen(get_course(session, course_id).meetings)
    if not meetings:
        raise InvalidInput("name", N_("The course has no meetings yet."))
    template = CourseTemplate(name=written)
    template.meetings = [
        TemplateMeeting(
            position=place, title=each.title, minutes=each.minutes, topics=list(each.topics)
        )
        for place, each in enumerate(meetings)
    ]
    session.add(template)
    return template


def remove_template(session: Session, template_id: UUID) -> None:
    """Delete a frame of the office; courses planned from it stay as they are."""
    session.delete(session.get_one(CourseTemplate, template_id))


def _that_happen(meetings: Sequence[CourseMeeting]) -> list[CourseMeeting]:
    return [each for each in meetings if each.state is not MeetingState.DID_NOT_HAPPEN]


def _overlap(one: Slot, other: Slot) -> bool:
    ends = [slot.starts + slot.minutes + slot.break_minutes for slot in (one, other)]
    same = one.weekday == other.weekday
    return same and one.starts < ends[1] and other.starts < ends[0]


def _stored(course: Course, meeting: PlannedMeeting) -> CourseMeeting:
    return CourseMeeting(
        course_id=course.id,
        held_on=meeting.held_on,
        starts=meeting.slot.starts,
        minutes=meeting.slot.minutes,
        break_minutes=meeting.slot.break_minutes,
        remote=course.form is CourseForm.REMOTE,
        interpreted=course.interpreted_ground is not None,
        title=meeting.title,
        topics=sorted(meeting.topics),
    )
