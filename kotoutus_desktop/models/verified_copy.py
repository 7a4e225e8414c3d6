"""A copy of the encrypted file that was checked before it counts as one."""

import shutil
from pathlib import Path

from kotoutus_desktop.errors import CannotWrite, DamagedFile
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.connection import OWNER_ONLY, connect, driver_failures, require_sound
from kotoutus_desktop.models.durable import move_durably, sync_file
from kotoutus_desktop.models.key_slots import keys_beside

_NOT_WRITTEN = N_(
    "The backup copy cannot be written. Check that the folder is there and has free space. "
    "Earlier copies are as they were."
)
_NOT_KEPT = N_("The backup copy was damaged while it was made and was not kept. Make a new one.")

_CHECKS = ("cipher_integrity_check", "integrity_check", "foreign_key_check")


def verified_copy(path: Path, key: bytes | bytearray, target: Path) -> Path:
    """Copy the file, also while it is in use, with its key slots; returns `target`.

    The copy is compact, encrypted with the same key, and one file without a log beside it.
    It bears its name only when every check has passed. Raises CannotWrite or DamagedFile.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            _copy(path, key, part)
            verify(part, key)
            sync_file(part)
            _copy_keys(path, target)
            move_durably(part, target)
        finally:
            part.unlink(missing_ok=True)
    except OSError:
        raise CannotWrite(_NOT_WRITTEN) from None
    return target


def verify(path: Path, key: bytes | bytearray) -> None:
    """Read every page of a copy that nobody has open; raises DamagedFile."""
    connection = connect(path, key)
    try:
        with driver_failures():
            for check in _CHECKS:
                found = connection.execute(f"PRAGMA {check}").fetchall()
                if any(row[0] != "ok" for row in found):
                    raise DamagedFile(_NOT_KEPT)
            connection.execute("PRAGMA journal_mode = DELETE")  # one file, no log beside it
    finally:
        connection.close()


def _copy(path: Path, key: bytes | bytearray, part: Path) -> None:
    part.touch(OWNER_ONLY)
    connection = connect(path, key)
    try:
        with driver_failures():
            connection.execute("VACUUM INTO ?", (str(part),))
            require_sound(connection)  # or zeros from a damaged page would be in the copy
    finally:
        connection.close()


def _copy_keys(path: Path, target: Path) -> None:
    """Without its key slots a copy could never be opened."""
    keys = keys_beside(path)
    if not keys.exists():
        return
    copy = keys_beside(target)
    part = copy.with_name(copy.name + ".part")
    part.touch(OWNER_ONLY)
    shutil.copyfile(keys, part)
    sync_file(part)
    move_durably(part, copy)
