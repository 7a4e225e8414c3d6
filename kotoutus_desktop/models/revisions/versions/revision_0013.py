"""0013: services and the paths through them, the programme documents and their versions."""

import sqlalchemy as sa
from alembic import op

from kotoutus_desktop.models.revisions.building import (
    CHOICE,
    DAY,
    KEY,
    MOMENT,
    NUMBER,
    TEXT,
    VALUES,
    YES_NO,
    filled,
    indexes,
    optional,
    parent,
    table,
)

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Make the tables, and let a measure of a plan say which service it was."""
    _make_services()
    _make_documents()
    op.add_column("measure", *optional(KEY, "service_id"))


def _make_services() -> None:
    table(
        "service",
        *filled(VALUES, "names sentences points aims groups languages"),
        *filled(YES_NO, "statutory"),
        *filled(CHOICE, "kind organiser"),
        *filled(TEXT, "organiser_name place times contact phone email note template"),
        *optional(NUMBER, "places waiting_weeks price"),
        *optional(DAY, "valid_from valid_to"),
    )
    indexes("service", "organiser")
    table(
        "service_path",
        *filled(VALUES, "names sentences groups"),
        *filled(TEXT, "template"),
    )
    table(
        "path_step",
        parent("path_id", "path_step", "service_path"),
        *filled(NUMBER, "position"),
        _loose("service_id", "path_step", "service"),
        *filled(VALUES, "texts"),
        *optional(NUMBER, "after_weeks"),
    )
    indexes("path_step", "path_id", "service_id")


def _make_documents() -> None:
    table(
        "programme_document",
        *filled(CHOICE, "kind"),
        *filled(VALUES, "titles heads groups"),
        *filled(TEXT, "approved_by"),
        *optional(DAY, "starts_on ends_on approved_on"),
    )
    indexes("programme_document", "kind")
    table(
        "programme_goal",
        parent("document_id", "programme_goal", "programme_document"),
        *filled(NUMBER, "position"),
        *filled(CHOICE, "area"),
        *filled(VALUES, "goal indicator measures"),
        *filled(TEXT, "responsible"),
        *optional(DAY, "starts_on ends_on"),
    )
    table(
        "goal_follow_up",
        parent("goal_id", "goal_follow_up", "programme_goal"),
        *filled(DAY, "followed_on"),
        *filled(CHOICE, "state"),
        *filled(TEXT, "found"),
        *optional(KEY, "officer_id"),
    )
    table(
        "programme_partner",
        parent("document_id", "programme_partner", "programme_document"),
        *filled(NUMBER, "position"),
        *filled(TEXT, "name"),
        *filled(CHOICE, "kind"),
        *filled(VALUES, "part"),
    )
    table(
        "programme_version",
        _loose("document_id", "programme_version", "programme_document"),
        *filled(CHOICE, "kind"),
        *filled(NUMBER, "number"),
        *filled(MOMENT, "issued_at"),
        *optional(KEY, "officer_id"),
        *filled(TEXT, "remark content digest"),
    )
    indexes("programme_goal", "document_id")
    indexes("goal_follow_up", "goal_id")
    indexes("programme_partner", "document_id")
    indexes("programme_version", "document_id")


def _loose(name: str, child: str, other: str) -> sa.Column[bytes]:
    """Refer to a row that may go without this one."""
    target = sa.ForeignKey(f"{other}.id", name=f"fk_{child}_{name}", ondelete="SET NULL")
    return sa.Column(name, KEY, target, nullable=True)
