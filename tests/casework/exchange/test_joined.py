"""Two laptops, and a person who is registered twice: joined on one while the other goes on."""

from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.case_export import case_to_export
from kotoutus_desktop.casework.deleted import in_the_bin, put_back
from kotoutus_desktop.casework.erasing import Wanted, client_of_number, erase_case
from kotoutus_desktop.casework.exchange.clashes import list_clashes
from kotoutus_desktop.casework.exchange.sending import changed_cases
from kotoutus_desktop.casework.held import held_on
from kotoutus_desktop.casework.joining import join, late_news, separate, settle_late
from kotoutus_desktop.casework.log.lines import client_log
from kotoutus_desktop.casework.search import find_clients
from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.joins import joined_cases
from kotoutus_desktop.models.mending.returning import return_from_log
from kotoutus_desktop.models.retention import ErasureGround
from tests.casework.exchange.conftest import NOW, TODAY

DAY = date(2026, 11, 20)


@pytest.fixture
def twice(library, centre, make_client):
    """One person with two records that both laptops know."""
    found = [
        library.store(make_client(number=f"U7-030{number}", phone="", given_names=name)).id
        for number, name in enumerate(("Mohammed", "Muhammad"))
    ]
    centre.take(library.send(centre))
    return found


@pytest.fixture
def joined(library, twice):
    with library.database.transaction("joined") as session:
        join(session, *twice, [], today=TODAY)
    return twice


def contact(laptop, client, day=DAY):
    with laptop.database.transaction() as session:
        session.add(Contact(client_id=client, learned_on=day, channel=ContactChannel.SELF))


def contacts(laptop):
    with laptop.database.reading() as session:
        return list(session.scalars(select(Contact.client_id)))


def found_by(laptop, typed):
    with laptop.database.reading() as session:
        return [row.id for row in find_clients(session, typed)]


def test_what_the_other_laptop_writes_to_the_old_record_is_news_of_the_person(
    library, centre, joined
):
    first, second = joined
    contact(centre, second)
    centre.change(second, phone="040 7654321")

    news = library.take(centre.send(library))

    [case] = news.cases
    assert (case.case_id, case.is_new) == (first, False)
    assert case.client is not None
    assert {(row.subject, row.how) for row in case.rows} == {
        ("contact", "new"),
        ("client", "changed"),
    }
    assert contacts(library) == [first]
    with library.database.reading() as session:
        [late] = late_news(session, first)
    assert (late.name, late.value, late.present) == ("phone", "040 7654321", "")
    with library.database.transaction() as session:
        settle_late(session, first, [late])
    assert library.read(first).phone == "040 7654321"
    with library.database.reading() as session:
        assert late_news(session, first) == []
    centre.take(library.send(centre))
    assert centre.read(first).phone == "040 7654321"
    assert found_by(centre, "U7-0301") == [first]


def test_a_join_arrives_and_its_end_too(library, centre, joined):
    first, second = joined
    centre.take(library.send(centre))
    assert centre.read(second) is None
    assert found_by(centre, "U7-0301") == found_by(centre, "Muhammad") == [first]

    with centre.database.transaction() as session:
        separate(session, second)
    library.take(centre.send(library))

    assert found_by(library, "U7-0301") == [second]
    assert library.read(second).given_names == "Muhammad"


def test_what_the_other_laptop_has_of_the_person_is_known(library, centre, joined):
    first, _second = joined
    laptop = library.known["Vastaanottokeskus"]
    with library.database.reading() as session:
        assert changed_cases(session, [laptop]) == {first}
    centre.take(library.send(centre, {first}))

    with library.database.reading() as session:
        assert changed_cases(session, [laptop]) == set()


def test_a_clash_of_the_old_record_is_asked_under_the_person(library, centre, twice):
    first, second = twice
    library.change(second, phone="040 1")
    centre.change(second, phone="040 2")
    library.take(centre.send(library))
    with library.database.transaction() as session:
        join(session, *twice, [], today=TODAY)

    with library.database.reading() as session:
        [clash] = list_clashes(session)

    assert clash.client is not None
    assert clash.client.id == first


def test_log_and_access_tell_of_both_records(library, joined):
    first, second = joined

    with library.database.reading() as session:
        held = held_on(session, first)
        lines = client_log(session, first)

    assert [table for table in held.tables if table.name == "joined_client"]
    assert any(line.row == second for line in lines)


def test_the_old_number_exports_and_finds_the_case(library, joined):
    with library.database.transaction() as session:
        assert client_of_number(session, "U7-0301") == joined[0]
        assert case_to_export(session, "U7-0301").client.id == joined[0]


def test_a_person_is_erased_with_both_records_and_numbers(library, centre, joined):
    with library.database.transaction() as session:
        wanted = Wanted(joined[0], ErasureGround.DEMAND, "Kirjattiin ilman perustetta")
        left = erase_case(session, wanted, NOW, None)

    assert left.number == "U7-0300, U7-0301"
    centre.take(library.send(centre))
    for laptop in (library, centre):
        for client in joined:
            assert laptop.read(client) is None


def test_a_record_of_the_old_one_comes_back_from_the_bin(library, twice):
    contact(library, twice[1])
    with library.database.transaction() as session:
        join(session, *twice, [], today=TODAY)
    with library.database.transaction() as session:
        session.delete(session.scalars(select(Contact)).one())

    with library.database.transaction() as session:
        [gone] = in_the_bin(session, NOW)
        put_back(session, gone.row, NOW)

    assert contacts(library) == [twice[0]]


def test_mending_brings_no_joined_record_back(library, joined):
    with library.database.transaction() as session:
        connection = session.connection()
        returned = return_from_log(connection)
        assert joined_cases(connection) == {joined[1].bytes: joined[0].bytes}

    assert (returned.whole, returned.in_part) == (0, 0)
    with library.database.reading() as session:
        assert session.get(Client, joined[1]) is None
