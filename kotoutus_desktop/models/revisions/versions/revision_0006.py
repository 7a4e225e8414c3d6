"""0006: which comparable reason kept a plan from being carried out (§ 23(4))."""

import sqlalchemy as sa
from alembic import op

from kotoutus_desktop.models.revisions.building import TEXT

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column."""
    op.add_column("obstacle_period", sa.Column("reason", TEXT, nullable=False, server_default=""))
