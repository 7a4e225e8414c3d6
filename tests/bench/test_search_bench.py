"""How long the list and the search take beside the same SQL on the bare driver.

Times are printed and never asserted: they depend on the machine. Run with `-m bench -s`.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as driver

from kotoutus_desktop.casework.due import due_rows
from kotoutus_desktop.casework.duplicates import possible_duplicates
from kotoutus_desktop.casework.search import Filters, count_clients, find_clients, list_clients
from kotoutus_desktop.models.database import Database
from tests.bench.stopwatch import line, listening, median, queries

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

TODAY = date(2026, 11, 24)

KEYSTROKES = ["m", "mo", "moh", "moha", "mohammed", "muhamad", "xuseen", "amina has", "Шевченко"]
NUMBERS = ["U7-0214", "14.3.1988", "1988", "040 12"]


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

    with listening() as statements:
        ours()

    def raw() -> list[Any]:
        return [bare.execute(sql, values).fetchall() for sql, values in queries(statements)]

    report(line(name, median(ours), median(raw)))
    assert queries(statements)


def test_what_is_due_of_600_active_cases(
    working_office: Database, bare_working: driver.Connection, report: Callable[[str], None]
) -> None:
    def ours() -> object:
        with working_office.reading() as session:
            return due_rows(session, TODAY)

    with listening() as statements:
        rows = ours()

    def raw() -> list[Any]:
        return [bare_working.execute(sql, values).fetchall() for sql, values in queries(statements)]

    report(line("due, everyone's", median(ours, times=15), median(raw)))
    assert rows
