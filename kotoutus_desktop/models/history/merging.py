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

from sqlalchemy import Connection

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.history.joins import joined_cases, rows_of_records, with_joined
from kotoutus_desktop.models.history.log_tables import GONE
from kotoutus_desktop.models.history.rebuilding import insert_rows, put_row, rebuild
from kotoutus_desktop.models.history.row_state import (
    AT_ONCE,
    COLUMNS,
    Operation,
    state_of,
    tables_by_name,
)
from kotoutus_desktop.models.transfer.contents import Content
from kotoutus_desktop.progress import Report, ignore, share

FORMAT = 1
_NEWER = N_("The file comes from a newer version of the program. Update the program to read it.")
_TWICE = N_(
    "Two laptops work with copies of the same file. Give the copy an identity of its own first:"
    " Exchange, Laptops."
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
    contents: tuple[Content, ...] = ()  # bytes of scans, which are no history


def bundle_of(connection: Connection, cases: Sequence[bytes] | None = None) -> Bundle:
    """Return all operations of some cases, or of the whole office where `cases` is None.

    What belongs to the office always goes along: courses, counsellors, phrases. A bundle is
    whole in itself, never the rest of an earlier one.
    """
    wanted = None if cases is None else sorted(with_joined(connection, cases))
    found: list[Operation] = []
    replaced: list[tuple[bytes, int, bytes, int]] = []
    for condition, values in _conditions(wanted):
        operations = f"SELECT {COLUMNS} FROM operation b WHERE {condition}"
        found += map(Operation._make, connection.exec_driver_sql(operations, values))
        over = (
            "SELECT v.replica, v.seq, v.by_replica, v.by_seq FROM operation b JOIN replaced v"
            f" ON v.by_replica = b.replica AND v.by_seq = b.seq WHERE {condition}"
        )
        replaced += map(_over, connection.exec_driver_sql(over, values))
    erased = connection.exec_driver_sql('SELECT "row" FROM erased ORDER BY 1').scalars().all()
    return Bundle(tuple(sorted(found, key=_by_key)), tuple(sorted(replaced)), tuple(erased))


def merge(connection: Connection, bundle: Bundle, report: Report = ignore) -> int:
    """Take over what a bundle knows; returns how many operations were new.

    In the caller's transaction: all or nothing. The order of bundles, and reading one twice,
    do not matter. Raises NewerTransfer or OtherIdentity, and whatever `report` raises to stop it.
    """
    if bundle.format > FORMAT:
        raise NewerTransfer(_NEWER)
    with _importing(connection):
        report(0, 100)
        joined = joined_cases(connection)
        for row in bundle.erased:
            _forget(connection, row)
        for row in _of_erased_cases(connection):
            _forget(connection, row)
        gone = set(connection.exec_driver_sql('SELECT "row" FROM erased').scalars())
        wanted = [
            each for each in bundle.operations if each.row not in gone and each.case_id not in gone
        ]
        new = _new_ones(connection, wanted)
        report(10, 100)
        insert_rows(connection, "operation", COLUMNS, new)
        keys = {each.key for each in wanted}
        replaced = [each for each in bundle.replaced if each[2:] in keys]
        insert_rows(connection, "replaced", "replica, seq, by_replica, by_seq", replaced)
        rebuild(connection, {each.row for each in new}, joined, share(report, 25, 100))
    return len(new)


def _conditions(
    cases: Sequence[bytes] | None,
) -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """Yield which operations belong to some cases or to the office, all of them for None."""
    if cases is None:
        yield "1", ()
        return
    yield "b.case_id IS NULL", ()
    for start in range(0, len(cases), AT_ONCE):
        part = tuple(cases[start : start + AT_ONCE])
        yield f"b.case_id IN ({', '.join('?' * len(part))})", part


def _over(row: Sequence[Any]) -> tuple[bytes, int, bytes, int]:
    return row[0], row[1], row[2], row[3]


def erase(connection: Connection, case: bytes) -> set[bytes]:
    """Forget a client with all records joined to them: rows, and what the log says of them.

    Only bare ids stay.

    They keep older bundles from bringing the client back. The chain stays whole: no value is in it.
    """
    query = 'SELECT DISTINCT "row" FROM operation WHERE case_id = ?'
    rows: set[bytes] = set()
    for each in with_joined(connection, [case]):
        rows |= {*connection.exec_driver_sql(query, (each,)).scalars(), each}
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
    insert_rows(connection, "replaced", "replica, seq, by_replica, by_seq", sorted(over))
    with _importing(connection):
        rebuild(connection, {row})


def show_records(connection: Connection, cases: Iterable[bytes]) -> None:
    """Show records that were joined, or are no longer, where they belong now."""
    with _importing(connection):
        rebuild(connection, rows_of_records(connection, cases))


def delete_joined(connection: Connection, client: bytes) -> None:
    """Delete the records that are joined to a client who is about to be deleted.

    Their rows stand under the client and go with it; the records themselves stand in the history
    alone, which is to say that they are gone too.
    """
    for case, root in joined_cases(connection).items():
        if root == client:
            with _importing(connection):
                put_row(connection, case)
            connection.exec_driver_sql("DELETE FROM client WHERE id = ?", (case,))


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


def _of_erased_cases(connection: Connection) -> list[bytes]:
    """Return rows that were written here for a client who was erased elsewhere."""
    query = 'SELECT DISTINCT "row" FROM operation WHERE case_id IN (SELECT "row" FROM erased)'
    return sorted(connection.exec_driver_sql(query).scalars())


def _new_ones(connection: Connection, operations: Sequence[Operation]) -> list[Operation]:
    """Return the operations that are not in the log; raises OtherIdentity for one told twice."""
    numbers: dict[bytes, list[int]] = {}
    for each in operations:
        numbers.setdefault(each.replica, []).append(each.seq)
    known = {
        found.key: found
        for replica, told in numbers.items()
        for found in map(
            Operation._make,
            connection.exec_driver_sql(
                f"SELECT {COLUMNS} FROM operation WHERE replica = ?"
                " AND seq IN (SELECT value FROM json_each(?))",
                (replica, json.dumps(told)),
            ),
        )
    }
    if not known:
        return list(operations)
    if any(known.get(each.key, each) != each for each in operations):
        raise OtherIdentity(_TWICE)
    return [each for each in operations if each.key not in known]


@contextmanager
def _importing(connection: Connection) -> Iterator[None]:
    """Let the triggers rest: what is written is history already."""
    connection.exec_driver_sql("UPDATE replica SET importing = 1")
    yield
    connection.exec_driver_sql("UPDATE replica SET importing = 0")


def _by_key(operation: Operation) -> tuple[bytes, int]:
    return operation.key
