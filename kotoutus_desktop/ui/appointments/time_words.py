"""A booked time, and what is said about it, in words."""

from collections.abc import Iterable
from datetime import date

from kotoutus_desktop.casework.appointments.booked import BookedTime
from kotoutus_desktop.casework.appointments.cautions import (
    CLIENT,
    INTERPRETER,
    OFFICER,
    ROOM,
    BookingCaution,
    Found,
)
from kotoutus_desktop.i18n import N_, _, interface_language
from kotoutus_desktop.models.appointment import AppointmentState, MeetingWay
from kotoutus_desktop.reference.course_days import public_holiday
from kotoutus_desktop.rules.course_calendar import Clash
from kotoutus_desktop.ui.orientation.times import times_text
from kotoutus_desktop.ui.words import enum_text, initials, language_name

_CAUTIONS = {
    BookingCaution.OFFICER_BUSY: N_("The counsellor has another appointment: {what}."),
    BookingCaution.ROOM_TAKEN: N_("The room is taken: {what}."),
    BookingCaution.INTERPRETER_BUSY: N_("The interpreter is booked elsewhere: {what}."),
    BookingCaution.CLIENT_BUSY: N_("The client has another appointment: {what}."),
    BookingCaution.DAY_OFF: N_("The day is a day off: {what}."),
    BookingCaution.PAST: N_("The day has passed: the time is recorded afterwards."),
    BookingCaution.NO_INTERPRETER: N_("The client needs an interpreter, and none is booked."),
    BookingCaution.OTHER_LANGUAGE: N_("The interpreter’s language is none of the client’s."),
}
_SHARED = {
    OFFICER: N_("the same counsellor"),
    ROOM: N_("the same room"),
    INTERPRETER: N_("the same interpreter"),
    CLIENT: N_("the same client"),
}


def caution_text(found: Found, day: date) -> str:
    """Return a caution as a sentence."""
    what = f"{found.number} {times_text(found.starts, found.ends)}"
    if found.kind is BookingCaution.DAY_OFF:
        holiday = public_holiday(day)
        what = holiday.name(interface_language()) if holiday else _("weekend")
    return _(_CAUTIONS[found.kind]).format(what=what)


def clash_texts(time: BookedTime, clashes: Iterable[Clash], numbers: dict[str, str]) -> list[str]:
    """Return what a time shares with others at the same time."""
    own, said = time.id.hex, []
    for clash in clashes:
        if own not in (clash.first, clash.second):
            continue
        other = clash.second if clash.first == own else clash.first
        what = ", ".join(_(_SHARED[kind]) for kind in sorted({kind for kind, _n in clash.needs}))
        text = _("Clashes with {number}: {what}")
        said.append(text.format(number=numbers.get(other, _("a course")), what=what))
    return said


def who_text(time: BookedTime, *, hide_names: bool) -> str:
    """Return number and name; a restricted client is a number alone."""
    name = initials(time.name) if hide_names else time.name
    return f"{time.number} {name}".strip()


def what_text(time: BookedTime) -> str:
    """Return what a time is about."""
    purpose = time.subject or enum_text(time.purpose)
    return f"{purpose} ({_('family')})" if time.with_family else purpose


def where_text(time: BookedTime) -> str:
    """Return the place, or how people meet where there is none."""
    return time.place if time.way is MeetingWay.AT_PLACE else enum_text(time.way)


def interpreter_text(time: BookedTime) -> str:
    """Return which interpreter is booked and how, "" for none."""
    if time.interpreter_kind is None:
        return ""
    language = language_name(time.interpreter_language)
    text = _("interpreter: {language}, {kind}")
    return text.format(language=language, kind=enum_text(time.interpreter_kind))


def state_text(time: BookedTime) -> str:
    """Return what became of a time, "" while it is only booked."""
    return "" if time.state is AppointmentState.BOOKED else enum_text(time.state)
