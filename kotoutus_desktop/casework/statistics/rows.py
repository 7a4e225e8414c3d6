"""The rows behind a number of the statistics: whose it is and on which day.

A table tells something of everybody in it: its group, its languages. A restricted case is
therefore named only to those who may open it; of the others the number alone is said.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.ledger_courses import Whose, whose_of
from kotoutus_desktop.casework.restricted import opens_to
from kotoutus_desktop.casework.statistics.counting import Reimbursed, events_of, reimbursed
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.visit import visit_of
from kotoutus_desktop.rules.statistics import WHOLE, Part, Period, Topic


@dataclass(frozen=True)
class Cell:
    """A number: its table, the key of its line, its column."""

    topic: Topic
    line: str
    part: Part


@dataclass(frozen=True)
class CountedRow:
    """One thing that a number counts. `whose` None: somebody who is no client, or no name.

    `months` are those of the reimbursement, 0 elsewhere. `day` None: it is not known.
    """

    whose: Whose | None
    line: str
    day: date | None
    months: int = 0


@dataclass(frozen=True)
class CountedRows:
    """The rows in the order of the days, and how many of restricted cases are left out."""

    rows: tuple[CountedRow, ...]
    left_out: int


def rows_behind(session: Session, period: Period, cell: Cell, today: date) -> CountedRows:
    """Return what a number counts; the rows and those left out are together that number."""
    if cell.topic is Topic.REIMBURSEMENT:
        found = list(_reimbursed(session, period, cell))
    else:
        found = list(_counted(session, period, cell, today))
    shown = [row for row, opens in found if opens]
    shown.sort(key=lambda row: (row.day or date.min, row.whose.name if row.whose else ""))
    return CountedRows(tuple(shown), len(found) - len(shown))


def _counted(
    session: Session, period: Period, cell: Cell, today: date
) -> Iterator[tuple[CountedRow, bool]]:
    events = events_of(period, today).get(cell.topic)
    if events is None:
        return
    counted = events.subquery()
    query = _with_client(session, counted.c.line, counted.c.day).select_from(counted)
    query = query.outerjoin(Client, Client.id == counted.c.client_id)
    if cell.line != WHOLE:
        query = query.where(counted.c.line == cell.line)
    if cell.part is not Part.ALL:
        query = query.where(counted.c.part == cell.part.value)
    for row in session.execute(query):
        whose = whose_of(row) if row.id is not None else None
        yield CountedRow(whose, row.line, row.day), whose is None or bool(row.opens)


def _reimbursed(session: Session, period: Period, cell: Cell) -> Iterator[tuple[CountedRow, bool]]:
    counted: dict[UUID, Reimbursed] = {
        each.client_id: each
        for each in reimbursed(session, period)
        if cell.line in (WHOLE, each.protection.value)
    }
    for row in session.execute(_with_client(session)):
        each = counted.get(row.id)
        if each is not None:
            line = each.protection.value
            yield CountedRow(whose_of(row), line, each.start, each.months), bool(row.opens)


def _with_client(session: Session, *columns: Any) -> Select[Any]:
    return select(
        *columns,
        *(Client.id, Client.number, Client.given_names, Client.family_names),
        *(Client.own_script_name, Client.non_disclosure, Client.hides_place.label("hides_place")),
        opens_to(visit_of(session).officer).label("opens"),
    )
