"""What is said about a time before it is booked. None of it hinders."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.appointments.booked import BookedTime, booked_between
from kotoutus_desktop.casework.orientation.calendar import CalendarMeeting, meetings_between
from kotoutus_desktop.models.appointment import Appointment, MeetingWay
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.reference.holidays import is_day_off
from kotoutus_desktop.rules.course_calendar import Booking, Clash, clashes

OFFICER, ROOM, INTERPRETER, CLIENT = "officer", "room", "interpreter", "client"
_THIS = "this"


class BookingCaution(StrEnum):
    """What a counsellor should know about a time."""

    OFFICER_BUSY = "officer_busy"
    ROOM_TAKEN = "room_taken"
    INTERPRETER_BUSY = "interpreter_busy"
    CLIENT_BUSY = "client_busy"
    DAY_OFF = "day_off"
    PAST = "past"
    NO_INTERPRETER = "no_interpreter"
    OTHER_LANGUAGE = "other_language"


_KINDS = {
    OFFICER: BookingCaution.OFFICER_BUSY,
    ROOM: BookingCaution.ROOM_TAKEN,
    INTERPRETER: BookingCaution.INTERPRETER_BUSY,
    CLIENT: BookingCaution.CLIENT_BUSY,
}


@dataclass(frozen=True)
class Found:
    """One caution; `number` and minutes are those of the booking that it clashes with."""

    kind: BookingCaution
    number: str = ""
    starts: int = 0
    ends: int = 0


@dataclass(frozen=True)
class _Other:
    booking: Booking
    number: str


def cautions(session: Session, wanted: Appointment, today: date) -> tuple[Found, ...]:
    """Return what is to be said about a time, clashes first; nothing of it refuses."""
    found = dict.fromkeys([*_clashing(session, wanted), *_about_day(wanted, today)])
    return (*found, *_about_language(session, wanted))


def clashes_among(session: Session, booked: list[BookedTime]) -> tuple[Clash, ...]:
    """Return where booked times and meetings of courses need the same; keys are ids in hex."""
    taking = [each for each in booked if each.takes_time]
    if not taking:
        return ()
    meetings = meetings_between(session, taking[0].held_on, taking[-1].held_on)
    return clashes([*(_booking(each) for each in taking), *_of_courses(session, meetings)])


def _clashing(session: Session, wanted: Appointment) -> Iterator[Found]:
    day = wanted.held_on
    booked = [
        each
        for each in booked_between(session, day, day)
        if each.takes_time and each.id != wanted.id
    ]
    others = {each.id.hex: _Other(_booking(each), each.number) for each in booked}
    meetings = meetings_between(session, day, day)
    numbers = {meeting.id.hex: meeting.number for meeting in meetings}
    for booking in _of_courses(session, meetings):
        others[booking.key] = _Other(booking, numbers[booking.key])
    this = Booking(
        _THIS, day, wanted.starts, wanted.ends, _needs(
            wanted.officer_id, _room(wanted.way, wanted.place), wanted.interpreter, wanted.client_id
        )
    )  # fmt: skip
    for clash in clashes([this, *(other.booking for other in others.values())]):
        if _THIS not in (clash.first, clash.second):
            continue
        other = others[clash.second if clash.first == _THIS else clash.first]
        for kind, _name in sorted(clash.needs):
            yield Found(_KINDS[kind], other.number, other.booking.starts, other.booking.ends)


def _about_day(wanted: Appointment, today: date) -> Iterator[Found]:
    if wanted.held_on < today:
        yield Found(BookingCaution.PAST)
    if is_day_off(wanted.held_on):
        yield Found(BookingCaution.DAY_OFF)


def _about_language(session: Session, wanted: Appointment) -> Iterator[Found]:
    row = session.execute(
        select(
            Client.interpreter_needed,
            Client.mother_tongue,
            Client.service_language,
            Client.other_languages,
        ).where(Client.id == wanted.client_id)
    ).one()
    if wanted.interpreter_kind is None:
        if row.interpreter_needed:
            yield Found(BookingCaution.NO_INTERPRETER)
    elif wanted.interpreter_language not in {
        row.mother_tongue,
        row.service_language,
        *row.other_languages,
    }:
        yield Found(BookingCaution.OTHER_LANGUAGE)


def _booking(time: BookedTime) -> Booking:
    room = _room(time.way, time.place)
    needs = _needs(time.officer_id, room, time.interpreter, time.client_id)
    return Booking(time.id.hex, time.held_on, time.starts, time.ends, needs)


def _needs(
    officer: UUID | None, room: str, interpreter: str, client: UUID
) -> frozenset[tuple[str, str]]:
    named = {
        (OFFICER, officer.hex if officer else ""),
        (ROOM, _key(room)),
        (INTERPRETER, _key(interpreter)),
        (CLIENT, client.hex),
    }
    return frozenset((kind, name) for kind, name in named if name)


def _of_courses(session: Session, meetings: list[CalendarMeeting]) -> list[Booking]:
    """Return the meetings of courses as bookings: a trainer may be a counsellor of the office."""
    if not meetings:
        return []
    rows = session.execute(select(Officer.id, Officer.name))
    officers = {_key(name): key.hex for key, name in rows}
    found = []
    for each in meetings:
        if not each.happens:
            continue
        named = {
            (OFFICER, officers.get(_key(each.trainer), "")),
            (ROOM, "" if each.remote else _key(each.place)),
            (INTERPRETER, _key(each.interpreter)),
        }
        needs = frozenset((kind, name) for kind, name in named if name)
        found.append(Booking(each.id.hex, each.held_on, each.starts, each.ends, needs))
    return found


def _room(way: MeetingWay, place: str) -> str:
    return place if way is MeetingWay.AT_PLACE else ""


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
