"""The keys file: one random data key, given to each way of unlocking.

Beside `office.kotoutus` lies `office.keys`, a few kilobytes of JSON. Each slot holds, encrypted
with AES-256-GCM under a key that Argon2id makes of a passphrase or of the printed recovery code,
what opens its copy of the data key. Changing a passphrase rewrites this file only. Without it the
cases cannot be read by anyone: it belongs into every backup.

One derivation tries every passphrase slot, and it takes as long whether one fits or none: the
time tells nobody who is in the file. So the slots of a file share their salt.
"""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from kotoutus_desktop.errors import CannotWrite, InvalidInput, WrongPassphrase
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.keys_file import (
    Cost,
    KeysFile,
    Role,
    Slot,
    SlotKind,
    read_keys,
    save_keys,
)
from kotoutus_desktop.models.recovery_codes import (
    CODE_GROUP,
    CODE_LENGTH,
    joined,
    new_code,
    normal_code,
    two_halves,
)
from kotoutus_desktop.models.slot_box import KEY_LENGTH
from kotoutus_desktop.models.slot_making import (
    Maker,
    Unlocked,
    is_of,
    opening,
    plan,
    read_to_change,
    read_whole,
)
from kotoutus_desktop.models.subkeys import subkey, wipe

__all__ = ["STRONG", "Cost", "Unlocked", "subkey", "wipe"]

STRONG = Cost(memory=128 * 1024, passes=3, lanes=4)  # a fifth of a second on a good laptop
"""What every new slot costs; never read from a file."""

FIRST_LENGTH = 20  # characters of 5 bits: a passphrase that is passed on and used once

WRONG_PASSPHRASE = N_(
    "The passphrase does not open this file. Check whether Caps Lock is on and which keyboard "
    "is chosen."
)
_WRONG_CODE = N_("The recovery code does not open this file. Check that it is the newest one.")
_CODE_SHAPE = N_(
    "A recovery code has {length} letters and digits in groups of {group}. You typed {typed}."
)
_EXISTS = N_("There is a keys file {name} here already. It was not changed.")
_UNUSABLE = N_("This passphrase cannot be used. Think of another one.")
_OLD_SLOT = N_(
    "A passphrase or the recovery sheet was made by an earlier version of the program. Change "
    "the passphrase and make a new recovery sheet first."
)


def keys_beside(database: Path) -> Path:
    """Return where the keys of a database file are."""
    return database.with_suffix(".keys")


def create_keys(
    path: Path, passphrase: str, label: str = "", cost: Cost = STRONG
) -> tuple[bytearray, str]:
    """Make a keys file; returns the data key and the recovery code to be printed.

    `label` says whose passphrase it is: the administrator's. Raises CannotWrite, also when
    there is a file already: overwriting it would lock the cases for ever.
    """
    if path.exists():
        raise CannotWrite(_EXISTS, name=path.name)
    key = bytearray(os.urandom(KEY_LENGTH))
    code = new_code()
    maker = Maker(uuid4().hex, key, os.urandom(KEY_LENGTH))
    own = maker.slot(plan("passphrase", label, cost), passphrase)
    save_keys(path, maker.sealed((own, maker.slot(plan("recovery", "", cost), code))))
    return key, code


def unlock(path: Path, passphrase: str) -> Unlocked:
    """Return the data key; raises WrongPassphrase, DamagedFile or NewerFile."""
    unlocked = read_whole(path, "passphrase", passphrase)
    if unlocked is None:
        raise WrongPassphrase(WRONG_PASSPHRASE)
    return unlocked


def unlock_with_recovery_code(path: Path, code: str, other_half: str = "") -> Unlocked:
    """Return the data key; the code may be typed with spaces, small letters, O for 0, l for 1.

    Where two people keep a half each, both are needed. Raises WrongPassphrase, DamagedFile or
    NewerFile.
    """
    for half in (code, other_half) if other_half else (code,):
        typed = len(normal_code(half))
        if typed != CODE_LENGTH:
            raise WrongPassphrase(_CODE_SHAPE, length=CODE_LENGTH, group=CODE_GROUP, typed=typed)
    secret = joined(code, other_half) if other_half else code
    unlocked = read_whole(path, "halves" if other_half else "recovery", secret)
    if unlocked is None:
        raise WrongPassphrase(_WRONG_CODE)
    return unlocked


def recovery_is_split(path: Path) -> bool:
    """Tell whether two people keep half a recovery code each; raises DamagedFile, NewerFile."""
    return any(slot.kind == "halves" for slot in read_keys(path).slots)


def people_with_keys(path: Path) -> dict[str, Slot]:
    """Return the slots of people by label; raises DamagedFile or NewerFile."""
    return {slot.label: slot for slot in read_keys(path).slots if slot.kind == "passphrase"}


def labels(path: Path) -> list[str]:
    """Return whose passphrases open the file; raises DamagedFile or NewerFile."""
    return list(people_with_keys(path))


def change_passphrase(
    path: Path, key: bytes | bytearray, passphrase: str, label: str = "", cost: Cost = STRONG
) -> None:
    """Let a new passphrase open the file instead of the one with the same label.

    The database is not touched. Raises WrongPassphrase when `key` is not the key of this file,
    InvalidInput for a passphrase that another slot has, DamagedFile, NewerFile, CannotWrite.
    """
    keys = read_to_change(path, key)
    before = next((each for each in keys.slots if is_of(each, label)), None)
    role = before.role if before else Role.COUNSELLOR
    _put_person(path, keys, key, _planned(keys, label, role, cost), passphrase)


def give_first_passphrase(
    path: Path, key: bytes | bytearray, label: str, role: Role, cost: Cost = STRONG
) -> str:
    """Return a passphrase for a person, to be passed on and changed at the first unlocking.

    It takes the place of the person's own when there was one. Raises as `change_passphrase`.
    """
    passphrase = new_code(FIRST_LENGTH)
    keys = read_to_change(path, key)
    slot = replace(_planned(keys, label, role, cost), first=True)
    _put_person(path, keys, key, slot, passphrase)
    return passphrase


def change_role(path: Path, key: bytes | bytearray, label: str, role: Role) -> None:
    """Let a person see more or less from the next unlocking on. Raises as `change_passphrase`."""
    keys = read_to_change(path, key)
    require_boxes([slot for slot in keys.slots if is_of(slot, label)])
    slots = tuple(replace(s, role=role) if is_of(s, label) else s for s in keys.slots)
    save_keys(path, Maker.of(keys, key).sealed(slots))


def renew_recovery_code(path: Path, key: bytes | bytearray, cost: Cost = STRONG) -> str:
    """Return a new recovery code; the old one opens nothing any more. Raises as above."""
    code = new_code()
    _put_recovery(path, key, plan("recovery", "", cost), code)
    return code


def split_recovery_code(path: Path, key: bytes | bytearray, cost: Cost = STRONG) -> tuple[str, str]:
    """Return two codes for two people, both needed; the old code opens nothing any more."""
    first, second = two_halves()
    _put_recovery(path, key, plan("halves", "", cost), joined(first, second))
    return first, second


def require_boxes(slots: Iterable[Slot]) -> None:
    """Refuse what slots of format 1 cannot do; raises CannotWrite."""
    if not all(slot.public for slot in slots):
        raise CannotWrite(_OLD_SLOT)


def _planned(keys: KeysFile, label: str, role: Role, cost: Cost) -> Slot:
    salts = (
        slot.salt
        for slot in keys.slots
        if slot.kind == "passphrase" and slot.public and slot.cost == cost
    )
    return replace(plan("passphrase", label, cost, next(salts, b"")), role=role)


def _put_person(
    path: Path, keys: KeysFile, key: bytes | bytearray, slot: Slot, passphrase: str
) -> None:
    if any(each.label != slot.label for each in opening(keys, "passphrase", passphrase)):
        raise InvalidInput("passphrase", _UNUSABLE)
    maker = Maker.of(keys, key)
    new = maker.slot(slot, passphrase)
    is_known = any(is_of(each, slot.label) for each in keys.slots)
    kept = tuple(new if is_of(each, slot.label) else each for each in keys.slots)
    save_keys(path, maker.sealed(kept if is_known else (*kept, new)))


def _put_recovery(path: Path, key: bytes | bytearray, slot: Slot, secret: str) -> None:
    keys = read_to_change(path, key)
    maker = Maker.of(keys, key)
    kept: tuple[Slot, ...] = tuple(each for each in keys.slots if not _is_recovery(each.kind))
    save_keys(path, maker.sealed((*kept, maker.slot(slot, secret))))


def _is_recovery(kind: SlotKind) -> bool:
    return kind in ("recovery", "halves")
