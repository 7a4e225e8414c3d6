"""Making a copy, proving it, and carrying it to a second place."""

import shutil
from datetime import datetime
from pathlib import Path

from kotoutus_desktop.errors import CannotWrite, DamagedFile
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.backups.manifest import (
    Contents,
    Manifest,
    Reason,
    digest_of,
    manifest_beside,
    read_manifest,
    write_manifest,
)
from kotoutus_desktop.models.backups.proving import contents_of, prove
from kotoutus_desktop.models.backups.shelf import Copy, name_of_copy
from kotoutus_desktop.models.connection import OWNER_ONLY, connect, driver_failures
from kotoutus_desktop.models.durable import move_durably, sync_file
from kotoutus_desktop.models.history.log_tables import logged_tables
from kotoutus_desktop.models.key_slots import keys_beside
from kotoutus_desktop.models.place import copies_folder
from kotoutus_desktop.models.verified_copy import verified_copy
from kotoutus_desktop.progress import Report, ignore

STEPS = 3
SCRATCH = "trial"

_NO_KEYS = N_(
    "The keys file {name} is missing. Without it no copy can be opened: put it back beside the"
    " file of cases."
)
_NOT_WRITTEN = N_("The copy cannot be written to {folder}. Check that it has free space.")
_LESS = N_("The copy does not hold what the file held when it was begun, and was not kept.")


def back_up(
    path: Path,
    key: bytes | bytearray,
    reason: Reason,
    at: datetime,
    report: Report = ignore,
) -> Copy:
    """Make a copy in the folder `copies` beside the file and prove it; returns it.

    Works while the file is in use. Raises CannotWrite or DamagedFile; then no new copy is
    there. Raises Cancelled when the report does.
    """
    if not keys_beside(path).exists():
        raise DamagedFile(_NO_KEYS, name=keys_beside(path).name)
    folder = copies_folder(path)
    target = free_name(folder / name_of_copy(path, at, reason))
    report(0, STEPS)
    before = _contents(path, key)
    verified_copy(path, key, target)
    try:
        report(1, STEPS)
        manifest = _manifest(target, key, reason, at)
        _require_all(before, manifest.contents)
        prove(target, key, manifest, folder / SCRATCH)
        report(2, STEPS)
        manifest = manifest.proven(at)
        write_manifest(target, manifest)
    except BaseException as error:
        remove_copy(target)
        if isinstance(error, OSError):
            raise CannotWrite(_NOT_WRITTEN, folder=folder.name) from None
        raise
    report(STEPS, STEPS)
    return Copy(target, at, manifest)


def carry(copy: Copy, folder: Path, key: bytes | bytearray, at: datetime, scratch: Path) -> Copy:
    """Put a copy into a second folder too, and prove what was read back from there.

    `scratch` is a folder on this computer's disk. Raises CannotWrite or DamagedFile.
    """
    manifest = copy.manifest
    if manifest is None:
        raise ValueError("only a copy with its sheet is carried on")
    target = folder / copy.path.name
    try:
        _carry_file(copy.path, target)
        _carry_file(keys_beside(copy.path), keys_beside(target))
        prove(target, key, manifest, scratch)
        manifest = manifest.proven(at)
        write_manifest(target, manifest)
    except BaseException as error:
        remove_copy(target)
        if isinstance(error, OSError):
            raise CannotWrite(_NOT_WRITTEN, folder=str(folder)) from None
        raise
    return Copy(target, copy.made_at, manifest)


def prove_again(copy: Path, key: bytes | bytearray, scratch: Path) -> Manifest:
    """Prove a copy that was made earlier, with or without its sheet; returns the sheet.

    Raises as `prove`.
    """
    manifest = read_manifest(copy)
    if manifest is None:
        made = datetime.fromtimestamp(copy.stat().st_mtime).astimezone()
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(mode=0o700, parents=True)
        try:
            trial = scratch / copy.name
            shutil.copyfile(copy, trial)
            manifest = Manifest(
                made, Reason.UPDATE, _contents(trial, key), digest_of(copy), copy.stat().st_size
            )
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    prove(copy, key, manifest, scratch)
    return manifest


def remove_copy(copy: Path) -> None:
    """Remove a copy with what belongs to it."""
    for path in (copy, manifest_beside(copy), keys_beside(copy)):
        path.unlink(missing_ok=True)


def free_name(path: Path) -> Path:
    """Return the path, with a number when there is such a copy already."""
    number, found = 2, path
    while found.exists() or keys_beside(found).exists():
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return found


def _manifest(copy: Path, key: bytes | bytearray, reason: Reason, at: datetime) -> Manifest:
    contents = _contents(copy, key, alone=True)
    return Manifest(at, reason, contents, digest_of(copy), copy.stat().st_size)


def _contents(path: Path, key: bytes | bytearray, *, alone: bool = False) -> Contents:
    """Count what a file holds. `alone`: it becomes one file again, without a log beside it."""
    connection = connect(path, key)
    try:
        with driver_failures():
            contents = contents_of(connection)
            if alone:
                connection.execute("PRAGMA journal_mode = DELETE")
            return contents
    finally:
        connection.close()


def _require_all(before: Contents, copied: Contents) -> None:
    """Compare with what was there when the copy was begun; others may have written since."""
    if before.revision != copied.revision:
        raise DamagedFile(_LESS)
    if before.anchor == copied.anchor and before.changes == copied.changes:
        logged = {table.name for table in logged_tables()} & before.counts.keys()
        if any(before.counts[name] != copied.counts.get(name) for name in logged):
            raise DamagedFile(_LESS)
    elif copied.changes < before.changes:
        raise DamagedFile(_LESS)


def _carry_file(source: Path, target: Path) -> None:
    part = target.with_name(target.name + ".part")
    try:
        part.touch(OWNER_ONLY)
        shutil.copyfile(source, part)
        sync_file(part)
        move_durably(part, target)
    finally:
        part.unlink(missing_ok=True)
