"""What is written beside a copy: when and why it was made, and what a restored one must hold.

The manifest is not encrypted. It holds numbers and digests, nothing about anybody.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from kotoutus_desktop.models.durable import write_durably
from kotoutus_desktop.models.history.sealing import Anchor

FORMAT = 1
LARGEST = 1024 * 1024  # bytes: a larger one is not ours
_BLOCK = 1024 * 1024


class Reason(StrEnum):
    """Why a copy was made."""

    TIME = "time"
    LOCK = "lock"
    CLOSE = "close"
    HAND = "hand"
    UPDATE = "update"
    IMPORT = "import"
    MERGE = "merge"
    PURGE = "purge"
    RESTORE = "restore"


SAFETY = (Reason.UPDATE, Reason.IMPORT, Reason.MERGE, Reason.PURGE, Reason.RESTORE)
"""Copies made before something that changes the whole file."""


@dataclass(frozen=True)
class Contents:
    """What a file holds: its revision, the rows of each table, and the end of its log.

    `changes` is the number of the last entry of the log that tells of a change; looks do not
    count. `anchor` is None for a file without a log.
    """

    revision: str
    counts: dict[str, int]
    changes: int = 0
    anchor: Anchor | None = None


@dataclass(frozen=True)
class Manifest:
    """A copy's own sheet. `proven_at` None: it was not restored and checked yet."""

    made_at: datetime
    reason: Reason
    contents: Contents
    sha256: str
    size: int
    proven_at: datetime | None = None

    @property
    def clients(self) -> int:
        """How many clients the copy holds, closed ones too."""
        return self.contents.counts.get("client", 0)

    def proven(self, at: datetime) -> "Manifest":
        """Return the sheet of a copy that was restored and checked."""
        return replace(self, proven_at=at)


def manifest_beside(copy: Path) -> Path:
    """Return where the sheet of a copy is."""
    return copy.with_suffix(".json")


def write_manifest(copy: Path, manifest: Manifest) -> None:
    """Write the sheet beside its copy; raises OSError."""
    content = json.dumps(_plain(manifest), sort_keys=True, indent=1)
    write_durably(manifest_beside(copy), content.encode())


def read_manifest(copy: Path) -> Manifest | None:
    """Return the sheet of a copy; None when there is none that can be read."""
    try:
        with manifest_beside(copy).open("rb") as file:
            content = file.read(LARGEST + 1)
        return _parse(json.loads(content)) if len(content) <= LARGEST else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits; raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _plain(manifest: Manifest) -> dict[str, Any]:
    contents = manifest.contents
    anchor = contents.anchor
    return {
        "format": FORMAT,
        "made": manifest.made_at.isoformat(),
        "reason": manifest.reason.value,
        "revision": contents.revision,
        "counts": contents.counts,
        "changes": contents.changes,
        "log": [anchor.seq, anchor.digest.hex()] if anchor else None,
        "sha256": manifest.sha256,
        "size": manifest.size,
        "proven": manifest.proven_at.isoformat() if manifest.proven_at else None,
    }


def _parse(values: dict[str, Any]) -> Manifest:
    if values["format"] != FORMAT:
        raise ValueError("format")
    anchor = values["log"]
    contents = Contents(
        str(values["revision"]),
        {str(table): int(number) for table, number in values["counts"].items()},
        int(values["changes"]),
        Anchor(int(anchor[0]), bytes.fromhex(anchor[1])) if anchor else None,
    )
    return Manifest(
        _moment(values["made"]),
        Reason(values["reason"]),
        contents,
        str(values["sha256"]),
        int(values["size"]),
        _moment(values["proven"]) if values["proven"] else None,
    )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("time without zone")
    return moment.astimezone(UTC)
