"""Reading from a damaged file every row that does not lie on a damaged page.

SQLCipher reads nothing more on a connection that met a damaged page; so another is made each
time. A table is read from both ends, and what lies between by trying numbers in the middle.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from kotoutus_desktop.models.connection import Connection, connect, is_sound
from kotoutus_desktop.models.mending.checking import open_scratch

MOST_TRIES, MOST_IN_VAIN = 300, 30
"""In the middle of one table, and how many of them after which nothing was found."""

_OF_REPLICA = ("operation", "replaced")  # kept in the order of the replica, then of its number

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Shape:
    """A table as the file itself describes it.

    `number` is the column whose order its rows are kept in; "": it is read from the ends only.
    `lead` is a column that comes before it.
    """

    name: str
    sql: str
    columns: tuple[str, ...]
    order: str
    number: str = ""
    lead: str = ""


class Salvage:
    """Reads from a scratch copy that is damaged; `close` it."""

    def __init__(self, scratch: Path, key: bytes | bytearray) -> None:
        """Open the copy; raises DamagedFile or WrongPassphrase when its beginning is gone."""
        self._scratch, self._key = scratch, key
        self._connection: Connection = open_scratch(scratch, key)

    def close(self) -> None:
        """Let go of the copy."""
        self._connection.close()

    def statements(self, kind: str) -> list[str]:
        """Return what made the indexes or the triggers."""
        query = "SELECT sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL ORDER BY rowid"
        return [str(row[0]) for row in self._rows(query, (kind,))[0]]

    def tables(self) -> list[Shape]:
        """Return the tables of the file, in the order in which they were made."""
        query = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY rowid"
        found = [row for row in self._rows(query)[0] if not str(row[0]).startswith("sqlite_")]
        return [self._shape(*row) for row in found]

    def read(self, shape: Shape) -> tuple[list[Row], bool]:
        """Return the rows of a table, and whether no damaged page was met."""
        rows, whole = self._part(shape)
        if whole:
            return [row[1:] for row in rows], True
        if not shape.number:
            found = {*rows, *self._part(shape, descending=True)[0]}
            return [row[1:] for row in found], False
        collected = dict.fromkeys(rows)
        for lead in self._leads(shape, rows):
            collected |= dict.fromkeys(self._read_around(shape, lead))
        return [row[1:] for row in collected], False

    def _read_around(self, shape: Shape, lead: Row) -> list[Row]:
        rows, whole = self._part(shape, _bounds(shape, lead))
        if whole:
            return rows
        first = rows[-1][0] if rows else 0
        after, _whole = self._part(shape, _bounds(shape, lead), descending=True)
        last = after[-1][0] if after else 2 * first + 1000  # its end is damaged: it is not known
        return [*rows, *after, *self._read_between(shape, lead, first, last)]

    def _read_between(self, shape: Shape, lead: Row, first: int, last: int) -> list[Row]:
        """Try the middle of what is not read yet, upwards and downwards, again and again."""
        found: list[Row] = []
        gaps = deque([(first, last)])
        in_vain = 0
        for _try in range(MOST_TRIES):
            if not gaps or in_vain == MOST_IN_VAIN:
                break
            low, high = gaps.popleft()
            middle = (low + high) // 2
            up, whole_up = self._part(shape, _bounds(shape, lead, middle - 1, high))
            down, whole_down = self._part(shape, _bounds(shape, lead, low, middle), descending=True)
            found += [*up, *down]
            in_vain = 0 if up or down else in_vain + 1
            if not whole_up:
                gaps.append((up[-1][0] if up else middle, high))
            if not whole_down:
                gaps.append((low, down[-1][0] if down else middle))
            gaps = deque(gap for gap in gaps if gap[1] - gap[0] > 1)
        return found

    def _leads(self, shape: Shape, rows: Sequence[Row]) -> list[Row]:
        if not shape.lead:
            return [()]
        column = 1 + shape.columns.index(shape.lead)
        known = {(row[column],) for row in rows}
        for query in ("SELECT id FROM replica", "SELECT DISTINCT replica FROM log_entry"):
            known |= {row for row in self._rows(query)[0] if row[0] is not None}
        return sorted(known)

    def _part(
        self, shape: Shape, bounds: tuple[str, Row] = ("", ()), *, descending: bool = False
    ) -> tuple[list[Row], bool]:
        """Return rows in their order, each with its number before it, until a damaged page."""
        listed = ", ".join(f'"{column}"' for column in shape.columns)
        order = ", ".join(f"{each} DESC" if descending else each for each in shape.order.split())
        where, parameters = bounds
        query = (
            f'SELECT {shape.number or "0"}, {listed} FROM "{shape.name}" NOT INDEXED {where}'
            f" ORDER BY {order}"
        )
        return self._rows(query, parameters)

    def _rows(self, query: str, parameters: Row = ()) -> tuple[list[Row], bool]:
        """Return the rows that come before a damaged page, and whether there was none."""
        rows: list[Row] = []
        try:
            for row in self._connection.execute(query, parameters):
                if not is_sound(self._connection):  # zeros stand for what lay on the page
                    break
                rows.append(row)
            else:
                return rows, True
        except driver.DatabaseError:
            pass
        self._connection.close()
        self._connection = connect(self._scratch, self._key)
        return rows, False

    def _shape(self, name: str, sql: str) -> Shape:
        described = self._rows("SELECT name, pk FROM pragma_table_info(?)", (name,))[0]
        columns = tuple(str(row[0]) for row in described)
        if "WITHOUT ROWID" not in sql.upper():
            return Shape(name, sql, columns, "rowid", "rowid")
        keys = [f'"{row[0]}"' for row in sorted(described, key=lambda row: row[1]) if row[1]]
        number, lead = ("seq", "replica") if name in _OF_REPLICA else ("", "")
        return Shape(name, sql, columns, " ".join(keys), number, lead)


def _bounds(
    shape: Shape, lead: Row, low: int | None = None, high: int | None = None
) -> tuple[str, Row]:
    """Return the condition for rows of one lead, with numbers between two bounds."""
    parts = [f"{shape.lead} = ?"] if shape.lead else []
    parts += [] if low is None else [f"{shape.number} > {low}"]
    parts += [] if high is None else [f"{shape.number} < {high}"]
    return (f"WHERE {' AND '.join(parts)}" if parts else "", lead)
