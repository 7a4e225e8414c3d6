from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from kotoutus_desktop.models.orientation import Attendance, CourseMeeting, MeetingState
from kotoutus_desktop.rules.orientation import Presence
from kotoutus_desktop.ui.orientation.roll_part import RollPart
from tests.ui.orientation.roll_course import course_of

NAMES = [f"Person {number:02d}" for number in range(19)] + ["Hidden"]


@pytest.fixture
def course(workspace):
    return course_of(workspace.database, NAMES, workspace.today() - timedelta(weeks=1))


@pytest.fixture
def part(qtbot, workspace, course):
    part = RollPart(workspace, course)
    qtbot.addWidget(part)
    part.resize(1064, 676)  # what is left of 1280 x 800 beside the sidebar, under band and tabs
    part.show()
    part.arrive("")
    return part


@pytest.fixture
def press(qtbot, part):
    def keys(*pressed):
        for key in pressed:
            target = part.list.editing or part.list
            if isinstance(key, str):
                qtbot.keyClicks(target, key)
            else:
                qtbot.keyClick(target, key)

    return keys


def stored(workspace):
    with workspace.database.reading() as session:
        return {mark.minutes: mark for mark in session.scalars(select(Attendance))}


def shown(part, row=0):
    return part.draft.rows()[row]


def test_twenty_people_are_seen_without_scrolling(part):
    part.list.scheduleDelayedItemsLayout()
    part.list.doItemsLayout()

    assert len(part.draft.rows()) == 20
    assert part.list.verticalScrollBar().maximum() == 0


def test_a_roll_is_called_with_a_few_keys(part, press, workspace):
    press("0", "1", "2", "20", Qt.Key.Key_Return, "4", "sick child", Qt.Key.Key_Return)
    press("5", Qt.Key.Key_Return, "3", "15", Qt.Key.Key_Return)
    part.primary()

    with workspace.database.reading() as session:
        marks = session.scalars(select(Attendance)).all()
        held = session.scalars(
            select(CourseMeeting.held_on).where(CourseMeeting.state == MeetingState.HELD)
        ).all()
    found = sorted((mark.presence, mark.minutes, mark.reason) for mark in marks)
    assert [each for each in found if each[0] is not Presence.PRESENT] == [
        (Presence.ABSENT, 0, "sick child"),
        (Presence.EXCUSED, 0, ""),
        (Presence.LATE, 160, ""),
        (Presence.LEFT_EARLY, 165, ""),
    ]
    assert len(found) == 20
    assert held == [workspace.today()]


def test_all_present_leaves_the_exceptions_that_were_marked_before(part, press):
    press("4", Qt.Key.Key_Return, "0")

    assert shown(part).mark.presence is Presence.ABSENT
    assert part.draft.counts()[Presence.PRESENT] == 19


def test_minutes_that_cannot_be_are_refused_where_they_are_typed(part, press, qtbot):
    with qtbot.waitSignal(part.said) as said:
        press("2", "180", Qt.Key.Key_Return)

    assert "1" in said.args[0].text
    assert "179" in said.args[0].text
    assert part.list.editing is not None
    assert shown(part).mark is None

    press(Qt.Key.Key_Escape)
    assert part.list.editing is None
    assert shown(part).mark is None


def test_delete_takes_a_mark_away(part, press):
    press("1", Qt.Key.Key_Up, Qt.Key.Key_Delete)

    assert shown(part).mark is None
    assert not part.draft.changes()


def test_going_elsewhere_records_the_roll_and_undo_takes_it_back_as_one(part, press, workspace):
    press("0")
    part.leave()
    assert stored(workspace)

    workspace.undo()
    assert not stored(workspace)


def test_another_meeting_is_shown_with_page_up_and_what_is_marked_is_recorded(
    part, press, workspace
):
    today = part.draft.called.meeting.held_on
    press("0", Qt.Key.Key_PageUp)

    assert part.draft.called.meeting.held_on == today - timedelta(weeks=1)
    assert stored(workspace)


def test_a_meeting_to_come_takes_no_marks_and_says_so(part, press, qtbot):
    press(Qt.Key.Key_PageDown)
    with qtbot.waitSignal(part.said):
        press("0")

    assert not part.draft.changes()


def test_a_correction_asks_once_why_and_never_holds_up(part, press, workspace, clock):
    press("0")
    part.primary()
    clock.forward(days=2)
    part.show_meeting(part.draft.called.meeting.id)
    press("4", Qt.Key.Key_Return)
    assert part.why.isVisible()

    part.primary()
    assert part.draft.changes()  # asked first
    part.why.set_value("read the wrong line")
    part.primary()

    assert not part.draft.changes()
    assert shown(part).corrected_reason == "read the wrong line"


def test_a_meeting_did_not_happen_with_its_reason(part, workspace):
    dialog = part.ask_did_not_happen()
    dialog.text.set_value("the trainer was ill")
    dialog.accept()

    meeting = part.draft.called.meeting
    assert (meeting.state, meeting.reason) == (MeetingState.DID_NOT_HAPPEN, "the trainer was ill")


def test_under_a_non_disclosure_order_only_the_number_stands_there(part):
    names = [row.person.name for row in part.draft.rows()]

    assert "Hidden" not in names
    assert "U7-0019" in names


def test_without_meetings_it_is_said_so(qtbot, workspace):
    part = RollPart(workspace, course_of(workspace.database, [], workspace.today(), 0))
    qtbot.addWidget(part)
    part.arrive("")

    assert part.draft is None
    assert part.stack.currentWidget() is part.nothing
    part.primary()  # and nothing breaks
