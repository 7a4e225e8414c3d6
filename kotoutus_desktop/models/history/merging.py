"""Merging without a server: what two laptops did to one case becomes one case, without loss.

The state of a row is a function of the set of its operations: a value is shown when nobody
who saw it has written another. Where two wrote the same field without knowing of each other,
the later is shown, and the other is kept as a clash until somebody decides. Clocks only break
ties for what is shown first.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.history.log_tables import GONE
from kotoutus_desktop.models.history.row_state import (
    COLUMNS,
    Operation,
    RowState,
    empty,
    parents,
    referring,
    state_of,
    stored,
    tables_by_name,
)

FORMAT = 1
_NEWER = N_("The file comes from a newer version of the program. Update the program to read it.")
_TWICE = N_(
    "Two laptops work with copies of the same file. Give the copy an identity of its own first:"
    " Settings, This file."
)


class OtherIdentity(KotoutusError):
    """Two laptops number different operations alike: one file is a copy of the other."""


class NewerTransfer(KotoutusError):
    """The operations were written by a version that says more than this one understands."""


@dataclass(frozen=True)
class Bundle:
    """Operations to be merged elsewhere, with what they replaced and what was erased."""

    operations: tuple[Operation, ...]
    replaced: tuple[tuple[bytes, int, bytes, int], ...]
    erased: tuple[bytes, ...] = ()
    format: int = FORMAT


def bundle_of(connection: Connection, cases: Sequence[bytes] | None = None) -> Bundle:
    """Return all operations of some cases, or of the whole office where `cases` is None.

    What belongs to the office always goes along: courses, counsellors, phrases. A bundle is
    whole in itself, never the rest of an earlier one.
    """
    found = [
        Operation(*row)
        for row in connection.exec_driver_sql(f"SELECT {COLUMNS} FROM operation").all()
    ]
    if cases is not None:
        found = [each for each in found if each.case_id is None or each.case_id in cases]
    keys = {each.key for each in found}
    replaced = [
        tuple(row)
        for row in connection.exec_driver_sql(
            "SELECT replica, seq, by_replica, by_seq FROM replaced"
        ).all()
        if (row[2], row[3]) in keys
    ]
    erased = connection.exec_driver_sql('SELECT "row" FROM erased ORDER BY 1').scalars().all()
    return Bundle(tuple(sorted(found, key=_by_key)), tuple(sorted(replaced)), tuple(erased))


def merge(connection: Connection, bundle: Bundle) -> int:
    """Take over what a bundle knows; returns how many operations were new.

    In the caller's transaction: all or nothing. The order of bundles, and reading one twice,
    do not matter. Raises NewerTransfer or OtherIdentity.
    """
    if bundle.format > FORMAT:
        raise NewerTransfer(_NEWER)
    with _importing(connection):
        for row in bundle.erased:
            _forget(connection, row)
        gone = set(connection.exec_driver_sql('SELECT "row" FROM erased').scalars())
        wanted = [
            each for each in bundle.operations if each.row not in gone and each.case_id not in gone
        ]
        new = [each for each in wanted if _is_new(connection, each)]
        _insert(connection, "operation", COLUMNS, new)
        keys = {each.key for each in wanted}
        replaced = [each for each in bundle.replaced if each[2:] in keys]
        _insert(connection, "replaced", "replica, seq, by_replica, by_seq", replaced)
        rebuild(connection, {each.row for each in new})
    return len(new)


def erase(connection: Connection, case: bytes) -> set[bytes]:
    """Forget a client: the rows, and all that the log says of them; only bare ids stay.

    They keep older bundles from bringing the client back. The chain stays whole: no value is in it.
    """
    query = 'SELECT DISTINCT "row" FROM operation WHERE case_id = ?'
    rows = {*connection.exec_driver_sql(query, (case,)).scalars(), case}
    forget(connection, rows)
    return rows


def forget(connection: Connection, rows: Iterable[bytes]) -> None:
    """Erase rows with their history and with what was being typed about them."""
    with _importing(connection):
        for row in rows:
            _forget(connection, row)


def settle(connection: Connection, subject: str, row: bytes, name: str, value: Any) -> None:
    """Record which of several values holds, also when it is the one that is shown already.

    `value` as it is stored. For a row that was deleted and changed, `name` is GONE and
    `value` 1 to delete it after all, 0 to keep it.
    """
    fields = json.dumps({name: value}, ensure_ascii=False, separators=(",", ":"))
    case = connection.exec_driver_sql(
        'SELECT case_id FROM operation WHERE "row" = ? LIMIT 1', (row,)
    ).scalar()
    connection.exec_driver_sql("UPDATE replica SET seq = seq + 1")
    connection.exec_driver_sql(
        f"INSERT INTO operation({COLUMNS}) SELECT id, seq,"
        " CAST(unixepoch('subsec') * 1000 AS INTEGER), actor, ?, ?, ?, ? FROM replica",
        (subject, row, case, fields),
    )
    own = connection.exec_driver_sql("SELECT id, seq FROM replica").one()
    state = state_of(connection, row)
    heads = state.heads if name == GONE and value else {name: state.heads.get(name, [])}
    over = {
        (*head.key, own.id, own.seq)
        for each in heads.values()
        for head, _ in each
        if head.key != (own.id, own.seq)
    }
    _insert(connection, "replaced", "replica, seq, by_replica, by_seq", sorted(over))
    with _importing(connection):
        rebuild(connection, {row})


def rebuild(connection: Connection, rows: Iterable[bytes]) -> None:
    """Bring rows to what their operations come to. A live row keeps its parents alive."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    states = _with_families(connection, set(rows))
    needed = _needed(states)
    for row, state in states.items():
        table = tables_by_name().get(state.subject)
        if table is None:
            continue  # of a newer version: it stays in the log and is passed on
        connection.exec_driver_sql('DELETE FROM clash WHERE "row" = ?', (row,))
        if state.deleted and row not in needed:
            connection.exec_driver_sql(f'DELETE FROM "{table.name}" WHERE id = ?', (row,))
            continue
        if GONE in state.heads and set(state.heads) == {GONE}:
            continue
        _put(connection, table, row, state)
        _note_clashes(connection, row, state, kept_alive=state.deleted)


def _with_families(connection: Connection, rows: set[bytes]) -> dict[bytes, RowState]:
    """Return the rows and all that decide with them who lives: cases, parents, children."""
    states: dict[bytes, RowState] = {}
    waiting = set(rows)
    while waiting:
        row = waiting.pop()
        state = states[row] = state_of(connection, row)
        near = {*_rows_of_case(connection, row), *parents(state)}
        if state.deleted:
            near |= _children(connection, state.subject, row)
        waiting |= near - states.keys()
    return states


def _rows_of_case(connection: Connection, row: bytes) -> set[bytes]:
    return set(
        connection.exec_driver_sql(
            'SELECT DISTINCT o."row" FROM operation n JOIN operation o ON o.case_id = n.case_id'
            ' WHERE n."row" = ?',
            (row,),
        ).scalars()
    )


def _children(connection: Connection, subject: str, row: bytes) -> set[bytes]:
    """Return the rows that would vanish together with one, and may be news to its deletion."""
    return {
        child
        for table, name in referring(subject)
        for child in connection.exec_driver_sql(
            f'SELECT id FROM "{table}" WHERE "{name}" = ?', (row,)
        ).scalars()
    }


def _needed(states: dict[bytes, RowState]) -> set[bytes]:
    """Return the rows to which a row that lives refers, and those they refer to."""
    waiting = [row for row, state in states.items() if not state.deleted]
    needed: set[bytes] = set()
    while waiting:
        state = states.get(waiting.pop())
        for parent in parents(state) if state else ():
            if parent not in needed:
                needed.add(parent)
                waiting.append(parent)
    return needed


def _put(connection: Connection, table: Table, row: bytes, state: RowState) -> None:
    values: dict[str, Any] = {"id": row}
    for column in table.columns:
        if column.name == "id":
            continue
        heads = state.heads.get(column.name)
        values[column.name] = stored(column, heads[0][1]) if heads else empty(column)
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    said = [name for name in values if name in state.heads]
    sets = ", ".join(f'"{name}" = excluded."{name}"' for name in said) or "id = excluded.id"
    connection.exec_driver_sql(
        f'INSERT INTO "{table.name}"({names}) VALUES({marks}) ON CONFLICT(id) DO UPDATE SET {sets}',
        tuple(values.values()),
    )


def _note_clashes(connection: Connection, row: bytes, state: RowState, *, kept_alive: bool) -> None:
    rows = []
    for name, heads in state.heads.items():
        shown = json.dumps(heads[0][1], ensure_ascii=False)
        others = {json.dumps(value, ensure_ascii=False) for _, value in heads} - {shown}
        if name != GONE:
            rows += [(row, name, other, state.subject, shown) for other in sorted(others)]
    if state.contradicted or kept_alive:
        rows.append((row, GONE, "1", state.subject, "0"))
    _insert(connection, "clash", '"row", field, other, subject, shown', rows)


def _forget(connection: Connection, row: bytes) -> None:
    """Erase a row with its history."""
    connection.exec_driver_sql('INSERT OR IGNORE INTO erased("row") VALUES(?)', (row,))
    subjects = connection.exec_driver_sql(
        'SELECT DISTINCT subject FROM operation WHERE "row" = ?', (row,)
    ).scalars()
    for subject in list(subjects):
        if subject in tables_by_name():
            connection.exec_driver_sql(f'DELETE FROM "{subject}" WHERE id = ?', (row,))
    connection.exec_driver_sql(
        "DELETE FROM replaced WHERE (by_replica, by_seq) IN"
        ' (SELECT replica, seq FROM operation WHERE "row" = ?)',
        (row,),
    )
    connection.exec_driver_sql('DELETE FROM operation WHERE "row" = ?', (row,))
    connection.exec_driver_sql('DELETE FROM clash WHERE "row" = ?', (row,))
    connection.exec_driver_sql("DELETE FROM draft WHERE subject = ?", (row,))


def _is_new(connection: Connection, operation: Operation) -> bool:
    known = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM operation WHERE replica = ? AND seq = ?", operation.key
    ).first()
    if known is not None and Operation(*known) != operation:
        raise OtherIdentity(_TWICE)
    return known is None


def _insert(
    connection: Connection, table: str, columns: str, rows: Sequence[Sequence[Any]]
) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.exec_driver_sql(
            f"INSERT OR IGNORE INTO {table}({columns}) VALUES({marks})",
            [tuple(row) for row in rows],
        )


@contextmanager
def _importing(connection: Connection) -> Iterator[None]:
    """Let the triggers rest: what is written is history already."""
    connection.exec_driver_sql("UPDATE replica SET importing = 1")
    yield
    connection.exec_driver_sql("UPDATE replica SET importing = 0")


def _by_key(operation: Operation) -> tuple[bytes, int]:
    return operation.key
