"""Bringing rows to what their operations come to, many at a time."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from sqlalchemy import Connection, Table

from kotoutus_desktop.models.columns import Id
from kotoutus_desktop.models.history.joins import (
    joined_cases,
    moved,
    rows_of_records,
    show_joined,
)
from kotoutus_desktop.models.history.log_tables import GONE
from kotoutus_desktop.models.history.row_state import (
    AT_ONCE,
    RowState,
    empty,
    parents,
    referring,
    states_of,
    stored,
    tables_by_name,
)
from kotoutus_desktop.progress import Report, ignore, share

LONGEST_CHAIN = 100  # of records joined one after another: a person is not registered oftener


def rebuild(
    connection: Connection,
    rows: Iterable[bytes],
    joined: Mapping[bytes, bytes] | None = None,
    report: Report = ignore,
) -> None:
    """Bring rows to what their operations come to. A live row keeps its parents alive.

    `joined`: the records that were joined before, where something else changed that already.
    """
    before = joined_cases(connection) if joined is None else joined
    _rebuild(connection, rows, report)
    after = joined_cases(connection)
    for _round in range(LONGEST_CHAIN):
        if not (elsewhere := moved(before, after)):
            break
        _rebuild(connection, rows_of_records(connection, elsewhere))
        before, after = after, joined_cases(connection)
    show_joined(connection, after)


def _rebuild(connection: Connection, rows: Iterable[bytes], report: Report = ignore) -> None:
    """Bring rows to what their operations come to, as if no records were joined.

    Rows of a newer version's tables stay in the log alone, and are passed on.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    states = _with_families(connection, set(rows), share(report, 0, 55))
    known = {row: state for row, state in states.items() if state.subject in tables_by_name()}
    needed = _needed(states)
    gone = {row for row, state in known.items() if state.deleted and row not in needed}
    told = {
        row: state for row, state in known.items() if row not in gone and set(state.heads) != {GONE}
    }
    _delete(connection, "clash", "row", known)
    for subject, group in _by_subject(known, gone).items():
        _delete(connection, subject, "id", group)
    storing, done = share(report, 55, 100), 0
    for subject, group in _by_subject(known, told).items():
        storing(done, len(told))
        _put(connection, tables_by_name()[subject], {row: told[row] for row in group})
        done += len(group)
    clashes = [each for row, state in told.items() for each in _clashes(row, state)]
    insert_rows(connection, "clash", '"row", field, other, subject, shown', clashes)


def put_row(connection: Connection, row: bytes) -> None:
    """Store one row as its operations have it, without looking at others."""
    state = states_of(connection, {row})[row]
    if state.subject in tables_by_name() and not state.deleted:
        _put(connection, tables_by_name()[state.subject], {row: state})


def insert_rows(
    connection: Connection, table: str, columns: str, rows: Sequence[Sequence[Any]]
) -> None:
    """Add rows to a table of the log; what is there already stays as it is."""
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.exec_driver_sql(
            f"INSERT OR IGNORE INTO {table}({columns}) VALUES({marks})",
            [tuple(row) for row in rows],
        )


def _with_families(
    connection: Connection, rows: set[bytes], report: Report
) -> dict[bytes, RowState]:
    """Return the rows and all that decide with them who lives: cases, parents, children."""
    states: dict[bytes, RowState] = {}
    cases: set[bytes] = set()
    wave = rows
    while wave:
        found = states_of(connection, wave, report if wave is rows else ignore)
        states |= found
        new_cases = {case for state in found.values() for case in state.cases} - cases
        cases |= new_cases
        near = _rows_of_cases(connection, new_cases)
        near.update(parent for state in found.values() for parent in parents(state))
        for row, state in found.items():
            if state.deleted:
                near |= _children(connection, state.subject, row)
        wave = {row for row in near if row not in states}
    return states


def _rows_of_cases(connection: Connection, cases: Set[bytes]) -> set[bytes]:
    return {
        row
        for part in _parts(sorted(cases))
        for row in connection.exec_driver_sql(
            f'SELECT DISTINCT "row" FROM operation WHERE case_id IN ({_marks(part)})', part
        ).scalars()
    }


def _children(connection: Connection, subject: str, row: bytes) -> set[bytes]:
    """Return the rows that would vanish together with one, and may be news to its deletion."""
    return {
        child
        for table, name in referring(subject)
        for child in connection.exec_driver_sql(
            f'SELECT id FROM "{table}" WHERE "{name}" = ?', (row,)
        ).scalars()
    }


def _needed(states: Mapping[bytes, RowState]) -> set[bytes]:
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


def _by_subject(states: Mapping[bytes, RowState], rows: Iterable[bytes]) -> dict[str, list[bytes]]:
    groups: dict[str, list[bytes]] = {}
    for row in rows:
        groups.setdefault(states[row].subject, []).append(row)
    return groups


def _put(connection: Connection, table: Table, states: Mapping[bytes, RowState]) -> None:
    """Store rows of a table; those of which the same fields are told go together.

    A field that no operation names keeps its value: it may be one of a newer version.
    """
    columns = [column for column in table.columns if column.name != "id"]
    names = [column.name for column in columns]
    nothing = [empty(column) for column in columns]
    keys = {column.name: column for column in columns if isinstance(column.type, Id)}
    groups: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
    for row, state in states.items():
        shown = {name: heads[0][1] for name, heads in state.heads.items()}
        shown |= {name: stored(keys[name], shown[name]) for name in keys.keys() & shown.keys()}
        told = tuple([name for name in names if name in shown])
        values = [shown.get(name, none) for name, none in zip(names, nothing, strict=True)]
        groups.setdefault(told, []).append((row, *values))
    listed = ", ".join([f'"{name}"' for name in names])
    marks = ", ".join("?" * (len(columns) + 1))
    for told, rows in groups.items():
        sets = ", ".join(f'"{name}" = excluded."{name}"' for name in told) or "id = excluded.id"
        connection.exec_driver_sql(
            f'INSERT INTO "{table.name}"(id, {listed}) VALUES({marks})'
            f" ON CONFLICT(id) DO UPDATE SET {sets}",
            rows,
        )


def _clashes(row: bytes, state: RowState) -> Iterator[tuple[Any, ...]]:
    """Yield what two laptops do not agree about, each value that is not shown."""
    for name, heads in state.heads.items():
        if name == GONE or len(heads) == 1:
            continue
        shown = json.dumps(heads[0][1], ensure_ascii=False)
        others = {json.dumps(value, ensure_ascii=False) for _, value in heads} - {shown}
        yield from ((row, name, other, state.subject, shown) for other in sorted(others))
    if state.contradicted or state.deleted:
        yield (row, GONE, "1", state.subject, "0")


def _delete(connection: Connection, table: str, column: str, rows: Iterable[bytes]) -> None:
    for part in _parts(sorted(rows)):
        connection.exec_driver_sql(
            f'DELETE FROM "{table}" WHERE "{column}" IN ({_marks(part)})', part
        )


def _parts(rows: Sequence[bytes]) -> Iterator[tuple[bytes, ...]]:
    return (tuple(rows[start : start + AT_ONCE]) for start in range(0, len(rows), AT_ONCE))


def _marks(part: Sequence[object]) -> str:
    return ", ".join("?" * len(part))
