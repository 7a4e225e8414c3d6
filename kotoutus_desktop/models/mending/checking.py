"""What is wrong with a file: keys, pages, structure, references and the chain of the log.

Checked is a scratch copy, so that even a look cannot make a damaged file worse.
"""

import hmac
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kotoutus_desktop.errors import CannotWrite, DamagedFile, WrongPassphrase
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.backups.proving import broken_link
from kotoutus_desktop.models.connection import OWNER_ONLY, Connection, connect, driver_failures
from kotoutus_desktop.models.key_slots import keys_beside, subkey
from kotoutus_desktop.models.keys_file import read_keys
from kotoutus_desktop.progress import Report, ignore

STEPS = 5
PAGE = 4096
MOST_LINES = 1000
ROOM_FOR_LOST = 64 * 1024 * 1024  # bytes that a file cut short is given back, as a hole
_NO_ROOM = N_("There is no room to check the file. Free some space on the disk, then try again.")


class Fault(StrEnum):
    """What can be wrong. The number of a finding counts it, or names the entry of the log."""

    KEYS = "keys"  # the keys file is another one's, damaged or missing
    UNREADABLE = "unreadable"  # the first page, or the list of tables, cannot be read
    PAGES = "pages"  # pages that are not what was written
    STRUCTURE = "structure"
    INDEX = "index"
    REFERENCES = "references"  # rows that refer to one that is not there
    LOG = "log"  # the first entry that is not as it was sealed


@dataclass(frozen=True)
class Finding:
    """One fault, how often it was found, or where."""

    fault: Fault
    number: int = 0


def check(path: Path, key: bytes | bytearray, report: Report = ignore) -> tuple[Finding, ...]:
    """Return what is wrong with a file that nobody has open, nothing when it is whole.

    The file itself is not written. Raises CannotWrite when there is no room for a scratch copy,
    Cancelled when the report does.
    """
    report(0, STEPS)
    found = [] if keys_fit(path, key) else [Finding(Fault.KEYS)]
    with scratch_of(path) as scratch:
        report(1, STEPS)
        return (*found, *_check_scratch(scratch, key, report))


def keys_fit(path: Path, key: bytes | bytearray) -> bool:
    """Tell whether the keys file beside a file is whole and its own."""
    try:
        keys = read_keys(keys_beside(path))
    except DamagedFile:
        return False
    return hmac.compare_digest(keys.seal, keys.seal_with(subkey(key, "keys file")))


@contextmanager
def scratch_of(path: Path) -> Iterator[Path]:
    """Give a copy of a file with its log, which goes away again.

    A file that was cut short gets its length back as empty pages: they are damaged pages then,
    and those before them can be read. Raises CannotWrite.
    """
    folder = path.parent / "copies" / "mending"
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700, parents=True)
        scratch = folder / path.name
        for ending in ("", "-wal"):
            source = path.with_name(path.name + ending)
            if source.exists():
                copy = scratch.with_name(scratch.name + ending)
                copy.touch(OWNER_ONLY)
                shutil.copyfile(source, copy)
        yield scratch
    except OSError:
        raise CannotWrite(_NO_ROOM) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def open_scratch(scratch: Path, key: bytes | bytearray) -> Connection:
    """Open a scratch copy, one that was cut short too; its log goes into it.

    Raises DamagedFile or WrongPassphrase when the first page or the list of tables is gone.
    """
    try:
        connection = connect(scratch, key)
    except DamagedFile:
        with scratch.open("r+b") as file:
            file.truncate(scratch.stat().st_size // PAGE * PAGE + ROOM_FOR_LOST)
        connection = connect(scratch, key)
    try:
        with driver_failures():
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            pages = int(connection.execute("PRAGMA page_count").fetchone()[0])
            os.truncate(scratch, pages * PAGE)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_scratch(scratch: Path, key: bytes | bytearray, report: Report) -> list[Finding]:
    try:
        connection = open_scratch(scratch, key)
    except (DamagedFile, WrongPassphrase):
        return [Finding(Fault.UNREADABLE)]
    try:
        with driver_failures():
            damaged = len(connection.execute("PRAGMA cipher_integrity_check").fetchall())
        if damaged:
            return [Finding(Fault.PAGES, damaged)]  # what lies on them cannot be checked
        report(2, STEPS)
        return list(_checked(connection, key, report))
    except DamagedFile:
        return [Finding(Fault.UNREADABLE)]
    finally:
        connection.close()


def _checked(connection: Connection, key: bytes | bytearray, report: Report) -> Iterator[Finding]:
    with driver_failures():
        lines = _lines(connection)
        of_indexes = [line for line in lines if " index " in line]
        if of_indexes:
            yield Finding(Fault.INDEX, len(of_indexes))
        if len(lines) > len(of_indexes):
            yield Finding(Fault.STRUCTURE, len(lines) - len(of_indexes))
        report(3, STEPS)
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
        if loose:
            yield Finding(Fault.REFERENCES, len(loose))
        report(4, STEPS)
        broken = broken_link(connection, key)
        if broken is not None:
            yield Finding(Fault.LOG, broken)
        report(STEPS, STEPS)


def _lines(connection: Connection) -> list[str]:
    """Return what the check of the structure has to say, line by line, nothing when all is well."""
    rows = connection.execute(f"PRAGMA integrity_check({MOST_LINES})").fetchall()
    lines = [line for (text,) in rows for line in str(text).splitlines()]
    return [line for line in lines if line != "ok" and not line.startswith("***")]
