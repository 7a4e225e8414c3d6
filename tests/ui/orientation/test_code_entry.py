import time
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kotoutus_desktop.casework.orientation.courses import store_course
from kotoutus_desktop.casework.orientation.roll import roll
from kotoutus_desktop.models.orientation import Course, CourseMeeting, Enrolment, EnrolmentState
from kotoutus_desktop.rules.orientation import Presence
from kotoutus_desktop.rules.sign_in_code import codes
from kotoutus_desktop.ui.orientation.code_entry import ABSENT, MARKS, CodeEntry

PEOPLE = 20
CODES = [code for code, _ in zip(codes(), range(PEOPLE + 1), strict=False)]


@pytest.fixture
def course(database, office, workspace):
    held = workspace.today() - timedelta(days=1)
    made = Course(language="ar", starts_on=held, ends_on=held)
    with database.transaction() as session:
        store_course(session, made)
        session.add(CourseMeeting(course_id=made.id, held_on=held, starts=540, minutes=180))
        for number, code in enumerate(CODES[:PEOPLE]):
            session.add(
                Enrolment(
                    course_id=made.id,
                    guest_name=f"Vieras {number:02d}",
                    code=code,
                    state=EnrolmentState.ACCEPTED,
                )
            )
    return made


@pytest.fixture
def entry(qtbot, workspace, course):
    part = CodeEntry(workspace, course.id)
    qtbot.addWidget(part)
    part.show()
    part.arrive("")
    return part


def presences(database, entry):
    with database.reading() as session:
        rows = roll(session, entry.called.meeting.id).rows
    return [row.mark.presence if row.mark else None for row in rows]


def test_a_meeting_of_twenty_is_typed_and_recorded_quickly(entry, database):
    started = time.monotonic()
    for code in CODES[: PEOPLE - 2]:
        QTest.keyClicks(entry.code.line, code.lower())
    entry.primary()

    assert time.monotonic() - started < 10  # the program's share of half a minute
    assert presences(database, entry) == [Presence.PRESENT] * 18 + [Presence.ABSENT] * 2


def test_a_slip_is_told_at_once_and_the_typing_stays_to_be_mended(entry):
    QTest.keyClicks(entry.code.line, CODES[0][:2] + "Z")

    assert "a sign is wrong" in entry.code.error.text()
    assert entry.code.value() == CODES[0][:2] + "Z"

    QTest.keyClicks(entry.code.line, CODES[0])

    assert [person.code for person in entry.typed] == [CODES[0]]
    assert entry.code.error.text() == ""


def test_a_code_of_nobody_here_is_told(entry):
    QTest.keyClicks(entry.code.line, CODES[PEOPLE])

    assert "nobody on the roll" in entry.code.error.text()
    assert entry.typed == []


def test_backspace_in_the_empty_field_takes_the_last_one_back(entry):
    QTest.keyClicks(entry.code.line, CODES[0] + CODES[1])
    QTest.keyClick(entry.code.line, Qt.Key.Key_Backspace)

    assert [person.code for person in entry.typed] == [CODES[0]]


def test_nobody_absent_is_recorded_at_once(entry, database):
    entry.way.set_value(ABSENT)
    entry._show_way()

    entry.primary()

    assert presences(database, entry) == [Presence.PRESENT] * PEOPLE


def test_nothing_typed_records_nobody_as_absent(entry, database):
    entry.primary()

    assert presences(database, entry) == [None] * PEOPLE


def test_half_a_code_is_no_sheet(entry, database):
    QTest.keyClicks(entry.code.line, CODES[0] + CODES[1][:2])

    entry.primary()

    assert "to its end" in entry.code.error.text()
    assert presences(database, entry) == [None] * PEOPLE


def test_a_row_of_marks_is_recorded_and_a_wrong_one_stays(entry, database):
    entry.way.set_value(MARKS)
    entry._show_way()
    entry.marks.set_value("P" * 19)

    entry.primary()

    assert "19 marks" in entry.marks.error.text()
    assert entry.marks.value() == "P" * 19

    entry.marks.set_value("P" * 17 + "AL15E")
    entry.primary()

    assert presences(database, entry)[-3:] == [Presence.ABSENT, Presence.LATE, Presence.EXCUSED]


def test_one_undo_takes_the_whole_sheet_back(entry, database, workspace):
    QTest.keyClicks(entry.code.line, "".join(CODES[:PEOPLE]))
    entry.primary()

    workspace.undo()

    assert presences(database, entry) == [None] * PEOPLE
