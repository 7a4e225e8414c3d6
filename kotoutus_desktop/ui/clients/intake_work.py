"""Job search, benefits and times of obstacle: periods that decide who acts and for how long."""

from typing import Any, TypeVar

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.circumstances import (
    BenefitKind,
    BenefitPeriod,
    JobseekerPeriod,
)
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules.section import ACT, JOBSEEKERS_AUTHORITY, Section
from kotoutus_desktop.ui.clients.intake_choices import enum_choices
from kotoutus_desktop.ui.clients.intake_need import JUDGED, judged
from kotoutus_desktop.ui.clients.intake_rows import Cells, RowsField, store_rows
from kotoutus_desktop.ui.clients.intake_section import IntakeSection, day_of
from kotoutus_desktop.ui.clients.obstacle_rows import BEGIN, KIND, ObstacleRows
from kotoutus_desktop.ui.fields.choice_field import ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField, SegmentField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.form_page import FormPage

BENEFITS = Section(ACT, "14", 1, 5)
Values = dict[str, Any]
AnyRows = TypeVar("AnyRows", bound=RowsField)


def _plain(period: Any, *columns: str) -> Values:
    """Return a recorded period as a row shows it."""
    return {"id": period.id} | {column: getattr(period, column) for column in columns}


def _days(row: Values) -> Values:
    """Return a row with its first and last day as dates."""
    return row | {"starts_on": day_of(row["starts_on"]), "ends_on": day_of(row["ends_on"])}


class WorkSection(IntakeSection):
    """Three short lists of periods; an open end means that it goes on."""

    subject = "work"

    def __init__(self, page: FormPage) -> None:
        super().__init__(page, _("Work and benefits"))
        self.jobs = self._rows(
            "jobseeker_periods",
            RowsField(
                _("Job search valid at the employment authority"),
                _("Add a period of job search"),
                self._job_cells,
                needed={"starts_on": BEGIN},
                section=JOBSEEKERS_AUTHORITY,
            ),
        )
        self.benefits = self._rows(
            "benefit_periods",
            RowsField(
                _("Benefits"),
                _("Add a benefit"),
                self._benefit_cells,
                needed={"kind": KIND, "starts_on": BEGIN},
                hint=_("Whether social assistance is temporary is judged, with a reason."),
                section=BENEFITS,
            ),
        )
        self.obstacles = self._rows(
            "obstacle_periods",
            ObstacleRows(self.page.workspace.today),
        )
        self.add_source()

    def load(self, client: Client) -> None:
        """Show the periods that are recorded."""
        self.jobs.set_value(
            _plain(p, "starts_on", "ends_on", "unemployed") for p in client.jobseeker_periods
        )
        self.benefits.set_value(
            _plain(p, "kind", "starts_on", "ends_on", "reason")
            | {"not_temporary": JUDGED[p.not_temporary]}
            for p in client.benefit_periods
        )
        self.obstacles.show_periods(client)
        self._load_source(client)

    def write(self, client: Client, *, lenient: bool = False) -> None:
        """Write the periods."""
        if not (lenient and self.jobs.fault()):
            client.jobseeker_periods = store_rows(
                [_days(row) for row in self.jobs.value()],
                client.jobseeker_periods,
                lambda **row: JobseekerPeriod(client_id=client.id, **row),
            )
        if not (lenient and self.benefits.fault()):
            client.benefit_periods = store_rows(
                [self._benefit(row) for row in self.benefits.value()],
                client.benefit_periods,
                lambda **row: BenefitPeriod(client_id=client.id, **row),
            )
        if not (lenient and self.obstacles.fault()):
            self.obstacles.write_periods(client)

    def _rows(self, column: str, rows: AnyRows) -> AnyRows:
        self.columns.add(column)
        self.grid.put(rows, wide=True)
        return self.page.register(column, rows)

    def _benefit(self, row: Values) -> Values:
        kind = BenefitKind(row["kind"])
        return _days(row) | {"kind": kind, "not_temporary": judged(row["not_temporary"])}

    def _day(self, label: str, hint: str = "") -> DateField:
        return DateField(label, self.page.workspace.today, hint=hint)

    def _job_cells(self) -> Cells:
        unemployed = CheckField(_("Unemployed"))
        unemployed.set_value(True)
        return {
            "starts_on": self._day(_("Began")),
            "ends_on": self._day(_("Ended")),
            "unemployed": unemployed,
        }

    def _benefit_cells(self) -> Cells:
        kind = ChoiceField(_("Benefit"), enum_choices(BenefitKind))
        lasting = SegmentField(_("Other than temporary"), [("yes", _("Yes")), ("no", _("No"))])
        reason = TextField(_("Reason for the judgement"))

        def ask() -> None:
            social = not kind.fault() and kind.value() == BenefitKind.SOCIAL_ASSISTANCE
            for cell in (lasting, reason):
                cell.setVisible(social or not cell.is_empty())

        kind.changed.connect(ask)
        return {
            "kind": kind,
            "starts_on": self._day(_("Began")),
            "ends_on": self._day(_("Ended")),
            "not_temporary": lasting,
            "reason": reason,
        }
