from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import InterfaceError

from kotoutus_desktop.casework.importing.clients import prepare, store, without_doubt
from kotoutus_desktop.casework.importing.columns import match_columns
from kotoutus_desktop.casework.importing.table import Table
from kotoutus_desktop.casework.search import find_clients
from kotoutus_desktop.models.client import Client

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
HEADINGS = ("Sukunimi", "Etunimi", "Syntymäaika", "Hetu", "Kieli", "Puhelin")


def table(*rows):
    """Return a table as it is read from a file."""
    return Table(HEADINGS, tuple((n, row) for n, row in enumerate(rows, start=2)))


def prepared(database, *rows):
    """Look at rows."""
    with database.reading() as session:
        found = table(*rows)
        return prepare(session, found, match_columns(found.headings), None, NOW)


def test_right_rows_become_clients_with_numbers_who_are_found(database, office):
    found = prepared(
        database,
        ("Hassan", "Amal", "4.5.1990", None, "arabia", 401234567),
        ("Haile", "Tsegay", 1984, "", "ti", ""),
    )
    assert found.refused == ()

    with database.transaction() as session:
        assert store(session, without_doubt(found)) == 2
        numbers = session.scalars(select(Client.number).order_by(Client.number)).all()
        assert numbers == ["U7-0001", "U7-0002"]
        assert [row.call_name for row in find_clients(session, "haile")] == [""]


def test_every_fault_of_a_row_is_told_with_its_number(database, office):
    found = prepared(
        database,
        ("Hassan", "Amal", "31.2.1990", "131052-308X", "klingon", ""),
        ("", "", "", "", "", "050"),
        ("Ali", "", "", "", "", ""),
    )

    faults = [(each.number, each.fault.field) for each in found.refused]
    assert faults == [
        (2, "born"),
        (2, "service_language"),
        (2, "identity_code"),
        (3, "family_names"),
    ]
    assert [row.number for row in found.ready] == [4]


def test_the_birth_date_of_an_identity_code_is_taken(database, office):
    (row,) = prepared(database, ("Hassan", "Amal", "", "131052-308T", "", "")).ready

    assert row.client.born == date(1952, 10, 13)


@pytest.mark.parametrize(
    "row",
    [
        ("Hassan", "Amal", "", "131052-308T", "", ""),
        ("hassan", "AMAL", "13.10.1952", "", "", ""),
        ("Hassan", "Amal", "", "", "", "050 123 4567"),
    ],
)
def test_who_is_known_already_is_not_registered_twice_unless_somebody_looked(database, office, row):
    first = prepared(database, ("Hassan", "Amal", "13.10.1952", "131052-308T", "", "0501234567"))
    with database.transaction() as session:
        store(session, without_doubt(first))

    found = prepared(database, row)

    assert [each.known_number for each in found.ready] == ["U7-0001"]
    assert without_doubt(found) == []
    assert without_doubt(found, also={2}) == list(found.ready)


def test_a_person_who_stands_there_twice_is_told(database, office):
    row = ("Hassan", "Amal", "13.10.1952", "", "", "")

    found = prepared(database, row, row)

    assert [each.twice for each in found.ready] == [None, 2]


def test_all_or_none_is_stored(database, office):
    found = prepared(database, ("Hassan", "Amal", "", "", "", ""), ("Ali", "", "", "", "", ""))
    found.ready[1].client.phone = object()  # what no cell gives, and no file takes

    with pytest.raises(InterfaceError), database.transaction() as session:
        store(session, without_doubt(found))

    with database.reading() as session:
        assert session.scalar(select(func.count(Client.id))) == 0
