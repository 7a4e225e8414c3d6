"""The chain of § 32 a in a real window: judged, decided, printed, withdrawn."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from kotoutus_desktop.casework.appointments.fees import decision_of, record_cap
from kotoutus_desktop.models.appointment import Appointment, AppointmentState
from kotoutus_desktop.rules.section import FEE, FEE_DUE
from kotoutus_desktop.ui.appointments.missed_part import MissedPart
from kotoutus_desktop.ui.page import PageName

MISSED = {
    "held_on": date(2026, 11, 12),
    "state": AppointmentState.MISSED,
    "excuse": "Unohtui.",
}


@pytest.fixture
def show(workspace, qtbot):
    """Return what shows the tab with the keyboard in it; it lives as long as the test."""
    parts = []

    def make():
        part = MissedPart(workspace)
        qtbot.addWidget(part)
        parts.append(part)
        part.resize(1000, 800)
        part.show()
        part.arrive("")
        return part

    return make


@pytest.fixture
def cap(database):
    with database.transaction() as session:
        record_cap(session, date(2026, 1, 1), 6020, "999/2025")


def words(part):
    labels = part.chain.findChildren(type(part.chain.sum))
    return " ".join(label.text() for label in labels)


def judge(part, **answers):
    dialog = part.fee_acts.ask_judgement(part.missed)
    for name, value in answers.items():
        dialog.fields[name].set_value(value)
    dialog.accept()
    part.refresh()
    return dialog


def test_every_link_has_its_section_and_what_is_known(show, book, cap):
    book(**MISSED)
    part = show()

    assert "The interpreter cost something: in order (88,00" in words(part)
    assert "There is no acceptable reason: missing" in words(part)
    assert "Nothing is charged" in part.chain.sum.text()
    assert part.chain.decide.isHidden()
    assert part.section_here() == FEE


def test_the_judgement_closes_the_chain_and_the_amount_is_said(show, book, cap, database):
    book(**MISSED)
    part = show()
    judge(part, accepted="no", unreasonable="no")

    assert "60,20" in part.chain.sum.text()
    assert "26.11.2026" in part.chain.sum.text()
    assert not part.chain.decide.isHidden()


def test_an_acceptable_reason_ends_it(show, book, cap):
    book(**MISSED)
    part = show()
    judge(part, accepted="yes", unreasonable="no")

    assert "There is no acceptable reason: no fee" in words(part)
    assert part.chain.decide.isHidden()


def test_unreasonable_needs_its_reason(show, book, cap, database):
    time = book(**MISSED)
    part = show()
    dialog = part.fee_acts.ask_judgement(part.missed)
    dialog.fields["accepted"].set_value("no")
    dialog.fields["unreasonable"].set_value("yes")
    dialog.accept()

    assert dialog.fields["reason"].has_error()
    with database.reading() as session:
        assert session.get_one(Appointment, time.id).unreasonable is None


def test_a_fee_is_decided_printed_and_withdrawn(show, book, cap, database):
    time = book(**MISSED)
    part = show()
    went = []
    part.navigate.connect(went.append)
    judge(part, accepted="no", unreasonable="no")
    dialog = part.fee_acts.ask_decision(part.missed)
    dialog.fields["due_on"].set_value(date(2026, 11, 25))
    dialog.accept()
    assert dialog.fields["due_on"].has_error()
    dialog.fields["due_on"].set_value(date(2026, 12, 8))
    dialog.accept()
    part.refresh()

    with database.reading() as session:
        assert decision_of(session, time.id).amount == 6020
    assert "Decided on 24.11.2026" in part.chain.sum.text()
    part.primary()
    assert (went[-1].page, went[-1].focus) == (PageName.PRINT, f"fee_decision:{time.id}")

    taken_back = part.fee_acts.ask_withdrawal(part.missed)
    taken_back.fields["reason"].set_value("Asiakas oli sairaalassa.")
    taken_back.accept()
    part.refresh()
    with database.reading() as session:
        assert decision_of(session, time.id) is None


def test_without_the_highest_fee_of_the_day_it_is_asked_for_first(show, book, database):
    book(**(MISSED | {"excuse_accepted": False, "unreasonable": False}))
    part = show()
    part.primary()
    dialog = QApplication.activeModalWidget()
    dialog.fields["since"].set_value(date(2026, 1, 1))
    dialog.fields["highest"].set_value(6020)
    dialog.fields["source"].set_value("999/2025")
    dialog.accept()
    part.refresh()

    assert "60,20" in part.chain.sum.text()


def test_why_the_due_day_is_so_is_a_sum(show, book, cap):
    book(**MISSED)
    part = show()
    asked = []
    part.why_asked.connect(asked.extend)
    part.chain._why_due()

    assert asked[0].reason.section == FEE_DUE
    assert asked[0].reason.result == date(2026, 11, 26)


def test_a_restricted_client_is_a_number_here_too(show, book, make_person, cap):
    book(client=make_person(non_disclosure=True), **MISSED)
    part = show()

    assert "Amal" not in part.chain._head.title.text()
    assert "U7-0001" in part.chain._head.title.text()
