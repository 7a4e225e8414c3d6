"""SQLAlchemy over the encrypted file."""

import json
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as driver

from kotoutus_desktop.models.connection import connect, is_sound, require_sound
from kotoutus_desktop.models.hiding import Hiding
from kotoutus_desktop.models.history.log_key import LOG_KEY, log_key
from kotoutus_desktop.models.history.sealing import seal

__all__ = ["LOG_KEY", "open_engine"]


def open_engine(
    path: Path,
    key: bytes | bytearray,
    *,
    create: bool = False,
    hiding: Hiding | None = None,
) -> Engine:
    """Return an engine whose transactions cover everything, also changes of tables.

    With the execution option `readonly` a transaction does not wait for writers, and cannot
    write. A connection is made at the first use only, with the key as it then is. `hiding`
    says what may not be read.
    """
    hiding = hiding or Hiding()
    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=lambda: connect(path, key, create=create),
        poolclass=QueuePool,  # or SQLAlchemy takes a URL without a file for a database in memory
        pool_size=2,
        max_overflow=2,
        hide_parameters=True,  # or an SQL error would carry names into the log
        json_serializer=partial(json.dumps, ensure_ascii=False, separators=(",", ":")),
    )

    @event.listens_for(engine, "connect")
    def hide(connection: Any, _record: object) -> None:
        """Refuse what the role of whoever works may not see, whoever asks for it."""
        hiding.apply(connection)

    @event.listens_for(engine, "checkout")
    def check_out(connection: Any, _record: object, _proxy: object) -> None:
        """Take another connection in place of one that met a damaged page."""
        if not is_sound(connection):
            raise DisconnectionError

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        """Take the write lock at once: a reader that turns writer later can be refused."""
        readonly = connection.get_execution_options().get("readonly", False)
        connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if readonly else 'OFF'}")
        connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")

    @event.listens_for(engine, "commit")
    def commit(connection: Connection) -> None:
        """Seal in the log what the transaction did; nothing from a damaged page is believed."""
        require_sound(connection.connection.driver_connection)
        if not connection.get_execution_options().get("readonly", False):
            raw = connection.connection.driver_connection
            with hiding.lifted(raw):
                seal(raw, log_key(raw, key))

    return engine
