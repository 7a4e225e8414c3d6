"""0011: when a contact was taken up, by whom, and the office's own number of days for it.

On which day the contacts of older files were taken up was never written down, and no day is
made up for them, as it would be counted as kept or late. Where something shows that a contact
was taken up (what followed is noted, or the case has an assessment or a plan, or is closed) its
handling counts as done on a day that is not known. So does one of 90 days ago or more: a list of
forgotten ticks would hide what really waits. The others stay open, for somebody to look at.
"""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

from kotoutus_desktop.models.revisions.building import DAY, KEY, NUMBER, YES_NO, optional

revision = "0011"
down_revision = "0010"

_STILL_WAITS = timedelta(days=90)


def upgrade() -> None:
    """Add the columns, and tell the contacts that still wait from the others."""
    for column in (*optional(DAY, "handled_on"), *optional(KEY, "handled_by")):
        op.add_column("contact", column)
    op.add_column(
        "contact", sa.Column("handling_unknown", YES_NO, nullable=False, server_default=sa.false())
    )
    op.add_column(
        "office", sa.Column("contact_target_days", NUMBER, nullable=False, server_default="7")
    )
    taken_up = sa.text(
        "UPDATE contact SET handling_unknown = :yes"
        " WHERE outcome <> '' OR learned_on <= :long_ago"
        " OR EXISTS (SELECT 1 FROM assessment a WHERE a.client_id = contact.client_id)"
        " OR EXISTS (SELECT 1 FROM plan p WHERE p.client_id = contact.client_id)"
        " OR EXISTS (SELECT 1 FROM client c WHERE c.id = contact.client_id"
        " AND c.closed_on IS NOT NULL)"
    )
    values = {"yes": True, "long_ago": (datetime.now(UTC).date() - _STILL_WAITS).isoformat()}
    op.get_bind().execute(taken_up, values)
    op.execute("DELETE FROM reckoning")  # reckoned before contacts were asked about
