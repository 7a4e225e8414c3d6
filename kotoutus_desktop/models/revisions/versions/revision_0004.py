"""0004: ticks of hand-over lists, and prompts about the county that were set aside."""

from kotoutus_desktop.models.revisions.building import (
    CHOICE,
    DAY,
    KEY,
    TEXT,
    filled,
    indexes,
    optional,
    parent,
    table,
)

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    table(
        "hand_over_tick",
        parent("client_id", "hand_over_tick", "client"),
        *filled(TEXT, "flip"),
        *filled(CHOICE, "item"),
        *filled(DAY, "done_on"),
        *optional(KEY, "officer_id"),
    )
    indexes("hand_over_tick", "client_id")
    table(
        "county_set_aside",
        parent("client_id", "county_set_aside", "client"),
        *filled(KEY, "subject"),
        *filled(TEXT, "reason"),
        *filled(DAY, "set_on"),
        *optional(KEY, "officer_id"),
    )
    indexes("county_set_aside", "client_id", "subject")
