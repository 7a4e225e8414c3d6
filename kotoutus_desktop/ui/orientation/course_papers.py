"""What is printed of a course: sign-in sheets, the trainer's plan; and its calendar files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from uuid import UUID

from kotoutus_desktop.casework.orientation.courses import CourseFilter, get_course, list_courses
from kotoutus_desktop.casework.orientation.participants import participants
from kotoutus_desktop.casework.orientation.roll import SITS, Person, by_name, person_of, roll
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.documents.calendar_file import timetable_file
from kotoutus_desktop.documents.course_calendar import course_hours
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.documents.sign_in_sheet import Attendee, MeetingToSign, sign_in_sheet
from kotoutus_desktop.documents.sign_in_sheet_pdf import sign_in_sheet_pdf
from kotoutus_desktop.documents.trainer_plan import trainer_plan
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.orientation import Course, CourseMeeting, CourseState, MeetingState
from kotoutus_desktop.progress import Report
from kotoutus_desktop.ui.printing.papers import Paper, make_paper
from kotoutus_desktop.ui.printing.plan_paper import offered_language

ENDING = ".ics"


class CoursePaper(StrEnum):
    """The papers of a course, in the order in which they are offered."""

    SHEET = "sheet"
    ALL_SHEETS = "all_sheets"
    TRAINER_PLAN = "trainer_plan"


NAMES = {
    CoursePaper.SHEET: N_("Sign-in sheet"),
    CoursePaper.ALL_SHEETS: N_("Sign-in sheets of all meetings to come"),
    CoursePaper.TRAINER_PLAN: N_("Plan and list for the trainer"),
}
FILE_WORDS = {
    CoursePaper.SHEET: N_("sign-in-sheet"),
    CoursePaper.ALL_SHEETS: N_("sign-in-sheet"),
    CoursePaper.TRAINER_PLAN: N_("trainer-plan"),
}


@dataclass(frozen=True)
class CourseOrder:
    """Which paper of a course is wanted; `meeting_id` is needed for SHEET."""

    kind: CoursePaper
    course_id: UUID
    meeting_id: UUID | None = None
    bilingual: bool = True
    large: bool = False


def file_name(kind: CoursePaper, number: str) -> str:
    """Return a name for the file: the number of the course and no name of a person."""
    return f"{_(FILE_WORDS[kind])}-{number}.pdf"


def course_maker(database: Database, order: CourseOrder) -> Callable[[Report], Paper] | None:
    """Read what a paper is made of, and return what makes it; None where there is no meeting."""
    with database.reading() as session:
        office, course = the_office(session), get_course(session, order.course_id)
        if order.kind is CoursePaper.TRAINER_PLAN:
            there = participants(session, course.id)
            sit = by_name([each for each in there if each.enrolment.state in SITS])
            people = tuple(attendee(person_of(each)) for each in sit)
            official = office.official_language
            sheet = trainer_plan(office, course, people, official, large=order.large)
            return partial(make_paper, sheet)
        called = [roll(session, each.id) for each in _meetings(course, order)]
    meetings = [
        MeetingToSign(each.meeting, tuple(attendee(row.person) for row in each.rows))
        for each in called
    ]
    if not meetings:
        return None
    official = office.official_language
    other = offered_language(course.language, official) if order.bilingual else ""
    sheets = sign_in_sheet(
        office, course, meetings, official=official, other=other or None, large=order.large
    )
    return partial(make_paper, sheets.sheet, draw=partial(sign_in_sheet_pdf, sheets))


def attendee(person: Person) -> Attendee:
    """Return a person as papers of a group show them: by code alone where nobody may know."""
    if person.hidden:
        return Attendee(person.code)
    return Attendee(person.code, person.name, person.own_name)


def save_calendar(
    database: Database, path: Path, course_id: UUID, made_at: datetime, *, whole_trainer: bool
) -> None:
    """Save the meetings of a course, or of its trainer over all courses; raises CannotWrite."""
    with database.reading() as session:
        course = get_course(session, course_id)
        courses: Sequence[Course] = [course]
        trainer = course.trainer if whole_trainer else ""
        if trainer:
            chosen = CourseFilter(frozenset(CourseState))
            rows = list_courses(session, made_at.date(), chosen)
            courses = [get_course(session, row.course.id) for row in rows]
    hours = course_hours(courses, trainer=trainer)
    save_paper(path, timetable_file(hours, made_at))


def save_client_calendar(
    database: Database, path: Path, enrolment_id: UUID, course_id: UUID, made_at: datetime
) -> None:
    """Save the meetings of a course for one participant; raises CannotWrite.

    It names nobody; for whom nobody may find it tells neither place nor link.
    """
    with database.reading() as session:
        course = get_course(session, course_id)
        there = participants(session, course_id)
        person = next(each for each in there if each.enrolment.id == enrolment_id)
    hidden = person.client is not None and person.client.hides_place
    save_paper(path, timetable_file(course_hours([course], hide_places=hidden), made_at))


def seated(database: Database, course_id: UUID) -> list[Person]:
    """Return who takes part in a course, by name."""
    with database.reading() as session:
        there = participants(session, course_id)
    return [person_of(each) for each in by_name(there) if each.enrolment.state in SITS]


def _meetings(course: Course, order: CourseOrder) -> list[CourseMeeting]:
    if order.kind is CoursePaper.SHEET:
        return [each for each in course.meetings if each.id == order.meeting_id]
    return [each for each in course.meetings if each.state is MeetingState.PLANNED]
