"""The list of times in which a plan could not be carried out, on the intake and on the plan."""

from collections.abc import Callable
from datetime import date
from typing import Any

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.circumstances import ObstacleKind, ObstaclePeriod
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules.section import PLAN_OBSTACLES
from kotoutus_desktop.ui.clients.intake_choices import enum_choices
from kotoutus_desktop.ui.clients.intake_rows import Cells, RowsField, store_rows
from kotoutus_desktop.ui.fields.choice_field import ChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import TextField

BEGIN = N_("Write the day on which the period began, or remove the row.")
END = N_("Write the day on which the period ended, or remove the row.")
KIND = N_("Choose what the row is about, or remove the row.")
BACKWARDS = N_("A period ends before it begins. Check the dates.")
WHICH_REASON = N_("Write which comparable reason it was, without a diagnosis.")


class ObstacleRows(RowsField):
    """Ground, first and last day of each; no diagnosis is asked for."""

    wide = ("kind",)

    def __init__(self, today: Callable[[], date]) -> None:
        def cells() -> Cells:
            kind = ChoiceField(_("Obstacle"), enum_choices(ObstacleKind))
            reason = TextField(_("Which comparable reason"))

            def ask() -> None:
                comparable = not kind.fault() and kind.value() == ObstacleKind.COMPARABLE
                reason.setVisible(comparable or not reason.is_empty())

            kind.changed.connect(ask)
            reason.hide()
            return {
                "kind": kind,
                "starts_on": DateField(_("Began"), today),
                "ends_on": DateField(_("Ended"), today),
                "reason": reason,
            }

        super().__init__(
            _("Times when a plan could not be carried out"),
            _("Add a time of obstacle"),
            cells,
            needed={"kind": KIND, "starts_on": BEGIN, "ends_on": END},
            hint=_("They lengthen the plan. No diagnosis is recorded."),
            section=PLAN_OBSTACLES,
        )

    def value(self) -> list[dict[str, Any]]:
        """Return the rows with their days; raises InvalidInput, also for a backward period."""
        rows = [_typed(row) for row in super().value()]
        if any(row["ends_on"] < row["starts_on"] for row in rows):
            raise InvalidInput("", BACKWARDS)
        if any(row["kind"] is ObstacleKind.COMPARABLE and not row["reason"] for row in rows):
            raise InvalidInput("", WHICH_REASON)
        return rows

    def show_periods(self, client: Client) -> None:
        """Show what is recorded."""
        self.set_value(
            {
                "id": period.id,
                "kind": period.kind,
                "starts_on": period.starts_on,
                "ends_on": period.ends_on,
                "reason": period.reason,
            }
            for period in client.obstacle_periods
        )

    def write_periods(self, client: Client) -> None:
        """Write the rows to the client; raises InvalidInput."""
        client.obstacle_periods = store_rows(
            self.value(),
            client.obstacle_periods,
            lambda **row: ObstaclePeriod(client_id=client.id, **row),
        )


def _typed(row: dict[str, Any]) -> dict[str, Any]:
    days = {name: row[name].day for name in ("starts_on", "ends_on")}
    return row | days | {"kind": ObstacleKind(row["kind"])}
