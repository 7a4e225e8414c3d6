"""0010: whose half-typed form it is, and the key of the log where the data key was changed."""

import sqlalchemy as sa
from alembic import op

from kotoutus_desktop.models.revisions.building import KEY, optional

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the columns; what was half-typed before belongs to whoever opens the form."""
    op.add_column("draft", *optional(KEY, "officer_id"))
    op.add_column("replica", *optional(sa.LargeBinary(), "log_key"))
