"""The copies in a folder: which there are, and which of them can go."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kotoutus_desktop.models.backups.manifest import (
    SAFETY,
    Manifest,
    Reason,
    manifest_beside,
    read_manifest,
)
from kotoutus_desktop.models.backups.thinning import to_remove
from kotoutus_desktop.models.key_slots import keys_beside

_NAME = re.compile(r"-(?:before-\w+-)?(\d{8}-\d{6})(?:-[a-z]+)?(?:-\d+)?")


@dataclass(frozen=True)
class Copy:
    """A copy in a folder. `manifest` None: it was made by an earlier version of the program."""

    path: Path
    made_at: datetime
    manifest: Manifest | None = None

    @property
    def is_proven(self) -> bool:
        """Whether it was restored into a scratch file and found whole."""
        return self.manifest is not None and self.manifest.proven_at is not None

    @property
    def is_safety(self) -> bool:
        """Whether it was made before the whole file was changed."""
        return self.manifest is None or self.manifest.reason in SAFETY


def name_of_copy(database: Path, at: datetime, reason: Reason) -> str:
    """Return the name of a copy: the file's own, the time in UTC, and why it was made."""
    return f"{database.stem}-{at.astimezone(UTC):%Y%m%d-%H%M%S}-{reason}{database.suffix}"


def copies_in(folder: Path, database: Path) -> list[Copy]:
    """Return the copies of a file in a folder, the newest first; none where it is not there."""
    return sorted(_found(folder, database), key=lambda copy: copy.made_at, reverse=True)


def copy_at(path: Path, database: Path) -> Copy:
    """Return the copy at a path, wherever it lies; raises OSError."""
    manifest = read_manifest(path)
    return Copy(path, manifest.made_at if manifest else _made_at(path, database), manifest)


def newest_proven(folder: Path, database: Path) -> Copy | None:
    """Return the last copy that was restored and checked, None when there is none."""
    return next((copy for copy in copies_in(folder, database) if copy.is_proven), None)


def thin(folder: Path, database: Path, now: datetime) -> list[Path]:
    """Remove the copies that need not be kept; returns them. One in use stays till next time."""
    gone = []
    for copy in to_remove(copies_in(folder, database), now):
        with suppress(OSError):
            copy.path.unlink()  # first: a sheet without its copy is not a copy
            manifest_beside(copy.path).unlink(missing_ok=True)
            keys_beside(copy.path).unlink(missing_ok=True)
            gone.append(copy.path)
    return gone


def sweep(folder: Path, database: Path) -> None:
    """Remove what a copy left behind that was cut off; nothing may be copying now."""
    with suppress(OSError):
        for path in folder.glob(f"{database.stem}-*"):
            whole = path.with_suffix(database.suffix)
            belongs = path.suffix in (".keys", ".json") and _NAME.fullmatch(_ending(path, database))
            if path.suffix == ".part" or (belongs and not whole.exists()):
                path.unlink()


def _ending(path: Path, database: Path) -> str:
    return path.stem.removeprefix(database.stem)


def _found(folder: Path, database: Path) -> Iterator[Copy]:
    try:
        paths = list(folder.glob(f"{database.stem}-*{database.suffix}"))
    except OSError:  # a medium that was pulled out
        return
    for path in paths:
        if not _NAME.fullmatch(_ending(path, database)):
            continue  # somebody's file of a similar name
        with suppress(OSError):
            yield copy_at(path, database)


def _made_at(path: Path, database: Path) -> datetime:
    """Return the time in the name, or that of the file."""
    match = _NAME.fullmatch(_ending(path, database))
    with suppress(ValueError):
        if match:
            return datetime.strptime(match[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
