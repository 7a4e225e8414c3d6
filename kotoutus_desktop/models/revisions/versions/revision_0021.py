"""0021: suitcases with the clients of a day, and transfer files that were taken over."""

import sqlalchemy as sa

from kotoutus_desktop.models.revisions.building import (
    KEY,
    MOMENT,
    TEXT,
    VALUES,
    YES_NO,
    filled,
    indexes,
    optional,
    table,
)

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Make the two tables; none of it is history that travels."""
    table(
        "suitcase",
        *filled(YES_NO, "inside"),
        *filled(TEXT, "name prefix"),
        *filled(VALUES, "cases"),
        *filled(MOMENT, "packed_at"),
        *optional(KEY, "packed_by"),
        *filled(MOMENT, "expires_at"),
        *optional(MOMENT, "unpacked_at"),
        *optional(KEY, "unpacked_by"),
        *optional(sa.LargeBinary(), "key"),
    )
    table(
        "taken_file",
        *filled(TEXT, "mark"),
        *filled(MOMENT, "taken_at"),
    )
    indexes("taken_file", "mark")
