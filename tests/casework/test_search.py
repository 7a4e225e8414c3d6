from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.name_index import index_client
from kotoutus_desktop.casework.search import (
    Filters,
    Found,
    Row,
    count_clients,
    find_clients,
    list_clients,
)
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.name_key import NameKey
from kotoutus_desktop.models.office import Officer

MakeClient = Callable[..., Client]
Keep = Callable[..., Client]


@pytest.fixture
def keep(database: Database, make_client: MakeClient) -> Keep:
    """Return a maker of clients who are stored and can be found."""

    def keep_client(**fields: Any) -> Client:
        client = make_client(**({"own_script_name": "", "call_name": ""} | fields))
        with database.transaction() as session:
            session.add(client)
            index_client(session, client)
        return client

    return keep_client


def find(database: Database, typed: str, **options: Any) -> list[Row]:
    with database.reading() as session:
        return find_clients(session, typed, **options)


def numbers(rows: list[Row]) -> list[str]:
    return [row.number for row in rows]


def test_what_is_spelled_so_comes_before_what_sounds_so(database: Database, keep: Keep) -> None:
    keep(number="A-1", given_names="Maxamed", family_names="Aadan")
    keep(number="A-2", given_names="Mohammed", family_names="Zaki")
    keep(number="A-3", given_names="Liisa", family_names="Virtanen")

    rows = find(database, "mohammed")

    assert [(row.number, row.found) for row in rows] == [
        ("A-2", Found.SPELLING),
        ("A-1", Found.SOUND),
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "kha",
        "Amal",
        "amal khatib",
        "Khatib, Amal",
        "al-khatib",
        "Alkhatib Hassan",
        "AL KHA",
        "الخطيب",
        "14.3.1988",
        "1988-03-14",
        "3/1988",
        "1988",
        "140388",
        "140388-900",
        "140388-9005",
        "040 123",
        "+358 40 1234567",
        "U7-0214",
        "u7 02",
        "214",
        "amal 1988",
    ],
)
def test_one_box_finds_by_name_number_date_and_phone(
    database: Database, keep: Keep, typed: str
) -> None:
    keep(identity_code="140388-9005", phone="040 1234567", own_script_name="أمل حسن الخطيب")
    keep(number="X-9", given_names="Liisa", family_names="Virtanen", born=date(1970, 1, 2))
    assert numbers(find(database, typed)) == ["U7-0214"]


@pytest.mark.parametrize("typed", ["zzz", "-", "!", "1999", "05012", "amal virtanen", "99.99.9999"])
def test_what_fits_nobody_finds_nobody(database: Database, keep: Keep, typed: str) -> None:
    keep(phone="040 1234567")
    assert find(database, typed) == []


@pytest.mark.parametrize(
    "typed", ["q " * 5000, "1 2 3 " * 500, "x" * 9000, "'; drop table client; --", "\0", "🙂", "%_"]
)
def test_whatever_is_pasted_gets_an_answer(database: Database, keep: Keep, typed: str) -> None:
    keep()
    assert find(database, typed) == []


def test_nothing_typed_gives_the_beginning_of_the_list(database: Database, keep: Keep) -> None:
    keep(number="A-2", family_names="Öberg")
    keep(number="A-1", family_names="Zaki")
    rows = find(database, "  ", limit=1)
    assert [(row.number, row.found) for row in rows] == [("A-1", Found.LISTED)]


def test_earlier_names_and_call_names_are_found(database: Database, keep: Keep) -> None:
    keep(number="A-1", earlier_names="Kravchuk", call_name="Sasha")
    assert numbers(find(database, "Krawtschuk")) == ["A-1"]
    assert numbers(find(database, "sasha")) == ["A-1"]


def test_the_list_is_in_finnish_order_and_comes_in_parts(database: Database, keep: Keep) -> None:
    for number, name in enumerate(["Öberg", "Åberg", "Zetterberg", "Äijälä", "Şahin"]):
        keep(number=str(number), family_names=name, given_names="")
    with database.reading() as session:
        first = list_clients(session, Filters(), 0, 3)
        rest = list_clients(session, Filters(), 3, 3)
        assert count_clients(session, Filters()) == 5
    names = [row.family_names for row in (*first, *rest)]
    assert names == ["Şahin", "Zetterberg", "Åberg", "Äijälä", "Öberg"]


def test_a_person_with_a_name_in_own_script_only_has_a_place_in_the_list(keep: Keep) -> None:
    client = keep(family_names="", given_names="", own_script_name="Шевченко")
    assert client.sort_name == "shevchenko"


@pytest.mark.rule(66, "661/2009 § 36")
def test_who_has_a_non_disclosure_order_is_found_but_shown_by_number_only(
    database: Database, keep: Keep
) -> None:
    keep(non_disclosure=True, own_script_name="أمل", phone="040 1234567")
    for rows in (find(database, "amal"), find(database, "0401234567"), find(database, "")):
        (row,) = rows
        assert row.non_disclosure
        assert row.number == "U7-0214"
        assert row.family_names == row.given_names == row.call_name == row.own_script_name == ""
        assert (row.born, row.born_precision) == (None, Precision.UNKNOWN)
        assert row.home_municipality == ""


def test_filters_narrow_the_list_and_the_search(
    database: Database, keep: Keep, officer: Officer
) -> None:
    keep(number="A-1", officer_id=officer.id)
    keep(number="A-2", service_language="so")
    keep(number="A-3", home_municipality="091", closed_on=date(2026, 5, 1))
    keep(number="A-4", home_municipality="091", non_disclosure=True)
    expected = {
        Filters(): ["A-1", "A-2", "A-3", "A-4"],
        Filters(officer_id=officer.id): ["A-1"],
        Filters(open=True): ["A-1", "A-2", "A-4"],
        Filters(open=False): ["A-3"],
        Filters(language="so"): ["A-2"],
        Filters(municipality="091"): ["A-3"],
    }
    with database.reading() as session:
        for filters, found in expected.items():
            assert numbers(list_clients(session, filters)) == found
            assert numbers(find_clients(session, "amal", filters=filters)) == found
            assert count_clients(session, filters) == len(found)


def test_a_corrected_name_is_found_and_the_old_one_no_longer(
    database: Database, keep: Keep
) -> None:
    client = keep(family_names="Virtanen")
    with database.transaction() as session:
        corrected = session.get_one(Client, client.id)
        corrected.family_names = "Korhonen"
        index_client(session, corrected)
    assert numbers(find(database, "korhonen")) == ["U7-0214"]
    assert find(database, "virtanen") == []


def test_undoing_a_correction_brings_back_the_old_keys(database: Database, keep: Keep) -> None:
    client = keep(family_names="Virtanen")
    with database.transaction("Correct the name") as session:
        corrected = session.get_one(Client, client.id)
        corrected.family_names = "Korhonen"
        index_client(session, corrected)
    database.undo()
    assert numbers(find(database, "virtanen")) == ["U7-0214"]
    assert find(database, "korhonen") == []


def test_indexing_again_changes_nothing(database: Database, keep: Keep) -> None:
    client = keep()
    query = select(NameKey.id).where(NameKey.client_id == client.id).order_by(NameKey.id)
    with database.transaction() as session:
        before = session.scalars(query).all()
        index_client(session, session.get_one(Client, client.id))
        assert session.scalars(query).all() == before
