"""From the record of a booked time to the fields of its form, and back."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.appointment import (
    Appointment,
    AppointmentPurpose,
    InterpreterKind,
    MeetingWay,
    ToldHow,
)
from kotoutus_desktop.ui.appointments.booking_fields import DAYS, NO_INTERPRETER, TEXTS

Fields = Mapping[str, Any]
_PLAIN = (*TEXTS, *DAYS, "held_on", "minutes", "with_family", "interpreter_minutes",
          "interpreter_cost")  # fmt: skip
_CHOSEN = ("purpose", "officer_id", "way", "told_how", "told_in", "interpreter_language")


def show_time(fields: Fields, shown: Appointment, *, new: bool = False) -> None:
    """Show a record; a `new` one has no time of day yet."""
    for name in _PLAIN:
        fields[name].set_value(getattr(shown, name))
    for name in _CHOSEN:
        fields[name].set_value(str(getattr(shown, name) or ""))
    kind = shown.interpreter_kind
    fields["interpreter_kind"].set_value(kind.value if kind else NO_INTERPRETER)
    fields["starts"].set_value("" if new else f"{shown.starts // 60}.{shown.starts % 60:02d}")


def write_time(fields: Fields, to: Appointment) -> None:
    """Write what is typed; raises InvalidInput for what is no value or is missing."""
    day, starts = fields["held_on"].day(), fields["starts"].time()
    if day is None:
        raise InvalidInput("held_on", N_("Write the day of the appointment."))
    if starts is None:
        raise InvalidInput("starts", N_("Write when the appointment begins."))
    to.held_on, to.starts = day, starts.hour * 60 + starts.minute
    to.minutes = fields["minutes"].value() or 0
    for name in TEXTS:
        setattr(to, name, fields[name].value())
    for name in DAYS:
        day = fields[name].day()
        if day is not None or name != "booked_on":
            setattr(to, name, day)
    if fields["place"].isHidden():
        to.place = ""
    _write_choices(fields, to)
    _write_interpreter(fields, to)


def _write_choices(fields: Fields, to: Appointment) -> None:
    officer, told = fields["officer_id"].value(), fields["told_how"].value()
    to.officer_id = UUID(officer) if officer else None
    to.with_family = fields["with_family"].value()
    to.purpose = AppointmentPurpose(fields["purpose"].value() or AppointmentPurpose.OTHER)
    to.way = MeetingWay(fields["way"].value() or MeetingWay.AT_PLACE)
    to.told_in = fields["told_in"].value()
    to.told_how = ToldHow(told) if told else None


def _write_interpreter(fields: Fields, to: Appointment) -> None:
    """Write the interpreter; where none is booked nothing of an earlier one stays."""
    kind = fields["interpreter_kind"].value()
    to.interpreter_kind = InterpreterKind(kind) if kind not in ("", NO_INTERPRETER) else None
    if to.interpreter_kind is None:
        to.interpreter_language = to.interpreter = to.interpreter_agency = ""
        to.interpreter_dialect, to.interpreter_minutes, to.interpreter_cost = "", None, None
        return
    to.interpreter_language = fields["interpreter_language"].value()
    to.interpreter_minutes = fields["interpreter_minutes"].value()
    to.interpreter_cost = fields["interpreter_cost"].value()
