"""The planner of a course: the rule, what comes of it, and what is refused."""

from datetime import date

import pytest

from kotoutus_desktop.casework.orientation.courses import get_course, store_course
from kotoutus_desktop.casework.orientation.planning import templates
from kotoutus_desktop.models.orientation import Course, CourseMeeting
from kotoutus_desktop.ui.note_dialog import NoteDialog
from kotoutus_desktop.ui.orientation.plan_part import PlanPart


@pytest.fixture
def part(qtbot, workspace, database, office):
    course = Course(language="ar")
    with database.transaction() as session:
        store_course(session, course)
    part = PlanPart(workspace, course.id)
    qtbot.addWidget(part)
    part.resize(960, 640)
    part.show()
    part.arrive("")
    part.first.set_value(date(2027, 1, 11))
    return part


def test_the_meetings_are_shown_while_the_rule_is_typed_and_then_stored(part, database) -> None:
    assert "28 meetings · 70 h of 70 h" in part.summary.text()
    part.primary()

    with database.reading() as session:
        course = get_course(session, part.course_id)
    assert len(course.meetings) == 28
    assert course.starts_on == date(2027, 1, 11)
    assert date(2027, 3, 29) not in [meeting.held_on for meeting in course.meetings]  # Easter


@pytest.mark.parametrize("till", ["9.00", "8.00", "23.30", "25", "x", ""])
def test_a_length_that_cannot_be_is_said_and_nothing_is_stored(part, database, till: str) -> None:
    part.rows[0].ends.set_value(till)
    part.primary()

    assert part.summary.property("tone") == "danger"
    with database.reading() as session:
        assert get_course(session, part.course_id).meetings == []


def test_school_holidays_are_left_out_when_wished(part) -> None:
    winter = date(2027, 2, 22)
    assert winter in [each.meeting.held_on for each in part.list.model()._items]
    part.school.setChecked(True)
    assert winter not in [each.meeting.held_on for each in part.list.model()._items]


def test_two_times_that_overlap_are_refused(part) -> None:
    part.add.click()
    part.rows[1].weekday.set_value("0")

    assert "overlap" in part.summary.text()


def test_a_day_that_does_not_exist_is_refused(part) -> None:
    part.first.line.setText("31.2.2027")

    assert part.rule().first is None
    assert part.summary.property("tone") == "danger"


def test_the_school_holidays_of_the_office_take_the_place_of_the_typical_ones(part) -> None:
    part.school.setChecked(True)
    dialog = part.more.ask_holidays()
    dialog.name.set_value("Hiihtoloma")
    dialog.first.set_value(date(2027, 3, 15))
    dialog.last.set_value(date(2027, 3, 14))
    dialog.store()
    assert dialog.last.error.text() == "The last day is before the first."
    dialog.last.set_value(date(2027, 3, 21))
    dialog.store()
    part.refresh()
    days = [each.meeting.held_on for each in part.list.model()._items]

    assert date(2027, 2, 22) in days
    assert date(2027, 3, 15) not in days
    dialog.take_away()
    part.refresh()
    assert date(2027, 3, 15) in [each.meeting.held_on for each in part.list.model()._items]


def test_the_meetings_become_a_frame_that_is_chosen_and_removed(part, database) -> None:
    part.primary()
    part.more.keep.trigger()
    dialog = part.findChild(NoteDialog)
    dialog.text.set_value("Oma kehys")
    dialog.accept()
    with database.reading() as session:
        (own,) = templates(session)
    assert not part.more.drop.isVisible()
    part.frame.set_value(str(own.id))
    part.more.drop.trigger()

    with database.reading() as session:
        assert templates(session) == []
    assert part.frame.value() == "seventy"
    assert "28 meetings" in part.summary.text()


def test_a_clash_with_another_course_is_said_in_its_row_and_in_the_sum(part, database) -> None:
    other = Course(language="so", trainer="Aisha Omar")
    with database.transaction() as session:
        store_course(session, other)
        get_course(session, part.course_id).trainer = "Aisha Omar"
        session.add(
            CourseMeeting(course_id=other.id, held_on=date(2027, 1, 11), starts=600, minutes=60)
        )
    part.refresh()

    assert "1 clashes with another course" in part.summary.text()
    first = part.list.model()._items[0]
    assert first.clashes == (f"Clashes with {other.number}: the same trainer",)
