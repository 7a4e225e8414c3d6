"""Times and people of these tests, on the fixed Tuesday 24 November 2026."""

from datetime import date
from itertools import count

import pytest

from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.models.appointment import (
    Appointment,
    AppointmentPurpose,
    InterpreterKind,
    ToldHow,
)

TODAY = date(2026, 11, 24)


@pytest.fixture
def make_person(database, office, make_client, officer):
    """Return a maker of stored clients of the counsellor, each with a number of its own."""
    numbers = count(1)

    def make(**fields):
        usual = {"number": f"U7-{next(numbers):04d}", "officer_id": officer.id}
        person = make_client(**(usual | fields))
        with database.transaction() as session:
            store_client(session, person, TODAY)
        return person

    return make


@pytest.fixture
def book(database, make_person, officer):
    """Return what stores a time, today from 9 to 10 unless the test says otherwise."""

    def make(client=None, **fields):
        usual = {
            "client_id": (client or make_person()).id,
            "officer_id": officer.id,
            "booked_on": date(2026, 11, 2),
            "held_on": TODAY,
            "starts": 9 * 60,
            "minutes": 60,
            "purpose": AppointmentPurpose.REVIEW,
            "place": "Virastotalo, huone 2",
            "interpreter_kind": InterpreterKind.ON_THE_SPOT,
            "interpreter_language": "ar",
            "interpreter_cost": 8800,
            "fee_told_on": date(2026, 11, 2),
            "cancelling_told_on": date(2026, 11, 2),
            "told_in": "ar",
            "told_how": ToldHow.INTERPRETED,
        }
        time = Appointment(**(usual | fields))
        with database.transaction() as session:
            session.add(time)
        return time

    return make
