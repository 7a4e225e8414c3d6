"""Going back to a copy: the present file is kept first, and the restored one is another replica.

A copy that went on under its old identity would number new changes as the present file
numbered others; so it gets one of its own, and its log says that it was restored. Who was erased
since the copy was made stays erased.
"""

import hmac
import shutil
from datetime import UTC, datetime
from pathlib import Path

from kotoutus_desktop.errors import CannotWrite, DamagedFile, KotoutusError, WrongPassphrase
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.backups.erased_since import NOBODY, erased_in, forget_again
from kotoutus_desktop.models.backups.making import SCRATCH, back_up, prove_again
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.durable import move_durably, sync_file
from kotoutus_desktop.models.history.merging import Bundle
from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.history.recording import act_as, become_another
from kotoutus_desktop.models.key_slots import keys_beside, subkey
from kotoutus_desktop.models.keys_file import read_keys
from kotoutus_desktop.models.place import copies_folder
from kotoutus_desktop.models.verified_copy import verify
from kotoutus_desktop.progress import Report, ignore

STEPS = 4
_RESTORING = "restoring"
_NOT_RESTORED = N_(
    "The copy was not restored: the disk is full or the folder cannot be written. The file is as "
    "it was."
)


def restore(
    path: Path, copy: Path, key: bytes | bytearray, at: datetime, report: Report = ignore
) -> Path | None:
    """Put a copy in the place of the file; `key` opens the copy. Nobody may have the file open.

    Returns where the present file was kept, None when there was none. Raises DamagedFile,
    NewerFile, WrongPassphrase or CannotWrite; the file is then as it was. The passphrases of
    now stay good, unless the file was encrypted anew since: then those of the copy's day are.
    """
    folder = copies_folder(path)
    scratch = folder / _RESTORING
    try:
        report(0, STEPS)
        manifest = prove_again(copy, key, folder / SCRATCH)
        report(1, STEPS)
        erased = erased_in(path, key) if path.exists() else NOBODY
        restored = _prepared(copy, scratch / path.name, key, manifest.made_at, erased)
        report(2, STEPS)
        kept = _keep_present(path, key, at)
        report(3, STEPS)
        if not _keys_fit(keys_beside(path), key):
            move_durably(keys_beside(restored), keys_beside(path))
        move_durably(restored, path)
        report(STEPS, STEPS)
    except OSError:
        raise CannotWrite(_NOT_RESTORED) from None
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return kept


def _prepared(
    copy: Path, target: Path, key: bytes | bytearray, made_at: datetime, erased: Bundle
) -> Path:
    """Return the copy as it will be: up to date, itself, and without who was erased since."""
    shutil.rmtree(target.parent, ignore_errors=True)
    target.parent.mkdir(mode=0o700, parents=True)
    shutil.copyfile(copy, target)
    if keys_beside(copy).exists():
        shutil.copyfile(keys_beside(copy), keys_beside(target))
    database = Database(target, key, must_exist=True)
    try:
        with database.transaction() as session:
            become_another(session.connection())
            forget_again(session.connection(), erased)
            act_as(session.connection(), None)
            detail = made_at.astimezone(UTC).isoformat(timespec="minutes")
            note(session.connection(), Note(Act.RESTORE, subject="file", detail=detail))
        if erased.erased:
            database.forget_for_good()
    finally:
        database.close()
    verify(target, key)
    sync_file(target)
    return target


def _keep_present(path: Path, key: bytes | bytearray, at: datetime) -> Path | None:
    """Keep the present file: as a proven copy, or as it is where it cannot be read."""
    if not path.exists():
        return None
    try:
        kept = back_up(path, key, Reason.RESTORE, at).path
        connection = connect(path, key)
        connection.execute("PRAGMA journal_mode = DELETE")  # its log goes into the file
        connection.close()
    except (DamagedFile, WrongPassphrase):
        kept = keep_as_it_is(path, at)
    for beside in _beside(path):
        beside.unlink(missing_ok=True)  # or its log would be read into the restored file
    return kept


def keep_as_it_is(path: Path, at: datetime) -> Path:
    """Copy a file that cannot be read, with its log and its keys, into a folder of its own.

    Raises OSError.
    """
    folder = copies_folder(path) / f"{path.stem}-as-it-was-{at.astimezone(UTC):%Y%m%d-%H%M%S}"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for each in (path, *_beside(path), keys_beside(path)):
        if each.exists():
            shutil.copyfile(each, folder / each.name)
            sync_file(folder / each.name)
    return folder


def _beside(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))


def _keys_fit(keys: Path, key: bytes | bytearray) -> bool:
    """Tell whether the keys of now open the restored file too."""
    try:
        now = read_keys(keys)
    except KotoutusError:
        return False
    return hmac.compare_digest(now.seal, now.seal_with(subkey(key, "keys file")))
