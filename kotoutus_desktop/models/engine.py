"""SQLAlchemy over the encrypted file."""

import json
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as driver

from kotoutus_desktop.models.connection import connect


def open_engine(path: Path, key: bytes | bytearray, *, create: bool = False) -> Engine:
    """Return an engine whose transactions cover everything, also changes of tables.

    With the execution option `readonly` a transaction does not wait for writers, and cannot
    write. A connection is made at the first use only.
    """
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

    return engine
