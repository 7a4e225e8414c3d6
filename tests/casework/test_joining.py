"""Two records of one person: joined, found by both numbers, undone, separated."""

from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework import register
from kotoutus_desktop.casework.joining import (
    join,
    joined_to,
    late_news,
    preview,
    separate,
    settle_late,
)
from kotoutus_desktop.casework.restricted import NotLetIn
from kotoutus_desktop.casework.search import find_clients
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.models.circumstances import Contact, ContactChannel, Guardian, GuardianKind
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Officer
from tests import casebook
from tests.models.history.conftest import cases


@pytest.fixture
def twice(database, office, officer, make_client, today):
    """One person registered twice, each record with a case of its own."""
    found = []
    for number, fields in enumerate(
        ({"phone": "", "given_names": "Amal"}, {"phone": "040 1234567", "given_names": "Amaal"})
    ):
        with database.transaction() as session:
            client = make_client(number=f"U7-030{number}", **fields)
            casebook.registered(session, client, officer, today)
        with database.transaction() as session:
            casebook.assessed(session, client.id, officer, today)
            session.add(Contact(client_id=client.id, learned_on=today, channel=ContactChannel.SELF))
        found.append(client.id)
    with database.transaction() as session:
        casebook.with_plan(session, found[1], officer, today)
    return found


@pytest.fixture
def joined(database, twice, today):
    """The two records as one."""
    with database.transaction("joined") as session:
        join(session, *twice, ["phone"], today=today)
    return twice


def found_by(database, typed):
    with database.reading() as session:
        return [row.id for row in find_clients(session, typed)]


def test_what_differs_stands_side_by_side_with_what_comes_along(database, twice):
    with database.reading() as session:
        shown = preview(session, *twice)

    assert {each.name: (each.first, each.second) for each in shown.differences} == {
        "given_names": ("Amal", "Amaal"),
        "phone": ("", "040 1234567"),
    }
    assert {each.name for each in shown.differences if each.takes_second} == {"phone"}
    assert (shown.moving["plan"], shown.moving["assessment"], shown.moving["contact"]) == (1, 1, 1)


def test_every_record_of_the_second_belongs_to_the_first(database, joined):
    first, second = joined

    with database.reading() as session:
        client = register.get_client(session, first)
        assert session.get(Client, second) is None
    assert (client.given_names, client.phone) == ("Amal", "040 1234567")
    assert len(client.assessments) == 2
    assert len(client.plans) == 1
    assert len(client.contacts) == 2


def test_both_numbers_and_both_names_find_the_person(database, joined):
    for typed in ("U7-0300", "U7-0301", "Amaal", "Amal"):
        assert found_by(database, typed) == [joined[0]]


def test_the_second_number_is_not_given_again(database, joined):
    with database.reading() as session:
        assert next(register.next_numbers(session)) == "U7-0302"


def test_undo_returns_exactly_what_was(database, twice, today):
    before = cases(database)
    keys = found_by(database, "Amaal"), found_by(database, "U7-0301")
    with database.transaction("joined") as session:
        join(session, *twice, ["given_names", "phone"], today=today)
    assert cases(database) != before

    database.undo()

    assert cases(database) == before
    assert (found_by(database, "Amaal"), found_by(database, "U7-0301")) == keys
    database.redo()
    assert found_by(database, "U7-0301") == [twice[0]]
    database.undo()
    assert cases(database) == before


def test_what_was_written_after_the_join_stays_where_it_was_written(database, joined, today):
    first, second = joined
    with database.transaction() as session:
        client = register.get_client(session, first)
        client.plans[0].target_occupation = "kokki"
        client.contacts.append(
            Contact(client_id=first, learned_on=date(2026, 12, 1), channel=ContactChannel.SELF)
        )

    with database.transaction() as session:
        separate(session, second)

    with database.reading() as session:
        one, other = (register.get_client(session, each) for each in joined)
    assert (len(one.contacts), len(other.contacts)) == (2, 1)
    assert [plan.target_occupation for plan in other.plans] == ["kokki"]
    assert one.plans == []
    assert found_by(database, "U7-0301") == [second]


def test_a_third_record_may_be_joined_and_all_are_found(
    database, joined, make_client, officer, today
):
    first, second = joined
    with database.transaction() as session:
        third = make_client(number="U7-0302")
        casebook.registered(session, third, officer, today)
    with database.transaction() as session:
        join(session, third.id, first, [], today=today)

    for number in ("U7-0300", "U7-0301", "U7-0302"):
        assert found_by(database, number) == [third.id]
    with database.reading() as session:
        assert {row.joined_id for row in joined_to(session, third.id)} == {first, second}
    with database.transaction() as session:
        separate(session, first)
    assert found_by(database, "U7-0301") == [first]
    assert found_by(database, "U7-0302") == [third.id]


def test_families_come_together(database, twice, make_client, officer, today):
    from kotoutus_desktop.casework import households

    with database.transaction() as session:
        for number, owner in enumerate(twice):
            person = make_client(number=f"U7-040{number}", given_names=f"Lapsi {number}")
            casebook.registered(session, person, officer, today)
            households.join(session, session.get_one(Client, owner), person)
    with database.transaction() as session:
        assert preview(session, *twice).households
        join(session, *twice, [], today=today)

    with database.reading() as session:
        first = session.get_one(Client, twice[0])
        names = [each.given_names for each in households.members(session, first)]
    assert names == ["Lapsi 0", "Lapsi 1"]


def test_a_guardian_who_is_the_second_record_is_the_first_now(
    database, twice, make_client, officer, today
):
    with database.transaction() as session:
        child = make_client(number="U7-0500")
        casebook.registered(session, child, officer, today)
        guardian = Guardian(
            client_id=child.id, kind=GuardianKind.GUARDIAN, name="Amal", person_id=twice[1]
        )
        session.add(guardian)
    with database.transaction("joined") as session:
        join(session, *twice, [], today=today)

    def person():
        with database.reading() as session:
            return session.scalars(select(Guardian.person_id)).one()

    assert person() == twice[0]
    database.undo()
    assert person() == twice[1]


def test_a_restricted_record_restricts_the_person_and_asks_at_the_door(
    database, twice, officer, today
):
    with database.transaction() as session:
        session.get_one(Client, twice[1]).non_disclosure = True
        other = Officer(name="Pekka Toinen")
        session.add(other)
    database.act_as(other.id)
    with pytest.raises(NotLetIn), database.transaction() as session:
        join(session, *twice, [], today=today)

    database.act_as(officer.id)
    database.visit.opened.add(twice[1])
    with database.transaction() as session:
        assert join(session, *twice, [], today=today).non_disclosure


def test_a_record_is_not_joined_with_itself_or_with_one_that_is_gone(database, joined, today):
    with pytest.raises(KotoutusError), database.transaction() as session:
        join(session, joined[0], joined[0], [], today=today)
    with pytest.raises(KotoutusError), database.transaction() as session:
        join(session, *joined, [], today=today)


def test_without_another_laptop_there_is_no_news(database, joined):
    with database.transaction() as session:
        assert late_news(session, joined[0]) == []
        settle_late(session, joined[0], [])
    assert found_by(database, "U7-0301") == [joined[0]]
