"""0016: the school holidays that municipalities decided, and self-study that is taken back."""

import sqlalchemy as sa
from alembic import op

from kotoutus_desktop.models.revisions.building import DAY, TEXT, filled, indexes, table

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Make the table; what was studied so far counts."""
    table(
        "school_holiday",
        *filled(TEXT, "municipality name"),
        *filled(DAY, "first last"),
    )
    indexes("school_holiday", "first")
    op.add_column(
        "self_study", sa.Column("withdrawn_reason", TEXT, nullable=False, server_default="")
    )
