"""What would be lost by going back to a copy: what was recorded since, by whom."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.models.connection import Connection, connect, driver_failures

_BY_PERSON = """
SELECT coalesce((SELECT name FROM officer WHERE officer.id = o.actor), ''), count(*),
    count(DISTINCT o.case_id), max(o.at)
FROM operation o WHERE {since} GROUP BY o.actor ORDER BY max(o.at) DESC"""
_NOT_IN_COPY = (
    "NOT EXISTS (SELECT 1 FROM copy.operation c WHERE c.replica = o.replica AND c.seq = o.seq)"
)
_MILLISECONDS = 1000


@dataclass(frozen=True)
class Lost:
    """What one person recorded since the copy. `name` is "" where nobody was known."""

    name: str
    changes: int
    clients: int
    last_at: datetime


@dataclass(frozen=True)
class Preview:
    """`lost` is None when the present file cannot be read: then nothing can be compared."""

    lost: tuple[Lost, ...] | None
    clients_now: int | None = None


def what_is_lost(path: Path, key: bytes | bytearray, copy: Path, made_at: datetime) -> Preview:
    """Compare the present file with a copy that `key` opens; neither is changed."""
    if not path.exists():
        return Preview(())
    try:
        connection = connect(path, key)
    except KotoutusError:  # damaged, or encrypted anew since
        return Preview(None)
    try:
        with driver_failures():
            return _compared(connection, key, copy, made_at)
    except KotoutusError:
        return Preview(None)
    finally:
        connection.close()


def _compared(
    connection: Connection, key: bytes | bytearray, copy: Path, made_at: datetime
) -> Preview:
    clients = connection.execute("SELECT count(*) FROM client").fetchone()[0]
    if not _has_log(connection, "main"):
        return Preview(None, clients)
    connection.execute(
        f"ATTACH ? AS copy KEY \"x'{key.hex()}'\"", (f"{copy.resolve().as_uri()}?mode=ro",)
    )
    parameters: tuple[Any, ...] = ()
    since = _NOT_IN_COPY
    if not _has_log(connection, "copy"):  # of an early version
        since, parameters = "o.at > ?", (int(made_at.timestamp() * _MILLISECONDS),)
    rows = connection.execute(_BY_PERSON.format(since=since), parameters).fetchall()
    connection.execute("DETACH copy")
    return Preview(
        tuple(
            Lost(name, changes, cases, datetime.fromtimestamp(at / _MILLISECONDS, UTC))
            for name, changes, cases, at in rows
        ),
        clients,
    )


def _has_log(connection: Connection, schema: str) -> bool:
    query = f"SELECT 1 FROM {schema}.sqlite_schema WHERE name = 'operation'"
    return connection.execute(query).fetchone() is not None
