"""The booked times of the day on Today."""

from datetime import date

import pytest

from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.models.appointment import Appointment, AppointmentPurpose, AppointmentState
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.today.times_today import TimesToday, times_of_today
from kotoutus_desktop.ui.today.today_page import TodayPage

TODAY = date(2026, 11, 24)


@pytest.fixture
def book(database, office, officer, make_client):
    """Return what stores a time of today."""

    def make(client=None, **fields):
        person = make_client(number="", officer_id=officer.id, **(client or {}))
        with database.transaction() as session:
            store_client(session, person, TODAY)
            time = Appointment(
                client_id=person.id,
                officer_id=fields.pop("officer_id", officer.id),
                booked_on=date(2026, 11, 2),
                held_on=fields.pop("held_on", TODAY),
                starts=fields.pop("starts", 540),
                minutes=60,
                purpose=AppointmentPurpose.PLAN,
                place="Virastotalo, huone 2",
                **fields,
            )
            session.add(time)
        return time

    return make


@pytest.fixture
def page(workspace, qtbot):
    """Return what shows Today; pages live as long as the test."""
    pages = []

    def show():
        page = TodayPage(workspace, Destination(PageName.TODAY))
        qtbot.addWidget(page)
        pages.append(page)
        page.show()
        page.arrive(Destination(PageName.TODAY))
        return page

    return show


def test_the_times_of_the_day_that_were_not_cancelled_are_shown_in_order(workspace, book, officer):
    later, first = book(starts=780), book()
    book(state=AppointmentState.CANCELLED, starts=600)
    book(held_on=date(2026, 11, 25))
    book(officer_id=None, starts=660)

    own = times_of_today(workspace, TODAY, officer.id)
    assert [each.id for each in own] == [first.id, later.id]
    assert len(times_of_today(workspace, TODAY, None)) == 3


def test_a_time_leads_to_the_calendar(page, book):
    time = book()
    shown = page()
    went = []
    shown.navigate.connect(went.append)
    (times,) = shown.findChildren(TimesToday)
    times.rows.setCurrentIndex(times.rows.model().index(0, 0))
    times.rows.acted.emit(times.rows.current_item())

    assert went[-1].page is PageName.APPOINTMENTS
    assert str(time.id) in went[-1].focus


def test_nothing_stands_there_on_a_day_without_times(page, office):
    assert page().findChildren(TimesToday) == []


def test_a_restricted_client_is_a_number_without_a_place(workspace, book, qtbot):
    book(client={"trafficking_victim": True})
    times = TimesToday(times_of_today(workspace, TODAY, None))
    qtbot.addWidget(times)
    sentence = times._face(times_of_today(workspace, TODAY, None)[0]).sentence

    assert "U7-0001" in sentence
    assert "Amal" not in sentence
    assert "Virastotalo" not in sentence
