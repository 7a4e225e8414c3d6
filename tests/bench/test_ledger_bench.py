"""How long the deadline ledger takes with ten thousand cases and forty thousand plans.

It is counted beside the window, so the times are printed and only their number of queries is
asserted: it must not grow with the cases. Run with `-m bench -s`.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as driver

from kotoutus_desktop.casework.ledger import ledger_rows
from kotoutus_desktop.casework.ledger_counts import ledger_lines
from kotoutus_desktop.casework.ledger_courses import Selection
from kotoutus_desktop.models.database import Database
from tests.bench.stopwatch import line, listening, median, queries
from tests.bench.test_due_bench import bare_planned, planned_file, planned_office

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

__all__ = ["bare_planned", "planned_file", "planned_office"]  # fixtures

TODAY = date(2026, 11, 24)
YEAR = Selection(date(2026, 1, 1), date(2026, 12, 31))
MOST_QUERIES = 20  # people waiting for an assessment are read in a few blocks


def test_a_year_of_ten_thousand_cases(
    planned_office: Database, bare_planned: driver.Connection, report: Callable[[str], None]
) -> None:
    def ours() -> list[Any]:
        with planned_office.reading() as session:
            return ledger_lines(ledger_rows(session, YEAR, TODAY))

    with listening() as statements:
        lines = ours()

    def raw() -> list[Any]:
        return [bare_planned.execute(sql, values).fetchall() for sql, values in queries(statements)]

    rows = sum(found.counts()[0] for found in lines if found.month is None)
    report(line(f"ledger, a year: {rows} rows", median(ours, times=3), median(raw, times=3)))
    assert len(queries(statements)) < MOST_QUERIES
    assert rows > 0
