"""Clashes and hints of a calendar in words."""

from collections.abc import Iterable
from datetime import date

from kotoutus_desktop.casework.orientation.calendar import (
    INTERPRETER,
    PARTICIPANT,
    ROOM,
    TRAINER,
    CalendarMeeting,
)
from kotoutus_desktop.i18n import _, interface_language, ngettext
from kotoutus_desktop.reference.course_days import observances_on, public_holiday
from kotoutus_desktop.rules.course_calendar import Clash


def clash_text(clash: Clash, meeting: CalendarMeeting, others: dict[str, CalendarMeeting]) -> str:
    """Return what a meeting shares with another one at the same time."""
    other = others[clash.second if clash.first == meeting.id.hex else clash.first]
    kinds = [kind for kind, _name in sorted(clash.needs)]
    words = [
        text
        for kind, text in (
            (TRAINER, _("the same trainer")),
            (INTERPRETER, _("the same interpreter")),
            (ROOM, _("the same room")),
        )
        if kind in kinds
    ]
    if people := kinds.count(PARTICIPANT):
        words.append(ngettext("{n} participant", "{n} participants", people).format(n=people))
    return _("Clashes with {number}: {what}").format(number=other.number, what=", ".join(words))


def clashes_of(
    meeting: CalendarMeeting, clashes: Iterable[Clash], meetings: Iterable[CalendarMeeting]
) -> list[str]:
    """Return the clashes of a meeting in words."""
    by_key = {each.id.hex: each for each in meetings}
    key = meeting.id.hex
    return [
        clash_text(each, meeting, by_key) for each in clashes if key in (each.first, each.second)
    ]


def hints_of(day: date) -> list[str]:
    """Return the holiday and the observances of a day."""
    holiday = public_holiday(day)
    named = [holiday.name(interface_language())] if holiday else []
    return [*named, *(_(name) for name in observances_on(day))]
