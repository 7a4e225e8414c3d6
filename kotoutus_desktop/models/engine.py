"""SQLAlchemy over the encrypted file."""

import json
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as driver

from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.history.sealing import seal
from kotoutus_desktop.models.key_slots import subkey

LOG_KEY = "log"
"""The purpose of the key that seals the log."""


def open_engine(path: Path, key: bytes | bytearray, *, create: bool = False) -> Engine:
    """Return an engine whose transactions cover everything, also changes of tables.

    With the execution option `readonly` a transaction does not wait for writers, and cannot
    write. A connection is made at the first use only.
    """
    log_key = subkey(key, LOG_KEY)
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

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        """Take the write lock at once: a reader that turns writer later can be refused."""
        readonly = connection.get_execution_options().get("readonly", False)
        connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if readonly else 'OFF'}")
        connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")

    @event.listens_for(engine, "commit")
    def commit(connection: Connection) -> None:
        """Seal in the log what the transaction did."""
        if not connection.get_execution_options().get("readonly", False):
            seal(connection.connection.driver_connection, log_key)

    return engine
