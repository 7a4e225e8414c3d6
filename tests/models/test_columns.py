from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

import pytest
from sqlalchemy import Column, MetaData, Table, create_engine, insert, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import StatementError
from sqlalchemy.schema import CreateTable

from kotoutus_desktop.models.columns import Id, Json, Utc, WordingColumn, enum_column, uuid7
from kotoutus_desktop.phrases.wording import Wording


class Colour(StrEnum):
    DARK_BLUE = "dark_blue"


THINGS = Table(
    "thing",
    MetaData(),
    Column("id", Id),
    Column("at", Utc),
    Column("colour", enum_column(Colour)),
    Column("wording", WordingColumn),
    Column("content", Json),
)


@pytest.fixture
def connection():
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        THINGS.create(connection)
        yield connection
    engine.dispose()


def stored(connection, column):
    return connection.execute(text(f"SELECT {column} FROM thing")).scalar_one()


def test_keys_are_of_version_seven_and_in_the_order_they_were_made():
    keys = [uuid7() for _ in range(2000)]

    assert {(key.version, key.variant) for key in keys} == {(7, "specified in RFC 4122")}
    assert len(set(keys)) == 2000
    assert [key.bytes[:6] for key in keys] == sorted(key.bytes[:6] for key in keys)


def test_a_key_is_sixteen_bytes(connection):
    key = uuid7()

    connection.execute(insert(THINGS).values(id=key))

    assert stored(connection, "id") == key.bytes
    assert connection.execute(select(THINGS.c.id)).scalar_one() == key


def test_a_time_comes_back_in_utc(connection):
    helsinki = timezone(timedelta(hours=2))

    connection.execute(insert(THINGS).values(at=datetime(2026, 11, 24, 1, 30, tzinfo=helsinki)))

    read = connection.execute(select(THINGS.c.at)).scalar_one()
    assert read == datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert read.tzinfo is UTC


def test_a_time_without_zone_is_refused(connection):
    with pytest.raises(StatementError, match="needs a zone"):
        connection.execute(insert(THINGS).values(at=datetime(2026, 11, 24)))  # noqa: DTZ001


def test_an_enum_is_stored_by_its_value(connection):
    connection.execute(insert(THINGS).values(colour=Colour.DARK_BLUE))

    assert stored(connection, "colour") == "dark_blue"
    assert connection.execute(select(THINGS.c.colour)).scalar_one() is Colour.DARK_BLUE


def test_a_wording_comes_back_equal(connection):
    wording = Wording.of("U-004", day="2026-11-24")

    connection.execute(insert(THINGS).values(wording=wording))

    assert connection.execute(select(THINGS.c.wording)).scalar_one() == wording


def test_nothing_is_stored_as_nothing(connection):
    connection.execute(insert(THINGS).values(id=None, at=None, wording=None, content=None))

    assert connection.execute(select(THINGS)).one() == (None, None, None, None, None)
    assert (
        connection.execute(text("SELECT count(wording) + count(content) FROM thing")).scalar() == 0
    )


@pytest.mark.parametrize(
    ("dialect", "types"),
    [
        (sqlite.dialect(), ["id BLOB", "at DATETIME", "colour VARCHAR", "wording JSON"]),
        (
            postgresql.dialect(),
            ["id UUID", "at TIMESTAMP WITH TIME ZONE", "colour VARCHAR", "wording JSONB"],
        ),
    ],
)
def test_both_databases_get_their_own_types(dialect, types):
    statement = str(CreateTable(THINGS).compile(dialect=dialect))

    assert all(type_ in statement for type_ in types)
    assert "CHECK" not in statement
