"""0018: integration training and other studies of clients, with levels of language."""

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

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Make the two tables."""
    table(
        "training",
        parent("client_id", "training", "client"),
        *optional(KEY, "measure_id officer_id"),
        *filled(CHOICE, "kind"),
        *filled(TEXT, "name provider language broken_off_reason attendance work_place"),
        *filled(TEXT, "prior_learning certificate onward"),
        *filled(DAY, "starts_on"),
        *optional(DAY, "ends_on work_starts_on work_ends_on prior_learning_on entry_tested_on"),
        *optional(DAY, "tested_on certificate_on onward_on"),
        *filled(YES_NO, "broken_off"),
        *optional(NUMBER, "credits hours_offered hours_attended"),
    )
    indexes("training", "client_id")
    table(
        "language_level",
        parent("client_id", "language_level", "client"),
        parent("training_id", "language_level", "training"),
        *filled(CHOICE, "occasion skill"),
        *filled(TEXT, "level"),
    )
    indexes("language_level", "client_id", "training_id")
