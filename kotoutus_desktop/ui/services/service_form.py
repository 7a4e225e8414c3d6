"""A service is made or changed, ended, or deleted."""

from collections.abc import Callable
from typing import Any

from kotoutus_desktop.casework.services.catalogue import (
    end_service,
    get_service,
    remove_service,
    revive_service,
    store_service,
    yesterday,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.service import Organiser, Service
from kotoutus_desktop.rules.facts import MeasureKind
from kotoutus_desktop.rules.programme import ProgrammePoint
from kotoutus_desktop.ui.clients.field_grid import FieldGrid
from kotoutus_desktop.ui.components.buttons import Button, MenuButton
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.form_page import FormPage
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.services.language_texts import LanguageTexts, Text
from kotoutus_desktop.ui.services.service_face import offered_text, service_name
from kotoutus_desktop.ui.services.service_fields import (
    DAYS,
    LISTS,
    NUMBERS,
    TEXTS,
    contact_and_days,
    in_the_law,
    who_and_where,
)
from kotoutus_desktop.ui.workspace import Workspace

FORM = "service"
NAME, SENTENCE = N_("Name {language}"), N_("One plain sentence {language}")
_WIDE = ("points", "aims", "groups", "note", "languages")


class ServiceFormPage(FormPage):
    """`destination.record` is the service, None for a new one."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__(workspace, FORM, destination.record)
        self.add_section(_("What it is"))
        self.texts = LanguageTexts(
            (Text("name", _(NAME)), Text("sentence", _(SENTENCE), 2)), self.register
        )
        self.put(self.texts)
        self._add_part(_("In the law, and for whom"), in_the_law())
        self._add_part(_("Who arranges it, where and when"), who_and_where())
        self._add_part(_("Contact, and how long it is offered"), contact_and_days(workspace.today))
        self.add_section(_("In the languages of clients"))
        self.put(self.texts.more)
        self.body.column.addStretch(1)
        self.menu = MenuButton(_("Acts for this service"))
        self.menu.act(_("Stop offering from today"), self.end, "hand-stop")
        self.menu.act(_("Offer again without an end"), self.revive, "arrow-back-up")
        self.menu.act(_("Delete the service"), self.remove, "trash")
        self.menu.setVisible(self.subject is not None)
        self.band.put_acts(self.menu)
        self.save = Button(_("Save the service"), "primary")
        self.set_primary(self.save)
        self.band.set_title(_("New service") if self.subject is None else _("Service"))
        self.band.back_button.set_label(_("Services"))
        self.band.back_button.show()
        self.band.back.connect(self.back)
        self.fields["points"].changed.connect(self._show_aims)

    def arrive(self, _destination: Destination) -> None:
        """Show the service or an empty form."""
        self.open_form()
        self._show_aims()
        self.fields["name_fi"].take_focus()

    def primary(self) -> None:
        """Record, and go to the catalogue."""
        if self.record():
            self.navigate.emit(Destination(PageName.SERVICES, focus="catalogue"))

    def leave(self) -> None:
        """Keep what is typed; a new service is only recorded when the counsellor says so."""
        if self.subject is None:
            self.keep()
        else:
            super().leave()

    def undo_text(self) -> str:
        """Return what recording is called in the undo menu."""
        return _("service added") if self.subject is None else _("service changed")

    def restore(self, content: dict[str, Any]) -> None:
        """Show a draft, with the languages that it was typed in."""
        self.texts.make_room(content)
        super().restore(content)

    def load(self) -> None:
        """Show what is recorded; a new service begins today."""
        if self.subject is None:
            self._show(Service(valid_from=self.workspace.today()))
            return
        with self.workspace.database.reading() as session:
            service = get_service(session, self.subject)
        self.band.set_title(service_name(service))
        self.band.set_chips(Chip(*offered_text(service, self.workspace.today())))
        self._show(service)

    def store(self, session: Any) -> None:
        """Write the form to the service."""
        service = Service() if self.subject is None else get_service(session, self.subject)
        self._write(service)
        store_service(session, service)
        self.subject = service.id

    def end(self) -> None:
        """Stop offering the service from today on."""
        last = yesterday(self.workspace.today())
        self._act(_("service ended"), lambda session, service: end_service(session, service, last))

    def revive(self) -> None:
        """Offer it again without an end."""
        self._act(_("service offered again"), revive_service)

    def remove(self) -> None:
        """Delete the service and go to the catalogue; Ctrl+Z brings it back."""
        if self._act(_("service deleted"), remove_service, reload=False):
            self._unkept = self._unrecorded = False
            self.navigate.emit(Destination(PageName.SERVICES, focus="catalogue"))

    def _act(self, undo: str, act: Callable[[Any, Service], None], *, reload: bool = True) -> bool:
        """Record what is typed and then the act; say why where it is refused."""
        if self.subject is None or not self.record():
            return False
        try:
            with self.workspace.database.transaction(undo) as session:
                act(session, get_service(session, self.subject))
        except InvalidInput as error:
            self.bars.show_message(Message(explain(error), Tone.WARNING, key="refused"))
            return False
        if reload:
            self.open_form()
        self.workspace.changed.emit()
        return True

    def _add_part(self, title: str, fields: dict[str, Field]) -> None:
        self.add_section(title)
        grid = FieldGrid()
        for name, field in fields.items():
            self.register(name, field)
            grid.put(field, wide=name in _WIDE)
        self.put(grid)

    def _show_aims(self) -> None:
        """Ask what a training promotes where the service is one."""
        points = self.fields["points"].value()
        self.fields["aims"].setVisible(ProgrammePoint.TRAINING.value in points)

    def _show(self, service: Service) -> None:
        self.texts.show_values(name=service.names, sentence=service.sentences)
        for name in (*LISTS, *TEXTS, *NUMBERS, *DAYS, "statutory"):
            self.fields[name].set_value(getattr(service, name))
        for name in ("kind", "organiser"):
            self.fields[name].set_value(str(getattr(service, name)))

    def _write(self, service: Service) -> None:
        fields = self.fields
        service.names = self.texts.values("name")
        service.sentences = self.texts.values("sentence")
        for name in (*LISTS, *TEXTS, *NUMBERS, "statutory"):
            setattr(service, name, fields[name].value())
        for name in DAYS:
            entered = fields[name].value()
            setattr(service, name, entered.day if entered else None)
        service.kind = MeasureKind(fields["kind"].value() or MeasureKind.OTHER_SERVICE)
        service.organiser = Organiser(fields["organiser"].value() or Organiser.MUNICIPALITY)
