"""The meetings of courses as a calendar file: without names, and without places that hide."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta

from kotoutus_desktop.documents.calendar_file import CalendarHours
from kotoutus_desktop.documents.sign_in_sheet import course_name
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.orientation import Course, CourseMeeting, MeetingState


def course_hours(
    courses: Iterable[Course], *, trainer: str = "", hide_places: bool = False, person: str = ""
) -> Iterator[CalendarHours]:
    """Yield the meetings of courses; of `trainer` alone where one is named.

    `person` stands in each entry, "" for nobody: a calendar is often seen by others. With
    `hide_places` neither place nor link is told.
    """
    for course in courses:
        for meeting in course.meetings:
            taught_by = meeting.trainer or course.trainer
            if not trainer or taught_by == trainer:
                yield _hours(course, meeting, person, hide_places=hide_places)


def _hours(
    course: Course, meeting: CourseMeeting, person: str, *, hide_places: bool
) -> CalendarHours:
    midnight = datetime.combine(meeting.held_on, time())
    place = meeting.place or course.place
    link = meeting.link or course.link
    where = link if meeting.remote else place
    said = (_("Civic orientation"), course_name(course), person)
    return CalendarHours(
        uid=f"{meeting.id}@kotoutus-desktop",
        starts=midnight + timedelta(minutes=meeting.starts),
        ends=midnight + timedelta(minutes=meeting.ends),
        summary=", ".join(part for part in said if part),
        place="" if hide_places else where,
        description=meeting.title,
        cancelled=meeting.state is MeetingState.DID_NOT_HAPPEN,
    )
