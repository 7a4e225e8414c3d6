"""The calendar of booked times in a real window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kotoutus_desktop.models.appointment import Appointment, AppointmentState, CancelledBy
from kotoutus_desktop.ui.appointments.times_export import write_times
from kotoutus_desktop.ui.appointments.times_frame import DAY, MONTH
from kotoutus_desktop.ui.appointments.times_part import TimesPart
from kotoutus_desktop.ui.page import PageName

TODAY = date(2026, 11, 24)


@pytest.fixture
def show(workspace, qtbot):
    """Return what shows the calendar with the keyboard in it; it lives as long as the test."""
    parts = []

    def make():
        part = TimesPart(workspace)
        qtbot.addWidget(part)
        parts.append(part)
        part.resize(1000, 700)
        part.show()
        part.arrive("")
        return part

    return make


def press(part, *keys):
    for key in keys:
        QTest.keyClick(part.view, key)


def stored(database, time):
    with database.reading() as session:
        return session.get_one(Appointment, time.id)


def test_a_week_shows_ones_own_times_and_all_of_them_when_asked(show, book):
    book()
    book(officer_id=None, held_on=date(2026, 11, 26))
    part = show()
    assert len(part.view.boxes()) == 1

    part.officer.set_value("")
    part.refresh()
    assert len(part.view.boxes()) == 2


def test_a_day_and_a_month_are_turned_by_their_length(show, book):
    book()
    part = show()
    part.span.set_value(DAY)
    part._show_span()
    assert part.view.days() == [TODAY]
    part.turn(1)
    assert part.view.days() == [date(2026, 11, 25)]

    part.span.set_value(MONTH)
    part._show_span()
    part.turn(1)
    assert part.view.day == date(2026, 12, 25)


def test_the_chosen_time_says_who_what_where_and_what_it_clashes_with(show, book):
    book()
    book(starts=570)
    part = show()
    press(part, Qt.Key.Key_N)

    for said in ("9.00–10.00", "U7-0001 Amal", "Review of the plan", "huone 2", "Arabic"):
        assert said in part.about.text()
    assert "the same counsellor" in part.hints.text()
    assert "U7-0002" in part.hints.text()


@pytest.mark.parametrize("field", ["non_disclosure", "trafficking_victim", "restricted"])
def test_a_restricted_client_is_a_number_without_a_place(
    show, book, make_person, field, tmp_path, workspace
):
    book(client=make_person(**{field: True}))
    part = show()
    press(part, Qt.Key.Key_N)
    write_times(tmp_path / "times.ics", part.times, workspace.now())
    file = (tmp_path / "times.ics").read_text()
    shown = part.about.text() + str(part.view.boxes())

    for told in (shown, file):
        assert "U7-0001" in told
        assert "Amal" not in told
        assert "Virastotalo" not in told


def test_a_calendar_file_names_nobody_and_no_place_of_anybody(show, book, tmp_path, workspace):
    book()
    part = show()
    write_times(tmp_path / "times.ics", part.times, workspace.now())
    file = (tmp_path / "times.ics").read_text()

    assert "SUMMARY:U7-0001: Review of the plan" in file
    assert "DTSTART;TZID=Europe/Helsinki:20261124T090000" in file
    assert "Amal" not in file
    assert "Virastotalo" not in file


def test_a_time_is_moved_by_keyboard_and_has_to_be_told_again(show, book, database, workspace):
    time = book()
    part = show()
    press(part, Qt.Key.Key_N, Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return)

    moved = stored(database, time)
    assert (moved.held_on, moved.starts) == (date(2026, 11, 25), 555)
    assert moved.fee_told_on is None
    workspace.undo()
    assert stored(database, time).held_on == TODAY


def test_a_move_into_the_past_is_refused_in_words(show, book, database):
    time = book()
    part = show()
    said = []
    part.said.connect(lambda message: said.append(message.text))
    press(part, Qt.Key.Key_N, Qt.Key.Key_M, Qt.Key.Key_Left, Qt.Key.Key_Return)

    assert "This day has passed" in said[-1]
    assert stored(database, time).held_on == TODAY


def test_who_came_is_marked_and_the_mark_taken_back(show, book, database):
    time = book()
    part = show()
    press(part, Qt.Key.Key_N)
    part.came.click()
    part.refresh()
    assert stored(database, time).state is AppointmentState.CAME
    assert part.came.isHidden()

    part.back_mark.click()
    assert stored(database, time).state is AppointmentState.BOOKED


def test_the_reason_of_not_coming_is_asked_and_may_be_unknown(show, book, database):
    time = book()
    part = show()
    press(part, Qt.Key.Key_N)
    dialog = part.time_acts.ask_missed(part.time)
    dialog.text.set_value("Unohtui.")
    dialog.accept()

    missed = stored(database, time)
    assert (missed.state, missed.excuse) == (AppointmentState.MISSED, "Unohtui.")


def test_a_cancelling_after_the_time_is_refused_at_its_day(show, book, database):
    time = book()
    part = show()
    press(part, Qt.Key.Key_N)
    dialog = part.time_acts.ask_cancel(part.time)
    dialog.reason.set_value("Sairas.")
    dialog.on.set_value(date(2026, 11, 25))
    dialog.accept()
    assert dialog.on.has_error()

    dialog.on.set_value(TODAY)
    dialog.by.set_value(CancelledBy.INTERPRETER.value)
    dialog.accept()
    cancelled = stored(database, time)
    assert (cancelled.state, cancelled.cancelled_by) == ("cancelled", "interpreter")


def test_nothing_can_be_said_of_a_time_to_come_but_cancelling(show, book):
    book(held_on=date(2026, 11, 26))
    part = show()
    press(part, Qt.Key.Key_N)

    assert part.came.isHidden()
    assert part.missed.isHidden()
    assert not part.call_off.isHidden()


def test_its_papers_and_its_form_are_one_step_away(show, book):
    time = book()
    part = show()
    went = []
    part.navigate.connect(went.append)
    press(part, Qt.Key.Key_N)
    part.invitation.click()
    part.reminder.click()
    press(part, Qt.Key.Key_Return)

    assert [(each.page, each.focus) for each in went] == [
        (PageName.PRINT, f"invitation:{time.id}"),
        (PageName.PRINT, f"reminder:{time.id}"),
        (PageName.BOOKING, ""),
    ]
    assert went[-1].record == time.id


def test_arriving_at_a_time_chooses_it(show, book):
    book()
    later = book(starts=720)
    part = show()
    part.arrive(str(later.id))

    assert part.time.held_on == TODAY
