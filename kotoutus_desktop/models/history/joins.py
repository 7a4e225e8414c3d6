"""Two records of one person: the second's rows are shown under the first.

That they are joined is one row (`joined_client`) and so one operation. What the history says of
the second record is never rewritten: its rows keep the client that they were written for, and
only the tables show them under the first. So whatever another laptop goes on writing to the
second record arrives under the first, and where the join is taken back, every row returns to
where its history says.

The client's own row of a joined record stands in the history alone.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import Connection

from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.history.row_state import states_of

JOINED = "joined_client"
RESTRICTING = ("non_disclosure", "trafficking_victim", "restricted")
"""Fields of a client that restrict a case: what another laptop wrote of them holds at once."""

# bytes are no history: they go where their attachment is
_WITH_ITS_ATTACHMENT = """
UPDATE attachment_content SET client_id = a.client_id FROM attachment a
WHERE a.id = attachment_id AND a.client_id <> attachment_content.client_id"""
_SOFT = (("guardian", "person_id"),)  # columns with clients in them that refer to none


def joined_cases(connection: Connection) -> dict[bytes, bytes]:
    """Return each joined record with the one that shows it.

    Of two joins of one record the later counts; where a chain leads back to itself, its smallest
    key shows all of it: on every laptop the same.
    """
    rows = connection.exec_driver_sql(
        f"SELECT joined_id, client_id FROM {JOINED} WHERE joined_id <> client_id ORDER BY id"
    )
    towards: dict[bytes, bytes] = dict(tuple(row) for row in rows)
    roots = {case: _root(case, towards) for case in towards}
    return {case: root for case, root in roots.items() if root != case}


def with_joined(connection: Connection, cases: Iterable[bytes]) -> set[bytes]:
    """Return the cases with all records that are joined to them, and those they are joined to."""
    joined, wanted = joined_cases(connection), set(cases)
    roots = wanted | {joined[case] for case in wanted if case in joined}
    return roots | {case for case, root in joined.items() if root in roots}


def records_of(connection: Connection, client: UUID) -> list[UUID]:
    """Return a client with the records that are joined to them."""
    return [UUID(bytes=case) for case in sorted(with_joined(connection, [client.bytes]))]


def shown_as(connection: Connection) -> dict[UUID, UUID]:
    """Return each joined record with the client who shows it."""
    joined = joined_cases(connection)
    return {UUID(bytes=case): UUID(bytes=root) for case, root in joined.items()}


def moved(before: Mapping[bytes, bytes], after: Mapping[bytes, bytes]) -> set[bytes]:
    """Return the records that are shown elsewhere than before."""
    return {case for case in before.keys() | after.keys() if before.get(case) != after.get(case)}


def rows_of_records(connection: Connection, cases: Iterable[bytes]) -> set[bytes]:
    """Return every row that was written for these records, or names one of them."""
    found: set[bytes] = set()
    for case in cases:
        found |= {case, *_rows_of(connection, case)}
    return found


def show_joined(connection: Connection, joined: Mapping[bytes, bytes]) -> None:
    """Show the rows of joined records where they are shown; the triggers must rest."""
    if joined:
        _show(connection, joined)
    connection.exec_driver_sql(_WITH_ITS_ATTACHMENT)


def _show(connection: Connection, joined: Mapping[bytes, bytes]) -> None:
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    marks = ", ".join("?" * len(joined))
    present = connection.exec_driver_sql(
        f"SELECT id FROM client WHERE id IN ({marks})", tuple(joined)
    ).scalars()
    for case in list(present):
        for table, column in _pointers():
            _move(connection, table, column, joined[case], case)
        connection.exec_driver_sql("DELETE FROM client WHERE id = ?", (case,))
    for case, root in joined.items():
        for table, column in _SOFT:
            _move(connection, table, column, root, case)
    _restrict(connection)


def _root(case: bytes, towards: Mapping[bytes, bytes]) -> bytes:
    path = [case]
    while (following := towards.get(path[-1])) is not None:
        if following in path:
            return min(path[path.index(following) :])
        path.append(following)
    return path[-1]


def _rows_of(connection: Connection, case: bytes) -> Sequence[bytes]:
    naming = (*_SOFT, (JOINED, "joined_id"))  # the latter leads to whom it was shown under
    named = " OR ".join(
        f"(subject = '{table}' AND json_extract(fields, '$.{column}') = ?)"
        for table, column in naming
    )
    return (
        connection.exec_driver_sql(
            f'SELECT DISTINCT "row" FROM operation WHERE case_id = ? OR {named}',
            (case, *(case.hex() for _ in naming)),
        )
        .scalars()
        .all()
    )


def _move(connection: Connection, table: str, column: str, root: bytes, case: bytes) -> None:
    connection.exec_driver_sql(
        f'UPDATE "{table}" SET "{column}" = ? WHERE "{column}" = ?', (root, case)
    )


def _restrict(connection: Connection) -> None:
    """Restrict a case whose joined record was restricted elsewhere since."""
    joins = connection.exec_driver_sql(f"SELECT joined_id, client_id, seen FROM {JOINED}").all()
    states = states_of(connection, {joined for joined, _client, _seen in joins})
    for joined, client, seen in joins:
        heads, known = states[joined].heads, json.loads(seen)
        for name in RESTRICTING:
            if name in heads and heads[name][0][1] and not known.get(name):
                connection.exec_driver_sql(
                    f'UPDATE client SET "{name}" = 1 WHERE id = ?', (client,)
                )


@cache
def _pointers() -> tuple[tuple[str, str], ...]:
    """Return the tables, with their columns, whose rows belong to a client.

    What is reckoned or looked up anew goes with the client's row instead.
    """
    return tuple(
        (table.name, key.parent.name)
        for table in Model.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == "client"
        and not table.info.get("derived")
        and table.name != "name_key"
    )
