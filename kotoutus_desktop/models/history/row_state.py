"""What the operations of one row come to: a value is shown when nobody replaced it."""

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import JSON, Boolean, Column, Connection, Integer, Table

from kotoutus_desktop.models.columns import Id
from kotoutus_desktop.models.history.log_tables import GONE, logged_tables
from kotoutus_desktop.progress import Report, ignore

AT_ONCE = 400  # rows in one query
Key = tuple[bytes, int]
"""What tells operations apart: the laptop, and the number it gave."""
COLUMNS = 'replica, seq, at, actor, subject, "row", case_id, fields'
"""The columns of an operation, in the order of `Operation`."""


class Operation(NamedTuple):
    """What one statement did to one row; keys are the 16 bytes of the database."""

    replica: bytes
    seq: int
    at: int
    actor: bytes | None
    subject: str
    row: bytes
    case_id: bytes | None
    fields: str

    @property
    def key(self) -> tuple[bytes, int]:
        """What tells operations apart."""
        return self.replica, self.seq


Told = tuple[Operation, dict[str, Any]]
"""An operation, and the values in it."""


@dataclass
class RowState:
    """What the operations of a row come to.

    `heads` are the values of each field that nobody replaced, the one to show first.
    `deleted`: gone, by somebody who had seen all of it. `contradicted`: deleted here, and
    changed there by somebody who did not know.
    """

    subject: str
    heads: dict[str, list[tuple[Operation, Any]]] = field(default_factory=dict)
    deleted: bool = False
    contradicted: bool = False
    cases: set[bytes] = field(default_factory=set)  # whose case the row is; none for the office's


def state_of(connection: Connection, row: bytes) -> RowState:
    """Return what the operations of a row come to."""
    return states_of(connection, {row})[row]


def states_of(
    connection: Connection, rows: Set[bytes], report: Report = ignore
) -> dict[bytes, RowState]:
    """Return what the operations of rows come to, an empty state for a row without any."""
    states: dict[bytes, RowState] = {}
    keys = sorted(rows)
    for start in range(0, len(keys), AT_ONCE):
        report(start, len(keys))
        states |= _states(connection, tuple(keys[start : start + AT_ONCE]))
    return states


def _states(connection: Connection, rows: tuple[bytes, ...]) -> dict[bytes, RowState]:
    marks = ", ".join("?" * len(rows))
    found = [
        Operation(*row)
        for row in connection.exec_driver_sql(
            f'SELECT {COLUMNS} FROM operation WHERE "row" IN ({marks})', rows
        )
    ]
    told: dict[bytes, list[Told]] = {row: [] for row in rows}
    for operation, values in zip(found, fields_of(found), strict=True):
        told[operation.row].append((operation, values))
    later: dict[Key, list[Key]] = {}
    for replica, seq, by_replica, by_seq in connection.exec_driver_sql(
        "SELECT v.replica, v.seq, v.by_replica, v.by_seq FROM operation b JOIN replaced v"
        f' ON v.by_replica = b.replica AND v.by_seq = b.seq WHERE b."row" IN ({marks})',
        rows,
    ):
        later.setdefault((replica, seq), []).append((by_replica, by_seq))
    return {row: _state(operations, later) for row, operations in told.items()}


def fields_of(operations: Sequence[Operation]) -> list[dict[str, Any]]:
    """Return the values of operations by name of the column; all at once, which is quicker."""
    found: list[dict[str, Any]] = json.loads(f"[{','.join([each.fields for each in operations])}]")
    return found


def _state(told: Sequence[Told], later: Mapping[Key, Sequence[Key]]) -> RowState:
    if len(told) == 1:
        return _state_of_one(*told[0])
    values = {each.key: fields for each, fields in told}
    state = RowState(told[0][0].subject if told else "")
    state.cases = {each.case_id for each, _ in told if each.case_id}
    for each, _ in sorted(told, key=_by_time, reverse=True):
        for name, value in values[each.key].items():
            if not any(name in values.get(by, ()) for by in later.get(each.key, ())):
                state.heads.setdefault(name, []).append((each, value))
    deaths = {head.key for head, value in state.heads.get(GONE, ()) if value}
    seen = all(
        deaths.intersection(later.get(head.key, ()))
        for name, heads in state.heads.items()
        if name != GONE
        for head, _ in heads
    )
    state.deleted = bool(deaths) and seen
    state.contradicted = bool(deaths) and not seen
    return state


def _state_of_one(operation: Operation, fields: dict[str, Any]) -> RowState:
    """Return what a row comes to of which one thing was said: as most rows are."""
    heads = {name: [(operation, value)] for name, value in fields.items()}
    deleted = bool(fields.get(GONE)) and len(fields) == 1
    cases = {operation.case_id} if operation.case_id else set()
    contradicted = bool(fields.get(GONE)) and not deleted
    return RowState(operation.subject, heads, deleted, contradicted, cases)


def _by_time(told: Told) -> tuple[int, bytes, int]:
    return (told[0].at, *told[0].key)


def parents(state: RowState) -> Iterator[bytes]:
    """Yield the rows to which a row refers, as it is shown."""
    table = tables_by_name().get(state.subject)
    for name in _references_of(table) if table is not None else ():
        heads = state.heads.get(name)
        if heads and heads[0][1]:
            yield bytes.fromhex(heads[0][1])


@cache
def tables_by_name() -> dict[str, Table]:
    """Return the tables whose changes are history, by name."""
    return {table.name: table for table in logged_tables()}


@cache
def _references_of(table: Table) -> tuple[str, ...]:
    """Return the columns of a table that refer to other rows."""
    named = (column.name for column in table.columns if "refers" in column.info)
    return (*(key.parent.name for key in table.foreign_keys), *named)


@cache
def referring(subject: str) -> tuple[tuple[str, str], ...]:
    """Return the tables, with their columns, that refer to a table."""
    tables = tables_by_name().values()
    keys = (
        (table.name, key.parent.name)
        for table in tables
        for key in table.foreign_keys
        if key.column.table.name == subject
    )
    named = (
        (table.name, column.name)
        for table in tables
        for column in table.columns
        if column.info.get("refers") == subject
    )
    return (*keys, *named)


def stored(column: Column[Any], value: Any) -> Any:
    """Return a value of an operation as its column stores it."""
    if isinstance(column.type, Id):
        return bytes.fromhex(value) if value else None
    return value


def empty(column: Column[Any]) -> Any:
    """Return the value of a field that no operation names: it was empty, or is a newer one."""
    if column.nullable:
        return None
    if isinstance(column.type, Boolean | Integer):
        return 0
    return "[]" if isinstance(column.type, JSON) else ""
