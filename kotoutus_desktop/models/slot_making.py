"""Slots of a keys file: made, opened, and sealed together."""

import hmac
import os
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kotoutus_desktop.errors import CannotWrite, DamagedFile, WrongPassphrase
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.keys_file import Cost, KeysFile, Role, Slot, SlotKind, read_keys
from kotoutus_desktop.models.recovery_codes import normal_code
from kotoutus_desktop.models.slot_box import KEY_LENGTH, fill, new_pair, open_box
from kotoutus_desktop.models.subkeys import subkey

_NONCE = 12

_TAMPERED = N_(
    "The keys file {name} was changed outside the program. "
    "Fetch it from a backup copy to the same folder."
)
_OTHER_KEY = N_("The keys file does not belong to this file. It was not changed.")
_TURNING = N_("The file is still being encrypted anew. Lock the program and open the file again.")


@dataclass(frozen=True)
class Unlocked:
    """The data key, 32 bytes to be wiped after use, and whose slot gave it.

    `next_key` is there when encrypting anew was broken off: `new_key.settled` finishes it.
    """

    key: bytearray
    label: str
    role: Role = Role.ADMINISTRATOR
    first: bool = False
    next_key: bytearray | None = None


@dataclass(frozen=True)
class Maker:
    """What new slots of one file have in common."""

    file_id: str
    key: bytes | bytearray
    anchor: bytes

    @classmethod
    def of(cls, keys: KeysFile, key: bytes | bytearray) -> "Maker":
        """Return that of a file; one of format 1 gets its anchor now."""
        if not keys.anchor:
            return cls(keys.file_id, key, os.urandom(KEY_LENGTH))
        cipher = AESGCM(bytes(subkey(key, "anchor")))
        nonce, sealed = keys.anchor[:_NONCE], keys.anchor[_NONCE:]
        return cls(keys.file_id, key, cipher.decrypt(nonce, sealed, keys.file_id.encode()))

    def slot(self, slot: Slot, secret: str) -> Slot:
        """Return a slot as planned, with what the secret opens."""
        private, public = new_pair()
        slot = replace(slot, nonce=os.urandom(_NONCE), public=public)
        cipher = AESGCM(wrapping_key(slot.kind, secret, slot.salt, slot.cost))
        wrapped = cipher.encrypt(slot.nonce, private + self.anchor, slot.claims(self.file_id))
        return replace(slot, wrapped=wrapped, box=self.box(slot, self.key))

    def box(self, slot: Slot, key: bytes | bytearray) -> bytes:
        """Return a data key in a box for a slot."""
        return fill(slot.public, self.anchor, bytes(key), _whose(self.file_id, slot))

    def sealed(self, slots: tuple[Slot, ...]) -> KeysFile:
        """Return the file with these slots."""
        nonce = os.urandom(_NONCE)
        cipher = AESGCM(bytes(subkey(self.key, "anchor")))
        anchor = nonce + cipher.encrypt(nonce, self.anchor, self.file_id.encode())
        keys = KeysFile(self.file_id, slots, anchor=anchor)
        return replace(keys, seal=_seal(keys, self.key))


def plan(kind: SlotKind, label: str, cost: Cost, salt: bytes = b"") -> Slot:
    """Return a slot without its key yet; a salt of its own unless one is given."""
    return Slot(kind, label, cost, salt or os.urandom(16), b"", b"")


def is_of(slot: Slot, label: str) -> bool:
    """Tell whether a slot is a person's passphrase."""
    return slot.kind == "passphrase" and slot.label == label


def wrapping_key(kind: SlotKind, secret: str, salt: bytes, cost: Cost) -> bytes:
    """Return the key that a secret makes, slowly."""
    # macOS types "ä" as two characters, others as one
    is_code = kind != "passphrase"
    plain = normal_code(secret) if is_code else unicodedata.normalize("NFC", secret)
    return hash_secret_raw(
        plain.encode(),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory,
        parallelism=cost.lanes,
        hash_len=KEY_LENGTH,
        type=Type.ID,
    )


def opening(keys: KeysFile, kind: SlotKind, secret: str) -> list[Unlocked]:
    """Return what the secret opens: every slot is tried, also after one that fits."""
    slots = [slot for slot in keys.slots if slot.kind == kind]
    ways = {(slot.salt, slot.cost) for slot in slots}
    wrapping = {way: wrapping_key(kind, secret, *way) for way in ways}
    opened = [_open(keys.file_id, slot, wrapping[slot.salt, slot.cost]) for slot in slots]
    return [each for each in opened if each is not None]


def read_whole(path: Path, kind: SlotKind, secret: str) -> Unlocked | None:
    """Return what a secret opens in a file, None when nothing; raises DamagedFile, NewerFile."""
    keys = read_keys(path)
    found = opening(keys, kind, secret)
    if not found:
        return None
    if not hmac.compare_digest(_seal(keys, found[0].key), keys.seal):
        raise DamagedFile(_TAMPERED, name=path.name)
    return found[0]


def read_to_change(path: Path, key: bytes | bytearray) -> KeysFile:
    """Return the slots for who has the data key.

    Raises WrongPassphrase when it is another file's, CannotWrite while the file is being
    encrypted anew, DamagedFile, NewerFile.
    """
    keys = read_keys(path)
    if not hmac.compare_digest(_seal(keys, key), keys.seal):
        raise WrongPassphrase(_OTHER_KEY)
    if keys.is_turning:
        raise CannotWrite(_TURNING)
    return keys


def _open(file_id: str, slot: Slot, wrapping: bytes) -> Unlocked | None:
    try:
        content = AESGCM(wrapping).decrypt(slot.nonce, slot.wrapped, slot.claims(file_id))
        if not slot.public:  # format 1
            return Unlocked(bytearray(content), slot.label)
        private, anchor = content[:KEY_LENGTH], content[KEY_LENGTH:]
        boxes = [box for box in (slot.box, slot.next_box) if box]
        keys = [open_box(private, anchor, box, _whose(file_id, slot)) for box in boxes]
    except InvalidTag:
        return None
    return Unlocked(keys[0], slot.label, slot.role, slot.first, *keys[1:])


def _whose(file_id: str, slot: Slot) -> bytes:
    return f"{file_id}/{slot.kind}/{slot.label}".encode()


def _seal(keys: KeysFile, key: bytes | bytearray) -> bytes:
    return keys.seal_with(subkey(key, "keys file"))
