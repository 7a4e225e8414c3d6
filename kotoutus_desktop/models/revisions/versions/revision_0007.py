"""0007: the log of every change, for history, audit and merging."""

import sqlalchemy as sa
from alembic import op

from kotoutus_desktop.models.revisions.building import (
    CHOICE,
    KEY,
    TEXT,
    YES_NO,
    filled,
    indexes,
    named_index,
    optional,
)

revision = "0007"
down_revision = "0006"

LONG = sa.BigInteger()


def upgrade() -> None:
    """Make the tables; the triggers are made when the file is opened."""
    op.create_table(
        "replica",
        *filled(KEY, "id"),
        *filled(LONG, "seq"),
        *filled(YES_NO, "importing"),
        *optional(KEY, "actor"),
        *filled(TEXT, "triggers"),
        sa.PrimaryKeyConstraint("id", name="pk_replica"),
    )
    _make_operations()
    _make_merging()
    op.create_table(
        "log_entry",
        *filled(sa.Integer(), "seq"),
        *filled(LONG, "at"),
        *filled(CHOICE, "act subject detail"),
        *optional(KEY, "actor row case_id replica"),
        *optional(LONG, "op_seq"),
        *optional(sa.LargeBinary(), "content digest"),
        sa.PrimaryKeyConstraint("seq", name="pk_log_entry"),
    )
    indexes("log_entry", "case_id", "digest")


def _make_operations() -> None:
    op.create_table(
        "operation",
        *filled(KEY, "replica row"),
        *filled(LONG, "seq at"),
        *filled(CHOICE, "subject"),
        *filled(TEXT, "fields"),
        *optional(KEY, "actor case_id"),
        sa.PrimaryKeyConstraint("replica", "seq", name="pk_operation"),
        sqlite_with_rowid=False,
    )
    indexes("operation", "row", "case_id")
    op.create_table(
        "replaced",
        *filled(KEY, "replica by_replica"),
        *filled(LONG, "seq by_seq"),
        sa.PrimaryKeyConstraint("replica", "seq", "by_replica", "by_seq", name="pk_replaced"),
        sqlite_with_rowid=False,
    )
    named_index("ix_replaced_by_replica_by_seq", "replaced", "by_replica by_seq")


def _make_merging() -> None:
    op.create_table(
        "erased",
        *filled(KEY, "row"),
        sa.PrimaryKeyConstraint("row", name="pk_erased"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "clash",
        *filled(KEY, "row"),
        *filled(CHOICE, "field subject"),
        *filled(TEXT, "other shown"),
        sa.PrimaryKeyConstraint("row", "field", "other", name="pk_clash"),
        sqlite_with_rowid=False,
    )
