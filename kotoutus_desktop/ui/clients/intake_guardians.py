"""Who acts for a minor: guardians, or the representative of one who came unaccompanied."""

from datetime import date
from uuid import UUID

from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.circumstances import Guardian, GuardianKind
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules.months import is_under
from kotoutus_desktop.rules.section import REPRESENTATIVE
from kotoutus_desktop.ui.clients.intake_choices import enum_choices
from kotoutus_desktop.ui.clients.intake_rows import Cells, RowsField, store_rows
from kotoutus_desktop.ui.clients.intake_section import IntakeSection, day_of
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.form_page import FormPage

OF_AGE = 18


class GuardianSection(IntakeSection):
    """Guardians and representatives; out of sight for somebody who is known to be of age."""

    subject = "guardians"

    def __init__(self, page: FormPage) -> None:
        super().__init__(page, _("Guardians of a minor"))
        self.columns.add("guardians")
        self._people: list[Choice] = []
        self.rows = RowsField(
            _("Guardian or representative"),
            _("Add a guardian or representative"),
            self._cells,
            needed={
                "kind": N_("Choose what the row is about, or remove the row."),
                "name": N_("Write the name, or remove the row."),
            },
            hint=_("A minor who came unaccompanied gets a representative without delay."),
            section=REPRESENTATIVE,
        )
        self.grid.put(self.rows, wide=True)
        page.register("guardians", self.rows)
        self.add_source()

    def set_people(self, people: list[Choice]) -> None:
        """Offer the clients of the household: a guardian may be one of them."""
        self._people = people
        for row in self.rows.rows:
            person = row.cells["person_id"]
            assert isinstance(person, ChoiceField)
            person.set_choices(people)
            person.setVisible(bool(people) or not person.is_empty())

    def follow(self, born: date | None) -> None:
        """Show the part for minors, for those of unknown age and where somebody is recorded."""
        minor = is_under(born, OF_AGE, self.page.workspace.today()) is not False
        shown = minor or not self.rows.is_empty() or bool(self.rows.rows)
        self.setVisible(shown)
        self.heading.setVisible(shown)

    def load(self, client: Client) -> None:
        """Show who is recorded."""
        self.rows.set_value(
            {
                "id": guardian.id,
                "kind": guardian.kind.value,
                "name": guardian.name,
                "phone": guardian.phone,
                "email": guardian.email,
                "person_id": str(guardian.person_id or ""),
                "applied_on": guardian.applied_on,
                "appointed_on": guardian.appointed_on,
            }
            for guardian in client.guardians
        )
        self._load_source(client)

    def write(self, client: Client, *, lenient: bool = False) -> None:
        """Write who acts for the minor."""
        if lenient and self.rows.fault():
            return
        known = {guardian.id: guardian.person_id for guardian in client.guardians}
        client.guardians = store_rows(
            [
                row
                | {
                    "kind": GuardianKind(row["kind"]),
                    "applied_on": day_of(row["applied_on"]),
                    "appointed_on": day_of(row["appointed_on"]),
                    "person_id": self._person(row["person_id"], known.get(row["id"])),
                }
                for row in self.rows.value()
            ],
            client.guardians,
            lambda **row: Guardian(client_id=client.id, **row),
        )

    def _person(self, chosen: str, kept: UUID | None) -> UUID | None:
        """Return who was chosen; somebody who could not be offered stays as recorded."""
        if chosen:
            return UUID(chosen)
        offered = any(choice.value == str(kept) for choice in self._people)
        return None if offered else kept

    def _cells(self) -> Cells:
        today = self.page.workspace.today
        name = TextField(_("Name"))
        person = ChoiceField(_("Also a client"), self._people)
        person.setVisible(bool(self._people))

        def take_name() -> None:
            if name.is_empty() and not person.fault() and person.value():
                name.set_value(person.text())

        person.left.connect(take_name)
        return {
            "kind": ChoiceField(_("Acts as"), enum_choices(GuardianKind)),
            "name": name,
            "phone": TextField(_("Phone")),
            "email": TextField(_("E-mail")),
            "applied_on": DateField(_("Applied for on"), today),
            "appointed_on": DateField(_("Appointed on"), today),
            "person_id": person,
        }
