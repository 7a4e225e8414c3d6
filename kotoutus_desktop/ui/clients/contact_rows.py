"""The contacts on the intake: who told the office of the person, and when it was taken up."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules.section import CONTACT_CONSENT
from kotoutus_desktop.ui.clients.intake_choices import enum_choices
from kotoutus_desktop.ui.clients.intake_rows import Cells, RowsField, store_rows
from kotoutus_desktop.ui.clients.intake_section import day_of
from kotoutus_desktop.ui.fields.choice_field import ChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import TextField

LEARNED = N_("Write the day of the contact, or remove the row.")
CHANNEL = N_("Choose who made the contact, or remove the row.")
BACKWARDS = N_("A contact was handled before it came. Check the dates.")
AHEAD = N_("A contact is handled in the future. Record it when it has been handled.")
_DAYS = ("learned_on", "consented_on", "handled_on")


class ContactRows(RowsField):
    """Who told the office about the person, with whose consent, and when it was taken up (§ 9)."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today

        def cells() -> Cells:
            return {
                "learned_on": DateField(_("Learned on"), today),
                "channel": ChoiceField(_("Contact made by"), enum_choices(ContactChannel)),
                "made_by": TextField(_("Office and name")),
                "consented_on": DateField(_("Consent given on"), today),
                "handled_on": DateField(
                    _("Handled on"), today, hint=_("Empty: Today reminds of it.")
                ),
                "outcome": TextField(_("What followed")),
            }

        super().__init__(
            _("How the office learned of the person"),
            _("Add a contact"),
            cells,
            needed={"learned_on": LEARNED, "channel": CHANNEL},
            hint=_("When an authority makes the contact, the person has agreed to it."),
            section=CONTACT_CONSENT,
        )

    def value(self) -> list[dict[str, Any]]:
        """Return the rows with their days; raises InvalidInput, also for impossible days."""
        rows = [_typed(row) for row in super().value()]
        handled = [row for row in rows if row["handled_on"] is not None]
        if any(row["handled_on"] < row["learned_on"] for row in handled):
            raise InvalidInput("", BACKWARDS)
        if any(row["handled_on"] > self._today() for row in handled):
            raise InvalidInput("", AHEAD)
        return rows

    def show_contacts(self, client: Client) -> None:
        """Show what is recorded; of an older contact, that its day was not recorded."""
        self.set_value(
            {
                "id": contact.id,
                "learned_on": contact.learned_on,
                "channel": contact.channel.value,
                "made_by": contact.made_by,
                "consented_on": contact.consented_on,
                "handled_on": contact.handled_on,
                "outcome": contact.outcome,
            }
            for contact in client.contacts
        )
        for row, contact in zip(self.rows, client.contacts, strict=True):
            if contact.handling_unknown and contact.handled_on is None:
                row.cells["handled_on"].hint.setText(_("Handled on a day that is not known."))

    def write_contacts(self, client: Client, officer_id: UUID | None) -> None:
        """Write the rows; who enters a day of handling signs it. Raises InvalidInput."""
        before = {contact.id: contact.handled_on for contact in client.contacts}
        client.contacts = store_rows(
            self.value(), client.contacts, lambda **row: Contact(client_id=client.id, **row)
        )
        for contact in client.contacts:
            if contact.handled_on != before.get(contact.id):
                contact.handled_by = officer_id if contact.handled_on else None


def _typed(row: dict[str, Any]) -> dict[str, Any]:
    days = {name: day_of(row[name]) for name in _DAYS}
    return row | days | {"channel": ContactChannel(row["channel"])}
