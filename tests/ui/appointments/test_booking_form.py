"""Booking a time: what is likely is filled in, what it clashes with is said."""

from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.models.appointment import Appointment, InterpreterKind, MeetingWay, ToldHow
from kotoutus_desktop.ui.appointments.booking_form import BookingFormPage
from kotoutus_desktop.ui.page import Destination, PageName

TODAY = date(2026, 11, 24)


@pytest.fixture
def show(workspace, qtbot):
    """Return what shows the form for a client, or of a time; pages live as long as the test."""
    pages = []

    def make(client_id, record=None, focus=""):
        destination = Destination(PageName.BOOKING, client_id, record, focus)
        page = BookingFormPage(workspace, destination)
        qtbot.addWidget(page)
        pages.append(page)
        page.show()
        page.arrive(destination)
        return page

    return make


def all_times(database):
    with database.reading() as session:
        return session.scalars(select(Appointment)).all()


def said(page):
    return " ".join(message.text for message in page.bars.messages())


def test_a_new_time_begins_with_what_the_client_needs(show, make_person, database):
    person = make_person(dialect="Irak")
    page = show(person.id, focus="2026-11-26")
    page.fields["starts"].set_value("9.30")
    assert page.record()

    (time,) = all_times(database)
    assert (time.held_on, time.starts, time.minutes) == (date(2026, 11, 26), 570, 60)
    assert time.interpreter_kind is InterpreterKind.ON_THE_SPOT
    assert (time.interpreter_language, time.interpreter_dialect) == ("ar", "Irak")


def test_without_a_time_of_day_nothing_is_booked(show, make_person, database):
    page = show(make_person().id)

    assert not page.record()
    assert page.fields["starts"].has_error()
    assert all_times(database) == []


def test_what_it_clashes_with_is_said_and_does_not_hinder(show, make_person, book, database):
    book()
    page = show(make_person().id)
    page.fields["starts"].set_value("9.15")
    page._look()
    assert "The counsellor has another appointment: U7-0001 9.00–10.00." in said(page)

    assert page.record()
    assert len(all_times(database)) == 2


def test_a_holiday_is_named(show, make_person):
    page = show(make_person().id)
    page.fields["held_on"].set_value(date(2026, 12, 25))
    page.fields["starts"].set_value("9")
    page._look()

    assert "Christmas Day" in said(page)


def test_telling_today_fills_in_days_language_and_way(show, make_person, database):
    page = show(make_person().id)
    page.fields["starts"].set_value("9")
    page._told_now.click()
    assert page.record()

    (time,) = all_times(database)
    assert (time.fee_told_on, time.cancelling_told_on, time.told_in) == (TODAY, TODAY, "ar")
    assert time.told_how is ToldHow.INTERPRETED


def test_a_negative_or_absurd_cost_is_refused_at_its_field(show, make_person, database):
    page = show(make_person().id)
    page.fields["starts"].set_value("9")
    for typed in ("-5", "99999999", "1000000"):
        page.fields["interpreter_cost"].line.setText(typed)
        assert not page.record()
        assert page.fields["interpreter_cost"].has_error()
    assert all_times(database) == []


def test_without_an_interpreter_nothing_of_one_stays(show, book, database):
    time = book(interpreter="Salma", interpreter_agency="Tulkkitie")
    page = show(time.client_id, time.id)
    page.fields["interpreter_kind"].set_value("none")
    assert page.record()

    (stored,) = all_times(database)
    assert (stored.interpreter_kind, stored.interpreter, stored.interpreter_cost) == (
        None,
        "",
        None,
    )


def test_the_place_is_asked_where_people_meet_and_never_for_a_restricted_client(
    show, make_person, workspace
):
    page = show(make_person().id)
    assert not page.fields["place"].isHidden()
    page.fields["way"].set_value(MeetingWay.VIDEO.value)
    page._fit()
    assert page.fields["place"].isHidden()

    hidden = make_person(trafficking_victim=True)
    workspace.database.visit.opened.add(hidden.id)
    assert show(hidden.id).fields["place"].isHidden()


def test_a_half_typed_time_of_one_client_does_not_come_up_for_another(show, make_person, database):
    first, second = make_person(), make_person()
    page = show(first.id)
    page.fields["subject"].set_value("Avaimet")
    page.leave()

    assert show(second.id).fields["subject"].value() == ""
    assert show(first.id).fields["subject"].value() == "Avaimet"
    assert all_times(database) == []


def test_another_matter_says_what_it_is(show, make_person, database):
    page = show(make_person().id)
    page.fields["starts"].set_value("9")
    page.fields["purpose"].set_value("other")
    assert not page.record()
    assert page.fields["subject"].has_error()

    page.fields["subject"].set_value("Asunnon avaimet")
    assert page.record()
    assert all_times(database)[0].subject == "Asunnon avaimet"
