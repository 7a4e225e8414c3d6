"""Who may open the file: added, given another role, removed; by an administrator only.

Each act asks for the administrator's own passphrase: the laptop may have been left open.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.office import ADMINISTRATORS_ONLY
from kotoutus_desktop.casework.office_file import note_wrong_tries, opening
from kotoutus_desktop.casework.register import get_officer
from kotoutus_desktop.errors import InvalidInput, KotoutusError, NotAllowed
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import (
    STRONG,
    change_passphrase,
    change_role,
    give_first_passphrase,
    keys_beside,
    people_with_keys,
    unlock,
)
from kotoutus_desktop.models.keys_file import Cost, Role
from kotoutus_desktop.models.office import Officer

_LAST = N_("The file needs an administrator. Make somebody else one first.")
_ONESELF = N_("Nobody removes themselves. Another administrator can do it.")


@dataclass(frozen=True)
class PersonOfFile:
    """A person of the file. `role` None: no passphrase of theirs opens it.

    `waits`: the first passphrase was not changed yet. `leaving`: was removed, but encrypting
    the file anew was broken off before it began.
    """

    id: UUID
    name: str
    title: str
    role: Role | None
    waits: bool = False
    leaving: bool = False


@dataclass(frozen=True)
class Administrator:
    """Who acts: the passphrase typed for this one act, and what a new slot costs."""

    passphrase: str
    cost: Cost = STRONG


def people(session: Session, path: Path) -> list[PersonOfFile]:
    """Return everybody who works or can open the file, by name; raises DamagedFile, NewerFile."""
    slots = people_with_keys(keys_beside(path))
    found = []
    for officer in session.scalars(select(Officer).order_by(Officer.name, Officer.id)):
        slot = slots.get(officer.id.hex)
        if officer.active or slot:
            role, waits = (slot.role, slot.first) if slot else (None, False)
            leaving = not officer.active
            title = officer.title_fi or officer.title_sv
            found.append(PersonOfFile(officer.id, officer.name, title, role, waits, leaving))
    return found


def names_of_all(session: Session) -> dict[UUID, str]:
    """Return the names of everybody who works or worked with the file, in order of the names."""
    officers = session.scalars(select(Officer).order_by(Officer.name, Officer.id))
    return {each.id: each.name for each in officers}


def names_of_officers(session: Session) -> dict[UUID, str]:
    """Return the names of everybody who ever worked in the file, by id."""
    return {each.id: each.name for each in session.scalars(select(Officer))}


def add_person(database: Database, by: Administrator, person: Officer, role: Role) -> str:
    """Add a person; returns the passphrase to pass on, which they change at the first unlocking.

    Raises InvalidInput for a person without a name, NotAllowed, WrongPassphrase, TooManyTries,
    DamagedFile or CannotWrite.
    """
    if not person.name.strip():
        raise InvalidInput("name", N_("Write the name: it stands on the papers of the client."))
    keys = keys_beside(database.path)
    with _key_of(database, by) as key:
        with database.transaction() as session:
            session.add(person)
        return give_first_passphrase(keys, key, person.id.hex, role, by.cost)


def give_passphrase(database: Database, by: Administrator, officer_id: UUID, role: Role) -> str:
    """Return a new first passphrase for somebody who forgot theirs or never had one."""
    keys = keys_beside(database.path)
    with _key_of(database, by) as key:
        return give_first_passphrase(keys, key, officer_id.hex, role, by.cost)


def set_role(database: Database, by: Administrator, officer_id: UUID, role: Role) -> None:
    """Give a person another role from their next unlocking on; the last administrator keeps it.

    Raises KotoutusError for the last administrator, and as `add_person`.
    """
    keys = keys_beside(database.path)
    with _key_of(database, by) as key:
        if role is not Role.ADMINISTRATOR:
            _require_another_administrator(keys, officer_id)
        change_role(keys, key, officer_id.hex, role)


def remove_person(database: Database, by: Administrator, officer_id: UUID) -> None:
    """Let a person open the file no more, and encrypt it anew for everybody else.

    Copies made before open as they did. Raises KotoutusError for oneself, and as `add_person`.
    """
    keys = keys_beside(database.path)
    with opening(database.path, lambda: unlock(keys, by.passphrase)) as (unlocked, wrong):
        note_wrong_tries(database, wrong)
        if unlocked.role is not Role.ADMINISTRATOR:
            raise NotAllowed(ADMINISTRATORS_ONLY)
        if unlocked.label == officer_id.hex:
            raise KotoutusError(_ONESELF)
        if not people_with_keys(keys)[unlocked.label].public:  # of format 1
            change_passphrase(keys, unlocked.key, by.passphrase, unlocked.label, by.cost)
    with database.transaction() as session:
        get_officer(session, officer_id).active = False
    if officer_id.hex in people_with_keys(keys):
        database.replace_key(officer_id.hex)


def require_own_passphrase(
    database: Database, by: Administrator, roles: Collection[Role] = (Role.ADMINISTRATOR,)
) -> None:
    """Let through one of these roles with the passphrase typed for this one act.

    Raises NotAllowed, WrongPassphrase, TooManyTries, DamagedFile or CannotWrite.
    """
    with _key_of(database, by, roles):
        pass


@contextmanager
def _key_of(
    database: Database, by: Administrator, roles: Collection[Role] = (Role.ADMINISTRATOR,)
) -> Iterator[bytearray]:
    keys = keys_beside(database.path)
    with opening(database.path, lambda: unlock(keys, by.passphrase)) as (unlocked, wrong):
        note_wrong_tries(database, wrong)
        if unlocked.role not in roles:
            raise NotAllowed(ADMINISTRATORS_ONLY)
        yield unlocked.key


def _require_another_administrator(keys: Path, officer_id: UUID) -> None:
    others = (
        label
        for label, slot in people_with_keys(keys).items()
        if slot.role is Role.ADMINISTRATOR and label != officer_id.hex
    )
    if next(others, None) is None:
        raise KotoutusError(_LAST)
