"""The first start of an office, and each later opening of its file."""

import secrets
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from kotoutus_desktop.errors import CannotWrite, DamagedFile
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import (
    STRONG,
    change_passphrase,
    create_keys,
    keys_beside,
    labels,
    renew_recovery_code,
    unlock,
    unlock_with_recovery_code,
    wipe,
)
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.models.office import Office, Officer

_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_DIGITS = "23456789"


@dataclass(frozen=True)
class OpenFile:
    """An open file and the counsellor whose passphrase opened it.

    `recovery_code` is set when a new one was made: it is shown once and never kept.
    """

    database: Database
    officer_id: UUID
    recovery_code: str = ""


def case_prefix() -> str:
    """Return a letter and a digit for the case numbers of a new file, as in "U7-0214"."""
    return secrets.choice(_LETTERS) + secrets.choice(_DIGITS)


def create_file(
    path: Path, passphrase: str, office: Office, officer: Officer, cost: Cost = STRONG
) -> OpenFile:
    """Make a new encrypted file with its office and first counsellor.

    Raises CannotWrite when there is a file already or the folder cannot be written.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(
            N_("The folder {folder} cannot be made. Choose another folder."),
            folder=str(path.parent),
        ) from error
    office.case_prefix = office.case_prefix or case_prefix()
    key, code = create_keys(keys_beside(path), passphrase, officer.id.hex, cost)
    try:
        database = Database(path, key)
        with database.transaction() as session:
            session.add_all([office, officer])
    except BaseException:
        keys_beside(path).unlink(missing_ok=True)  # or the next try would find a keys file
        path.unlink(missing_ok=True)
        raise
    finally:
        wipe(key)
    return OpenFile(database, officer.id, code)


def open_file(path: Path, passphrase: str) -> OpenFile:
    """Open the file; raises WrongPassphrase, DamagedFile, NewerFile or CannotWrite."""
    unlocked = unlock(keys_beside(path), passphrase)
    try:
        return _opened(path, unlocked.key, unlocked.label)
    finally:
        wipe(unlocked.key)


def open_with_recovery_code(
    path: Path, code: str, new_passphrase: str, cost: Cost = STRONG
) -> OpenFile:
    """Open the file by its recovery sheet and set a new passphrase.

    The old passphrase and the old code open nothing any more: a new code is returned.
    Raises WrongPassphrase, DamagedFile, NewerFile or CannotWrite.
    """
    keys = keys_beside(path)
    unlocked = unlock_with_recovery_code(keys, code)
    try:
        owner = labels(keys)[0]
        opened = _opened(path, unlocked.key, owner)
        change_passphrase(keys, unlocked.key, new_passphrase, owner, cost)
        new_code = renew_recovery_code(keys, unlocked.key, cost)
    finally:
        wipe(unlocked.key)
    return OpenFile(opened.database, opened.officer_id, new_code)


def _opened(path: Path, key: bytearray, label: str) -> OpenFile:
    database = Database(path, key, must_exist=True)
    with database.reading() as session:
        officers = session.scalars(select(Officer.id)).all()
    officer_id = UUID(hex=label)
    if officer_id not in officers:
        database.close()
        raise DamagedFile(N_("The keys file does not belong to this file. It was not changed."))
    return OpenFile(database, officer_id)
