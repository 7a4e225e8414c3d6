"""Everything that the file holds on one person, read from the tables themselves.

A table with rows of cases belongs to it without being named here, and so does each of its
columns: what is added to the models cannot be forgotten. What concerns other people is marked
and left out by whoever writes it down (`others`).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.log.decoding import decoded
from kotoutus_desktop.casework.others import Hidden, hidden_value, without_others
from kotoutus_desktop.casework.restricted import require_open
from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.columns import Id
from kotoutus_desktop.models.draft import Draft
from kotoutus_desktop.models.history.joins import records_of
from kotoutus_desktop.models.history.log_tables import (
    GONE,
    LOG_ENTRY,
    OPERATION,
    case_column,
    is_logged,
)
from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.history.row_state import tables_by_name
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.models.visit import visit_of

HELD = "access"
"""The subject of the note that all that is held on somebody was given out."""


@dataclass(frozen=True)
class HeldRow:
    """A record by its columns; a value that is not given out is a `Hidden`."""

    id: UUID
    values: Mapping[str, Any]


@dataclass(frozen=True)
class HeldTable:
    """The records of one table."""

    name: str
    rows: tuple[HeldRow, ...]


@dataclass(frozen=True)
class Earlier:
    """What a field held before: since when it stood so. `deleted`: the record is gone."""

    at: datetime
    table: str
    row: UUID
    column: str
    value: Any


@dataclass(frozen=True)
class HeldAct:
    """Somebody looked, printed, exported, changed: when and what, never who."""

    at: datetime
    act: str
    subject: str


@dataclass(frozen=True)
class Mention:
    """A record of another case that refers to this person, by table and column."""

    table: str
    column: str
    count: int


@dataclass(frozen=True)
class Held:
    """All that is held on one person."""

    client_id: UUID
    number: str
    tables: tuple[HeldTable, ...]
    earlier: tuple[Earlier, ...] = ()
    drafts: tuple[tuple[str, Any], ...] = ()
    acts: tuple[HeldAct, ...] = ()
    mentions: tuple[Mention, ...] = ()
    officers: Mapping[UUID, str] = field(default_factory=dict)  # names by id


def held_on(session: Session, client_id: UUID) -> Held:
    """Return all that is held on a client; raises NotLetIn or ReasonNeeded at the door."""
    require_open(session, client_id)
    tables = tuple(_tables(session, client_id))
    rows = {row.id for table in tables for row in table.rows}
    return Held(
        client_id,
        session.get_one(Client, client_id).number,
        tables,
        tuple(_earlier(session, client_id, tables)),
        tuple(_drafts(session, rows)),
        tuple(_acts(session, client_id)),
        tuple(_mentions(session, client_id)),
        {each.id: each.name for each in session.scalars(select(Officer))},
    )


def note_given(session: Session, client_id: UUID) -> None:
    """Note that all that is held on a client left the program."""
    actor = visit_of(session).officer
    note(session.connection(), Note(Act.EXPORT, client_id, HELD, client_id, actor=actor))


def case_tables() -> list[Table]:
    """Return the tables with rows of cases, the client's own first; those made from others not."""
    return [each for each in Model.metadata.sorted_tables if is_logged(each) and case_column(each)]


def _tables(session: Session, client_id: UUID) -> Iterator[HeldTable]:
    for table in case_tables():
        column = table.c[case_column(table) or "id"]
        found = session.execute(select(table).where(column == client_id).order_by(table.c.id))
        rows = tuple(_row(table.name, dict(each)) for each in found.mappings())
        if rows:
            yield HeldTable(table.name, rows)


def _row(table: str, values: dict[str, Any]) -> HeldRow:
    shown = {name: hidden_value(table, name, value, values) for name, value in values.items()}
    return HeldRow(values["id"], shown)


def _earlier(session: Session, client_id: UUID, tables: Sequence[HeldTable]) -> Iterator[Earlier]:
    """Yield the values that the history keeps and that no record has any more."""
    now = {row.id: row.values for table in tables for row in table.rows}
    records = records_of(session.connection(), client_id)
    query = select(OPERATION).where(OPERATION.c.case_id.in_(records))
    found = session.execute(query.order_by(OPERATION.c.at, OPERATION.c.seq)).mappings().all()
    last: dict[UUID, dict[str, Any]] = {}
    for each in found:
        last.setdefault(each["row"], {}).update(json.loads(each["fields"]))
    for each in found:
        current = now.get(each["row"], {})
        for name, stored in json.loads(each["fields"]).items():
            value = decoded(_column(each["subject"], name), stored)
            present = current.get(name)
            if name == GONE or value is None or present == value or isinstance(present, Hidden):
                continue  # what is black above is not told here
            beside = last[each["row"]] | json.loads(each["fields"])
            shown = hidden_value(each["subject"], name, value, last[each["row"]])
            shown = hidden_value(each["subject"], name, shown, beside)
            yield Earlier(moment(each["at"]), each["subject"], each["row"], name, shown)


def _column(table: str, name: str) -> Column[Any] | None:
    known = tables_by_name().get(table)
    return known.columns[name] if known is not None and name in known.columns else None


def moment(milliseconds: int) -> datetime:
    """Return a time of the log."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def _drafts(session: Session, rows: set[UUID]) -> Iterator[tuple[str, Any]]:
    for draft in session.scalars(select(Draft).order_by(Draft.saved_at)):
        if draft.subject in rows:
            yield draft.form, without_others(draft.content)


def _acts(session: Session, client_id: UUID) -> Iterator[HeldAct]:
    records = records_of(session.connection(), client_id)
    query = select(LOG_ENTRY.c.at, LOG_ENTRY.c.act, LOG_ENTRY.c.subject)
    for at, act, subject in session.execute(
        query.where(LOG_ENTRY.c.case_id.in_(records)).order_by(LOG_ENTRY.c.seq)
    ):
        yield HeldAct(moment(at), act, subject)


def _mentions(session: Session, client_id: UUID) -> Iterator[Mention]:
    """Yield where records of others point at this person; whose they are is not told."""
    for table in Model.metadata.sorted_tables:
        if not is_logged(table):
            continue
        for column in table.columns:
            if not isinstance(column.type, Id) or column.name in ("id", case_column(table)):
                continue
            found = session.execute(select(table.c.id).where(column == client_id)).all()
            if found:
                yield Mention(table.name, column.name, len(found))
