"""How the keys file is written: canonical JSON with a checksum and a seal.

The checksum tells a damaged file from a wrong passphrase before anything is derived. The seal
is made with the data key, so that nobody without it can add, drop or swap a slot.

Format 1 had the data key itself under each secret. In format 2 a secret opens the private half
of a key pair, and the data key lies in a box made for the public half: so a new data key can be
given to everybody who stays without asking for their passphrases. Slots of format 1 are read,
and become slots of format 2 when their passphrase is changed.
"""

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, cast, get_args

from kotoutus_desktop.errors import CannotWrite, DamagedFile, NewerFile
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.durable import write_durably

FORMAT = 2
LARGEST = 128 * 1024  # bytes: room for more than a hundred people
_SALTS, _NONCES, _PUBLIC = range(8, 65), range(8, 129), 32  # bytes
MOST_MEMORY = 384 * 1024  # KiB

_DAMAGED = N_("The keys file {name} is damaged. Fetch it from a backup copy to the same folder.")
_MISSING = N_("The keys file {name} is missing. Fetch it from a backup copy to the same folder.")
_NEWER = N_(
    "This file was saved by a newer version of the program. "
    "Update the program to open it. The file was not changed."
)
_CANNOT_SAVE = N_("The keys file {name} cannot be saved. It is as it was before.")

SlotKind = Literal["passphrase", "recovery", "halves"]
"""`halves`: a recovery code that two people keep, and only both together have."""


class Role(StrEnum):
    """What a person may see and do in the program. Encryption knows one key and no roles."""

    COUNSELLOR = "counsellor"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"  # also adds and removes people
    TRAINER = "trainer"  # sees courses, and nothing of any client's case


@dataclass(frozen=True)
class Cost:
    """What Argon2id takes: memory in KiB, passes over it, lanes computed side by side."""

    memory: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        """Refuse what a hostile file could ask for: three times the memory of our own slots."""
        if not (8 * self.lanes <= self.memory <= MOST_MEMORY):
            raise ValueError("memory")
        if not (1 <= self.passes <= 20 and 1 <= self.lanes <= 16):
            raise ValueError("passes or lanes")


@dataclass(frozen=True)
class Slot:
    """One secret that opens the file; `label` says whose.

    `wrapped` is what the secret encrypts: the private half of `public`, or in format 1 the data
    key. `box` is the data key for whoever has the private half, `next_box` the one that takes
    its place while the file is being encrypted anew. `first`: the passphrase was given by
    somebody else and is to be changed. The slot of format 1 was its office's only one.
    """

    kind: SlotKind
    label: str
    cost: Cost
    salt: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    wrapped: bytes = field(repr=False)
    public: bytes = b""
    box: bytes = field(default=b"", repr=False)
    next_box: bytes = field(default=b"", repr=False)
    first: bool = False
    role: Role = Role.ADMINISTRATOR

    def claims(self, file_id: str) -> bytes:
        """Return what is authenticated with the secret: all that another person cannot change."""
        changing = {"wrapped": "", "box": "", "next": "", "role": ""}
        plain = self.to_json()
        return _canonical([file_id, {key: changing.get(key, plain[key]) for key in plain}])

    def to_json(self) -> dict[str, Any]:
        """Return plain values."""
        plain = {
            "kind": self.kind,
            "label": self.label,
            "kdf": ["argon2id", self.cost.memory, self.cost.passes, self.cost.lanes],
            "salt": _text(self.salt),
            "nonce": _text(self.nonce),
            "wrapped": _text(self.wrapped),
        }
        if not self.public:
            return plain
        return plain | {
            "public": _text(self.public),
            "box": _text(self.box),
            "next": _text(self.next_box),
            "first": self.first,
            "role": str(self.role),
        }

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> "Slot":
        """Read plain values; raises ValueError, KeyError or TypeError."""
        derivation, memory, passes, lanes = values["kdf"]
        if derivation != "argon2id" or values["kind"] not in get_args(SlotKind):
            raise ValueError("kind of slot")
        slot = cls(
            kind=cast(SlotKind, values["kind"]),
            label=values["label"],
            cost=Cost(memory, passes, lanes),
            salt=_bytes(values["salt"]),
            nonce=_bytes(values["nonce"]),
            wrapped=_bytes(values["wrapped"]),
            public=_bytes(values.get("public", "")),
            box=_bytes(values.get("box", "")),
            next_box=_bytes(values.get("next", "")),
            first=bool(values.get("first", False)),
            role=Role(values.get("role", Role.ADMINISTRATOR)),
        )
        slot.require_lengths()
        return slot

    def require_lengths(self) -> None:
        """Raise ValueError for what the ciphers do not take."""
        if not (len(self.salt) in _SALTS and len(self.nonce) in _NONCES):
            raise ValueError("salt or nonce")
        if self.public and not (len(self.public) == _PUBLIC and self.box):
            raise ValueError("box")


@dataclass(frozen=True)
class KeysFile:
    """All slots of a file, and its seal (HMAC-SHA-256, 32 bytes).

    `anchor` is a secret of the file under the data key; every slot holds it too. Boxes are made
    with it, so that nobody who never opened the file can make one. Empty in format 1.
    """

    file_id: str
    slots: tuple[Slot, ...]
    seal: bytes = field(default=b"", repr=False)
    anchor: bytes = field(default=b"", repr=False)

    @property
    def is_turning(self) -> bool:
        """Whether the file is being encrypted anew, with a new data key."""
        return any(slot.next_box for slot in self.slots)

    def seal_with(self, key: bytes | bytearray) -> bytes:
        """Return the seal that these slots should have; `key` is a subkey for this purpose."""
        parts: list[object] = [self.file_id, [slot.to_json() for slot in self.slots]]
        if self.anchor:
            parts.append(_text(self.anchor))
        return hmac.digest(bytes(key), _canonical(parts), "sha256")


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
    anchor = _bytes(values.get("anchor", ""))
    keys = KeysFile(values["file"], slots, _bytes(values["seal"]), anchor)
    if _canonical(_whole(keys)) != content:  # also compares the checksum
        raise ValueError("checksum")
    return keys


def _whole(keys: KeysFile) -> dict[str, Any]:
    values = {
        "format": FORMAT if keys.anchor else 1,
        "file": keys.file_id,
        "slots": [slot.to_json() for slot in keys.slots],
        "seal": _text(keys.seal),
    }
    if keys.anchor:
        values["anchor"] = _text(keys.anchor)
    return {**values, "checksum": hashlib.sha256(_canonical(values)).hexdigest()}


def _canonical(values: object) -> bytes:
    return json.dumps(values, sort_keys=True, separators=(",", ":")).encode()


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
