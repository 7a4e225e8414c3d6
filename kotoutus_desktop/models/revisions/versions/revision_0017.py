"""0017: referrals of clients to services, and what became of them."""

from alembic import op

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

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Make the two tables; a change of either lets what is due be reckoned again."""
    table(
        "referral",
        parent("client_id", "referral", "client"),
        *optional(KEY, "measure_id service_id officer_id"),
        *filled(CHOICE, "receiver ground"),
        *filled(TEXT, "receiver_name receiver_contact reason consent_note override_reason"),
        *filled(TEXT, "other_needed earlier_study_plan earlier_agreed"),
        *filled(VALUES, "what"),
        *filled(DAY, "made_on"),
        *optional(DAY, "wanted_from answer_by consented_on"),
        *optional(CHOICE, "place_ground"),
    )
    indexes("referral", "client_id")
    table(
        "referral_step",
        parent("client_id", "referral_step", "client"),
        parent("referral_id", "referral_step", "referral"),
        *filled(CHOICE, "state"),
        *filled(DAY, "happened_on recorded_on"),
        *filled(TEXT, "reason"),
        *optional(KEY, "officer_id"),
    )
    indexes("referral_step", "client_id", "referral_id")
    for name in ("referral", "referral_step"):
        for act, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            op.execute(
                f"CREATE TRIGGER forget_{name}_{act.lower()} AFTER {act} ON {name} "
                f"BEGIN DELETE FROM reckoning WHERE client_id = {row}.client_id; END"
            )
