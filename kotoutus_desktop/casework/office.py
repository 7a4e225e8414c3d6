"""The office and its counsellor, corrected; the passphrase and the recovery code, changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.office_file import new_codes, note_wrong_tries, opening
from kotoutus_desktop.casework.register import get_officer, the_office
from kotoutus_desktop.errors import InvalidInput, NotAllowed
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import (
    STRONG,
    change_passphrase,
    keys_beside,
    unlock,
)
from kotoutus_desktop.models.keys_file import Cost, Role
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.revisions import NEWEST
from kotoutus_desktop.reference.municipalities import municipalities
from kotoutus_desktop.rules.retention import LONGEST_YEARS

LONGEST_TARGET_DAYS = 365
WHOLE = 100
OWN_AIMS = {
    "contact_target_days": LONGEST_TARGET_DAYS,
    "assessment_target_days": LONGEST_TARGET_DAYS,
    "orientation_behind_percent": WHOLE,
    "retention_years": LONGEST_YEARS,
}
"""What the office sets for itself, as whole numbers from 1 up to these."""

ADMINISTRATORS_ONLY = N_("Only an administrator of this file can do that.")
_NO_AT_SIGN = N_("An e-mail address has an @ sign. Check the address.")


@dataclass(frozen=True)
class FileFacts:
    """Where the file lies, its size in bytes, and the number of its newest migration.

    `keys` is the file without which nobody can read the cases.
    """

    path: Path
    keys: Path
    size: int
    revision: str


def file_facts(path: Path) -> FileFacts:
    """Return what is known about an open file; opening it brought it up to date."""
    beside = (path.with_name(path.name + ending) for ending in ("", "-wal"))
    size = sum(part.stat().st_size for part in beside if part.exists())
    return FileFacts(path, keys_beside(path), size, NEWEST)


def correct_office(session: Session, values: Mapping[str, Any]) -> Office:
    """Store new values of the office, by field.

    Raises InvalidInput, naming the field, when a paper would lack its sender.
    """
    office = the_office(session)
    _set(office, values)
    if municipalities().get(office.municipality) is None:
        raise InvalidInput("municipality", N_("Choose the municipality from the list."))
    for field, language in (("name_fi", "fi"), ("name_sv", "sv")):
        if office.official_language == language and not getattr(office, field):
            raise InvalidInput(field, N_("Write the name: it stands at the head of every paper."))
    for field, highest in OWN_AIMS.items():
        if not 1 <= (getattr(office, field) or 0) <= highest:
            raise InvalidInput(
                field,
                N_("Write a whole number from {lowest} to {highest}."),
                lowest=1,
                highest=highest,
            )
    _check_email(office)
    return office


def correct_officer(session: Session, officer_id: UUID, values: Mapping[str, Any]) -> Officer:
    """Store new values of a counsellor, by field; raises InvalidInput, naming the field."""
    officer = get_officer(session, officer_id)
    _set(officer, values)
    if not officer.name:
        raise InvalidInput("name", N_("Write your name: it stands on the papers of the client."))
    _check_email(officer)
    return officer


def change_own_passphrase(database: Database, current: str, new: str, cost: Cost = STRONG) -> None:
    """Let a new passphrase open the file instead of the current one. The cases stay untouched.

    Raises WrongPassphrase, TooManyTries, InvalidInput, DamagedFile, NewerFile or CannotWrite.
    """
    keys = keys_beside(database.path)
    with opening(database.path, lambda: unlock(keys, current)) as (unlocked, wrong):
        note_wrong_tries(database, wrong)
        change_passphrase(keys, unlocked.key, new, unlocked.label, cost)


def new_recovery_codes(
    database: Database, current: str, cost: Cost = STRONG, *, split: bool = False
) -> tuple[str, ...]:
    """Return a new recovery code, to be printed; the old one opens nothing any more.

    With `split` there are two, for two people, and both are needed. Asks for the passphrase, so
    that nobody makes a sheet on a laptop left open. Raises NotAllowed for anybody but an
    administrator, and as above.
    """
    keys = keys_beside(database.path)
    with opening(database.path, lambda: unlock(keys, current)) as (unlocked, wrong):
        note_wrong_tries(database, wrong)
        if unlocked.role is not Role.ADMINISTRATOR:
            raise NotAllowed(ADMINISTRATORS_ONLY)
        return new_codes(database.path, unlocked.key, cost, split=split)


def _set(record: Office | Officer, values: Mapping[str, Any]) -> None:
    for field, value in values.items():
        setattr(record, field, value)


def _check_email(record: Office | Officer) -> None:
    if record.email and "@" not in record.email:
        raise InvalidInput("email", _NO_AT_SIGN)
