"""The calendar in a real window: moved by mouse and keyboard, cancelled, replaced."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kotoutus_desktop.casework.orientation.courses import store_course
from kotoutus_desktop.models.orientation import Course, CourseMeeting, MeetingState
from kotoutus_desktop.ui.orientation.calendar_part import CalendarPart

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


@pytest.fixture
def meetings(database, office):
    """Two courses of the same trainer at the same time, on the Monday of this week."""
    made = []
    for _number in range(2):
        course = Course(language="ar", trainer="Aisha Omar")
        with database.transaction() as session:
            store_course(session, course)
            meeting = CourseMeeting(course_id=course.id, held_on=MONDAY, starts=540, minutes=150)
            session.add(meeting)
        made.append(meeting)
    return made


@pytest.fixture
def part(qtbot, workspace, meetings):
    part = CalendarPart(workspace)
    qtbot.addWidget(part)
    part.resize(1000, 700)
    part.show()
    part.arrive("")
    return part


def stored(database, meeting):
    with database.reading() as session:
        found = session.get(CourseMeeting, meeting.id)
        return found.held_on, found.starts


def press(part, *keys):
    for key in keys:
        QTest.keyClick(part.view, key)


def test_the_month_shows_both_meetings_and_what_they_clash_over(part) -> None:
    assert len(part.view.boxes()) == 2
    press(part, Qt.Key.Key_N)
    assert "the same trainer" in part.hints.text()
    assert part.view.is_clashing(part.view.meeting.id)


def test_a_meeting_is_moved_by_keyboard_and_the_move_undone(part, database, workspace) -> None:
    press(part, Qt.Key.Key_N)
    meeting = part.view.meeting
    press(part, Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Return)

    assert stored(database, meeting) == (TUESDAY, 540)
    assert part.clashes == ()
    workspace.undo()
    assert stored(database, meeting) == (MONDAY, 540)


def test_escape_lets_a_meeting_that_was_taken_up_be(part, database) -> None:
    press(part, Qt.Key.Key_N)
    meeting = part.view.meeting
    press(part, Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Escape)

    assert part.view.carried is None
    assert stored(database, meeting) == (MONDAY, 540)


def test_the_arrows_move_by_a_quarter_of_an_hour_in_the_week(part, database) -> None:
    part._show_span("week")
    press(part, Qt.Key.Key_N)
    meeting = part.view.meeting
    press(part, Qt.Key.Key_M, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert stored(database, meeting) == (MONDAY, 570)


def test_a_meeting_is_dragged_to_another_day(part, database) -> None:
    meeting, box = part.view.boxes()[0]
    start = QPoint(round(box.x + 20), round(box.y + 5))
    end = start + QPoint(round(part.view.width() / 7), 0)
    QTest.mousePress(part.view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(part.view, end)
    QTest.mouseRelease(part.view, Qt.MouseButton.LeftButton, pos=end)

    assert stored(database, meeting) == (TUESDAY, 540)


def test_a_time_that_cannot_be_is_said_and_nothing_moves(part, database, qtbot) -> None:
    said = []
    part.said.connect(said.append)
    press(part, Qt.Key.Key_N)
    meeting = part.view.meeting
    part.view.moved.emit(meeting, MONDAY, 1380)

    assert "midnight" in said[0].text
    assert stored(database, meeting) == (MONDAY, 540)


def test_a_meeting_that_did_not_happen_can_be_replaced(part, database) -> None:
    press(part, Qt.Key.Key_N)
    meeting = part.view.meeting
    dialog = part.meeting_acts.ask_cancel(meeting.id)
    dialog.text.set_value("The trainer was ill")
    dialog.accept()
    part.refresh()
    assert part.view.meeting.state is MeetingState.DID_NOT_HAPPEN
    assert "The trainer was ill" in part.hints.text()
    assert not part.substitute.isHidden()

    dialog = part.meeting_acts.ask_replace(meeting.id, TUESDAY, 540)
    dialog.text.set_value("25.00")
    dialog.accept()
    assert dialog.text.has_error()
    dialog.text.set_value("13")
    dialog.accept()
    part.refresh()
    assert [each.held_on for each in part.meetings] == [MONDAY, MONDAY, TUESDAY]


def test_only_the_days_that_are_shown_are_read_again(part) -> None:
    part.turn(1)
    assert part.meetings == []
    assert part.title.text() == "December 2026"
    part.turn(-1)
    assert len(part.meetings) == 2
