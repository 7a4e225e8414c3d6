"""The booked times on the client's page."""

from datetime import date

import pytest

from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.models.appointment import Appointment, AppointmentPurpose, AppointmentState
from kotoutus_desktop.ui.clients.times_card import TimesCard
from kotoutus_desktop.ui.page import PageName

TODAY = date(2026, 11, 24)


@pytest.fixture
def client(database, office, make_client):
    client = make_client()
    with database.transaction() as session:
        store_client(session, client, TODAY)
        for day, state in (
            (date(2026, 11, 12), AppointmentState.MISSED),
            (date(2026, 11, 26), AppointmentState.BOOKED),
            (date(2026, 12, 3), AppointmentState.BOOKED),
        ):
            session.add(
                Appointment(
                    client_id=client.id,
                    booked_on=date(2026, 11, 2),
                    held_on=day,
                    starts=540,
                    minutes=60,
                    purpose=AppointmentPurpose.PLAN,
                    state=state,
                )
            )
    return client


@pytest.fixture
def card(workspace, client, qtbot):
    card = TimesCard(workspace)
    qtbot.addWidget(card)
    card.went = []
    card.wanted.connect(card.went.append)
    card.show_client(client.id, is_open=True)
    return card


def test_what_comes_next_stands_first_and_what_was_missed_leads_to_its_fee(card, client):
    card.rows.setCurrentIndex(card.rows.model().index(0, 0))
    assert card.rows.current_item().held_on == date(2026, 11, 26)
    card._open(card.rows.current_item())
    card.rows.setCurrentIndex(card.rows.model().index(2, 0))
    missed = card.rows.current_item()
    card._open(missed)
    card.add_button.click()

    assert [(each.page, each.focus) for each in card.went] == [
        (PageName.BOOKING, ""),
        (PageName.APPOINTMENTS, f"missed:{missed.id}"),
        (PageName.BOOKING, ""),
    ]
    assert card.went[-1].client == client.id
    assert card.went[-1].record is None


def test_a_closed_case_gets_no_new_time(card, client):
    card.show_client(client.id, is_open=False)

    assert card.add_button.isHidden()
