"""The keys file: one random data key, wrapped once for each way of unlocking.

Beside `office.kotoutus` lies `office.keys`, half a kilobyte of JSON. Its slots hold the data
key encrypted with AES-256-GCM under a key that Argon2id makes of a passphrase or of the
printed recovery code. Changing a passphrase rewrites this file only. Without it the cases
cannot be read by anyone: it belongs into every backup.
"""

import ctypes
import hmac
import os
import secrets
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kotoutus_desktop.errors import CannotWrite, DamagedFile, WrongPassphrase
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.keys_file import (
    Cost,
    KeysFile,
    Slot,
    SlotKind,
    read_keys,
    save_keys,
)

STRONG = Cost(memory=128 * 1024, passes=3, lanes=4)  # a fifth of a second on a good laptop
"""What every new slot costs; never read from a file."""

CODE_LENGTH = 30  # characters of 5 bits: 150 bits
CODE_GROUP = 5
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_MISREAD = str.maketrans("OILU", "011V", "- \t\r\n–\u00a0")  # and the signs between groups

_WRONG_PASSPHRASE = N_(
    "The passphrase does not open this file. Check whether Caps Lock is on and which keyboard "
    "is chosen."
)
_WRONG_CODE = N_("The recovery code does not open this file. Check that it is the newest one.")
_CODE_SHAPE = N_(
    "A recovery code has {length} letters and digits in groups of {group}. You typed {typed}."
)
_EXISTS = N_("There is a keys file {name} here already. It was not changed.")
_TAMPERED = N_(
    "The keys file {name} was changed outside the program. "
    "Fetch it from a backup copy to the same folder."
)
_OTHER_KEY = N_("The keys file does not belong to this file. It was not changed.")


@dataclass(frozen=True)
class Unlocked:
    """The data key, 32 bytes to be wiped after use, and whose slot gave it."""

    key: bytearray
    label: str


def keys_beside(database: Path) -> Path:
    """Return where the keys of a database file are."""
    return database.with_suffix(".keys")


def create_keys(
    path: Path, passphrase: str, label: str = "", cost: Cost = STRONG
) -> tuple[bytearray, str]:
    """Make a keys file; returns the data key and the recovery code to be printed.

    `label` says whose passphrase it is. Raises CannotWrite, also when there is a file already:
    overwriting it would lock the cases for ever.
    """
    if path.exists():
        raise CannotWrite(_EXISTS, name=path.name)
    key = bytearray(os.urandom(32))
    code = _new_code()
    file_id = uuid4().hex
    slots = (
        _slot(file_id, key, "passphrase", passphrase, label, cost),
        _slot(file_id, key, "recovery", code, "", cost),
    )
    save_keys(path, _sealed(KeysFile(file_id, slots), key))
    return key, code


def unlock(path: Path, passphrase: str) -> Unlocked:
    """Return the data key; raises WrongPassphrase, DamagedFile or NewerFile."""
    unlocked = _unlock(path, "passphrase", passphrase)
    if unlocked is None:
        raise WrongPassphrase(_WRONG_PASSPHRASE)
    return unlocked


def unlock_with_recovery_code(path: Path, code: str) -> Unlocked:
    """Return the data key; the code may be typed with spaces, small letters, O for 0, l for 1.

    Raises WrongPassphrase, DamagedFile or NewerFile.
    """
    typed = len(_normal_code(code))
    if typed != CODE_LENGTH:
        raise WrongPassphrase(_CODE_SHAPE, length=CODE_LENGTH, group=CODE_GROUP, typed=typed)
    unlocked = _unlock(path, "recovery", code)
    if unlocked is None:
        raise WrongPassphrase(_WRONG_CODE)
    return unlocked


def labels(path: Path) -> list[str]:
    """Return whose passphrases open the file; raises DamagedFile or NewerFile."""
    return [slot.label for slot in read_keys(path).slots if slot.kind == "passphrase"]


def change_passphrase(
    path: Path, key: bytes | bytearray, passphrase: str, label: str = "", cost: Cost = STRONG
) -> None:
    """Let a new passphrase open the file instead of the one with the same label.

    The database is not touched. A new label adds a passphrase for another person. Raises
    WrongPassphrase when `key` is not the key of this file, DamagedFile, NewerFile, CannotWrite.
    """
    _renew(path, key, "passphrase", passphrase, label, cost)


def renew_recovery_code(path: Path, key: bytes | bytearray, cost: Cost = STRONG) -> str:
    """Return a new recovery code; the old one opens nothing any more. Raises as above."""
    code = _new_code()
    _renew(path, key, "recovery", code, "", cost)
    return code


def subkey(key: bytes | bytearray, purpose: str) -> bytearray:
    """Return a key of 32 bytes for another purpose, from which the data key cannot be told."""
    info = b"kotoutus-desktop/1/" + purpose.encode()
    return bytearray(HKDF(SHA256(), 32, None, info).derive(bytes(key)))


def wipe(key: bytearray) -> None:
    """Overwrite a key in memory."""
    ctypes.memset((ctypes.c_char * len(key)).from_buffer(key), 0, len(key))


def _new_code() -> str:
    signs = "".join(secrets.choice(_ALPHABET) for _ in range(CODE_LENGTH))
    return "-".join(signs[at : at + CODE_GROUP] for at in range(0, CODE_LENGTH, CODE_GROUP))


def _normal_code(code: str) -> str:
    return code.upper().translate(_MISREAD)


def _wrapping_key(kind: SlotKind, secret: str, salt: bytes, cost: Cost) -> bytes:
    # macOS types "ä" as two characters, others as one
    plain = _normal_code(secret) if kind == "recovery" else unicodedata.normalize("NFC", secret)
    return hash_secret_raw(
        plain.encode(),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory,
        parallelism=cost.lanes,
        hash_len=32,
        type=Type.ID,
    )


def _slot(
    file_id: str, key: bytes | bytearray, kind: SlotKind, secret: str, label: str, cost: Cost
) -> Slot:
    slot = Slot(kind, label, cost, salt=os.urandom(16), nonce=os.urandom(12), wrapped=b"")
    cipher = AESGCM(_wrapping_key(kind, secret, slot.salt, cost))
    return replace(slot, wrapped=cipher.encrypt(slot.nonce, bytes(key), slot.claims(file_id)))


def _seal(keys: KeysFile, key: bytes | bytearray) -> bytes:
    return keys.seal_with(subkey(key, "keys file"))


def _sealed(keys: KeysFile, key: bytes | bytearray) -> KeysFile:
    return replace(keys, seal=_seal(keys, key))


def _unlock(path: Path, kind: SlotKind, secret: str) -> Unlocked | None:
    keys = read_keys(path)
    for slot in keys.slots:
        if slot.kind != kind:
            continue
        cipher = AESGCM(_wrapping_key(kind, secret, slot.salt, slot.cost))
        try:
            key = bytearray(cipher.decrypt(slot.nonce, slot.wrapped, slot.claims(keys.file_id)))
        except InvalidTag:
            continue
        if hmac.compare_digest(_seal(keys, key), keys.seal):
            return Unlocked(key, slot.label)
        raise DamagedFile(_TAMPERED, name=path.name)
    return None


def _renew(
    path: Path, key: bytes | bytearray, kind: SlotKind, secret: str, label: str, cost: Cost
) -> None:
    keys = read_keys(path)
    if not hmac.compare_digest(_seal(keys, key), keys.seal):
        raise WrongPassphrase(_OTHER_KEY)
    kept = tuple(slot for slot in keys.slots if (slot.kind, slot.label) != (kind, label))
    slot = _slot(keys.file_id, key, kind, secret, label, cost)
    save_keys(path, _sealed(replace(keys, slots=(*kept, slot)), key))
