"""A suitcase: an office's file with the clients of a day and nothing of anybody else.

It has the same keys as the office's file, an identity of its own, and a time at which it locks. It
lies in a folder of its own, which goes when it is unpacked.
"""

import shutil
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from secrets import choice
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.name_index import index_clients
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.casework.restricted import opens_to
from kotoutus_desktop.errors import CannotWrite, InvalidInput, KotoutusError, OnlyForReading
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.appointment import Appointment, AppointmentState
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.merging import bundle_of, merge
from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.key_slots import keys_beside, wipe
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.models.office_translations import translations_folder
from kotoutus_desktop.models.only_reading import ONLY_READING
from kotoutus_desktop.models.place import check_place
from kotoutus_desktop.models.suitcase import Suitcase
from kotoutus_desktop.models.transfer.contents import contents_of, keep_contents
from kotoutus_desktop.models.verified_copy import verify
from kotoutus_desktop.models.visit import visit_of
from kotoutus_desktop.progress import Report, ignore

SUBJECT = "suitcase"
"""What the log calls it."""
LONGEST = timedelta(days=14)
"""A suitcase is for days: the bin keeps what was deleted for thirty."""
STEPS = 4
_LETTERS, _DIGITS = "ABCDEFGHJKLMNPRSTUVWXYZ", "23456789"

_SAME = ("id", "name", "prefix", "cases", "packed_at", "packed_by", "expires_at")

_NOBODY = N_("Choose at least one client who is to go along.")
_ALL_CLOSED = N_("You may not open any of these cases: they stay here.")
_PAST = N_("The suitcase would be locked at once. Choose a later day.")
_TOO_LONG = N_("A suitcase may be out for {days} days at most. Choose an earlier day.")
_NOT_FROM_ONE = N_("This file is a suitcase itself. Pack at the office, from the office’s file.")
_EXISTS = N_("There is a folder {folder} already. Choose another place.")
_NOT_WRITTEN = N_("The suitcase cannot be written to {folder}. Choose another place.")


@dataclass(frozen=True)
class Order:
    """What is to be packed: for whom, and until when it opens."""

    cases: frozenset[UUID]
    expires_at: datetime
    now: datetime


@dataclass(frozen=True)
class Packed:
    """A suitcase that was packed. `left_out` are restricted cases of others: they stayed here.

    `scans_left` counts scans that would have made the file too large.
    """

    path: Path
    cases: frozenset[UUID]
    left_out: frozenset[UUID]
    scans_left: int


def usual_expiry(today: date) -> date:
    """Return the last day on which a suitcase opens, unless another is chosen."""
    return today + timedelta(days=1)


def end_of(day: date) -> datetime:
    """Return the moment at which a suitcase locks that opens on a day for the last time."""
    return datetime.combine(day + timedelta(days=1), time.min).astimezone()


def clients_of_day(session: Session, day: date) -> list[UUID]:
    """Return who has an appointment on a day, in the order of the day."""
    query = (
        select(Appointment.client_id)
        .where(Appointment.held_on == day, Appointment.state != AppointmentState.CANCELLED)
        .order_by(Appointment.starts, Appointment.id)
    )
    return list(dict.fromkeys(session.scalars(query)))


def suitcase_here(session: Session) -> Suitcase | None:
    """Return what this file is a suitcase by, None for an office's file."""
    return session.scalars(select(Suitcase).where(Suitcase.inside)).first()


def suitcases_out(session: Session) -> list[Suitcase]:
    """Return what was packed here, the latest first."""
    query = select(Suitcase).where(Suitcase.inside.is_(False))
    return sorted(session.scalars(query), key=lambda each: each.packed_at, reverse=True)


def pack_suitcase(
    database: Database, folder: Path, order: Order, report: Report = ignore
) -> Packed:
    """Make a suitcase in a folder that is made for it; all or nothing.

    Raises InvalidInput for `cases`, `expires` or `folder`, UnsuitablePlace, CannotWrite.
    """
    if database.is_only_read:
        raise OnlyForReading(ONLY_READING)
    path = folder / f"{folder.name}{database.path.suffix}"
    key = database.key_for_a_copy()
    try:
        with database.transaction() as session:
            going, staying = _checked(session, order)
            _make_room(folder)
            try:
                row = _row(session, path.name, going, order)
                scans_left = _fill(session, path, key, row, report)
                _carry_what_lies_beside(database.path, path)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
            session.add(_like(row, inside=False, key=bytes(key)))
            note(
                session.connection(),
                *(Note(Act.EXPORT, case, SUBJECT, detail=row.name) for case in sorted(going)),
            )
    finally:
        wipe(key)
    report(STEPS, STEPS)
    return Packed(path, frozenset(going), frozenset(staying), scans_left)


def _checked(session: Session, order: Order) -> tuple[set[UUID], set[UUID]]:
    """Return who goes along, and who stays because the case is closed to whoever packs."""
    if suitcase_here(session) is not None:
        raise KotoutusError(_NOT_FROM_ONE)
    if order.expires_at <= order.now:
        raise InvalidInput("expires", _PAST)
    if order.expires_at > order.now + LONGEST + timedelta(days=1):
        raise InvalidInput("expires", _TOO_LONG, days=LONGEST.days)
    wanted = Client.id.in_(order.cases)
    there = set(session.scalars(select(Client.id).where(wanted)))
    may_open = opens_to(visit_of(session).officer)
    going = set(session.scalars(select(Client.id).where(wanted, may_open)))
    if not going:
        raise InvalidInput("cases", _ALL_CLOSED if there else _NOBODY)
    return going, there - going


def _make_room(folder: Path) -> None:
    check_place(folder.parent)
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        raise InvalidInput("folder", _EXISTS, folder=folder.name) from None
    except OSError:
        raise CannotWrite(_NOT_WRITTEN, folder=str(folder.parent)) from None


def _row(session: Session, name: str, cases: set[UUID], order: Order) -> Suitcase:
    own = the_office(session).case_prefix
    prefixes = (f"{letter}{digit}" for letter in _LETTERS for digit in _DIGITS)
    return Suitcase(
        inside=True,
        name=name,
        prefix=choice([each for each in prefixes if each != own]),
        cases=sorted(case.hex for case in cases),
        packed_at=order.now,
        packed_by=visit_of(session).officer,
        expires_at=order.expires_at,
    )


def _like(row: Suitcase, *, inside: bool, key: bytes | None) -> Suitcase:
    """Return the row that the office's file keeps."""
    same = {name: getattr(row, name) for name in _SAME}
    return Suitcase(inside=inside, key=key, **same)


def _fill(
    session: Session, path: Path, key: bytes | bytearray, row: Suitcase, report: Report
) -> int:
    """Write the suitcase's file; returns how many scans were too large to go along."""
    cases = [bytes.fromhex(case) for case in row.cases]
    bundle = bundle_of(session.connection(), cases)
    contents, scans_left = contents_of(session.connection(), cases)
    report(1, STEPS)
    made = Database(path, key)
    try:
        report(2, STEPS)
        with made.transaction() as inside:
            merge(inside.connection(), bundle)
            keep_contents(inside.connection(), contents)
            _number_apart(inside, row.prefix)
            index_clients(inside, inside.scalars(select(Client)).all())
            inside.add(_like(row, inside=True, key=None))
    finally:
        made.close()
    report(3, STEPS)
    verify(path, key)
    return scans_left


def _number_apart(session: Session, prefix: str) -> None:
    """Let clients registered in the suitcase have numbers that the office does not give.

    The office's own prefix is not changed by it: the triggers rest, and only the history returns.
    """
    connection = session.connection()
    connection.exec_driver_sql("UPDATE replica SET importing = 1")
    session.execute(update(Office).values(case_prefix=prefix))
    connection.exec_driver_sql("UPDATE replica SET importing = 0")


def _carry_what_lies_beside(office: Path, path: Path) -> None:
    """Copy the keys, and the translations that a speaker read for the office."""
    try:
        if keys_beside(office).exists():
            shutil.copyfile(keys_beside(office), keys_beside(path))
        if translations_folder(office).exists():
            shutil.copytree(translations_folder(office), translations_folder(path))
    except OSError:
        raise CannotWrite(_NOT_WRITTEN, folder=str(path.parent)) from None
