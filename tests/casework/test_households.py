import pytest

from kotoutus_desktop.casework.households import change_shared, join, leave, members
from kotoutus_desktop.casework.register import get_client, store_client
from kotoutus_desktop.models.client import Client


@pytest.fixture
def family(database, client, make_client, today):
    """Three people of one household; the child is under a non-disclosure order."""
    with database.transaction() as session:
        spouse = make_client(number="", given_names="Sami", street="Vanha tie 1")
        child = make_client(number="", given_names="Lina", non_disclosure=True, street="Salaa 2")
        for person in (spouse, child):
            store_client(session, person, today)
        parent = get_client(session, client.id)
        join(session, parent, spouse)
        join(session, parent, child)
    return client, spouse, child


def names(people):
    return sorted(person.given_names for person in people)


def test_whoever_joins_lives_with_everybody(database, family):
    with database.reading() as session:
        spouse = get_client(session, family[1].id)

        assert names(members(session, spouse)) == ["Amal Hassan", "Lina"]


def test_a_shared_address_is_changed_once_for_all_who_may_know_it(database, family):
    with database.transaction() as session:
        parent = get_client(session, family[0].id)
        assert change_shared(session, parent, {"street": "Uusi tie 2"}) == 1

    with database.reading() as session:
        assert get_client(session, family[1].id).street == "Uusi tie 2"
        assert session.get_one(Client, family[2].id).street == "Salaa 2"


def test_nothing_but_shared_fields_is_changed_for_others(database, family):
    with database.transaction() as session:
        parent = get_client(session, family[0].id)
        change_shared(session, parent, {"family_names": "Muu", "street": "Uusi tie 2"})

    with database.reading() as session:
        assert get_client(session, family[1].id).family_names == "Al-Khatib"


def test_the_last_two_part_together(database, family):
    with database.transaction() as session:
        leave(session, get_client(session, family[0].id))
    with database.transaction() as session:
        leave(session, get_client(session, family[1].id))

    with database.reading() as session:
        assert [session.get_one(Client, person.id).household for person in family] == [None] * 3


def test_a_person_alone_has_no_household(database, client):
    with database.reading() as session:
        assert members(session, get_client(session, client.id)) == []
