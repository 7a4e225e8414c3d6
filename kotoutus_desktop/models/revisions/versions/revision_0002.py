"""0002: what is put off, tasks of one's own, reasons of lateness, and what is due reckoned.

Whoever rebuilds one of the tables of `_WATCHED` in a later step makes its triggers again:
SQLite drops them with the old table.
"""

from alembic import op

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

revision = "0002"
down_revision = "0001"

_WATCHED = (
    *("contact", "jobseeker_period", "benefit_period", "obstacle_period"),
    *("assessment", "plan", "goal", "measure", "review"),
)


def upgrade() -> None:
    """Make the tables, and the triggers that forget a reckoning when its ground changes."""
    _make_work_list()
    _make_reckoning()
    for act, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
        _forget("client", act, f" WHERE client_id = {row}.id")
        for name in _WATCHED:
            _forget(name, act, f" WHERE client_id = {row}.client_id")
    _forget("office", "INSERT")
    _forget("office", "UPDATE")


def _forget(name: str, act: str, which: str = "") -> None:
    op.execute(
        f"CREATE TRIGGER forget_{name}_{act.lower()} AFTER {act} ON {name} "
        f"BEGIN DELETE FROM reckoning{which}; END"
    )


def _make_work_list() -> None:
    table(
        "snooze",
        parent("client_id", "snooze", "client"),
        *optional(KEY, "officer_id"),
        *filled(TEXT, "service reason"),
        *filled(CHOICE, "kind"),
        *filled(DAY, "until made_on"),
        *optional(DAY, "due_on woken_on"),
    )
    indexes("snooze", "client_id")
    client = parent("client_id", "own_task", "client")
    client.nullable = True
    table(
        "own_task",
        client,
        *optional(KEY, "officer_id"),
        *filled(TEXT, "text"),
        *filled(DAY, "due_on made_on"),
        *optional(DAY, "done_on"),
    )
    indexes("own_task", "client_id")
    table(
        "lateness",
        parent("client_id", "lateness", "client"),
        *optional(KEY, "officer_id"),
        *filled(TEXT, "service reason"),
        *filled(CHOICE, "kind"),
        *filled(DAY, "recorded_on"),
        *optional(DAY, "due_on"),
    )
    indexes("lateness", "client_id")


def _make_reckoning() -> None:
    table(
        "reckoning",
        parent("client_id", "reckoning", "client"),
        *filled(TEXT, "program"),
        *filled(DAY, "since until"),
    )
    indexes("reckoning", "client_id")
    table(
        "due_step",
        parent("client_id", "due_step", "client"),
        *filled(TEXT, "section service"),
        *filled(CHOICE, "kind basis"),
        *filled(DAY, "shown_from"),
        *optional(DAY, "due_on waits_since"),
    )
    indexes("due_step", "client_id", "shown_from")
