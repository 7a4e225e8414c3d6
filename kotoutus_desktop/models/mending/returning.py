"""Rows that were lost come back from the log of changes; what refers to nothing gets a parent.

A row that could be read is never touched: the log may have lost its newest change.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from inspect import signature
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError, StatementError

from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.history.joins import joined_cases, show_joined
from kotoutus_desktop.models.history.log_tables import GONE, logged_tables
from kotoutus_desktop.models.history.row_state import RowState, empty, state_of, stored

_OF_CASE = "client_id"


@dataclass(frozen=True)
class Returned:
    """How many rows came back: `whole`, `in_part` where some of their changes were lost too.

    `lost` are rows that the log names and of which nothing is left.
    """

    whole: int
    in_part: int
    lost: int


def return_from_log(connection: Connection) -> Returned:
    """Make every missing row again from its operations, in the caller's transaction."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    connection.exec_driver_sql("UPDATE replica SET importing = 1")  # it is history already
    whole = in_part = lost = 0
    joined = joined_cases(connection)  # their own rows stand in the history alone
    for table in logged_tables():
        for row in _missing(connection, table):
            if not _make_again(connection, table, row) or row in joined:
                continue
            if _has_lost_changes(connection, row):
                in_part += 1
            else:
                whole += 1
        lost += _count_lost(connection, table)
    show_joined(connection, joined_cases(connection))
    connection.exec_driver_sql("UPDATE replica SET importing = 0")
    return Returned(whole, in_part, lost)


def tie_loose_ends(connection: Connection) -> tuple[int, int]:
    """Give every row that refers to a lost one an empty one to refer to.

    In the caller's transaction. Returns how many empty rows were made, and how many rows were
    let go because that was not possible.
    """
    made = gone = 0
    while loose := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        table, rowid, parent, number = loose[0]
        column = _column_of(connection, table, number)
        child = (
            connection.exec_driver_sql(f'SELECT * FROM "{table}" WHERE rowid = ?', (rowid,))
            .mappings()
            .one()
        )
        if _make_parent(connection, parent, child[column], child.get(_OF_CASE)):
            made += 1
            continue
        connection.exec_driver_sql("UPDATE replica SET importing = 1")
        connection.exec_driver_sql(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))
        connection.exec_driver_sql("UPDATE replica SET importing = 0")
        gone += 1
    return made, gone


def lost_history(connection: Connection) -> int:
    """Count the entries of the log, and the changes they tell of, that are not there any more."""
    missing = connection.exec_driver_sql(
        "SELECT coalesce(max(seq), 0) - count(*) FROM log_entry"
    ).scalar_one()
    empty_ones = connection.exec_driver_sql(
        "SELECT count(*) FROM log_entry e WHERE e.replica IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM operation o WHERE o.replica = e.replica AND o.seq = e.op_seq)"
        ' AND NOT EXISTS (SELECT 1 FROM erased x WHERE x."row" = e."row")'
    ).scalar_one()
    return int(missing) + int(empty_ones)


def _missing(connection: Connection, table: Table) -> list[bytes]:
    query = (
        'SELECT DISTINCT "row" FROM operation o WHERE subject = ?'
        f' AND NOT EXISTS (SELECT 1 FROM "{table.name}" t WHERE t.id = o."row")'
    )
    return list(connection.exec_driver_sql(query, (table.name,)).scalars())


def _count_lost(connection: Connection, table: Table) -> int:
    query = (
        "SELECT count(DISTINCT e.\"row\") FROM log_entry e WHERE act = 'change' AND subject = ?"
        f' AND NOT EXISTS (SELECT 1 FROM "{table.name}" t WHERE t.id = e."row")'
        ' AND NOT EXISTS (SELECT 1 FROM operation o WHERE o."row" = e."row")'
        ' AND NOT EXISTS (SELECT 1 FROM erased x WHERE x."row" = e."row")'
    )
    return int(connection.exec_driver_sql(query, (table.name,)).scalar_one())


def _has_lost_changes(connection: Connection, row: bytes) -> bool:
    query = (
        'SELECT 1 FROM log_entry e WHERE e."row" = ? AND e.replica IS NOT NULL AND NOT EXISTS'
        " (SELECT 1 FROM operation o WHERE o.replica = e.replica AND o.seq = e.op_seq)"
    )
    return connection.exec_driver_sql(query, (row,)).first() is not None


def _make_again(connection: Connection, table: Table, row: bytes) -> bool:
    """Insert a row as its operations come to; tell whether it is there."""
    state = state_of(connection, row)
    if state.deleted or set(state.heads) <= {GONE}:
        return False
    values = dict(_values(table, row, state))
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    done = connection.exec_driver_sql(
        f'INSERT OR IGNORE INTO "{table.name}"({names}) VALUES({marks})', tuple(values.values())
    )
    return done.rowcount == 1


def _values(table: Table, row: bytes, state: RowState) -> Iterator[tuple[str, Any]]:
    yield "id", row
    for column in table.columns:
        if column.name != "id":
            heads = state.heads.get(column.name)
            yield column.name, stored(column, heads[0][1]) if heads else empty(column)


def _column_of(connection: Connection, table: str, number: int) -> str:
    query = 'SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ?'
    return str(connection.exec_driver_sql(query, (table, number)).scalar_one())


def _make_parent(connection: Connection, name: str, row: bytes, case: bytes | None) -> bool:
    """Make an empty row, with the values that a new one has; False where that cannot be."""
    table = Model.metadata.tables.get(name)
    mapper = next((each for each in Model.registry.mappers if each.local_table is table), None)
    if table is None or mapper is None:
        return False
    needed = signature(mapper.class_).parameters.values()
    values: dict[str, Any] = {each.name: "" for each in needed if each.default is each.empty}
    if _OF_CASE in values and case is not None:
        values[_OF_CASE] = UUID(bytes=case)
    parent = mapper.class_(**(values | {"id": UUID(bytes=row)}))
    new = {column: getattr(parent, mapper.get_property_by_column(column).key) for column in table.c}
    try:
        with connection.begin_nested():
            connection.execute(
                table.insert().values({c: value for c, value in new.items() if value is not None})
            )
    except (StatementError, DBAPIError):  # it needs a value that nobody knows
        return False
    return True
