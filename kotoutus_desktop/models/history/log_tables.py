"""The tables of the log. They are written by triggers of the file, so that nothing passes by.

An operation is what one statement did to one row: the new values of the fields it changed. It
names the operations whose values it replaced. What is shown is a function of the set of
operations, so that the order in which laptops meet does not matter.

`log_entry` is the chain of all that happened here, changes and looks alike. It holds no value
of anybody, stays when a client is erased, and never leaves the laptop.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.columns import Id

GONE = "-"
"""The field that tells whether the row was deleted (1) or brought back (0)."""

_OURS = {"derived": True}  # undo passes over these tables, and they do not log themselves


def _table(name: str, *columns: Column[object] | Index, rowid: bool = False) -> Table:
    return Table(name, Model.metadata, *columns, info=_OURS, sqlite_with_rowid=rowid)


REPLICA = _table(
    "replica",
    Column("id", Id, primary_key=True),  # this laptop's file; a restored copy gets a new one
    Column("seq", BigInteger, nullable=False),  # of its last operation
    Column("importing", Boolean, nullable=False),  # triggers rest while a merge writes
    Column("actor", Id, nullable=True),  # the officer who has unlocked the file
    Column("triggers", Text, nullable=False),  # digest of the triggers that are in place
    Column("log_key", LargeBinary, nullable=True),  # None: it follows from the data key
    rowid=True,
)
OPERATION = _table(
    "operation",
    Column("replica", Id, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("at", BigInteger, nullable=False),  # milliseconds since 1970, of the laptop's clock
    Column("actor", Id, nullable=True),
    Column("subject", String, nullable=False),  # name of the table
    Column("row", Id, nullable=False),
    Column("case_id", Id, nullable=True),  # the client, None for what belongs to the office
    Column("fields", Text, nullable=False),  # JSON: new values by name of the column
    Index("ix_operation_row", "row"),
    Index("ix_operation_case_id", "case_id"),
)
REPLACED = _table(
    "replaced",
    Column("replica", Id, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("by_replica", Id, primary_key=True),
    Column("by_seq", BigInteger, primary_key=True),
    Index("ix_replaced_by_replica_by_seq", "by_replica", "by_seq"),
)
ERASED = _table("erased", Column("row", Id, primary_key=True))
CLASH = _table(
    "clash",
    Column("row", Id, primary_key=True),
    Column("field", String, primary_key=True),
    Column("other", Text, primary_key=True),  # JSON of the value that is not shown
    Column("subject", String, nullable=False),
    Column("shown", Text, nullable=False),  # JSON of the value that is
)
LOG_ENTRY = _table(
    "log_entry",
    Column("seq", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("actor", Id, nullable=True),
    Column("act", String, nullable=False),  # "change", or what a person did: see `Act`
    Column("subject", String, nullable=False),
    Column("row", Id, nullable=True),
    Column("case_id", Id, nullable=True),
    Column("detail", String, nullable=False),  # never a value about anybody
    Column("replica", Id, nullable=True),
    Column("op_seq", BigInteger, nullable=True),
    Column("content", LargeBinary, nullable=True),  # digest of the operation
    Column("digest", LargeBinary, nullable=True),  # of this entry and all before it
    Index("ix_log_entry_case_id", "case_id"),
    Index("ix_log_entry_digest", "digest"),
    rowid=True,
)


def is_logged(table: Table) -> bool:
    """Tell whether changes of a table are history: not what is derived, nor half-typed forms."""
    return not (table.info.get("derived") or table.info.get("unlogged"))


def logged_tables() -> list[Table]:
    """Return the tables whose changes are history, parents before their children."""
    return [table for table in Model.metadata.sorted_tables if is_logged(table)]


def case_column(table: Table) -> str | None:
    """Return the column that names the client of a row; None for rows of the office."""
    if table.name == "client":
        return "id"
    return "client_id" if "client_id" in table.columns else None
