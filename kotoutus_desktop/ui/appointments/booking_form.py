"""A time is booked or changed."""

from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent

from kotoutus_desktop.casework.appointments.booking import store_appointment
from kotoutus_desktop.casework.appointments.cautions import cautions
from kotoutus_desktop.casework.households import members
from kotoutus_desktop.casework.register import get_client, officers, the_office
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.appointment import (
    Appointment,
    AppointmentPurpose,
    InterpreterKind,
    MeetingWay,
    ToldHow,
)
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.ui.appointments.booking_fields import (
    NO_INTERPRETER,
    USUAL_LENGTH,
    interpreter_fields,
    telling_fields,
    when_and_where,
    whom_and_why,
)
from kotoutus_desktop.ui.appointments.booking_values import show_time, write_time
from kotoutus_desktop.ui.appointments.time_words import caution_text
from kotoutus_desktop.ui.clients.field_grid import FieldGrid
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.layout import Row
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.form_page import FormPage
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.printing.appointment_fields import likely_purpose
from kotoutus_desktop.ui.words import language_name, shown_name
from kotoutus_desktop.ui.workspace import Workspace

FORM = "booking"
LOOK_AFTER_MS = 300
_WIDE = ("subject", "note", "with_family", "way", "interpreter_kind")
_OF_INTERPRETER = (
    "interpreter_language", "interpreter_dialect", "interpreter_agency", "interpreter",
    "interpreter_minutes", "interpreter_cost",
)  # fmt: skip
_ASKED = ("held_on", "starts", "minutes", "officer_id", "place", "way", "interpreter",
          "interpreter_kind", "interpreter_language")  # fmt: skip


class BookingFormPage(FormPage):
    """`destination.client` is who is invited, `record` the time, None for a new one."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        assert destination.client is not None, "a time is booked for a client"
        self.client_id = destination.client
        # a new time of another client is another form: its draft must not come up here
        form = FORM if destination.record else f"{FORM}:{self.client_id.hex}"
        super().__init__(workspace, form, destination.record)
        self._day = date.fromisoformat(destination.focus) if destination.focus else None
        with workspace.database.reading() as session:
            self._client = get_client(session, self.client_id)
            self._office = the_office(session)
            self._family = len(members(session, self._client))
            people = officers(session, workspace.officer_id)
        self._told_now = Button(_("Told today, in the client’s language"), icon="check")
        self._add_part(_("Matter"), whom_and_why(people))
        self._add_part(_("When and where"), when_and_where(workspace.today))
        self._add_part(_("Interpreter"), interpreter_fields())
        self._add_part(_("What the client was told at booking"), telling_fields(workspace.today))
        line = Row(gap=2)
        line.put(self._told_now, None)
        self.body.column.addLayout(line)
        self.body.column.addStretch(1)
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(LOOK_AFTER_MS)
        self._dress()

    def arrive(self, _destination: Destination) -> None:
        """Show the time or an empty form."""
        self.open_form()
        self._fit()
        self._look()
        self.fields["held_on"].take_focus()

    def primary(self) -> None:
        """Record, and go to the calendar."""
        if self.record():
            focus = f"calendar:{self.subject}"
            self.navigate.emit(Destination(PageName.APPOINTMENTS, focus=focus))

    def leave(self) -> None:
        """Keep what is typed; a new time is only recorded when the counsellor says so."""
        if self.subject is None:
            self.keep()
        else:
            super().leave()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Look at nothing more: the file may be closed next."""
        self._looking.stop()
        super().hideEvent(event)

    def undo_text(self) -> str:
        """Return what recording is called in the undo menu."""
        return _("appointment booked") if self.subject is None else _("appointment changed")

    def load(self) -> None:
        """Show what is recorded; a new time begins with what is likely."""
        if self.subject is None:
            show_time(self.fields, self._likely(), new=True)
            return
        with self.workspace.database.reading() as session:
            show_time(self.fields, session.get_one(Appointment, self.subject))

    def store(self, session: Any) -> None:
        """Write the form to the time."""
        appointment = (
            self._draft() if self.subject is None else session.get_one(Appointment, self.subject)
        )
        write_time(self.fields, appointment)
        store_appointment(session, appointment, self.workspace.today())
        self.subject = appointment.id

    def told_today(self) -> None:
        """Fill in that the client was told today, and through whom."""
        today = self.workspace.today()
        interpreted = self.fields["interpreter_kind"].value() != NO_INTERPRETER
        how = ToldHow.INTERPRETED if interpreted else ToldHow.SPOKEN
        self.fields["told_in"].set_value(_language(self._client))
        self.fields["told_how"].set_value(how.value)
        for name in ("fee_told_on", "cancelling_told_on"):
            self.fields[name].set_value(today)

    def _dress(self) -> None:
        self.save = Button(_("Save the appointment"), "primary")
        self.set_primary(self.save)
        new = self.subject is None
        self.band.set_title(_("New appointment") if new else _("Change the appointment"))
        self.band.set_subtitle(f"{shown_name(self._client)} · {_language_text(self._client)}")
        self.band.back_button.set_label(_("Back"))
        self.band.back_button.show()
        self.band.back.connect(self.back)
        self.fields["with_family"].setVisible(self._family > 0)
        self._looking.timeout.connect(self._look)
        self._told_now.clicked.connect(self.told_today)
        for name in ("purpose", "way", "interpreter_kind"):
            self.fields[name].changed.connect(self._fit)
        for name in _ASKED:
            self.fields[name].changed.connect(self._looking.start)

    def _add_part(self, title: str, fields: dict[str, Field]) -> None:
        self.add_section(title)
        grid = FieldGrid()
        for name, field in fields.items():
            self.register(name, field)
            grid.put(field, wide=name in _WIDE)
        self.put(grid)

    def _fit(self) -> None:
        """Ask for a place and an interpreter's facts only where there are any."""
        other = self.fields["purpose"].state() == AppointmentPurpose.OTHER
        self.fields["subject"].setVisible(other)
        at_place = self.fields["way"].value() == MeetingWay.AT_PLACE
        self.fields["place"].setVisible(at_place and not self._client.hides_place)
        booked = self.fields["interpreter_kind"].value() not in ("", NO_INTERPRETER)
        for name in _OF_INTERPRETER:
            self.fields[name].setVisible(booked)

    def _look(self) -> None:
        """Say what the time clashes with, as far as it is typed."""
        self.bars.withdraw("cautions")
        wanted = self._draft()
        try:
            write_time(self.fields, wanted)
        except InvalidInput:
            return
        with self.workspace.database.reading() as session, session.no_autoflush:
            found = cautions(session, wanted, self.workspace.today())
        if found:
            said = " ".join(dict.fromkeys(caution_text(each, wanted.held_on) for each in found))
            self.bars.show_message(Message(said, Tone.WARNING, key="cautions"))

    def _draft(self) -> Appointment:
        """Return a time that is not stored, to be written to; with its id where it has one."""
        today = self.workspace.today()
        draft = Appointment(
            client_id=self.client_id,
            booked_on=today,
            held_on=today,
            starts=0,
            minutes=0,
            purpose=AppointmentPurpose.OTHER,
        )
        if self.subject is not None:
            draft.id = self.subject
        return draft

    def _likely(self) -> Appointment:
        client, today = self._client, self.workspace.today()
        language = _language(client)
        interpreted = client.interpreter_needed and bool(language)
        return Appointment(
            client_id=client.id,
            officer_id=self.workspace.officer_id,
            booked_on=today,
            held_on=max(self._day or today, today),
            starts=0,
            minutes=USUAL_LENGTH,
            purpose=likely_purpose(client),
            place="" if client.hides_place else _address(self._office),
            interpreter_kind=InterpreterKind.ON_THE_SPOT if interpreted else None,
            interpreter_language=language if interpreted else "",
            interpreter_dialect=client.dialect,
        )


def _address(office: Office) -> str:
    town = " ".join(part for part in (office.postal_code, office.town) if part)
    return ", ".join(part for part in (office.street, town) if part)


def _language(client: Client) -> str:
    return client.service_language or client.mother_tongue


def _language_text(client: Client) -> str:
    language = language_name(_language(client))
    return f"{language} ({client.dialect})" if client.dialect else language
