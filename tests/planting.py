"""A case in which every column of every table holds something that can be searched for."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from itertools import count
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Column, Connection, Table

from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.columns import Id, Utc, WordingColumn, uuid7
from kotoutus_desktop.models.history.log_tables import case_column, is_logged
from kotoutus_desktop.phrases.wording import Wording

FIRST_DAY = date(1931, 1, 1)


@dataclass
class Planted:
    """`words` by table and column: text, and what else is told from others (days, numbers).

    Rows of the office that a case refers to (a course) are there without words.
    """

    client_id: UUID
    rows: dict[str, UUID] = field(default_factory=dict)
    words: dict[tuple[str, str], Any] = field(default_factory=dict)

    def texts(self) -> dict[tuple[str, str], str]:
        """Return the words alone."""
        return {place: word for place, word in self.words.items() if isinstance(word, str)}


def case_tables() -> list[Table]:
    """Return every table with rows of a case, the client's own first."""
    return [t for t in Model.metadata.sorted_tables if is_logged(t) and case_column(t)]


def plant(connection: Connection) -> Planted:
    """Store a case that has a row in every table of a case, and return what stands in it."""
    planted, numbers = Planted(uuid7()), count(1)
    for table in case_tables():
        _row(connection, table, planted, numbers)
    return planted


def _row(connection: Connection, table: Table, planted: Planted, numbers: "count[int]") -> UUID:
    if table.name in planted.rows:
        return planted.rows[table.name]
    key = planted.client_id if table.name == "client" else uuid7()
    planted.rows[table.name] = key
    values: dict[str, Any] = {"id": key}
    for column in table.columns:
        if column.name == "id":
            continue
        parents = [each.column.table for each in column.foreign_keys]
        if parents:
            values[column.name] = _row(connection, parents[0], planted, numbers)
            continue
        values[column.name] = _value(column, next(numbers), planted, table.name)
    connection.execute(table.insert().values(values))
    return key


def _value(column: Column[Any], number: int, planted: Planted, table: str) -> Any:
    kind = column.type
    if isinstance(kind, sa.Enum):
        members: type[Enum] = kind.enum_class  # type: ignore[assignment]
        return next(iter(members))
    for types, value in (
        (Id, uuid7()),
        (sa.Boolean, True),
        (Utc, datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=number)),
    ):
        if isinstance(kind, types):
            return value
    plain = _plain(kind, number)
    if case_column(Model.metadata.tables[table]):
        planted.words[table, column.name] = plain
    if isinstance(kind, WordingColumn):
        return Wording.free(plain, "fi")
    return [plain] if isinstance(kind, sa.JSON) else plain


def _plain(kind: Any, number: int) -> Any:
    if isinstance(kind, sa.Date):
        return FIRST_DAY + timedelta(days=number)
    return 7_000_000 + number if isinstance(kind, sa.Integer) else f"Sana{number}x"
