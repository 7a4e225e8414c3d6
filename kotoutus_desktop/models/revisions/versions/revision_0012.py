"""0012: the keys of this laptop, the laptops it knows, and what they have of the cases."""

import sqlalchemy as sa

from kotoutus_desktop.models.revisions.building import (
    DAY,
    KEY,
    MOMENT,
    NUMBER,
    TEXT,
    filled,
    indexes,
    optional,
    parent,
    table,
)

revision = "0012"
down_revision = "0011"

_BYTES = sa.LargeBinary()


def upgrade() -> None:
    """Make the three tables."""
    table(
        "own_laptop",
        *filled(KEY, "replica"),
        *filled(TEXT, "name secret"),
        *filled(_BYTES, "signing_seed"),
    )
    table(
        "known_laptop",
        *filled(TEXT, "name recipient"),
        *filled(_BYTES, "signing_key"),
        *filled(DAY, "paired_on"),
        *optional(KEY, "paired_by"),
        *optional(DAY, "ended_on"),
        *optional(MOMENT, "sent_at received_at"),
    )
    table(
        "shared_case",
        parent("laptop_id", "shared_case", "known_laptop"),
        *filled(KEY, "case_id"),
        *filled(NUMBER, "operations"),
    )
    indexes("shared_case", "laptop_id")
