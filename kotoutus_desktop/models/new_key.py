"""A new data key for a file: what somebody who leaves may have kept opens nothing new.

The order makes it safe to be broken off at every moment:

1. a copy of the file is made and verified;
2. the keys file gets the new key for everybody who stays, beside the old one, and loses who
   leaves: from here on both keys are on the disk, each for the same people;
3. SQLCipher encrypts every page anew, in one transaction;
4. the keys file forgets the old key;
5. the copy, which still opens with the old key, is deleted.

Broken off before 2 nothing has happened. Broken off later, whoever opens the file next has both
keys, and `settled` goes on where it stopped.
"""

import os
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from kotoutus_desktop.errors import WrongPassphrase
from kotoutus_desktop.models.connection import connect, driver_failures
from kotoutus_desktop.models.history.log_key import keep_log_key
from kotoutus_desktop.models.key_slots import keys_beside, require_boxes
from kotoutus_desktop.models.keys_file import read_keys, save_keys
from kotoutus_desktop.models.slot_box import KEY_LENGTH
from kotoutus_desktop.models.slot_making import Maker, Unlocked, is_of, read_to_change
from kotoutus_desktop.models.verified_copy import verified_copy, verify

_COPY = "before-new-key"


def replace_key(path: Path, key: bytes | bytearray, without: str) -> bytearray:
    """Encrypt a file anew, for everybody but one; returns the new key.

    Nobody may have the file open. Raises CannotWrite (also for slots of format 1),
    WrongPassphrase when it is another file's key, DamagedFile or NewerFile.
    """
    keys = read_to_change(keys_beside(path), key)
    require_boxes(slot for slot in keys.slots if not is_of(slot, without))
    verified_copy(path, key, _copy_of(path))
    new = bytearray(os.urandom(KEY_LENGTH))
    maker = Maker.of(keys, key)
    staying = [slot for slot in keys.slots if not is_of(slot, without)]
    turning = tuple(replace(slot, next_box=maker.box(slot, new)) for slot in staying)
    save_keys(keys_beside(path), maker.sealed(turning))
    _encrypt_anew(path, key, new)
    _forget_old_key(path, key, new)
    return new


def settled(path: Path, unlocked: Unlocked) -> Unlocked:
    """Finish what was broken off, if anything; returns what opens the file from now on.

    Raises DamagedFile or CannotWrite; it can be tried again then.
    """
    new = unlocked.next_key
    if new is not None:
        if not _fits(path, new):
            _encrypt_anew(path, unlocked.key, new)
        _forget_old_key(path, unlocked.key, new)
        return replace(unlocked, key=new, next_key=None)
    _forget_copies(path)
    return unlocked


def _encrypt_anew(path: Path, key: bytes | bytearray, new: bytes | bytearray) -> None:
    connection = connect(path, key)
    try:
        with driver_failures():
            keep_log_key(connection, key)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # no page under the old key
    finally:
        connection.close()


def _forget_old_key(path: Path, key: bytes | bytearray, new: bytes | bytearray) -> None:
    verify(path, new)
    keys = read_keys(keys_beside(path))
    maker = replace(Maker.of(keys, key), key=new)
    slots = tuple(replace(slot, box=slot.next_box, next_box=b"") for slot in keys.slots)
    save_keys(keys_beside(path), maker.sealed(slots))
    _forget_copies(path)


def _fits(path: Path, key: bytes | bytearray) -> bool:
    try:
        connect(path, key).close()
    except WrongPassphrase:
        return False
    return True


def _copy_of(path: Path) -> Path:
    moment = datetime.now(UTC)
    return path.parent / "copies" / f"{path.stem}-{_COPY}-{moment:%Y%m%d-%H%M%S}{path.suffix}"


def _forget_copies(path: Path) -> None:
    """Delete the copies that open with the key of before."""
    for copy in (path.parent / "copies").glob(f"{path.stem}-{_COPY}-*"):
        with suppress(OSError):  # it is tried again at every opening
            copy.unlink()
