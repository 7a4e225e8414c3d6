"""0009: who may open a restricted case, and which cases are restricted by hand."""

import sqlalchemy as sa
from alembic import op

from kotoutus_desktop.models.revisions.building import (
    DAY,
    KEY,
    YES_NO,
    filled,
    indexes,
    optional,
    parent,
    table,
)

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the table, and add the mark to the clients."""
    op.add_column(
        "client", sa.Column("restricted", YES_NO, nullable=False, server_default=sa.false())
    )
    table(
        "restricted_access",
        parent("client_id", "restricted_access", "client"),
        *filled(KEY, "officer_id"),
        *filled(DAY, "given_on"),
        *optional(KEY, "given_by"),
        *optional(DAY, "ended_on"),
    )
    indexes("restricted_access", "client_id")
