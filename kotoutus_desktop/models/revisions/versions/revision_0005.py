"""0005: where the office keeps its own texts of the statutes."""

import sqlalchemy as sa
from alembic import op

from kotoutus_desktop.models.revisions.building import VALUES

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column."""
    op.add_column("office", sa.Column("statute_files", VALUES, nullable=False, server_default="[]"))
