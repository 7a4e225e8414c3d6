"""Days as a calendar file (iCalendar, RFC 5545), for the calendar that a counsellor uses.

A few properties are all that is needed, so that no package is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE_NAME = "Europe/Helsinki"
_FINLAND = ZoneInfo(ZONE_NAME)
# the rule of the European Union (Directive 2000/84/EC): last Sundays of March and October
_ZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE_NAME}",
    "BEGIN:STANDARD",
    "DTSTART:19961027T040000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0300",
    "TZOFFSETTO:+0200",
    "TZNAME:EET",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0300",
    "TZNAME:EEST",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)
LONGEST_LINE = 75  # octets, without the line break (RFC 5545 section 3.1)


@dataclass(frozen=True)
class CalendarDay:
    """Something that is due on a day. With the same `uid` a later file takes its place."""

    uid: str
    day: date
    summary: str


@dataclass(frozen=True)
class CalendarHours:
    """Something that takes place at a time of day in Finland; `ends` is after `starts`.

    Neither has a time zone of its own. `cancelled` tells a calendar that has it to strike it.
    """

    uid: str
    starts: datetime
    ends: datetime
    summary: str
    place: str = ""
    description: str = ""
    cancelled: bool = False


def calendar_file(days: Iterable[CalendarDay], made_at: datetime) -> bytes:
    """Return the file: whole days that keep nobody busy and are marked as confidential."""
    events = (line for day in days for line in _event(day, made_at))
    return _file("Today", (), events)


def timetable_file(meetings: Iterable[CalendarHours], made_at: datetime) -> bytes:
    """Return the file of meetings in the time of Finland, also over the nights of the clocks."""
    events = (line for each in meetings for line in _hours(each, made_at))
    return _file("Courses", _ZONE, events)


def _file(part: str, zone: Iterable[str], events: Iterable[str]) -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//kotoutus-desktop//{part}//EN",
        "CALSCALE:GREGORIAN",
        *zone,
        *events,
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in folded(line)).encode()


def escaped(text: str) -> str:
    """Return a text as a property may hold it (section 3.3.11)."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(text.splitlines())


def folded(line: str) -> Iterator[str]:
    """Cut a line so that none is longer than 75 octets; no character is cut in two."""
    part, octets = "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > LONGEST_LINE:
            yield part
            part, octets = " ", 1
        part += letter
        octets += size
    yield part


def _event(day: CalendarDay, made_at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(day.uid)}"
    yield f"DTSTAMP:{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(day.summary)}"
    yield "CLASS:CONFIDENTIAL"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _hours(each: CalendarHours, made_at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(each.uid)}"
    yield f"DTSTAMP:{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;TZID={ZONE_NAME}:{_existing(each.starts):%Y%m%dT%H%M%S}"
    # a length, not an end: in the night of October two clock times are the same
    yield f"DURATION:PT{(each.ends - each.starts) // timedelta(minutes=1)}M"
    yield f"SUMMARY:{escaped(each.summary)}"
    yield from (f"LOCATION:{escaped(each.place)}" for _ in range(bool(each.place)))
    yield from (f"DESCRIPTION:{escaped(each.description)}" for _ in range(bool(each.description)))
    yield f"STATUS:{'CANCELLED' if each.cancelled else 'CONFIRMED'}"
    yield f"SEQUENCE:{int(each.cancelled)}"
    yield "CLASS:CONFIDENTIAL"
    yield "END:VEVENT"


def _existing(local: datetime) -> datetime:
    """Return a clock time that exists: 3.30 in the night of March that has none is 4.30."""
    return local.replace(tzinfo=_FINLAND).astimezone(UTC).astimezone(_FINLAND)
