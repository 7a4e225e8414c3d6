"""0019: scans kept with a case."""

import sqlalchemy as sa

from kotoutus_desktop.models.revisions.building import (
    CHOICE,
    DAY,
    KEY,
    NUMBER,
    TEXT,
    filled,
    indexes,
    optional,
    parent,
    table,
)

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Make the two tables; the bytes stand apart, since they are no history."""
    table(
        "attachment",
        parent("client_id", "attachment", "client"),
        *filled(CHOICE, "kind media_type"),
        *filled(TEXT, "title digest"),
        *filled(NUMBER, "size"),
        *filled(DAY, "added_on"),
        *optional(KEY, "officer_id"),
    )
    indexes("attachment", "client_id")
    table(
        "attachment_content",
        parent("client_id", "attachment_content", "client"),
        *filled(KEY, "attachment_id"),
        *filled(sa.LargeBinary(), "content"),
        *optional(DAY, "removed_on"),
    )
    indexes("attachment_content", "client_id", "attachment_id")
