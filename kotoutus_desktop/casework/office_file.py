"""The first start of an office, and each later opening of its file."""

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from kotoutus_desktop.casework.expiry import SuitcaseExpired, require_not_expired
from kotoutus_desktop.errors import CannotWrite, DamagedFile, WrongPassphrase
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.key_slots import (
    STRONG,
    WRONG_PASSPHRASE,
    change_passphrase,
    create_keys,
    keys_beside,
    people_with_keys,
    recovery_is_split,
    renew_recovery_code,
    split_recovery_code,
    unlock,
    unlock_with_recovery_code,
    wipe,
)
from kotoutus_desktop.models.keys_file import Cost, Role
from kotoutus_desktop.models.mending.checking import open_scratch
from kotoutus_desktop.models.mending.repairing import keys_to_open
from kotoutus_desktop.models.new_key import settled
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.only_reading import clear_room, copy_to_read
from kotoutus_desktop.models.place import check_place
from kotoutus_desktop.models.slot_making import Unlocked
from kotoutus_desktop.models.tries import begin_try, end_tries

BY_RECOVERY = "recovery"
"""The subject of the note that a file was unlocked by its recovery sheet."""

_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_DIGITS = "23456789"


@dataclass(frozen=True)
class OpenFile:
    """An open file and the counsellor whose passphrase opened it.

    `recovery_codes` are set when new ones were made: one, or two for two people. They are shown
    once and never kept. `first`: the passphrase was given by somebody else and is to be changed
    before anything is shown. `wrong_tries` is how often a wrong one was typed before.
    """

    database: Database
    officer_id: UUID
    recovery_codes: tuple[str, ...] = ()
    role: Role = Role.ADMINISTRATOR
    first: bool = False
    wrong_tries: int = 0
    read_from: Path | None = None  # what is looked at as a scratch copy, and not changed


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
    return OpenFile(database, officer.id, (code,))


def open_file(path: Path, passphrase: str) -> OpenFile:
    """Open the file; raises WrongPassphrase, TooManyTries, DamagedFile, NewerFile, CannotWrite.

    Whoever was removed is told what anybody is told whose passphrase is wrong. A file that was
    moved to a network drive or into a cloud folder is not opened: UnsuitablePlace; neither is a
    suitcase whose time is over: SuitcaseExpired.
    """
    check_place(path.parent)
    with opening(path, lambda: unlock(keys_beside(path), passphrase)) as (unlocked, wrong):
        opened = replace(_opened(path, unlocked), wrong_tries=wrong)
        _note_unlocking(opened)
        return opened


def open_with_recovery_code(
    path: Path, code: str, new_passphrase: str, cost: Cost = STRONG, other_half: str = ""
) -> OpenFile:
    """Open the file by its recovery sheet and set a new passphrase for its administrator.

    The old passphrase and the old code open nothing any more: a new code is returned, two
    where two people keep half of it each. Raises as `open_file`, InvalidInput for a passphrase
    that cannot be used.
    """
    keys = keys_beside(path)
    way = partial(unlock_with_recovery_code, keys, code, other_half)
    with opening(path, way) as (unlocked, wrong):
        slots = people_with_keys(path=keys)
        owner = next(label for label, slot in slots.items() if slot.role is Role.ADMINISTRATOR)
        opened = _opened(path, replace(unlocked, label=owner))
        try:
            change_passphrase(keys, unlocked.key, new_passphrase, owner, cost)
            _note_unlocking(replace(opened, wrong_tries=wrong), BY_RECOVERY)
            return replace(opened, recovery_codes=new_codes(path, unlocked.key, cost))
        except BaseException:
            opened.database.close()
            raise


def _note_unlocking(opened: OpenFile, way: str = "") -> None:
    """Note who unlocked the file, and how often somebody failed before; nobody knows who."""
    notes = [Note(Act.UNLOCK, subject=way, actor=opened.officer_id)]
    if opened.wrong_tries:
        failed = Note(Act.UNLOCK_FAILED, detail=str(opened.wrong_tries), actor=opened.officer_id)
        notes.insert(0, failed)
    with opened.database.transaction() as session:
        note(session.connection(), *notes)


def note_wrong_tries(database: Database, wrong: int) -> None:
    """Note that somebody failed before a passphrase was right, in a file that is open."""
    if wrong:
        database.note_soon(Note(Act.UNLOCK_FAILED, detail=str(wrong)))


def open_to_read(source: Path, passphrase: str, database: Path) -> OpenFile:
    """Open a copy, or a damaged file, to be looked at; nothing can be recorded in it.

    A damaged file is opened as far as it can be read. `database` is the office's file: wrong
    tries count there. Raises as `open_file`.
    """
    begin_try(database, time.time())
    unlocked = unlock(keys_to_open(source), passphrase)
    try:
        wrong = end_tries(database)
        scratch = copy_to_read(source, database)
        open_scratch(scratch, unlocked.key).close()  # one that was cut short is made to open
        opened = _opened(scratch, unlocked)
    except BaseException:
        clear_room(database)
        raise
    finally:
        wipe(unlocked.key)
    opened.database.act_as(opened.officer_id)
    opened.database.is_only_read = True
    return replace(opened, first=False, wrong_tries=wrong, read_from=source)


def set_own_passphrase(opened: OpenFile, first: str, new: str, cost: Cost = STRONG) -> OpenFile:
    """Let a person's own passphrase take the place of the first one.

    Raises InvalidInput for one that cannot be used, WrongPassphrase, DamagedFile, CannotWrite.
    """
    keys = keys_beside(opened.database.path)
    unlocked = unlock(keys, first)
    try:
        change_passphrase(keys, unlocked.key, new, unlocked.label, cost)
    finally:
        wipe(unlocked.key)
    return replace(opened, first=False)


def is_split(path: Path) -> bool:
    """Tell whether two recovery sheets are needed to open a file."""
    return recovery_is_split(keys_beside(path))


def new_codes(
    path: Path, key: bytes | bytearray, cost: Cost = STRONG, *, split: bool | None = None
) -> tuple[str, ...]:
    """Return new recovery codes, one or two; `split` None means as many as there were."""
    keys = keys_beside(path)
    if recovery_is_split(keys) if split is None else split:
        return split_recovery_code(keys, key, cost)
    return (renew_recovery_code(keys, key, cost),)


@contextmanager
def opening(path: Path, way: Callable[[], Unlocked]) -> Iterator[tuple[Unlocked, int]]:
    """Unlock, slower after every wrong try, and finish a broken off change of the key.

    Gives what was unlocked, with its key until the end of the block, and the number of wrong
    tries before. Raises as `open_file`.
    """
    begin_try(path, time.time())
    unlocked = way()
    try:
        wrong = end_tries(path)
        unlocked = settled(path, unlocked)
        yield unlocked, wrong
    finally:
        wipe(unlocked.key)


def _opened(path: Path, unlocked: Unlocked) -> OpenFile:
    database = Database(path, unlocked.key, must_exist=True)
    with database.reading() as session:
        officer = session.get(Officer, UUID(hex=unlocked.label))
        try:
            require_not_expired(session, datetime.now(UTC))
        except SuitcaseExpired:
            database.close()
            raise
    if officer is None or not officer.active:
        database.close()
        if officer is None:
            raise DamagedFile(N_("The keys file does not belong to this file. It was not changed."))
        raise WrongPassphrase(WRONG_PASSPHRASE)
    database.show_to(unlocked.role)
    return OpenFile(database, officer.id, role=unlocked.role, first=unlocked.first)
