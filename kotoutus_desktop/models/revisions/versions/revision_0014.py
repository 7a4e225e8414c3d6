"""0014: booked times and their fees, guidance, and the journal of a case."""

import sqlalchemy as sa

from kotoutus_desktop.models.revisions.building import (
    CHOICE,
    DAY,
    KEY,
    NUMBER,
    TEXT,
    YES_NO,
    filled,
    indexes,
    optional,
    parent,
    table,
)

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Make the tables."""
    _make_appointments()
    client = sa.ForeignKey("client.id", name="fk_guidance_contact_client_id", ondelete="CASCADE")
    table(
        "guidance_contact",
        sa.Column("client_id", KEY, client, nullable=True),
        *filled(DAY, "given_on"),
        *filled(CHOICE, "topic referral"),
        *filled(TEXT, "language name reach note"),
        *filled(NUMBER, "minutes"),
        *optional(DAY, "consented_on"),
        *optional(KEY, "officer_id"),
    )
    indexes("guidance_contact", "client_id", "given_on")
    table(
        "journal_entry",
        parent("client_id", "journal_entry", "client"),
        *filled(DAY, "happened_on recorded_on"),
        *filled(CHOICE, "way confidentiality"),
        *filled(TEXT, "with_whom text"),
        *optional(KEY, "officer_id"),
    )
    indexes("journal_entry", "client_id")


def _make_appointments() -> None:
    table(
        "appointment",
        parent("client_id", "appointment", "client"),
        *filled(YES_NO, "with_family"),
        *filled(DAY, "booked_on held_on"),
        *filled(NUMBER, "starts minutes"),
        *filled(CHOICE, "purpose way state"),
        *filled(TEXT, "subject place interpreter_language interpreter_dialect"),
        *filled(TEXT, "interpreter_agency interpreter told_in cancelled_reason"),
        *filled(TEXT, "excuse unreasonable_reason note"),
        *optional(KEY, "officer_id"),
        *optional(CHOICE, "interpreter_kind told_how cancelled_by"),
        *optional(NUMBER, "interpreter_minutes interpreter_cost"),
        *optional(DAY, "cancel_by fee_told_on cancelling_told_on cancelled_on"),
        *optional(YES_NO, "excuse_accepted unreasonable"),
    )
    indexes("appointment", "client_id", "held_on starts")
    table(
        "fee_decision",
        parent("client_id", "fee_decision", "client"),
        parent("appointment_id", "fee_decision", "appointment"),
        *filled(DAY, "decided_on"),
        *filled(TEXT, "reason withdrawn_reason"),
        *optional(NUMBER, "amount cost highest"),
        *optional(DAY, "due_on withdrawn_on"),
        *optional(KEY, "officer_id"),
    )
    indexes("fee_decision", "client_id", "appointment_id")
    table("fee_cap", *filled(DAY, "since"), *filled(NUMBER, "highest"), *filled(TEXT, "source"))
