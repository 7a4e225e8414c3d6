"""Letting people into a restricted case and out of it: by whom, and what the log keeps of it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.restricted import (
    LetIn,
    counsellor_of,
    is_restricted,
    let_in,
    let_in_to,
    may_open,
    require_open,
    shut_out,
    written_reason,
)
from kotoutus_desktop.errors import InvalidInput, NotAllowed
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.key_slots import keys_beside, people_with_keys
from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.models.restriction import RestrictedAccess
from kotoutus_desktop.models.visit import visit_of

LETTING_ROLES = (Role.SUPERVISOR, Role.ADMINISTRATOR)
"""Roles that let others in where they are in themselves."""

NOT_YOURS = N_(
    "Who may open this case is decided by the client's counsellor, or by a supervisor or "
    "administrator who was let in."
)
NO_REASON = N_("Write in a few words why.")
NOBODY = N_("Choose the person first.")


@dataclass(frozen=True)
class Access:
    """Who may open a restricted case. `counsellor` is "" where nobody at work has it.

    `others` are those who could be let in, by name.
    """

    counsellor: str
    inside: list[LetIn]
    others: list[tuple[UUID, str]]


def may_let_in(session: Session, client_id: UUID) -> bool:
    """Tell whether whoever works may say who opens a case; False for one that is not restricted."""
    visit = visit_of(session)
    if not is_restricted(session, client_id) or not may_open(session, client_id, visit.officer):
        return False
    return visit.role in LETTING_ROLES or counsellor_of(session, client_id) == visit.officer


def access_to(session: Session, client_id: UUID, path: Path | None = None) -> Access:
    """Return who may open a case; raises NotAllowed, NotLetIn or ReasonNeeded.

    `path` is the file, whose keys tell who is a trainer: they see no clients at all.
    """
    _require(session, client_id)
    own, inside = counsellor_of(session, client_id), let_in_to(session, client_id)
    known = {own, *(each.officer_id for each in inside), *_trainers(path)}
    working = session.scalars(
        select(Officer).where(Officer.active.is_(True)).order_by(Officer.name, Officer.id)
    ).all()
    names = {each.id: each.name for each in working}
    return Access(
        names[own] if own else "",
        inside,
        [(each.id, each.name) for each in working if each.id not in known],
    )


def give_access(
    session: Session, client_id: UUID, officer_id: UUID | None, reason: str, today: date
) -> None:
    """Let somebody in; the reason is sealed in the log.

    Raises InvalidInput naming "officer" or "reason", and as `access_to`.
    """
    others = [each for each, _name in access_to(session, client_id).others]
    if officer_id not in others:
        raise InvalidInput("officer", NOBODY)
    reason = written_reason(reason, NO_REASON)
    let_in(session, client_id, officer_id, today)
    _note(session, Act.LET_IN, client_id, officer_id, reason)


def take_access_back(
    session: Session, client_id: UUID, access_id: UUID, reason: str, today: date
) -> None:
    """Take an access back; the reason is sealed in the log. Raises as `give_access`.

    Whoever takes their own back is out at once.
    """
    _require(session, client_id)
    reason = written_reason(reason, NO_REASON)
    access = session.get_one(RestrictedAccess, access_id)
    shut_out(session, access_id, today)
    _note(session, Act.SHUT_OUT, client_id, access.officer_id, reason)
    visit = visit_of(session)
    if access.officer_id == visit.officer:
        visit.opened.discard(client_id)


def _require(session: Session, client_id: UUID) -> None:
    require_open(session, client_id)
    if not may_let_in(session, client_id):
        raise NotAllowed(NOT_YOURS)


def _trainers(path: Path | None) -> set[UUID]:
    keys = keys_beside(path) if path is not None else None
    if keys is None or not keys.exists():
        return set()
    slots = people_with_keys(keys)
    return {UUID(hex=label) for label, slot in slots.items() if slot.role is Role.TRAINER}


def _note(session: Session, act: Act, client_id: UUID, officer_id: UUID, reason: str) -> None:
    actor = visit_of(session).officer
    note(session.connection(), Note(act, client_id, "officer", officer_id, reason, actor))
