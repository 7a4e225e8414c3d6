"""When, where and why: what an invitation needs, beside the page."""

import re
from datetime import date, time
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.documents.invitation import Appointment
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.appointment import AppointmentPurpose, MeetingWay
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.rules.editions import FEES
from kotoutus_desktop.rules.fee import is_cap_known
from kotoutus_desktop.rules.section import FEE_CAP
from kotoutus_desktop.ui.components.buttons import Segments
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.settling import settle
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace

_EUROS = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?")
NOT_EUROS = N_("Write an amount in euros, such as 56,70.")
_CLOCK = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?")
NOT_A_TIME = N_("Write a time of day, such as 9.30.")
HAS_PASSED = N_("This day has passed. Write the day of the appointment.")
CANCELLED_TOO_LATE = N_("This day is after the appointment. Write a day before it.")
ENDS_BEFORE_IT_BEGINS = N_("The appointment ends before it begins. Check both times.")


class TimeField(TextField):
    """A time of day of 24 hours, typed as 9, 9.30 or 9:30."""

    def time(self) -> time | None:
        """Return the time, None while nothing is typed; raises InvalidInput for anything else."""
        typed = str(super().value())
        if not typed:
            return None
        found = _CLOCK.fullmatch(typed)
        if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
            raise InvalidInput("time", NOT_A_TIME)
        return time(int(found[1]), int(found[2] or 0))

    def fault(self) -> str:
        """Return that the typing is no time of day, or an empty string."""
        try:
            self.time()
        except InvalidInput as error:
            return explain(error)
        return ""


class EurosField(TextField):
    """An amount in euros, with a comma or a point."""

    def euros(self) -> Decimal:
        """Return the amount; raises InvalidInput for anything else, also for nothing."""
        found = _EUROS.fullmatch(str(super().value()))
        if found is None or not Decimal(f"{found[1]}.{found[2] or 0}"):
            raise InvalidInput("highest_fee", NOT_EUROS)
        return Decimal(f"{found[1]}.{found[2] or 0}")

    def fault(self) -> str:
        """Return that the typing is no amount, or an empty string."""
        try:
            self.euros()
        except InvalidInput as error:
            return explain(error)
        return ""


class AppointmentFields(QFrame):
    """Asks for an appointment; nothing of it is stored."""

    changed = Signal()

    def __init__(self, workspace: Workspace, client: Client, office: Office) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._hidden = client.hides_place
        self._booked: Appointment | None = None  # what the counsellor booked, if it is one
        self._today = workspace.today
        self._language = client.service_language or client.mother_tongue
        self.day = DateField(_("Day"), workspace.today)
        self.starts = TimeField(_("Begins"), width=90, placeholder="9.30")
        self.ends = TimeField(_("Ends"), width=90)
        self.purpose = ChoiceField(
            _("What it is about"),
            [Choice(each.value, enum_text(each)) for each in AppointmentPurpose],
        )
        self.purpose.set_value(likely_purpose(client).value)
        self.meeting = Segments(
            [(each.value, enum_text(each)) for each in MeetingWay],
            MeetingWay.AT_PLACE.value,
            name=_("How you meet"),
            bulk="small",
        )
        self.place = TextField(_("Place"))
        if not self._hidden:
            town = " ".join(part for part in (office.postal_code, office.town) if part)
            self.place.set_value(", ".join(part for part in (office.street, town) if part))
        self.interpreter = CheckField(_("An interpreter is booked"))
        # an interpreter of no known language cannot be announced
        self.interpreter.set_value(client.interpreter_needed and bool(self._language))
        self.highest_fee = EurosField(
            _("Highest fee in euros"),
            section=FEE_CAP,
            hint=_(
                "The amount of 2025 is filled in. The ministry adjusts it every second year: "
                "check what applies on the day of the appointment."
            ),
            width=90,
        )
        self.highest_fee.set_value(f"{FEES[-1].highest}".replace(".", ","))
        self.cancel_by = DateField(_("Cancel at the latest"), workspace.today)
        self._build()
        self._connect()

    def show_booked(self, booked: Appointment) -> None:
        """Show a booked time; what the fields do not ask for goes along with it."""
        self._booked = booked
        self.day.set_value(booked.day)
        self.starts.set_value(f"{booked.starts.hour}.{booked.starts.minute:02d}")
        if booked.ends is not None:
            self.ends.set_value(f"{booked.ends.hour}.{booked.ends.minute:02d}")
        self.purpose.set_value(booked.purpose.value)
        self.meeting.set_value(booked.meeting.value)
        self.place.set_value(booked.place)
        self.interpreter.set_value(bool(booked.interpreter))
        self._language = booked.interpreter or self._language
        self.cancel_by.set_value(booked.cancel_by)
        if booked.highest_fee is not None:
            self.highest_fee.set_value(f"{booked.highest_fee}".replace(".", ","))
        self._met(booked.meeting)

    def appointment(self) -> Appointment | None:
        """Return what was asked for; None, with any fault shown, while it is not whole."""
        try:
            day, cancel_by = self.day.day(), self.cancel_by.day()
            starts, ends = self.starts.time(), self.ends.time()
            purpose = AppointmentPurpose(self.purpose.value())
            highest = self.highest_fee.euros() if self._asks_for_fee(day) else None
        except (InvalidInput, ValueError):
            return None
        if day is None or starts is None:
            return None
        asked = Appointment(
            day=day,
            starts=starts,
            ends=ends,
            purpose=purpose,
            meeting=MeetingWay(self.meeting.value()),
            place="" if self._hidden else str(self.place.value()),
            interpreter=self._language if self.interpreter.value() else "",
            cancel_by=cancel_by,
            highest_fee=highest,
            subject=self._booked.subject if self._booked else "",
            with_family=self._booked is not None and self._booked.with_family,
        )
        return None if self._contradicts(asked) else asked

    def _asks_for_fee(self, day: date | None) -> bool:
        """Whether the paper names a highest fee that is not known for that day."""
        if day is None or day < self._today():
            return False  # refused for itself
        return bool(self.interpreter.value()) and not is_cap_known(day)

    def _show_fee(self) -> None:
        try:
            day = self.day.day()
        except InvalidInput:
            day = None
        self.highest_fee.setVisible(self._asks_for_fee(day))
        for field in (self.day, self.highest_fee):
            settle(field)

    def _contradicts(self, asked: Appointment) -> bool:
        """Whether its times cannot be, which is then said at the field."""
        ends, last = asked.ends, asked.cancel_by
        faults = (
            (self.day, HAS_PASSED, asked.day < self._today()),
            (
                self.ends,
                ENDS_BEFORE_IT_BEGINS,
                ends is not None and ends <= asked.starts,
            ),
            (self.cancel_by, CANCELLED_TOO_LATE, last is not None and last > asked.day),
        )
        for field, words, holds in faults:
            if holds:
                field.show_error(_(words))
            elif field.error.text() == _(words):
                field.clear_error()
        return any(holds for _field, _words, holds in faults)

    def _build(self) -> None:
        times = Row(gap=2)
        times.put(self.starts, self.ends, None)
        meeting = Row(gap=0)
        meeting.put(self.meeting, None)
        Column(self, gap=3).put(
            self.day,
            times,
            self.purpose,
            Label(_("How you meet"), "strong"),
            meeting,
            self.place,
            self.interpreter,
            self.highest_fee,
            self.cancel_by,
        )
        self.highest_fee.hide()
        self.place.setVisible(not self._hidden)
        self.interpreter.setVisible(bool(self._language))

    def _connect(self) -> None:
        fields = (self.day, self.starts, self.ends, self.purpose, self.place, self.cancel_by)
        for field in (*fields, self.interpreter, self.highest_fee):
            field.changed.connect(self.changed)
        for field in (self.day, self.interpreter):
            field.changed.connect(self._show_fee)
        self.meeting.chosen.connect(self._met)

    def _met(self, meeting: str) -> None:
        self.place.setVisible(meeting == MeetingWay.AT_PLACE and not self._hidden)
        self.changed.emit()


def likely_purpose(client: Client) -> AppointmentPurpose:
    """Return what comes next for a client: assessment, plan, review."""
    if not any(assessment.completed_on for assessment in client.assessments):
        return AppointmentPurpose.ASSESSMENT
    if not any(plan.is_frozen for plan in client.plans):
        return AppointmentPurpose.PLAN
    return AppointmentPurpose.REVIEW
