"""0015: how long a closed case is kept, what holds its erasure up, what is left of it."""

import sqlalchemy as sa
from alembic import op

from kotoutus_desktop.models.revisions.building import (
    CHOICE,
    DAY,
    KEY,
    MOMENT,
    NUMBER,
    TEXT,
    filled,
    indexes,
    optional,
    parent,
    table,
)

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Make the two tables; four years are the time of the Act for the national resource."""
    table(
        "retention_hold",
        parent("client_id", "retention_hold", "client"),
        *filled(CHOICE, "kind"),
        *filled(TEXT, "reason"),
        *optional(DAY, "until"),
        *filled(DAY, "made_on"),
        *optional(KEY, "officer_id"),
        *optional(DAY, "ended_on"),
    )
    indexes("retention_hold", "client_id")
    table(
        "erasure",
        *filled(TEXT, "number"),
        *filled(CHOICE, "ground"),
        *filled(TEXT, "reason"),
        *optional(NUMBER, "years"),
        *optional(DAY, "closed_on"),
        *filled(MOMENT, "erased_at"),
        *optional(KEY, "officer_id"),
        *filled(NUMBER, "rows"),
        *optional(DAY, "copies_until"),
    )
    op.add_column(
        "office", sa.Column("retention_years", NUMBER, nullable=False, server_default="4")
    )
