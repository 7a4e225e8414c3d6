"""Who took part in making the plan: a row for each."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.assessment import ParticipantRole
from kotoutus_desktop.models.plan import PlanParticipant
from kotoutus_desktop.ui.assessment.rows_field import EntryRow, RowsField, store_rows
from kotoutus_desktop.ui.fields.choice_field import ChoiceField
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.plans.bindings import enum_choices
from kotoutus_desktop.ui.plans.side_by_side import side_by_side


class PersonRow(EntryRow):
    """Role, name and organisation of one participant."""

    def __init__(self) -> None:
        super().__init__(_("Remove the participant"))
        self.setProperty("kind", "sunken")
        self.role = ChoiceField(_("Role"), enum_choices(ParticipantRole))
        self.name = TextField(_("Name"))
        self.organisation = TextField(_("Organisation"))
        self.fields = {"role": self.role, "name": self.name, "organisation": self.organisation}
        self.first(self.role)
        self.column.addWidget(side_by_side(self.name, self.organisation))

    def show_record(self, record: PlanParticipant) -> None:
        """Show a participant."""
        self.role.set_value(record.role.value)
        self.name.set_value(record.name)
        self.organisation.set_value(record.organisation)

    def write_record(self, record: PlanParticipant) -> None:
        """Write what was entered."""
        record.role = ParticipantRole(self.role.value())
        record.name, record.organisation = self.name.value(), self.organisation.value()

    def is_complete(self) -> bool:
        """Tell whether the role is known."""
        return not self.role.fault() and bool(self.role.value())


class PeopleField(RowsField):
    """The participants of a plan."""

    def __init__(self, label: str) -> None:
        super().__init__(label, PersonRow, _("Add a participant"), _("You and the client."))

    def records(self, client_id: UUID, kept: Sequence[Any]) -> list[PlanParticipant]:
        """Return the participants that are entered, those kept before under their ids."""
        return store_rows(
            kept,
            self.kept(),
            lambda: PlanParticipant(client_id=client_id, role=ParticipantRole.OTHER),
        )
