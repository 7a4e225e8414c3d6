"""What a trainer may not see: the file itself refuses it, whoever asks and in whatever way.

SQLite asks an authorizer about every column of every statement when it is compiled, raw SQL
included. Triggers of the file go on working: they write the log, and show nothing.

This keeps the program's own doors shut. It is no encryption: whoever opens the file has its one
key, and could read it with another program.
"""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table

from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.history.log_tables import case_column
from kotoutus_desktop.models.keys_file import Role

OF_COURSES = {"enrolment", "attendance", "self_study"}
"""Tables with clients in them that a course cannot do without."""
NAMES = {
    *("id", "number", "given_names", "family_names", "call_name"),
    *("own_script_name", "sort_name"),
    *("non_disclosure", "trafficking_victim", "restricted"),
}
"""What a trainer's program reads of a participant: who it is, and whether to hide it.

The last three make `Client.hides_place`; no window of a trainer shows which of them holds.
"""
HISTORY = {"operation", "clash"}
"""Where the values of a case stand again; anybody's acts are added to it."""

_WRITING = {sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE}


@dataclass
class Hiding:
    """Which tables are hidden on the connections of one engine; at first none."""

    tables: frozenset[str] = field(default=frozenset())

    def apply(self, connection: Any) -> None:
        """Tell a connection of the driver."""
        if self.tables:
            connection.set_authorizer(self._may)

    @contextmanager
    def lifted(self, connection: Any) -> Iterator[None]:
        """Let the file's own work pass: sealing the log reads what was written."""
        if self.tables:
            connection.set_authorizer(None)
        try:
            yield
        finally:
            self.apply(connection)

    def _may(
        self, act: int, table: str | None, column: str | None, _file: str | None, by: str | None
    ) -> int:
        if by is not None or table not in self.tables:  # `by` is a trigger
            return sqlite3.SQLITE_OK
        if act in _WRITING:
            return sqlite3.SQLITE_OK if table in HISTORY else sqlite3.SQLITE_DENY
        is_name = table == "client" and column in NAMES
        is_refused = act == sqlite3.SQLITE_READ and not is_name
        return sqlite3.SQLITE_DENY if is_refused else sqlite3.SQLITE_OK


def hidden_from(role: Role, tables: Collection[Table] | None = None) -> frozenset[str]:
    """Return the names of the tables that a role may not read."""
    if role is not Role.TRAINER:
        return frozenset()
    every = Model.metadata.tables.values() if tables is None else tables
    of_cases = {table.name for table in every if case_column(table) is not None}
    return frozenset((of_cases | HISTORY) - OF_COURSES)
