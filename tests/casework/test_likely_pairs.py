from datetime import date

import pytest

from kotoutus_desktop.casework.duplicates import Reason
from kotoutus_desktop.casework.joining import join
from kotoutus_desktop.casework.likely_pairs import candidates_of, likely_pairs
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Officer
from tests import casebook


@pytest.fixture
def registered(database, office, officer, make_client, today):
    def store(**fields):
        with database.transaction() as session:
            return casebook.registered(session, make_client(**fields), officer, today).id

    return store


@pytest.fixture
def pairs(database):
    def read():
        with database.reading() as session:
            return [(each.first.id, each.second.id, each.reason) for each in likely_pairs(session)]

    return read


def test_names_that_sound_alike_with_one_birthday_are_a_pair(registered, pairs):
    one = registered(number="1", given_names="Mohammed", family_names="Ali")
    two = registered(number="2", given_names="Muhammad", family_names="Ali")
    registered(number="3", given_names="Olena", family_names="Koval")
    registered(number="4", given_names="Mohammed", family_names="Ali", born=date(1990, 1, 1))

    assert pairs() == [(one, two, Reason.NAME_AND_BIRTH_DATE)]


def test_day_and_month_may_have_been_swapped(registered, pairs):
    one = registered(number="1", born=date(1990, 4, 3))
    two = registered(number="2", born=date(1990, 3, 4))

    assert [pair[:2] for pair in pairs()] == [(one, two)]


def test_one_identity_code_is_a_pair_whatever_the_names(registered, pairs):
    one = registered(number="1", identity_code="131052-308T", born=date(1952, 10, 13))
    two = registered(
        number="2", identity_code="131052-308T", born=date(1952, 10, 13), given_names="Muu"
    )

    assert pairs() == [(one, two, Reason.IDENTITY_CODE)]


def test_joined_records_are_no_pair_any_more(registered, pairs, database, today):
    one, two = registered(number="1"), registered(number="2")
    with database.transaction() as session:
        join(session, one, two, [], today=today)

    assert pairs() == []


def test_a_restricted_case_is_in_no_pair_for_who_may_not_open_it(registered, pairs, database):
    registered(number="1")
    two = registered(number="2")
    with database.transaction() as session:
        session.get_one(Client, two).restricted = True
        other = Officer(name="Pekka Toinen")
        session.add(other)

    assert pairs() == []
    with database.reading() as session:
        client = session.query(Client).filter_by(number="1").one()
        assert candidates_of(session, client) == []


def test_candidates_of_a_client_are_ranked(registered, database):
    one, two = registered(number="1"), registered(number="2")

    with database.reading() as session:
        [match] = candidates_of(session, session.get_one(Client, one))

    assert match.client_id == two
