"""Booked times of the fictional clients: this week, and some that were not used."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.appointments.booking import mark_came, mark_missed, store_appointment
from kotoutus_desktop.demo.person import Person
from kotoutus_desktop.models.appointment import (
    Appointment,
    AppointmentPurpose,
    FeeCap,
    InterpreterKind,
    MeetingWay,
    ToldHow,
)
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.reference.holidays import is_day_off

ROOM, AGENCY = "Virastotalo, huone 2", "Tulkkitie Oy"
BOOKED_BEFORE = 14  # days


@dataclass(frozen=True)
class Time:
    """A time so many working days from today; `came` None while nothing is recorded of it."""

    days: int
    starts: int
    minutes: int
    purpose: AppointmentPurpose
    way: MeetingWay = MeetingWay.AT_PLACE
    interpreter: InterpreterKind | None = InterpreterKind.ON_THE_SPOT
    cost: int | None = None
    came: bool | None = None
    excuse: str = ""
    told: bool = True


TIMES = (
    Time(-12, 570, 60, AppointmentPurpose.REVIEW, cost=8800, came=False),
    Time(-9, 600, 90, AppointmentPurpose.ASSESSMENT, cost=9600, came=False, excuse="Lapsi sairas."),
    Time(-8, 540, 60, AppointmentPurpose.PLAN, cost=4500, came=False, told=False),
    Time(-6, 780, 90, AppointmentPurpose.PLAN, cost=9900, came=True),
    Time(-4, 540, 60, AppointmentPurpose.REVIEW, interpreter=InterpreterKind.VIDEO, cost=5200,
         came=True),
    Time(-1, 615, 45, AppointmentPurpose.GUIDANCE, interpreter=None, came=True),
    Time(0, 540, 60, AppointmentPurpose.REVIEW),
    Time(0, 630, 90, AppointmentPurpose.ASSESSMENT, interpreter=InterpreterKind.TELEPHONE),
    Time(0, 840, 45, AppointmentPurpose.PLAN, MeetingWay.VIDEO, InterpreterKind.VIDEO),
    Time(1, 570, 60, AppointmentPurpose.PLAN),
    Time(1, 600, 60, AppointmentPurpose.GUIDANCE, MeetingWay.TELEPHONE, None),
    Time(2, 660, 90, AppointmentPurpose.ASSESSMENT),
    Time(3, 780, 60, AppointmentPurpose.REVIEW),
)  # fmt: skip


def book_times(
    session: Session, clients: Mapping[Person, Client], officer: Officer, today: date
) -> int:
    """Book the times for the clients of one counsellor, one after another; return how many."""
    own = [
        client
        for client in clients.values()
        if client.officer_id == officer.id and client.closed_on is None
    ]
    session.add(FeeCap(since=date(today.year // 2 * 2, 1, 1), highest=5670, source="esimerkki"))
    for time, client in zip(TIMES, own, strict=False):
        _book(session, client, time, today)
    return min(len(TIMES), len(own))


def _book(session: Session, client: Client, time: Time, today: date) -> None:
    held_on = _working_day(today, time.days)
    booked_on = min(today, held_on) - timedelta(days=BOOKED_BEFORE)
    language = client.service_language or client.mother_tongue
    told = booked_on if time.told and time.interpreter else None
    appointment = Appointment(
        client_id=client.id,
        officer_id=client.officer_id,
        booked_on=booked_on,
        held_on=held_on,
        starts=time.starts,
        minutes=time.minutes,
        purpose=time.purpose,
        way=time.way,
        place=ROOM if time.way is MeetingWay.AT_PLACE else "",
        interpreter_kind=time.interpreter,
        interpreter_language=language if time.interpreter else "",
        interpreter_agency=AGENCY if time.interpreter else "",
        interpreter_cost=time.cost,
        fee_told_on=told,
        cancelling_told_on=told,
        told_in=language if told else "",
        told_how=ToldHow.INTERPRETED if told else None,
    )
    store_appointment(session, appointment, today)
    if time.came:
        mark_came(session, appointment.id, today)
    elif time.came is False:
        mark_missed(session, appointment.id, time.excuse, today)


def _working_day(today: date, days: int) -> date:
    """Return the day so many working days from today; 0 is today whatever it is."""
    day, step = today, timedelta(days=1 if days > 0 else -1)
    left = abs(days)
    while left:
        day += step
        left -= not is_day_off(day)
    return day
