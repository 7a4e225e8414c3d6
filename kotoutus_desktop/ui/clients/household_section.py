"""The people who live together: each has an own record, found, added and left from here."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent

from kotoutus_desktop.casework.households import join, leave, members
from kotoutus_desktop.casework.search import Row as Found
from kotoutus_desktop.casework.search import find_clients
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.client import Client, HouseholdRole
from kotoutus_desktop.ui.clients.intake_choices import enum_choices
from kotoutus_desktop.ui.clients.intake_section import IntakeSection, member_of, value_of
from kotoutus_desktop.ui.clients.person_button import PersonButton
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import clear, column, row
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.form_page import FormPage
from kotoutus_desktop.ui.words import born_text, language_name, shown_name

MOST_FOUND = 5
SEARCH_AFTER_MS = 150


class HouseholdSection(IntakeSection):
    """Members, adding one, joining somebody who is a client already, leaving.

    A new client is recorded before anybody can be joined: `recording_wanted` asks for it.
    """

    opened = Signal(object)  # id of a member
    member_wanted = Signal()
    joined = Signal()

    def __init__(self, page: FormPage) -> None:
        super().__init__(page, _("Household"))
        self.others: list[Client] = []
        self.bind(
            "household_role",
            ChoiceField(_("In the household"), enum_choices(HouseholdRole), width=280),
            to_field=value_of,
            to_column=member_of(HouseholdRole),
        )
        self._members = column(gap=1)
        self._nobody = wrapped(_("Lives alone, as far as is known."), "body", "muted")
        self.search = TextField(
            _("Somebody who is a client already"),
            hint=_("Search by name or case number to join the person to the household."),
            width=420,
        )
        self._found = column(gap=1)
        self.add_button = Button(_("Add a member"), icon="user-plus")
        self.add_button.clicked.connect(self.member_wanted)
        self.leave_button = Button(_("Moves out of the household"), "link", "logout")
        self.leave_button.clicked.connect(self._leave)
        self.put(
            self._nobody,
            self._members,
            self.search,
            self._found,
            row(self.add_button, self.leave_button, None),
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_AFTER_MS)
        self._timer.timeout.connect(self._look)
        self.search.changed.connect(self._timer.start)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Look no further when the page goes out of sight."""
        self._timer.stop()
        super().hideEvent(event)

    def people(self) -> list[Choice]:
        """Return the other members as choices: a guardian may be one of them."""
        return [Choice(str(person.id), shown_name(person)) for person in self.others]

    def show_members(self, others: Sequence[Client]) -> None:
        """Show who else lives there; whoever has a non-disclosure order by number only."""
        self.others = list(others)
        layout = self._members.layout()
        assert layout is not None
        clear(layout)
        for person in others:
            hidden = person.non_disclosure
            born = "" if hidden else born_text(person, self.page.workspace.today())
            button = PersonButton(shown_name(person), born, locked=hidden)
            button.clicked.connect(partial(self._open, person.id))
            layout.addWidget(button)
        self._nobody.setVisible(not others)
        self._members.setVisible(bool(others))
        self.leave_button.setVisible(bool(others) and self.page.subject is not None)

    def read_members(self, lives_with: UUID | None = None) -> None:
        """Read again who lives with the client; a new one will live with `lives_with`."""
        others: list[Client] = []
        known = self.page.subject or lives_with
        if known is not None:
            with self.page.workspace.database.reading() as session:
                client = session.get(Client, known)
                others = list(members(session, client)) if client else []
                if client and self.page.subject is None:
                    others.insert(0, client)
        self.show_members(others)

    def _open(self, person: UUID, _checked: bool = False) -> None:
        self.opened.emit(person)

    def _look(self) -> None:
        """Show the clients whom the typing fits, but for those who live there already."""
        typed = self.search.value()
        found: list[Found] = []
        if typed:
            with self.page.workspace.database.reading() as session:
                found = find_clients(session, typed, limit=MOST_FOUND + 1 + len(self.others))
        own = {self.page.subject, *(person.id for person in self.others)}
        self._show_found([person for person in found if person.id not in own][:MOST_FOUND])
        self.search.set_help(_("Nobody by that name is a client.") if typed and not found else "")

    def _show_found(self, found: Sequence[Found]) -> None:
        layout = self._found.layout()
        assert layout is not None
        clear(layout)
        for person in found:
            name = f"{person.given_names} {person.family_names}".strip() or person.number
            born = str(person.born.year) if person.born else ""
            facts = (born, language_name(person.service_language), _("join to the household"))
            button = PersonButton(
                name, ", ".join(f for f in facts if f), "home-plus", locked=person.non_disclosure
            )
            button.clicked.connect(partial(self._join, person.id))
            layout.addWidget(button)

    def _join(self, person: UUID, _checked: bool = False) -> None:
        if self.page.subject is None and not self.page.record():
            return
        label = _("household joined")
        with self.page.workspace.database.transaction(label) as session:
            client = session.get_one(Client, self.page.subject)
            join(session, client, session.get_one(Client, person))
        self.search.set_value("")
        self._show_found([])
        self._changed(_("Joined to the household."))

    def _leave(self) -> None:
        with self.page.workspace.database.transaction(_("moved out of the household")) as session:
            leave(session, session.get_one(Client, self.page.subject))
        self._changed(_("The client moved out of the household."))

    def _changed(self, said: str) -> None:
        self.read_members()
        self.add_button.setFocus()
        self.page.bars.show_success(said, self.page.workspace.undo)
        self.joined.emit()
        self.page.workspace.changed.emit()
