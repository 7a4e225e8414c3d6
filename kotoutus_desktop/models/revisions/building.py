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


def index(table_name: str, *columns: str, name: str | None = None) -> None:
    """Make an index, named after its columns unless told otherwise."""
    op.create_index(name or f"ix_{table_name}_{'_'.join(columns)}", table_name, list(columns))
