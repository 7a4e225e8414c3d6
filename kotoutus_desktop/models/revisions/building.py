"""What the steps are written with. Like a step, it is never changed once released."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

KEY = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
TEXT = sa.Text()
CHOICE = sa.String()
NUMBER = sa.Integer()
YES_NO = sa.Boolean()
DAY = sa.Date()
MOMENT = sa.DateTime(timezone=True)
VALUES = sa.JSON().with_variant(JSONB(), "postgresql")


def filled(kind: Any, names: str) -> Iterator[sa.Column[Any]]:
    """Give columns that always have a value; `names` are separated by spaces."""
    return (sa.Column(name, kind, nullable=False) for name in names.split())


def optional(kind: Any, names: str) -> Iterator[sa.Column[Any]]:
    """Give columns that may be empty."""
    return (sa.Column(name, kind, nullable=True) for name in names.split())


def table(name: str, *columns: sa.Column[Any]) -> None:
    """Make a table with the key `id`."""
    primary = sa.PrimaryKeyConstraint("id", name=f"pk_{name}")
    op.create_table(name, sa.Column("id", KEY, nullable=False), *columns, primary)


def parent(name: str, child: str, other: str) -> sa.Column[Any]:
    """Refer to the row that this one belongs to and is deleted with."""
    target = sa.ForeignKey(f"{other}.id", name=f"fk_{child}_{name}", ondelete="CASCADE")
    return sa.Column(name, KEY, target, nullable=False)


def reference(name: str, child: str, other: str) -> sa.Column[Any]:
    """Refer to a row that stays as long as it is referred to."""
    target = sa.ForeignKey(f"{other}.id", name=f"fk_{child}_{name}")
    return sa.Column(name, KEY, target, nullable=True)


def indexes(table_name: str, *column_lists: str) -> None:
    """Make indexes named after their columns, which are separated by spaces."""
    for columns in column_lists:
        named_index(f"ix_{table_name}_{columns.replace(' ', '_')}", table_name, columns)


def named_index(name: str, table_name: str, columns: str) -> None:
    """Make an index of columns separated by spaces."""
    op.create_index(name, table_name, columns.split())
