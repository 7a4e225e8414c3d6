"""Laptops of one office as random histories use them: each a real encrypted file.

A history happens inside one transaction of each file, and is rolled back at its end, so that the
next one finds the file as it was made. What a person would do is written as plain statements: the
triggers of the file see no difference.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlalchemy import Connection, Table

import kotoutus_desktop.models.tables  # noqa: F401 - the models must all be known
from kotoutus_desktop.models.columns import Id
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.engine import open_engine
from kotoutus_desktop.models.history import merging, rebuilding, row_state
from kotoutus_desktop.models.history.merging import Bundle, bundle_of, merge
from kotoutus_desktop.models.history.recording import become_another, start_recording
from kotoutus_desktop.models.history.row_state import Operation, tables_by_name

KEY = bytes(range(32))
_EVERY = dict(tables_by_name())


@dataclass
class Laptop:
    """A file in the middle of a history. `unknown` are tables that its version does not have."""

    connection: Connection
    unknown: frozenset[str] = frozenset()
    has_snapshot: bool = False
    sent: list[Bundle] = field(default_factory=list)

    @property
    def tables(self) -> list[Table]:
        """The tables that its version has."""
        return [table for name, table in _EVERY.items() if name not in self.unknown]

    @contextmanager
    def version(self) -> Iterator[None]:
        """Let the program be of this laptop's version while the block runs."""
        known = {name: table for name, table in _EVERY.items() if name not in self.unknown}
        with (
            patch.object(row_state, "tables_by_name", lambda: known),
            patch.object(rebuilding, "tables_by_name", lambda: known),
            patch.object(merging, "tables_by_name", lambda: known),
        ):
            yield

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Return what a plain query finds."""
        return [tuple(row) for row in self.connection.exec_driver_sql(query, values)]

    def execute(self, statement: str, *values: object) -> None:
        """Do what a form would do."""
        self.connection.exec_driver_sql(statement, values)

    def ids(self, table: str, where: str = "1") -> list[bytes]:
        """Return the keys of the rows of a table."""
        return [row for (row,) in self.rows(f'SELECT id FROM "{table}" WHERE {where} ORDER BY id')]

    def bundle(self, cases: list[bytes] | None = None) -> Bundle:
        """Return what this laptop would send."""
        made = bundle_of(self.connection, cases)
        self.sent.append(made)
        return made

    def take(self, bundle: Bundle) -> int:
        """Merge what another sent."""
        with self.version():
            new = merge(self.connection, bundle)
        self.execute("PRAGMA defer_foreign_keys = OFF")
        return new

    def update_the_program(self) -> None:
        """Know all tables from now on, as a file does that a newer version opens."""
        self.unknown = frozenset()
        start_recording(self.connection)
        self.execute("PRAGMA defer_foreign_keys = OFF")

    def keep_a_copy(self) -> None:
        """Make the copy that `go_back` goes back to."""
        if self.has_snapshot:
            self.execute("RELEASE copy")
        self.execute("SAVEPOINT copy")
        self.has_snapshot = True

    def go_back(self) -> None:
        """Restore the copy: as the program does, with an identity of its own."""
        if self.has_snapshot:
            self.execute("ROLLBACK TO copy")
            become_another(self.connection)

    def operations(self) -> set[Operation]:
        """Return the whole log."""
        return set(bundle_of(self.connection).operations)

    def content(self) -> dict[str, dict[bytes, dict[str, Any]]]:
        """Return every row whose changes are history, keys as hexadecimal digits."""
        found: dict[str, dict[bytes, dict[str, Any]]] = {}
        for table in _EVERY.values():
            names = [column.name for column in table.columns]
            keys = [name for name in names if isinstance(table.columns[name].type, Id)]
            listed = ", ".join(f'"{name}"' for name in names)
            rows = {}
            for values in self.rows(f'SELECT {listed} FROM "{table.name}"'):
                row = dict(zip(names, values, strict=True))
                key = row["id"]
                rows[key] = row | {name: row[name] and row[name].hex() for name in keys}
            found[table.name] = rows
        return found


class Office:
    """The files of an office's laptops; each history has them as they were made."""

    def __init__(self, folder: Path, laptops: int) -> None:
        self._engines = []
        for number in range(laptops):
            path = folder / f"laptop-{number}.kotoutus"
            Database(path, KEY).close()
            self._engines.append(open_engine(path, KEY))

    @contextmanager
    def history(self, laptops: int) -> Iterator[list[Laptop]]:
        """Give some laptops for one history, which is then forgotten."""
        connections = [engine.connect() for engine in self._engines[:laptops]]
        transactions = [connection.begin() for connection in connections]
        try:
            for connection in connections:
                become_another(connection)
            yield [Laptop(connection) for connection in connections]
        finally:
            for transaction, connection in zip(transactions, connections, strict=True):
                transaction.rollback()
                connection.close()

    def close(self) -> None:
        """Let go of the files."""
        for engine in self._engines:
            engine.dispose()
