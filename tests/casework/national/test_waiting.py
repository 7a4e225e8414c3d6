from datetime import date

import pytest

from kotoutus_desktop.casework.national.waiting import (
    count_untouched,
    not_entered,
    still_to_enter,
)
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.rules.registers import Register
from tests import casebook

LATER = date(2027, 2, 1)


@pytest.fixture
def waiting(database):
    def read():
        with database.reading() as session:
            return still_to_enter(session, LATER)

    return read


def test_a_client_of_whom_something_is_to_be_entered_is_listed(waiting, reviewed, enter_all):
    [line] = waiting()

    assert (line.client.id, line.register) == (reviewed.id, Register.KOTO_AJ)
    assert (line.is_duty, line.since) == (True, date(2027, 1, 11))
    assert line.fields == sum(len(section.open_fields) for section in line.sections)
    enter_all(reviewed)
    assert waiting() == []


def test_what_changed_since_is_counted(waiting, reviewed, enter_all, database):
    enter_all(reviewed)
    with database.transaction() as session:
        review = get_client(session, reviewed.id).plans[0].reviews[0]
        review.changes = casebook.text("Kurssi vaihtuu.")

    [line] = waiting()

    assert (line.fields, line.changed) == (1, 1)


def test_before_2027_it_is_voluntary(waiting, planned):
    [line] = waiting()

    assert not line.is_duty


def test_a_restricted_case_is_nothing_to_those_who_are_not_let_in(
    waiting, reviewed, database, officer
):
    other = Officer(name="Pekka Toinen")
    with database.transaction() as session:
        session.add(other)
        session.get_one(Client, reviewed.id).non_disclosure = True

    database.act_as(other.id)
    assert waiting() == []
    with database.reading() as session:
        assert count_untouched(session) == 0
    database.act_as(officer.id)
    [line] = waiting()
    assert line.client.hides_place


def test_todays_count_is_of_duties_that_nobody_began(database, reviewed, planned, enter_all):
    with database.reading() as session:
        assert count_untouched(session) == 1
    enter_all(reviewed)
    with database.reading() as session:
        assert count_untouched(session) == 0


def test_the_case_is_kept_until_its_duties_are_entered(database, reviewed, enter_all):
    def kept():
        with database.reading() as session:
            return not_entered(session, [reviewed.id], LATER)

    assert kept() == {reviewed.id}
    enter_all(reviewed)
    assert kept() == set()
