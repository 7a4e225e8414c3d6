"""What may happen on a laptop, by chance: every table and field, and what is done with files."""

import json
import random
from collections.abc import Callable
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Enum, Integer, Table

from kotoutus_desktop.models.columns import Id, Utc, WordingColumn
from kotoutus_desktop.models.history.log_tables import case_column
from kotoutus_desktop.models.history.merging import erase, settle
from kotoutus_desktop.models.history.row_state import COLUMNS
from tests.histories.laptops import Laptop

_TEXTS = ("", "a", "b", "ä", "مرحبا", 'say "so" \\ {}', "x" * 60)


def act(chance: random.Random, laptops: list[Laptop]) -> str:
    """Let something happen somewhere; returns what."""
    name = chance.choices(list(ACTS), [weight for weight, _do in ACTS.values()])[0]
    ACTS[name][1](chance, chance.choice(laptops), laptops)
    return name


def add(chance: random.Random, laptop: Laptop, _others: list[Laptop]) -> None:
    """Record something new of any kind."""
    table = chance.choice([each for each in laptop.tables if each.name not in ("office", "client")])
    if chance.random() < 0.1:
        table = laptop_table(laptop, "client")
    clients = laptop.ids("client")
    owner = case_column(table)
    case = chance.choice(clients) if clients and owner == "client_id" else None
    if owner == "client_id" and case is None:
        return
    values: dict[str, Any] = {"id": chance.randbytes(16)}
    for column in table.columns:
        if column.name == "client_id" and case is not None:
            values["client_id"] = case
        elif column.name != "id":
            found = _value(chance, laptop, column, case)
            if found is None and not column.nullable:
                return  # its parent is not there
            values[column.name] = found
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    laptop.execute(f'INSERT INTO "{table.name}"({names}) VALUES({marks})', *values.values())


def change(chance: random.Random, laptop: Laptop, _others: list[Laptop]) -> None:
    """Change some fields of a row; a row never goes to another client."""
    picked = _some_row(chance, laptop)
    if picked is None:
        return
    table, row = picked
    free = [c for c in table.columns if c.name not in ("id", "client_id")]
    # few fields, so that two laptops meet in them
    chosen = [c for c in free[:3] if chance.random() < 0.5] or [chance.choice(free)]
    owner = case_column(table)
    case = (
        laptop.rows(f'SELECT "{owner}" FROM "{table.name}" WHERE id = ?', row)[0][0]
        if owner
        else None
    )
    for column in chosen:
        value = _value(chance, laptop, column, case)
        if value is not None or column.nullable:
            laptop.execute(
                f'UPDATE "{table.name}" SET "{column.name}" = ? WHERE id = ?', value, row
            )


def remove(chance: random.Random, laptop: Laptop, _others: list[Laptop]) -> None:
    """Delete a row, with what hangs on it."""
    picked = _some_row(chance, laptop)
    if picked is not None and picked[0].name != "office":
        laptop.execute(f'DELETE FROM "{picked[0].name}" WHERE id = ?', picked[1])


def send(chance: random.Random, laptop: Laptop, others: list[Laptop]) -> None:
    """Bring all, or some cases, to another laptop."""
    target = chance.choice([each for each in others if each is not laptop])
    cases = laptop.ids("client")
    some = None if chance.random() < 0.6 else [case for case in cases if chance.random() < 0.5]
    target.take(laptop.bundle(some))


def send_old(chance: random.Random, laptop: Laptop, others: list[Laptop]) -> None:
    """Take a file that was made earlier, perhaps again."""
    target = chance.choice(others)
    if laptop.sent:
        target.take(chance.choice(laptop.sent))


def keep_a_copy(_chance: random.Random, laptop: Laptop, _others: list[Laptop]) -> None:
    """Make a backup copy."""
    laptop.keep_a_copy()


def go_back(_chance: random.Random, laptop: Laptop, _others: list[Laptop]) -> None:
    """Go back to the backup copy."""
    laptop.go_back()


def erase_one(chance: random.Random, laptop: Laptop, _others: list[Laptop]) -> None:
    """Erase a client."""
    clients = laptop.ids("client")
    if clients:
        with laptop.version():
            erase(laptop.connection, chance.choice(clients))


def answer(chance: random.Random, laptop: Laptop, _others: list[Laptop]) -> None:
    """Decide one of the questions."""
    found = laptop.rows('SELECT subject, "row", field, shown, other FROM clash ORDER BY 2, 3, 5')
    if found:
        subject, row, name, shown, other = chance.choice(found)
        with laptop.version():
            settle(laptop.connection, subject, row, name, json.loads(chance.choice((shown, other))))
        laptop.execute("PRAGMA defer_foreign_keys = OFF")


def of_tomorrow(chance: random.Random, laptop: Laptop, _others: list[Laptop]) -> None:
    """Write what only a newer version knows: a field of a table, or a table."""
    picked = _some_row(chance, laptop)
    if picked is None:
        return
    table, row = picked
    if chance.random() < 0.5:
        with laptop.version():
            settle(laptop.connection, table.name, row, "field_of_tomorrow", chance.choice(_TEXTS))
        laptop.execute("PRAGMA defer_foreign_keys = OFF")
        return
    case = chance.choice([*laptop.ids("client"), None])
    laptop.execute("UPDATE replica SET seq = seq + 1")
    laptop.execute(
        f"INSERT INTO operation({COLUMNS}) SELECT id, seq, ?, actor, 'table_of_tomorrow', ?, ?,"
        ' \'{"name":"a"}\' FROM replica',
        chance.randrange(10**12),
        chance.randbytes(16),
        case,
    )


Act = Callable[[random.Random, Laptop, list[Laptop]], None]
ACTS: dict[str, tuple[int, Act]] = {
    "add": (22, add),
    "change": (36, change),
    "delete": (8, remove),
    "send": (16, send),
    "send an old file": (4, send_old),
    "keep a copy": (2, keep_a_copy),
    "go back to the copy": (2, go_back),
    "erase": (1, erase_one),
    "decide": (7, answer),
    "newer version": (2, of_tomorrow),
}
"""How often each happens, of a hundred, and what it is."""


def laptop_table(laptop: Laptop, name: str) -> Table:
    """Return a table by name."""
    return next(table for table in laptop.tables if table.name == name)


def _some_row(chance: random.Random, laptop: Laptop) -> tuple[Table, bytes] | None:
    tables = laptop.tables
    listed = " UNION ALL ".join(
        f"SELECT '{table.name}', id FROM \"{table.name}\"" for table in tables
    )
    found = sorted(laptop.rows(listed))
    if not found:
        return None
    clients = [each for each in found if each[0] == "client"]
    name, row = chance.choice(clients if clients and chance.random() < 0.3 else found)
    return laptop_table(laptop, name), row


def _value(chance: random.Random, laptop: Laptop, column: Column[Any], case: bytes | None) -> Any:
    """Return a value as it is stored; None for a reference to what is not there."""
    for key in column.foreign_keys:
        parent = key.column.table
        owned = case is not None and "client_id" in parent.columns
        where = f"client_id = x'{case.hex()}'" if owned and case else "1"
        rows = laptop.ids(parent.name, where) if parent.name not in laptop.unknown else []
        return chance.choice(rows) if rows and chance.random() < 0.9 else None
    if column.nullable and chance.random() < 0.3:
        return None
    return _of_type(chance, column)


def _of_type(chance: random.Random, column: Column[Any]) -> Any:
    kind = column.type
    if isinstance(kind, Id):
        return chance.randbytes(16)
    if isinstance(kind, Boolean):
        return chance.randrange(2)
    if isinstance(kind, Integer):
        return chance.randrange(5)
    if isinstance(kind, JSON | WordingColumn):
        return json.dumps(chance.choice(([], ["a"], {"a": "b"}, {"fi": "ä"})), ensure_ascii=False)
    if isinstance(kind, Date):
        return f"2026-11-{chance.randrange(1, 29):02}"
    if isinstance(kind, DateTime | Utc):
        return f"2026-11-{chance.randrange(1, 29):02} 12:00:00.000000"
    if isinstance(kind, Enum):
        return chance.choice(kind.enums)
    return chance.choice(_TEXTS)
