from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.register import (
    close_client,
    disagreement,
    faults_of,
    get_client,
    new_client,
    officers,
    reopen_client,
    store_client,
)
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.models.circumstances import JobseekerPeriod
from kotoutus_desktop.models.client import Client, ClosingReason, Precision
from kotoutus_desktop.models.office import Officer
from tests.casebook import NOW


def faults(client, today):
    return [fault.field for fault in faults_of(client, today)]


def test_a_new_client_gets_the_next_number_of_the_office(database, client, officer, today):
    with database.transaction() as session:
        second = new_client(officer.id, NOW)
        second.given_names = "Hodan"
        store_client(session, second, today)

    assert (client.number, second.number) == ("U7-0214", "U7-0215")


def test_numbers_of_another_laptop_do_not_count(database, client, make_client, today):
    with database.transaction() as session:
        store_client(session, make_client(number="K2-0999"), today)
        third = make_client(number="")
        store_client(session, third, today)

    assert third.number == "U7-0215"


def test_a_client_without_any_name_is_refused_and_nothing_is_kept(database, office, today):
    with pytest.raises(InvalidInput) as refused, database.transaction() as session:
        store_client(session, new_client(None, NOW), today)

    assert refused.value.field == "family_names"
    with database.reading() as session:
        assert session.scalars(select(Client)).all() == []


@pytest.mark.parametrize("name", ["Li", "Ḥ" * 300, "Թումանյան", "ሃፍተ", "O’Brien-García y Vega"])
def test_names_of_any_script_and_length_up_to_300_are_taken(make_client, today, name):
    assert faults(make_client(family_names=name), today) == []


@pytest.mark.parametrize("name", ["a" * 301, "Amal 😀", "Am\nal"])
def test_names_that_no_passport_has_are_refused_by_field(make_client, today, name):
    assert faults(make_client(given_names=name), today) == ["given_names"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"born": date(2026, 11, 25), "first_granted": None}, "born"),
        ({"born": date(1899, 12, 31)}, "born"),
        ({"first_granted": date(2026, 11, 25)}, "first_granted"),
        ({"born": date(2026, 4, 1)}, "first_granted"),
        ({"permit_valid_until": date(2026, 3, 11)}, "permit_valid_until"),
        ({"arrived_on": date(2027, 1, 1)}, "arrived_on"),
        ({"email": "amal.example"}, "email"),
        ({"identity_code": "150875Y912X"}, "identity_code"),
    ],
)
def test_what_cannot_be_right_is_refused_by_field(make_client, today, fields, field):
    assert faults(make_client(**fields), today) == [field]


def test_a_period_that_ends_before_it_begins_is_refused(make_client, today):
    client = make_client()
    client.jobseeker_periods = [
        JobseekerPeriod(client_id=client.id, starts_on=date(2026, 5, 2), ends_on=date(2026, 5, 1))
    ]

    assert faults(client, today) == ["jobseeker_periods"]


def test_an_identity_code_that_disagrees_with_the_birth_date_is_said_not_refused(
    make_client, today
):
    client = make_client(identity_code="150875Y912W")

    assert faults(client, today) == []
    assert disagreement(client, today) == date(1975, 8, 15)


def test_a_code_and_a_birth_date_that_agree_are_silent(make_client, today):
    client = make_client(identity_code="150875Y912W", born=date(1975, 8, 15))

    assert disagreement(client, today) is None


def test_where_only_the_year_is_known_nothing_disagrees(make_client, today):
    client = make_client(
        identity_code="150875Y912W", born=date(1975, 1, 1), born_precision=Precision.YEAR
    )

    assert disagreement(client, today) is None


def test_a_closed_case_can_be_taken_up_again(database, client, today):
    with database.transaction() as session:
        close_client(session, get_client(session, client.id), today, ClosingReason.NO_NEED)
    with database.transaction() as session:
        closed = get_client(session, client.id)
        assert closed.closed_on == today
        reopen_client(session, closed)

    with database.reading() as session:
        assert get_client(session, client.id).closed_on is None


def test_a_case_with_a_plan_in_force_is_not_closed(database, planned, today):
    with pytest.raises(KotoutusError), database.transaction() as session:
        close_client(session, get_client(session, planned.id), today, ClosingReason.OTHER)


def test_who_has_left_is_named_only_where_named_before(database, officer):
    left = Officer(name="Aino Esimerkki", active=False)
    with database.transaction() as session:
        session.add(left)

    with database.reading() as session:
        assert [each.name for each in officers(session)] == [officer.name]
        assert [each.id for each in officers(session, including=left.id)] == [left.id, officer.id]
