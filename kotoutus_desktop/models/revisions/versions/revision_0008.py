"""0008: below which share of a course the office says that someone falls behind."""

import sqlalchemy as sa
from alembic import op

from kotoutus_desktop.models.revisions.building import NUMBER

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the column."""
    op.add_column(
        "office",
        sa.Column("orientation_behind_percent", NUMBER, nullable=False, server_default="80"),
    )
