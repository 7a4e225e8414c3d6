"""Papers of a booked time on the print page: filled from the booking, recorded as told."""

from datetime import date, time

import pytest

from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.models.appointment import (
    Appointment,
    AppointmentPurpose,
    AppointmentState,
    FeeDecision,
    InterpreterKind,
    ToldHow,
)
from kotoutus_desktop.models.issued import IssuedPaper
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.printing.booked_papers import booked_appointment, booked_of_focus
from kotoutus_desktop.ui.printing.paper_kinds import PaperKind
from kotoutus_desktop.ui.printing.print_page import PrintPage

TODAY = date(2026, 11, 24)


@pytest.fixture
def book(database, office, officer, make_client):
    """Return what stores a client with a time in December."""

    def make(client=None, **fields):
        person = make_client(officer_id=officer.id, **(client or {}))
        usual = {
            "booked_on": TODAY,
            "held_on": date(2026, 12, 3),
            "starts": 545,
            "minutes": 55,
            "purpose": AppointmentPurpose.PLAN,
            "place": "Virastotalo, huone 2",
            "interpreter_kind": InterpreterKind.ON_THE_SPOT,
            "interpreter_language": "ar",
            "interpreter_cost": 8800,
        }
        with database.transaction() as session:
            store_client(session, person, TODAY)
            booked = Appointment(client_id=person.id, **(usual | fields))
            session.add(booked)
        return booked

    return make


@pytest.fixture
def show(workspace, qtbot):
    """Return what shows a paper of a time, made; it lives as long as the test."""
    pages = []

    def make(booked, kind):
        destination = Destination(PageName.PRINT, booked.client_id, focus=f"{kind}:{booked.id}")
        page = PrintPage(workspace, destination)
        qtbot.addWidget(page)
        pages.append(page)
        page.show()
        page.arrive(destination)
        qtbot.waitUntil(lambda: bool(page.paper.content), timeout=20_000)
        return page

    return make


def stored(database, booked):
    with database.reading() as session:
        return session.get_one(Appointment, booked.id)


def test_the_invitation_is_filled_from_the_booking(show, book):
    page = show(book(with_family=True), "invitation")
    asked = page.panel.appointment.appointment()

    assert (asked.day, asked.starts, asked.ends) == (date(2026, 12, 3), time(9, 5), time(10, 0))
    assert (asked.place, asked.interpreter) == ("Virastotalo, huone 2", "ar")
    assert asked.with_family
    assert page.panel.kind() is PaperKind.INVITATION


def test_a_letter_that_left_is_recorded_as_told_in_its_language(show, book, database, tmp_path):
    booked = book()
    page = show(booked, "invitation")
    assert page.save_to(tmp_path / "invitation.pdf")
    (offer,) = [each for each in page.bars.messages() if each.key == "told"]
    assert stored(database, booked).fee_told_on is None
    offer.acts[0].callback()

    told = stored(database, booked)
    assert (told.fee_told_on, told.cancelling_told_on) == (TODAY, TODAY)
    assert (told.told_in, told.told_how) == ("ar", ToldHow.LETTER)


def test_a_letter_without_the_fee_tells_of_cancelling_alone(show, book, database, tmp_path):
    booked = book(client={"born": date(2012, 5, 1)})
    page = show(booked, "invitation")
    assert page.save_to(tmp_path / "invitation.pdf")
    next(each for each in page.bars.messages() if each.key == "told").acts[0].callback()

    told = stored(database, booked)
    assert (told.fee_told_on, told.cancelling_told_on) == (None, TODAY)


def test_a_reminder_is_offered_for_a_booked_time_and_recorded(show, book, database, tmp_path):
    page = show(book(), "reminder")
    assert page.panel.kind() is PaperKind.REMINDER
    assert page.save_to(tmp_path / "reminder.pdf")

    with database.reading() as session:
        assert session.query(IssuedPaper).one().kind == "reminder"


def test_the_decision_is_offered_where_a_fee_stands(show, book, database):
    booked = book(
        held_on=date(2026, 11, 12),
        booked_on=date(2026, 11, 2),
        state=AppointmentState.MISSED,
        fee_told_on=date(2026, 11, 2),
        told_in="ar",
    )
    decision = FeeDecision(
        client_id=booked.client_id,
        appointment_id=booked.id,
        decided_on=TODAY,
        amount=6020,
        cost=8800,
        highest=6020,
        due_on=date(2026, 12, 8),
    )
    with database.transaction() as session:
        session.add(decision)
    page = show(booked, "fee_decision")

    assert page.panel.kind() is PaperKind.FEE_DECISION


def test_a_hidden_place_does_not_reach_the_paper(workspace, book):
    booked = book(client={"trafficking_victim": True})

    assert booked_appointment(workspace, booked.id).place == ""


def test_other_focuses_name_no_time():
    for focus in ("", "invitation", "hand_over:abc", "course_invitation:abc"):
        assert booked_of_focus(focus) is None
