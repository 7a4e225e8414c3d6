"""Which tables leave with the whole office, which do not, and which rows stay behind.

What people recorded goes, without being named here: a table that is added to the models cannot
be forgotten. What holds the file or its laptops together stays, and each such table says why.
"""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

import kotoutus_desktop.models.tables  # noqa: F401 - so that every table is known
from kotoutus_desktop.casework.restricted import may_open, open_restricted
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.log_tables import OPERATION, case_column, logged_tables
from kotoutus_desktop.models.visit import visit_of

LEFT_OUT: Mapping[str, str] = MappingProxyType(
    {
        "attachment_content": "the bytes of the scans; they go as files of their own when chosen",
        "clash": "values of two laptops that nobody has chosen between yet",
        "draft": "half-typed forms, which belong to whoever types",
        "due_step": "reckoned from the other tables",
        "erased": "keys of rows that were erased",
        "known_laptop": "keys of the laptops of the office",
        "log_entry": "the sealed log, which never leaves its laptop",
        "name_key": "words to search by, made from the names",
        "operation": "the history; it goes when chosen",
        "own_laptop": "secret keys of this laptop",
        "reckoning": "reckoned from the other tables",
        "replaced": "order of the history",
        "replica": "the key of the log",
        "shared_case": "what was sent to which laptop",
        "suitcase": "which cases were taken to an outreach point, with the key of that file",
        "taken_file": "which transfer files this laptop took over",
    }
)
"""Tables that do not leave by themselves, and why."""


def exported_tables(*, history: bool = False) -> list[Table]:
    """Return what is exported, parents before their children; the history where it is wanted."""
    return [*logged_tables(), *([OPERATION] if history else [])]


def open_with_reason(session: Session, reason: str) -> None:
    """Open every restricted case of whoever works, with one reason, which the log keeps of each.

    Raises InvalidInput for a reason that is none. Cases they are not let in to stay shut.
    """
    visit = visit_of(session)
    for client_id in _restricted(session):
        if client_id not in visit.opened and may_open(session, client_id, visit.officer):
            open_restricted(session, client_id, reason)


def shut_cases(session: Session) -> frozenset[UUID]:
    """Return the restricted cases that whoever works has not opened or may not open."""
    visit = visit_of(session)
    return frozenset(
        client_id
        for client_id in _restricted(session)
        if client_id not in visit.opened or not may_open(session, client_id, visit.officer)
    )


def rows_of(session: Session, table: Table, shut: Collection[UUID]) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table in the order of their keys, without those of shut cases."""
    column = "case_id" if table is OPERATION else case_column(table)
    found = session.execute(select(table).order_by(*table.primary_key.columns))
    for row in found.mappings():
        if column is None or row[column] not in shut:
            yield dict(row)


def _restricted(session: Session) -> list[UUID]:
    return list(session.scalars(select(Client.id).where(Client.hides_place).order_by(Client.id)))
