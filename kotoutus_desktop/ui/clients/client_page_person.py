"""Who the client is and how to reach the person; other people of the household."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from kotoutus_desktop.casework.overview import Overview
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.ui.clients.client_page_hidden import DOTS, Hidden, Line, value_line
from kotoutus_desktop.ui.clients.person_button import PersonButton
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import Label, Rule
from kotoutus_desktop.ui.components.layout import Column, clear
from kotoutus_desktop.ui.words import born_text, municipality_name, shown_name


class PersonCard(Card):
    """Contact details, identity code behind dots, and the household."""

    opened = Signal(object)  # id of another client

    def __init__(self) -> None:
        super().__init__(_("Contact details"))
        self._open_lines = Column(gap=1)
        hidden = _("Restricted case: contact details are not shown or printed.")
        self.contact = Hidden(_("Contact details"), hidden)
        self._code_title = Label(_("Identity code"), "small", "muted")
        self.code = Hidden(_("Identity code"), DOTS)
        self._rule = Rule()
        self._household_title = Label(_("Household"), "smallstrong", "muted")
        self._household = Column(gap=0)
        self.column.addLayout(self._open_lines)
        self.put(self.contact, self._code_title, self.code, self._rule, self._household_title)
        self.column.addLayout(self._household)

    def show_person(self, seen: Overview, today: date) -> None:
        """Show what is recorded; a datum that is not recorded takes no room."""
        client = seen.client
        lines = contact_lines(client)
        clear(self._open_lines)
        for line in [] if client.hides_place else lines or [_nothing()]:
            self._open_lines.addWidget(value_line(*line))
        self.contact.set_lines(lines or [_nothing()])
        self.contact.setVisible(client.hides_place)
        self.code.set_lines([("", client.identity_code)] if client.identity_code else [])
        self.code.setVisible(bool(client.identity_code))
        self._code_title.setVisible(bool(client.identity_code))
        self._show_household(seen.household, today)

    def _show_household(self, others: Sequence[Client], today: date) -> None:
        clear(self._household)
        for other in others:
            facts = "" if other.non_disclosure else born_text(other, today)
            button = PersonButton(shown_name(other), facts, locked=other.non_disclosure)
            button.clicked.connect(partial(self._open, other.id))
            self._household.addWidget(button)
        self._rule.setVisible(bool(others))
        self._household_title.setVisible(bool(others))

    def _open(self, client: UUID, _checked: bool = False) -> None:
        self.opened.emit(client)


def contact_lines(client: Client) -> list[Line]:
    """Return how to reach the client, and where the person lives."""
    town = " ".join(part for part in (client.postal_code, client.town) if part)
    address = ", ".join(part for part in (client.street, town) if part)
    lines = [
        (_("Phone"), client.phone.replace(" ", "\u00a0")),
        (_("E-mail"), client.email),
        (_("Address"), address),
        (_("Home municipality"), municipality_name(client.home_municipality)),
        (_("Safe way to reach the client"), client.safe_contact),
    ]
    return [(what, value) for what, value in lines if value]


def _nothing() -> Line:
    return "", _("No contact details are recorded.")
