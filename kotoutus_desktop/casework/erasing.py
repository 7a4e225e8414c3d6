"""Erasing a case for good: from every table, the history, the drafts and the search.

The order: a proven copy first (it holds the person until it is thinned: the certificate says
until when), then the rows and their history in one transaction, then every page of the file
written anew. What stays is that it was done: number, day, rule, by whom.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.restricted import written_reason
from kotoutus_desktop.casework.retention import verdict_of, years_kept
from kotoutus_desktop.errors import CannotWrite, KotoutusError, NotAllowed
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.backups.making import back_up
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.shelf import Copy, copies_in
from kotoutus_desktop.models.backups.thinning import MONTHLY_FOR
from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.circumstances import Guardian
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.draft import Draft
from kotoutus_desktop.models.history.log_tables import case_column, is_logged
from kotoutus_desktop.models.history.merging import erase
from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.joining import JoinedClient, numbered
from kotoutus_desktop.models.key_slots import wipe
from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.models.place import copies_folder
from kotoutus_desktop.models.retention import Erasure, ErasureGround
from kotoutus_desktop.models.visit import visit_of
from kotoutus_desktop.progress import Report, ignore
from kotoutus_desktop.rules.retention import Standing

ADMINISTRATORS_ERASE = N_("Only an administrator of this file erases cases.")
_NOT_DUE = N_(
    "{number} may not be erased: the case is open, its time has not passed, or it is held."
)
_NO_REASON = N_("Write in a few words why the case is erased before its time.")


@dataclass(frozen=True)
class Wanted:
    """A case that is to be erased, and by which rule. `reason` is asked for with DEMAND."""

    client_id: UUID
    ground: ErasureGround = ErasureGround.RETENTION
    reason: str = ""


@dataclass(frozen=True)
class Certified:
    """An erasure with the name of who did it, "" where nobody was known."""

    erasure: Erasure
    officer: str


@dataclass(frozen=True)
class Erased:
    """What is left of the cases. `remains` says why the file could not be written anew yet."""

    erasures: tuple[UUID, ...]
    remains: CannotWrite | None = None


def erase_cases(
    database: Database, wanted: Sequence[Wanted], now: datetime, report: Report = ignore
) -> Erased:
    """Erase cases, one after another, after a copy was made; returns what is left of each.

    May run off the main thread. Raises NotAllowed for anybody but an administrator, KotoutusError
    for a case that is not due, CannotWrite or DamagedFile when no copy could be made: then
    nothing is erased.
    """
    with database.reading() as session:
        require_may_erase(session, wanted, now)
    report(0, len(wanted) + 2)
    key = database.key_for_a_copy()
    try:
        copy = back_up(database.path, key, Reason.PURGE, now)
    finally:
        wipe(key)
    until = copies_hold_until([copy, *copies_in(copies_folder(database.path), database.path)])
    made = []
    for number, each in enumerate(wanted, start=1):
        report(number, len(wanted) + 2)
        with database.transaction() as session:
            made.append(erase_case(session, each, now, until).id)
    report(len(wanted) + 1, len(wanted) + 2)
    try:
        database.forget_for_good()
    except CannotWrite as remains:
        return Erased(tuple(made), remains)
    return Erased(tuple(made))


def require_may_erase(session: Session, wanted: Iterable[Wanted], now: datetime) -> None:
    """Raise NotAllowed, or KotoutusError naming the first case that may not be erased yet."""
    if visit_of(session).role is not Role.ADMINISTRATOR:
        raise NotAllowed(ADMINISTRATORS_ERASE)
    today = now.astimezone().date()
    for each in wanted:
        if each.ground is ErasureGround.DEMAND:
            written_reason(each.reason, _NO_REASON)
        elif each.ground is ErasureGround.RETENTION:
            verdict = verdict_of(session, each.client_id, today)
            if verdict.standing is not Standing.DUE:
                number = session.scalar(select(Client.number).where(Client.id == each.client_id))
                raise KotoutusError(_NOT_DUE, number=number or "")


def erase_case(
    session: Session, wanted: Wanted, now: datetime, copies_until: date | None
) -> Erasure:
    """Erase a case in the caller's transaction; what is left of it is returned.

    Other people's records keep their own words; where one names this client as a guardian who
    is a client too, that link goes.
    """
    client = session.get_one(Client, wanted.client_id)
    joined = session.scalars(select(JoinedClient).where(JoinedClient.client_id == client.id))
    by_rule = wanted.ground is ErasureGround.RETENTION
    left = Erasure(
        number=", ".join([client.number, *(each.number for each in joined)]),
        ground=wanted.ground,
        reason=" ".join(wanted.reason.split()),
        years=years_kept(session) if by_rule else None,
        closed_on=client.closed_on,
        erased_at=now,
        officer_id=visit_of(session).officer,
        rows=rows_of(session, wanted.client_id),
        copies_until=copies_until,
    )
    for link in session.scalars(select(Guardian).where(Guardian.person_id == client.id)):
        link.person_id = None
    session.flush()
    session.expunge_all()
    _forget(session, wanted.client_id)
    session.add(left)
    session.flush()
    entry = Note(Act.ERASE, wanted.client_id, "client", left.id, wanted.ground.value)
    note(session.connection(), entry)
    return left


def client_of_number(session: Session, number: str) -> UUID | None:
    """Return the only client of a number; None where there is none, or more than one."""
    found = session.scalars(select(Client.id).where(numbered(number))).all() if number else []
    return found[0] if len(found) == 1 else None


def erasures(session: Session) -> list[Certified]:
    """Return what was erased, the latest first."""
    names = {each.id: each.name for each in session.scalars(select(Officer))}
    found = session.scalars(select(Erasure).order_by(Erasure.erased_at.desc(), Erasure.id))
    return [
        Certified(each, names.get(each.officer_id, "") if each.officer_id else "") for each in found
    ]


def rows_of(session: Session, client_id: UUID) -> int:
    """Return how many records of a case there are, the client's own among them."""
    count = 0
    for table in Model.metadata.sorted_tables:
        column = case_column(table) if is_logged(table) else None
        if column:
            query = select(func.count()).select_from(table).where(table.c[column] == client_id)
            count += session.scalar(query) or 0
    return count


def copies_hold_until(copies: Iterable[Copy]) -> date | None:
    """Return the day by which the last of these copies is thinned, None where there is none.

    It holds while the program goes on making copies: the newest five stay however old.
    """
    moments = [copy.made_at for copy in copies]
    return (max(moments) + MONTHLY_FOR).astimezone().date() if moments else None


def _forget(session: Session, client_id: UUID) -> None:
    """Remove the rows with their history, and forms left half typed in which they are named."""
    rows = erase(session.connection(), client_id.bytes)
    named = {text for row in rows for text in (str(UUID(bytes=row)), row.hex())}
    for draft in session.scalars(select(Draft)):
        content = str(draft.content)
        if any(each in content for each in named):
            session.delete(draft)
    session.flush()
