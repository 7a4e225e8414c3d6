"""Days as a calendar file (iCalendar, RFC 5545), for the calendar that a counsellor uses.

A few properties are all that is needed, so that no package is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LONGEST_LINE = 75  # octets, without the line break (RFC 5545 section 3.1)


@dataclass(frozen=True)
class CalendarDay:
    """Something that is due on a day. With the same `uid` a later file takes its place."""

    uid: str
    day: date
    summary: str


def calendar_file(days: Iterable[CalendarDay], made_at: datetime) -> bytes:
    """Return the file: whole days that keep nobody busy and are marked as confidential."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kotoutus-desktop//Today//EN",
        "CALSCALE:GREGORIAN",
        *(line for day in days for line in _event(day, made_at)),
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
