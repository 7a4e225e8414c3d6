"""How the keys file is written: canonical JSON with a checksum and a seal.

The checksum tells a damaged file from a wrong passphrase before anything is derived. The seal
is made with the data key, so that nobody without it can add, drop or swap a slot.
"""

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast

from kotoutus_desktop.errors import CannotWrite, DamagedFile, NewerFile
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.durable import write_durably

FORMAT = 1
LARGEST = 64 * 1024  # bytes: room for a hundred people

_DAMAGED = N_("The keys file {name} is damaged. Fetch it from a backup copy to the same folder.")
_MISSING = N_("The keys file {name} is missing. Fetch it from a backup copy to the same folder.")
_NEWER = N_(
    "This file was saved by a newer version of the program. "
    "Update the program to open it. The file was not changed."
)
_CANNOT_SAVE = N_("The keys file {name} cannot be saved. It is as it was before.")

SlotKind = Literal["passphrase", "recovery"]


@dataclass(frozen=True)
class Cost:
    """What Argon2id takes: memory in KiB, passes over it, lanes computed side by side."""

    memory: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        """Refuse what a hostile file could ask for: more than 1 GiB of memory."""
        if not (8 * self.lanes <= self.memory <= 1024 * 1024):
            raise ValueError("memory")
        if not (1 <= self.passes <= 20 and 1 <= self.lanes <= 16):
            raise ValueError("passes or lanes")


@dataclass(frozen=True)
class Slot:
    """The data key as one secret opens it; `label` says whose secret."""

    kind: SlotKind
    label: str
    cost: Cost
    salt: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    wrapped: bytes = field(repr=False)

    def claims(self, file_id: str) -> bytes:
        """Return all but the wrapped key, to be authenticated with it."""
        return _canonical([file_id, {**self.to_json(), "wrapped": ""}])

    def to_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            "kind": self.kind,
            "label": self.label,
            "kdf": ["argon2id", self.cost.memory, self.cost.passes, self.cost.lanes],
            "salt": _text(self.salt),
            "nonce": _text(self.nonce),
            "wrapped": _text(self.wrapped),
        }

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> "Slot":
        """Read plain values; raises ValueError, KeyError or TypeError."""
        derivation, memory, passes, lanes = values["kdf"]
        if derivation != "argon2id" or values["kind"] not in ("passphrase", "recovery"):
            raise ValueError("kind of slot")
        return cls(
            kind=cast(SlotKind, values["kind"]),
            label=values["label"],
            cost=Cost(memory, passes, lanes),
            salt=_bytes(values["salt"]),
            nonce=_bytes(values["nonce"]),
            wrapped=_bytes(values["wrapped"]),
        )


@dataclass(frozen=True)
class KeysFile:
    """All slots of a file, and its seal (HMAC-SHA-256, 32 bytes)."""

    file_id: str
    slots: tuple[Slot, ...]
    seal: bytes = field(default=b"", repr=False)

    def seal_with(self, key: bytes | bytearray) -> bytes:
        """Return the seal that these slots should have; `key` is a subkey for this purpose."""
        content = _canonical([self.file_id, [slot.to_json() for slot in self.slots]])
        return hmac.digest(bytes(key), content, "sha256")


def read_keys(path: Path) -> KeysFile:
    """Read a keys file; raises DamagedFile or NewerFile."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise DamagedFile(_MISSING, name=path.name) from None
    except OSError:
        raise DamagedFile(_DAMAGED, name=path.name) from None
    try:
        return _parse(content)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise DamagedFile(_DAMAGED, name=path.name) from None


def save_keys(path: Path, keys: KeysFile) -> None:
    """Write a keys file; raises CannotWrite and then leaves the old one."""
    try:
        write_durably(path, _canonical(_whole(keys)))
    except OSError:
        raise CannotWrite(_CANNOT_SAVE, name=path.name) from None


def _parse(content: bytes) -> KeysFile:
    values = json.loads(content)
    if len(content) > LARGEST:
        raise ValueError("size")
    if isinstance(values["format"], int) and values["format"] > FORMAT:
        raise NewerFile(_NEWER)
    slots = tuple(Slot.from_json(slot) for slot in values["slots"])
    keys = KeysFile(values["file"], slots, _bytes(values["seal"]))
    if _canonical(_whole(keys)) != content:  # also compares the checksum
        raise ValueError("checksum")
    return keys


def _whole(keys: KeysFile) -> dict[str, Any]:
    values = {
        "format": FORMAT,
        "file": keys.file_id,
        "slots": [slot.to_json() for slot in keys.slots],
        "seal": _text(keys.seal),
    }
    return {**values, "checksum": hashlib.sha256(_canonical(values)).hexdigest()}


def _canonical(values: object) -> bytes:
    return json.dumps(values, sort_keys=True, separators=(",", ":")).encode()


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
