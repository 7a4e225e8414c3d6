"""A client with everything that is stored, and a counsellor's ticks."""

from datetime import date

import pytest

from kotoutus_desktop.casework.national.pack import Stamp, enter, pack_of
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.models.plan import Review
from kotoutus_desktop.rules.registers import Register
from tests import casebook
from tests.casework.conftest import assessed, client, planned

__all__ = ["assessed", "client", "planned"]

DUTY = date(2027, 1, 11)


@pytest.fixture
def pack(database, today):
    """Return what reads the pack of a client."""

    def read(client, on=today):
        with database.reading() as session:
            stored = get_client(session, client.id)
            return pack_of(session, stored, the_office(session), on)

    return read


@pytest.fixture
def enter_all(database, officer, pack):
    """Return what ticks everything of a client."""

    def tick(client, on=DUTY, register=Register.KOTO_AJ):
        sections = pack(client).sections
        with database.transaction("entered") as session:
            for section in sections:
                stamp = Stamp(register, on, officer.id)
                enter(session, client.id, section.subject, section.fields, stamp)

    return tick


@pytest.fixture
def reviewed(database, planned, officer):
    """A client with a review of January 2027."""
    with database.transaction() as session:
        stored = get_client(session, planned.id)
        review = Review(
            client_id=planned.id,
            officer_id=officer.id,
            reviewed_on=DUTY,
            participation=casebook.text("Kävi kurssilla."),
            progress=casebook.text("Puhuu jo."),
            hindrances=casebook.text("Pitkä matka."),
            changes=casebook.text("Kurssi jatkuu."),
            next_review_on=date(2027, 6, 30),
            completed=True,
        )
        stored.plans[0].reviews.append(review)
    return planned
