"""0020: what was entered in the national registers, and two records of one person."""

from kotoutus_desktop.models.revisions.building import (
    CHOICE,
    DAY,
    KEY,
    TEXT,
    VALUES,
    filled,
    indexes,
    optional,
    parent,
    table,
)

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Make the two tables."""
    table(
        "entered_field",
        parent("client_id", "entered_field", "client"),
        *filled(KEY, "subject"),
        *filled(CHOICE, "field register"),
        *filled(TEXT, "value"),
        *filled(DAY, "entered_on"),
        *optional(KEY, "officer_id"),
    )
    indexes("entered_field", "client_id", "subject")
    table(
        "joined_client",
        parent("client_id", "joined_client", "client"),
        *filled(KEY, "joined_id"),
        *filled(TEXT, "number names"),
        *filled(VALUES, "seen"),
        *filled(DAY, "joined_on"),
        *optional(KEY, "officer_id"),
    )
    indexes("joined_client", "client_id", "joined_id")
