"""How long the list and the search take beside the same SQL on the bare driver.

Times are printed and never asserted: they depend on the machine. Run with `-m bench -s`.
"""

import statistics
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from sqlalchemy import Connection, event
from sqlcipher3 import dbapi2 as driver

from kotoutus_desktop.casework.duplicates import possible_duplicates
from kotoutus_desktop.casework.search import Filters, count_clients, find_clients, list_clients
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.database import Database

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

KEY = bytes(range(32))
TIMES = 40
Statement = tuple[str, Any]

KEYSTROKES = ["m", "mo", "moh", "moha", "mohammed", "muhamad", "xuseen", "amina has", "Шевченко"]
NUMBERS = ["U7-0214", "14.3.1988", "1988", "040 12"]


def median_ms(action: Callable[[], object]) -> float:
    action()
    times = []
    for _ in range(TIMES):
        start = perf_counter()
        action()
        times.append(perf_counter() - start)
    return statistics.median(times) * 1000


@pytest.fixture
def bare(large_file: Path) -> Iterator[driver.Connection]:
    """Return a connection without anything of SQLAlchemy."""
    connection = connect(large_file, bytearray(KEY), create=False)
    yield connection
    connection.close()


def statements_of(database: Database, action: Callable[[Any], object]) -> list[Statement]:
    """Return the SQL that an action sends, with its values."""
    sent: list[Statement] = []

    def note(_: Connection, __: Any, statement: str, values: Any, *___: Any) -> None:
        sent.append((statement, values))

    with database.reading() as session:
        connection = session.connection()
        event.listen(connection, "before_cursor_execute", note)
        action(session)
        event.remove(connection, "before_cursor_execute", note)
    return sent


ACTIONS: list[tuple[str, Callable[[Any], object]]] = [
    ("list opens", lambda session: list_clients(session, Filters(open=True), 0, 100)),
    ("list, row 5000", lambda session: list_clients(session, Filters(open=True), 5000, 100)),
    ("count", lambda session: count_clients(session, Filters(open=True))),
    *(
        (f"type {typed!r}", lambda session, typed=typed: find_clients(session, typed))
        for typed in (*KEYSTROKES, *NUMBERS)
    ),
    (
        "duplicates",
        lambda session: possible_duplicates(
            session, names=["Muhamad", "Hasan"], born=date(1988, 3, 14), phone="040 1234567"
        ),
    ),
]


@pytest.mark.parametrize(("name", "action"), ACTIONS, ids=[name for name, _ in ACTIONS])
def test_an_answer_beside_the_bare_driver(
    large_office: Database,
    bare: driver.Connection,
    report: Callable[[str], None],
    name: str,
    action: Callable[[Any], object],
) -> None:
    def ours() -> object:
        with large_office.reading() as session:
            return action(session)

    statements = statements_of(large_office, action)

    def raw() -> list[Any]:
        return [bare.execute(sql, values).fetchall() for sql, values in statements]

    ours_ms, raw_ms = median_ms(ours), median_ms(raw)
    report(f"{name:<24}{ours_ms:8.2f} ms {raw_ms:8.2f} ms bare  x{ours_ms / raw_ms:.1f}")
    assert statements
