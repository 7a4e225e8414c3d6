"""The meetings of a course: what Enter and the menu of a row do."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from kotoutus_desktop.models.orientation import CourseMeeting, MeetingState
from kotoutus_desktop.ui.note_dialog import NoteDialog
from kotoutus_desktop.ui.orientation.meetings_part import MeetingsPart

DAY = date(2027, 1, 11)


@pytest.fixture
def part(qtbot, workspace, database, course):
    with database.transaction() as session:
        session.add(CourseMeeting(course_id=course.id, held_on=DAY, starts=540, minutes=150))
    part = MeetingsPart(workspace, course.id)
    qtbot.addWidget(part)
    part.show()
    part.arrive("")
    return part


def words(menu):
    return [action.text() for action in menu.actions()]


def test_enter_moves_a_planned_meeting(part, qtbot) -> None:
    qtbot.keyClick(part.list, Qt.Key.Key_Return)
    dialog = part.findChild(NoteDialog)
    dialog.fill("13.00", date(2027, 1, 12))
    dialog.accept()

    meeting = part.list.current_item()
    assert (meeting.held_on, meeting.starts) == (date(2027, 1, 12), 780)


def test_the_menu_offers_what_the_state_of_a_meeting_allows(part) -> None:
    menu = part.menu_of(part.list.current_item())
    assert words(menu) == ["Open the roll", "Move …", "Did not happen …"]
    menu.actions()[2].trigger()
    dialog = part.findChild(NoteDialog)
    dialog.text.set_value("The trainer was ill")
    dialog.accept()

    meeting = part.list.current_item()
    assert meeting.state is MeetingState.DID_NOT_HAPPEN
    assert words(part.menu_of(meeting)) == ["Replace …"]


def test_enter_and_the_menu_open_the_roll_of_a_meeting_that_was_held(part, database, qtbot) -> None:
    with database.transaction() as session:
        meeting = session.get_one(CourseMeeting, part.list.current_item().id)
        meeting.state = MeetingState.HELD
    part.refresh()
    meeting = part.list.current_item()
    asked = []
    part.navigate.connect(asked.append)
    qtbot.keyClick(part.list, Qt.Key.Key_Return)
    menu = part.menu_of(meeting)
    assert words(menu) == ["Open the roll"]
    menu.actions()[0].trigger()

    assert [each.focus for each in asked] == [f"roll:{meeting.id}"] * 2
