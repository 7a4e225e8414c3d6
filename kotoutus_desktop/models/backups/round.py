"""One round of copying: a new copy, the old ones thinned, the second place brought up to date."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.models.backups.making import SCRATCH, back_up, carry
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.shelf import Copy, copies_in, newest_proven, sweep, thin
from kotoutus_desktop.models.place import copies_folder
from kotoutus_desktop.progress import Report, ignore


@dataclass(frozen=True)
class Round:
    """What a round did. `second_failure` says why the second place did not get the copy."""

    copy: Copy
    second: Copy | None = None
    second_failure: KotoutusError | None = None


def copy_round(
    path: Path,
    key: bytes | bytearray,
    reason: Reason,
    at: datetime,
    second: Path | None = None,
    report: Report = ignore,
) -> Round:
    """Make a proven copy, thin the shelf, and carry the copy to `second` when that is there.

    Raises as `back_up`; what goes wrong in the second place is told and does not undo the first.
    """
    sweep(copies_folder(path), path)
    copy = back_up(path, key, reason, at, report)
    thin(copies_folder(path), path, at)
    return carry_on(path, key, copy, at, second)


def carry_on(
    path: Path, key: bytes | bytearray, copy: Copy, at: datetime, second: Path | None
) -> Round:
    """Carry a proven copy to the second place, if that is there and does not have it."""
    if second is None or not lacks(second, path, copy):
        return Round(copy)
    try:
        there = carry(copy, second, key, at, copies_folder(path) / SCRATCH)
        thin(second, path, at)
    except KotoutusError as error:
        return Round(copy, second_failure=error)
    return Round(copy, there)


def lacks(second: Path, path: Path, copy: Copy | None = None) -> bool:
    """Tell whether the second place is there without a copy, the newest unless one is named."""
    try:
        if not second.is_dir():
            return False
        newest = copy or newest_proven(copies_folder(path), path)
    except OSError:
        return False
    if newest is None:
        return False
    return all(each.path.name != newest.path.name for each in copies_in(second, path))
