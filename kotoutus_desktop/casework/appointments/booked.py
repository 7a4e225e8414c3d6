"""Booked times as calendars and lists show them: columns are read, not whole cases."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import Session, aliased

from kotoutus_desktop.models.appointment import (
    Appointment,
    AppointmentPurpose,
    AppointmentState,
    InterpreterKind,
    MeetingWay,
)
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Officer

_Query = Select[*tuple[Any, ...]]


class BookedTime(NamedTuple):
    """One booked time. Of a restricted client `name` and `place` are empty, here already."""

    id: UUID
    client_id: UUID
    number: str
    name: str
    hidden: bool
    with_family: bool
    officer_id: UUID | None
    officer: str
    held_on: date
    starts: int
    minutes: int
    purpose: AppointmentPurpose
    subject: str
    way: MeetingWay
    place: str
    interpreter_kind: InterpreterKind | None
    interpreter_language: str
    interpreter_agency: str
    interpreter: str
    state: AppointmentState

    @property
    def ends(self) -> int:
        """Minutes from midnight at which it ends."""
        return self.starts + self.minutes

    @property
    def takes_time(self) -> bool:
        """Whether somebody's time is or was kept for it: it was not cancelled."""
        return self.state is not AppointmentState.CANCELLED


def booked_between(
    session: Session, first: date, last: date, officer_id: UUID | None = None
) -> list[BookedTime]:
    """Return the times from `first` to `last` in their order; of one counsellor where named."""
    query = _query().where(Appointment.held_on >= first, Appointment.held_on <= last)
    if officer_id is not None:
        query = query.where(Appointment.officer_id == officer_id)
    return _read(session, query)


def booked_of(session: Session, client_id: UUID) -> list[BookedTime]:
    """Return the times of a client, and those of the whole household, the latest first."""
    household = select(Client.household).where(Client.id == client_id).scalar_subquery()
    of_family = and_(Appointment.with_family, Client.household == household)
    query = _query().where(or_(Appointment.client_id == client_id, of_family))
    return _read(session, query)[::-1]


def get_booked(session: Session, appointment_id: UUID) -> BookedTime | None:
    """Return one time as lists show it, None where it is gone."""
    found = _read(session, _query().where(Appointment.id == appointment_id))
    return found[0] if found else None


def hides_place(session: Session, client_id: UUID, *, with_family: bool) -> bool:
    """Tell whether a time may not say where: of a restricted client, or of such a family."""
    mine = Client.id == client_id
    if with_family:
        household = select(Client.household).where(Client.id == client_id).scalar_subquery()
        mine = or_(mine, Client.household == household)
    query = select(Client.id).where(mine, Client.hides_place).limit(1)
    return session.scalars(query).first() is not None


def _query() -> _Query:
    own = Appointment
    return (
        select(
            own.id, own.client_id, Client.number, Client.given_names, Client.family_names,
            Client.own_script_name, _is_hidden(), own.with_family, own.officer_id, Officer.name,
            own.held_on, own.starts, own.minutes, own.purpose, own.subject, own.way, own.place,
            own.interpreter_kind, own.interpreter_language, own.interpreter_agency,
            own.interpreter, own.state,
        )
        .join(Client, Client.id == own.client_id)
        .outerjoin(Officer, Officer.id == own.officer_id)
        .order_by(own.held_on, own.starts, Client.number, own.id)
    )  # fmt: skip


def _is_hidden() -> ColumnElement[bool]:
    """Whether the client is restricted, or somebody of a family that is expected together."""
    member = aliased(Client)
    family = exists().where(
        member.household == Client.household,
        or_(member.non_disclosure, member.trafficking_victim, member.restricted),
    )
    return or_(Client.hides_place, and_(Appointment.with_family, family))


def _read(session: Session, query: _Query) -> list[BookedTime]:
    return [_booked(row) for row in session.execute(query)]


def _booked(row: Sequence[Any]) -> BookedTime:
    key, client, number, given, family, own, hidden, *rest = row
    name = " ".join(part for part in (given, family) if part) or own
    time = BookedTime(key, client, number, name, bool(hidden), *rest)
    time = time._replace(officer=time.officer or "")
    return time._replace(name="", place="") if time.hidden else time
