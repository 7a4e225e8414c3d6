from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.models.appointment import (
    Appointment,
    AppointmentPurpose,
    AppointmentState,
    FeeCap,
    FeeDecision,
    InterpreterKind,
)
from kotoutus_desktop.models.client import Client

DAY = date(2026, 11, 25)


@pytest.fixture
def client(database, make_client):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
        session.flush()
        time = Appointment(
            client_id=client.id,
            booked_on=date(2026, 11, 20),
            held_on=DAY,
            starts=9 * 60,
            minutes=90,
            purpose=AppointmentPurpose.PLAN,
            interpreter_kind=InterpreterKind.VIDEO,
            interpreter_cost=8800,
        )
        session.add(time)
        session.flush()
        session.add_all(
            [
                FeeDecision(
                    client_id=client.id, appointment_id=time.id, decided_on=DAY, amount=5670
                ),
                FeeCap(since=date(2026, 1, 1), highest=6020),
            ]
        )
    return client


def test_a_booked_time_comes_back_as_it_was_stored(database, client):
    with database.reading() as session:
        time = session.scalars(select(Appointment)).one()

    assert (time.held_on, time.starts, time.ends) == (DAY, 540, 630)
    assert time.state is AppointmentState.BOOKED
    assert time.interpreter_kind is InterpreterKind.VIDEO
    assert (time.fee_told_on, time.excuse_accepted, time.unreasonable) == (None, None, None)


def test_times_and_decisions_go_with_the_client_and_the_highest_fee_stays(database, client):
    with database.transaction() as session:
        session.delete(session.get_one(Client, client.id))

    with database.reading() as session:
        assert session.scalars(select(Appointment)).all() == []
        assert session.scalars(select(FeeDecision)).all() == []
        assert session.scalars(select(FeeCap.highest)).all() == [6020]
