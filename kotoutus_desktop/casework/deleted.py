"""The bin: what was deleted comes back for thirty days, then it is forgotten for good.

There is no second store. A deleted record is still in the history of its case, and putting it
back writes what the history says it was. After the days its history goes too, unless another
laptop that works on the case was not heard of since: what it wrote there must not be lost.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.name_index import index_client
from kotoutus_desktop.casework.restricted import is_restricted, require_open
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.joins import joined_cases
from kotoutus_desktop.models.history.log_tables import GONE
from kotoutus_desktop.models.history.merging import erase, forget
from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.history.row_state import (
    RowState,
    empty,
    parents,
    states_of,
    stored,
    tables_by_name,
)
from kotoutus_desktop.models.laptop import KnownLaptop, SharedCase
from kotoutus_desktop.models.retention import Erasure, ErasureGround

DAYS = 30
BIN = "bin"
"""The subject of the note that the bin was emptied."""

_TOGETHER = timedelta(seconds=5)  # a record goes with its parent, in one step
_MARKS = frozenset({"attendance", "hand_over_tick", "county_set_aside", "entered_field"})
"""Marks that are taken away and set again under the same key: no record is lost with them."""

_DELETION = f'{{"{GONE}":1}}'
_DELETED = (
    'SELECT o."row", o.at, o.actor FROM operation o WHERE o.fields = ? AND o.at {sign} ?'
    " ORDER BY o.at DESC"
)
_NO_PARENT = N_("What it belonged to is deleted too. Put that back first.")
_NOT_THERE = N_("It is not in the bin any more.")


@dataclass(frozen=True)
class Deleted:
    """A record in the bin. `with_it` are the records that went with it.

    `number` is the client's, "" for what belongs to the office. `values` are the record's own,
    as the history has them; none of a restricted case that was not opened.
    """

    row: UUID
    subject: str
    at: datetime
    actor: UUID | None
    client_id: UUID | None
    number: str
    values: Mapping[str, Any] = field(default_factory=dict, repr=False)
    with_it: int = 0

    @property
    def until(self) -> datetime:
        """When it is forgotten for good."""
        return self.at + timedelta(days=DAYS)


@dataclass(frozen=True)
class _Gone:
    row: bytes
    at: datetime
    actor: bytes | None
    state: RowState


def in_the_bin(session: Session, now: datetime) -> list[Deleted]:
    """Return what can be put back, the latest first; what went with another is part of it."""
    connection = session.connection()
    gone = _gone_since(connection, now - timedelta(days=DAYS))
    together = _families(gone)
    within = {child for family in together.values() for child in family}
    return [
        _deleted(session, each, len(together[each.row]))
        for each in gone.values()
        if each.row not in within
    ]


def put_back(session: Session, row: UUID, now: datetime) -> int:
    """Bring a record back with those that went with it; returns how many they are.

    Raises KotoutusError when it is not in the bin, or what it belonged to is gone; NotLetIn or
    ReasonNeeded at the door of a restricted case.
    """
    connection = session.connection()
    gone = _gone_since(connection, now - timedelta(days=DAYS))
    if row.bytes not in gone:
        raise KotoutusError(_NOT_THERE)
    for case in gone[row.bytes].state.cases:
        require_open(session, UUID(bytes=case))
    wanted = [gone[key] for key in (row.bytes, *_families(gone)[row.bytes])]
    order = {table.name: place for place, table in enumerate(Model.metadata.sorted_tables)}
    for each in sorted(wanted, key=lambda one: order[one.state.subject]):
        _require_parents(connection, each.state)
        _insert(connection, tables_by_name()[each.state.subject], each)
    for each in wanted:
        if each.state.subject == "client":
            index_client(session, session.get_one(Client, UUID(bytes=each.row)))
    return len(wanted)


def is_over(session: Session, now: datetime) -> bool:
    """Tell whether something has lain in the bin for its days; only reads."""
    return bool(_gone(session.connection(), "<", now - timedelta(days=DAYS)))


def empty_bin(session: Session, now: datetime) -> int:
    """Forget for good what was deleted more than thirty days ago; returns how many records.

    A case that was deleted as a whole is erased, and what is left of it says so.
    """
    connection = session.connection()
    gone = _gone(connection, "<", now - timedelta(days=DAYS))
    waiting = _not_heard_of(session)
    over = [each for each in gone.values() if not _is_awaited(each, waiting)]
    for each in over:
        if each.state.subject == "client":
            _erase_case(session, each, now)
    forget(connection, [each.row for each in over if each.state.subject != "client"])
    if over:
        note(connection, Note(Act.ERASE, subject=BIN, detail=str(len(over))))
    return len(over)


def _gone_since(connection: Connection, since: datetime) -> dict[bytes, _Gone]:
    return _gone(connection, ">=", since)


def _gone(connection: Connection, sign: str, moment: datetime) -> dict[bytes, _Gone]:
    """Return the records deleted before or after a moment that no one brought back."""
    milliseconds = int(moment.timestamp() * 1000)
    found = connection.exec_driver_sql(_DELETED.format(sign=sign), (_DELETION, milliseconds)).all()
    states = states_of(connection, {each.row for each in found})
    gone: dict[bytes, _Gone] = {}
    for row, at, actor in found:
        state = states[row]
        if state.deleted and state.subject in tables_by_name() and state.subject not in _MARKS:
            gone.setdefault(row, _Gone(row, datetime.fromtimestamp(at / 1000, UTC), actor, state))
    return {row: each for row, each in gone.items() if not _exists(connection, each.state, row)}


def _families(gone: Mapping[bytes, _Gone]) -> dict[bytes, list[bytes]]:
    """Return for each record those that went with it, and those that went with these."""
    children: dict[bytes, list[bytes]] = {row: [] for row in gone}
    for row, each in gone.items():
        for parent in parents(each.state):
            if parent in gone and abs(gone[parent].at - each.at) <= _TOGETHER:
                children[parent].append(row)
    return {row: list(dict.fromkeys(_below(row, children))) for row in gone}


def _below(row: bytes, children: Mapping[bytes, list[bytes]]) -> Iterator[bytes]:
    for child in children[row]:
        yield child
        yield from _below(child, children)


def _deleted(session: Session, each: _Gone, with_it: int) -> Deleted:
    case = next(iter(each.state.cases), None)
    client_id = UUID(bytes=case) if case else None
    values = {name: heads[0][1] for name, heads in each.state.heads.items() if name != GONE}
    number = str(values.get("number", "")) if each.state.subject == "client" else ""
    if client_id is not None:
        query = select(Client.number).where(Client.id == client_id)
        number = session.scalar(query) or number
        if is_restricted(session, client_id):
            values = {}
    return Deleted(
        UUID(bytes=each.row),
        each.state.subject,
        each.at,
        UUID(bytes=each.actor) if each.actor else None,
        client_id,
        number,
        values,
        with_it,
    )


def _exists(connection: Connection, state: RowState, row: bytes) -> bool:
    query = f'SELECT 1 FROM "{state.subject}" WHERE id = ?'
    return connection.exec_driver_sql(query, (row,)).first() is not None


def _require_parents(connection: Connection, state: RowState) -> None:
    table = tables_by_name()[state.subject]
    for key in table.foreign_keys:
        heads = state.heads.get(key.parent.name)
        if heads and heads[0][1]:
            query = f'SELECT 1 FROM "{key.column.table.name}" WHERE id = ?'
            parent = bytes.fromhex(heads[0][1])
            parent = joined_cases(connection).get(parent, parent)
            if not connection.exec_driver_sql(query, (parent,)).first():
                raise KotoutusError(_NO_PARENT)


def _insert(connection: Connection, table: Table, each: _Gone) -> None:
    """Write a record as its history has it; the triggers note that it came back."""
    values: dict[str, Any] = {"id": each.row}
    joined = joined_cases(connection)
    for column in table.columns:
        if column.name != "id":
            heads = each.state.heads.get(column.name)
            value = stored(column, heads[0][1]) if heads else empty(column)
            values[column.name] = joined.get(value, value) if column.foreign_keys else value
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    connection.exec_driver_sql(
        f'INSERT INTO "{table.name}"({names}) VALUES({marks})', tuple(values.values())
    )


def _erase_case(session: Session, each: _Gone, now: datetime) -> None:
    heads = each.state.heads.get("number")
    erase(session.connection(), each.row)
    left = Erasure(
        number=str(heads[0][1]) if heads else "", ground=ErasureGround.BIN, erased_at=now
    )
    session.add(left)
    session.flush()


def _not_heard_of(session: Session) -> dict[bytes, datetime | None]:
    """Return of each case another laptop works on when the one longest silent was heard of."""
    query = (
        select(SharedCase.case_id, KnownLaptop.received_at)
        .join(KnownLaptop, SharedCase.laptop_id == KnownLaptop.id)
        .where(KnownLaptop.ended_on.is_(None))
    )
    heard: dict[bytes, datetime | None] = {}
    for case, at in session.execute(query):
        before = heard.get(case.bytes, at)
        heard[case.bytes] = None if at is None or before is None else min(at, before)
    return heard


def _is_awaited(each: _Gone, heard: Mapping[bytes, datetime | None]) -> bool:
    cases: Iterable[bytes] = {*each.state.cases, each.row} & heard.keys()
    times = [heard[case] for case in cases]
    return any(at is None or at < each.at for at in times)
