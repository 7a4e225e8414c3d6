"""Times and people of these tests."""

from datetime import date
from itertools import count

import pytest

from kotoutus_desktop.models.appointment import Appointment, AppointmentPurpose


@pytest.fixture
def make_person(database, make_client):
    """Return a maker of stored clients, each with a number of its own."""
    numbers = count(1)

    def make(**fields):
        person = make_client(**({"number": f"U7-{next(numbers):04d}"} | fields))
        with database.transaction() as session:
            session.add(person)
        return person

    return make


@pytest.fixture
def make_time(make_person):
    """Return a maker of times that are right except for what the test names; not stored."""

    def make(client=None, **fields):
        usual = {
            "client_id": (client or make_person()).id,
            "booked_on": date(2026, 11, 20),
            "held_on": date(2026, 11, 26),
            "starts": 9 * 60,
            "minutes": 60,
            "purpose": AppointmentPurpose.PLAN,
        }
        return Appointment(**(usual | fields))

    return make
