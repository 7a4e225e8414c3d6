"""A course is cancelled or ended from its band, where its state allows it."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from kotoutus_desktop.casework.orientation.courses import get_course
from kotoutus_desktop.models.orientation import CourseMeeting, CourseState, MeetingState
from kotoutus_desktop.ui.message_bar import MessageBar
from kotoutus_desktop.ui.note_dialog import NoteDialog
from kotoutus_desktop.ui.orientation.course_page import CoursePage
from kotoutus_desktop.ui.page import Destination, PageName

TODAY = date(2026, 11, 24)


@pytest.fixture
def page_of(qtbot, workspace, database, course):
    """Return a function that shows the course with one meeting, so many days from today."""

    def show(days: int, state: MeetingState = MeetingState.PLANNED) -> CoursePage:
        day = TODAY + timedelta(days=days)
        with database.transaction() as session:
            read = get_course(session, course.id)
            read.starts_on = read.ends_on = day
            session.add(
                CourseMeeting(
                    course_id=course.id, held_on=day, starts=540, minutes=150, state=state
                )
            )
        destination = Destination(PageName.COURSE, record=course.id)
        page = CoursePage(workspace, destination)
        qtbot.addWidget(page)
        page.show()
        page.arrive(destination)
        return page

    return show


def offered(page: CoursePage) -> list[str]:
    first, *others = [act.text() for act in page.more.menu().actions() if act.isVisible()]
    assert first == "Change course"
    return others


def state_of(database, course) -> tuple[CourseState, str]:
    with database.reading() as session:
        read = get_course(session, course.id)
        return read.state, read.state_reason


@pytest.mark.parametrize(
    ("days", "acts"),
    [
        (7, ["Cancel the course …"]),
        (0, ["End the course …", "Cancel the course …"]),
        (-7, ["End the course …"]),
    ],
)
def test_a_course_is_cancelled_before_its_end_and_ended_after_its_last_meeting(
    page_of, days, acts
) -> None:
    assert offered(page_of(days)) == acts


def test_a_cancelled_course_says_why_and_comes_back_by_undo(page_of, database, course) -> None:
    page = page_of(7)
    page.cancel.trigger()
    dialog = page.findChild(NoteDialog)
    dialog.accept()
    assert dialog.text.error.text() == "Write why the course is cancelled."
    dialog.text.set_value("Too few came")
    dialog.accept()

    assert state_of(database, course) == (CourseState.CANCELLED, "Too few came")
    assert offered(page) == []
    (bar,) = page.bars.findChildren(MessageBar)
    assert bar.accessibleName() == "The course was cancelled."
    undo = next(
        button for button in bar.findChildren(QPushButton) if button.text().strip() == "Undo"
    )
    undo.click()
    assert state_of(database, course)[0] is CourseState.PLANNED


def test_a_course_ends_with_a_note_or_without(page_of, database, course) -> None:
    page = page_of(-7, MeetingState.HELD)
    page.end.trigger()
    page.findChild(NoteDialog).accept()

    assert state_of(database, course) == (CourseState.ENDED, "")
    assert offered(page) == []
