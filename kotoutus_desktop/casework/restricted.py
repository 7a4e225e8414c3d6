"""The door of restricted cases: non-disclosure, victims of trafficking, relatives of colleagues.

Whoever reads a whole case passes here (`register.get_client`, `case_to_export`): windows,
papers, commands and exports alike. The client's own counsellor may open it and those who were
let in; everybody says why, once between unlocking and locking, and the log keeps it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, event, exists, or_, select
from sqlalchemy.orm import Session

from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.noting import LONGEST_DETAIL, Act, Note, note
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.models.restriction import RestrictedAccess
from kotoutus_desktop.models.visit import visit_of

SHORTEST_REASON = 5  # letters: a full stop is no reason

_NOT_LET_IN = N_(
    "This case is restricted. Ask the client's counsellor to let you in: the attempt was noted."
)
_WHY = N_("This case is restricted. It opens when you have written why you open it.")
_NO_REASON = N_("Write in a few words why you open the case.")
_TOO_LONG = N_("The reason is {length} characters long; {longest} fit. Shorten it.")


class NotLetIn(KotoutusError):
    """Somebody who is not named asked for a restricted case."""


class ReasonNeeded(KotoutusError):
    """A restricted case opens once the reason is written."""

    def __init__(self, client_id: UUID) -> None:
        super().__init__(_WHY)
        self.client_id = client_id


@dataclass(frozen=True)
class LetIn:
    """Who was let into a case, by whom ("" where it is not known) and when."""

    id: UUID
    officer_id: UUID
    name: str
    by: str
    on: date


def require_open(session: Session, client_id: UUID) -> None:
    """Let through who may read a case; raises NotLetIn or ReasonNeeded.

    A refusal is noted. A case that is not restricted is open to everybody.
    """
    if not is_restricted(session, client_id):
        return
    visit = visit_of(session)
    if not may_open(session, client_id, visit.officer):
        visit.add(Note(Act.RESTRICTED_REFUSED, client_id, "client", client_id))
        raise NotLetIn(_NOT_LET_IN)
    if client_id not in visit.opened:
        raise ReasonNeeded(client_id)


def is_restricted(session: Session, client_id: UUID) -> bool:
    """Tell whether a case opens to named people only."""
    query = select(Client.id).where(Client.id == client_id, Client.hides_place)
    return session.scalars(query).first() is not None


def may_open(session: Session, client_id: UUID, officer_id: UUID | None) -> bool:
    """Tell whether a counsellor may open a restricted case.

    One without a counsellor at work is open to all, or nobody could ever take it over.
    """
    if officer_id is None:
        return False
    if counsellor_of(session, client_id) in (officer_id, None):
        return True
    return any(each.officer_id == officer_id for each in _accesses(session, client_id))


def opens_to(officer_id: UUID | None) -> ColumnElement[bool]:
    """Return as a condition of a query on clients whether a counsellor may open a case.

    It holds for every case that is not restricted, else as `may_open`.
    """
    if officer_id is None:
        return ~Client.hides_place
    let_in = exists().where(
        RestrictedAccess.client_id == Client.id,
        RestrictedAccess.officer_id == officer_id,
        RestrictedAccess.ended_on.is_(None),
    )
    of_others = exists().where(
        Officer.id == Client.officer_id, Officer.active.is_(True), Officer.id != officer_id
    )
    return or_(~Client.hides_place, ~of_others, let_in)


def counsellor_of(session: Session, client_id: UUID) -> UUID | None:
    """Return the client's own counsellor, None where there is none at work."""
    query = select(Officer.id).join(Client, Client.officer_id == Officer.id)
    return session.scalar(query.where(Client.id == client_id, Officer.active.is_(True)))


def open_restricted(session: Session, client_id: UUID, reason: str) -> None:
    """Open a case for the rest of the visit; the reason is sealed in the log.

    Raises InvalidInput for a reason that is none, NotLetIn for somebody who is not named.
    """
    reason = written_reason(reason, _NO_REASON)
    visit = visit_of(session)
    if not may_open(session, client_id, visit.officer):
        raise NotLetIn(_NOT_LET_IN)
    entry = Note(Act.RESTRICTED_OPEN, client_id, "client", client_id, reason, visit.officer)
    note(session.connection(), entry)

    @event.listens_for(session, "after_commit", once=True)
    def opened(_session: Session) -> None:
        visit.opened.add(client_id)


def written_reason(reason: str, none: str) -> str:
    """Return a reason as the log keeps it; raises InvalidInput, saying `none` for none."""
    reason = " ".join(reason.split())
    if sum(letter.isalnum() for letter in reason) < SHORTEST_REASON:
        raise InvalidInput("reason", none)
    if len(reason) > LONGEST_DETAIL:
        raise InvalidInput("reason", _TOO_LONG, length=len(reason), longest=LONGEST_DETAIL)
    return reason


def keep_open(session: Session, client: Client, today: date) -> None:
    """Let whoever has just written a restricted case go on with it."""
    visit = visit_of(session)
    if not client.hides_place or visit.officer is None:
        return
    visit.opened.add(client.id)
    if not may_open(session, client.id, visit.officer):
        let_in(session, client.id, visit.officer, today)


def let_in(session: Session, client_id: UUID, officer_id: UUID, today: date) -> None:
    """Let a counsellor into a case; nothing happens for one who is in."""
    if any(each.officer_id == officer_id for each in _accesses(session, client_id)):
        return
    by = visit_of(session).officer
    session.add(
        RestrictedAccess(client_id=client_id, officer_id=officer_id, given_by=by, given_on=today)
    )
    session.flush()


def shut_out(session: Session, access_id: UUID, today: date) -> None:
    """Take an access back; that it was given stays recorded."""
    session.get_one(RestrictedAccess, access_id).ended_on = today


def let_in_to(session: Session, client_id: UUID) -> list[LetIn]:
    """Return who was let into a case, besides the client's own counsellor."""
    names = {each.id: each.name for each in session.scalars(select(Officer))}
    return [
        LetIn(
            each.id,
            each.officer_id,
            names.get(each.officer_id, ""),
            names.get(each.given_by, "") if each.given_by else "",
            each.given_on,
        )
        for each in _accesses(session, client_id)
    ]


def _accesses(session: Session, client_id: UUID) -> Sequence[RestrictedAccess]:
    return session.scalars(
        select(RestrictedAccess)
        .where(RestrictedAccess.client_id == client_id, RestrictedAccess.ended_on.is_(None))
        .order_by(RestrictedAccess.id)
    ).all()
