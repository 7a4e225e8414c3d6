"""The intake as it lies on the page: its parts in order, duplicates and missing beside them."""

from PySide6.QtGui import QResizeEvent

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.ui.clients.household_section import HouseholdSection
from kotoutus_desktop.ui.clients.intake_address import AddressSection
from kotoutus_desktop.ui.clients.intake_guardians import GuardianSection
from kotoutus_desktop.ui.clients.intake_language import LanguageSection
from kotoutus_desktop.ui.clients.intake_need import NeedSection
from kotoutus_desktop.ui.clients.intake_person import BirthSection, ContactSection, NameSection
from kotoutus_desktop.ui.clients.intake_residence import ResidenceSection
from kotoutus_desktop.ui.clients.intake_section import IntakeSection
from kotoutus_desktop.ui.clients.intake_side import DuplicateCard, MissingCard
from kotoutus_desktop.ui.clients.intake_work import WorkSection
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.layout import ScrollColumn, row
from kotoutus_desktop.ui.components.tab_order import insert_before
from kotoutus_desktop.ui.form_page import FormPage
from kotoutus_desktop.ui.page import Destination
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.workspace import Workspace

FORM = "intake"
SIDE_WIDTH = 328
NARROW = 900  # text units of the page under which the side folds into the form


class IntakeFrame(FormPage):
    """Parts, side and head of the intake. Knows nothing of how they are kept."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__(workspace, FORM, destination.client)
        self._side = ScrollColumn((0, 4, 5, 5), 3)
        self._folded: bool | None = None
        self.middle.removeWidget(self.body)
        self.middle.put((row((self.body, 1), self._side, gap=0), 1))
        self.names = NameSection(self)
        self.birth = BirthSection(self)
        self.languages = LanguageSection(self)
        self.residence = ResidenceSection(self)
        self.address = AddressSection(self)
        self.work = WorkSection(self)
        self.contact = ContactSection(self)
        self.need = NeedSection(self)
        self.household = HouseholdSection(self)
        self.guardians = GuardianSection(self)
        self.sections: tuple[IntakeSection, ...] = (
            self.names,
            self.birth,
            self.languages,
            self.residence,
            self.address,
            self.work,
            self.contact,
            self.need,
            self.household,
            self.guardians,
        )
        self.duplicates = DuplicateCard()
        self.missing = MissingCard()
        self._finish()

    def is_folded(self) -> bool:
        """Tell whether the side stands in the form because the window is narrow."""
        return bool(self._folded)

    def write(self, client: Client, *, lenient: bool = False) -> None:
        """Write every part; `lenient` leaves out what is not right yet."""
        for section in self.sections:
            section.write(client, lenient=lenient)

    def as_typed(self) -> Client:
        """Return a client as the form stands, kept nowhere."""
        client = Client()
        self.write(client, lenient=True)
        return client

    def check_fields(self) -> None:
        """Raise InvalidInput with the name of the first field whose typing means nothing."""
        for name, field in self.fields.items():
            try:
                field.value()
            except InvalidInput as error:
                raise InvalidInput(name, error.message, **error.values) from error

    def show_head(self, client: Client) -> None:
        """Say whose data this is, or that a new client is registered."""
        new = self.subject is None
        self.band.set_title(_("New client") if new else _("Client's data"))
        if not new:
            hidden = (
                (Chip(_("Non-disclosure"), "warning", "lock"),) if client.non_disclosure else ()
            )
            own = "" if client.non_disclosure else client.own_script_name
            name = client.number if client.non_disclosure else client.full_name or own
            self.band.set_person(name, own if own != name else "", *hidden)
        self.band.back_button.set_label(_("Clients") if new else _("Client"))
        self.band.back_button.show()
        self.record_button.set_label(_("Register the client") if new else _("Show the client"))
        self.record_button.show_key("Ctrl+Return")  # the page listens, not the button

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the side beside the form, or into it."""
        super().resizeEvent(event)
        self._fold()

    def order_duplicates(self) -> None:
        """Let Tab come to the people who may be the same right after the names."""
        insert_before(self.birth.code.line, self.duplicates.buttons())

    def _finish(self) -> None:
        self._side.column.put(self.duplicates, self.missing, None)
        self.body.column.addStretch(1)
        self.record_button = Button("", "primary", "check")
        self.set_primary(self.record_button)
        theme().changed.connect(self._fold)
        self._fold()

    def _fold(self) -> None:
        self._side.setFixedWidth(theme().px(SIDE_WIDTH))
        folded = theme().text_units(self.width()) < NARROW
        if folded == self._folded:
            return
        self._folded = folded
        form, side = self.body.column, self._side.column
        if folded:
            form.insertWidget(form.indexOf(self.names) + 1, self.duplicates)
            form.insertWidget(form.count() - 1, self.missing)
        else:
            side.insertWidget(0, self.duplicates)
            side.insertWidget(1, self.missing)
        self._side.setVisible(not folded)
