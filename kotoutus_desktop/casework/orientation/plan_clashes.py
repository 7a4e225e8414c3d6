"""Where meetings that are only being planned would clash with those of other courses."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.orientation.calendar import (
    CalendarMeeting,
    clashes_among,
    meetings_between,
)
from kotoutus_desktop.casework.orientation.courses import get_course
from kotoutus_desktop.models.orientation import Course, CourseForm, MeetingState
from kotoutus_desktop.rules.course_calendar import Clash, PlannedMeeting


class PlanClashes(NamedTuple):
    """The planned meetings as a calendar has them, in their order, the others, and clashes."""

    planned: tuple[CalendarMeeting, ...] = ()
    others: tuple[CalendarMeeting, ...] = ()
    clashes: tuple[Clash, ...] = ()


def plan_clashes(
    session: Session, course_id: UUID, planned: Sequence[PlannedMeeting]
) -> PlanClashes:
    """Return what a plan of a course would clash with: trainer, interpreter or room.

    Its own meetings of before are not looked at: what is planned takes their place.
    """
    if not planned:
        return PlanClashes()
    course = get_course(session, course_id)
    mine = tuple(_as_shown(course, each) for each in planned)
    found = meetings_between(session, planned[0].held_on, planned[-1].held_on)
    others = tuple(each for each in found if each.course_id != course_id)
    ours = {each.id.hex for each in mine}
    clashes = tuple(
        each
        for each in clashes_among(session, [*others, *mine])
        if each.first in ours or each.second in ours
    )
    return PlanClashes(mine, others, clashes)


def _as_shown(course: Course, planned: PlannedMeeting) -> CalendarMeeting:
    return CalendarMeeting(
        id=uuid4(),
        course_id=course.id,
        held_on=planned.held_on,
        state=MeetingState.PLANNED,
        remote=course.form is CourseForm.REMOTE,
        starts=planned.slot.starts,
        minutes=planned.slot.minutes,
        break_minutes=planned.slot.break_minutes,
        reason="",
        title=planned.title,
        trainer=course.trainer,
        interpreter=course.interpreter,
        place=course.place,
        number=course.number,
        name=course.name,
        language=course.language,
    )
