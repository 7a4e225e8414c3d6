"""Mending a file: what can be read goes into a new one, and the log brings back the rest.

The damaged file is kept as it is first, and the new one takes its place only when it passed
every check. Rows that lay on a damaged page are made again from the log of changes, which
holds every value; where that was damaged too, it is said what could not be mended.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from kotoutus_desktop.errors import CannotWrite, DamagedFile, KotoutusError, NewerFile
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.backups.proving import broken_link
from kotoutus_desktop.models.backups.restoring import keep_as_it_is
from kotoutus_desktop.models.backups.shelf import copies_in
from kotoutus_desktop.models.connection import Connection, connect, driver_failures
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.durable import move_durably, sync_file, write_durably
from kotoutus_desktop.models.engine import open_engine
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY, OPERATION, logged_tables
from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.key_slots import keys_beside
from kotoutus_desktop.models.keys_file import read_keys
from kotoutus_desktop.models.mending.checking import keys_fit, scratch_of
from kotoutus_desktop.models.mending.returning import (
    Returned,
    lost_history,
    return_from_log,
    tie_loose_ends,
)
from kotoutus_desktop.models.mending.salvaging import Salvage
from kotoutus_desktop.models.place import copies_folder
from kotoutus_desktop.models.verified_copy import verify
from kotoutus_desktop.progress import Report, ignore

STEPS = 5
_NOT_MENDED = N_(
    "The file could not be mended and is as it was: its beginning cannot be read. Go back to a "
    "copy."
)
_NO_ROOM = N_("There is no room to mend the file, which is as it was. Free some space first.")
_NOT_WHOLE = N_("What was mended did not pass the check. The file is as it was. Go back to a copy.")


class Outcome(StrEnum):
    """What became of the file's contents, each with a number."""

    CARRIED = "carried"  # rows that were read and carried over
    FROM_LOG = "from_log"  # rows that were lost, and made again from the log of changes
    KEYS = "keys"  # the keys file came back from a copy
    IN_PART = "in_part"  # rows made again from a log of which a part is lost
    EMPTY = "empty"  # rows of which only that they were there is known: others refer to them
    LOST = "lost"  # rows that the log names and of which nothing is left
    HISTORY = "history"  # entries of the log that are lost
    UNCOUNTED = "uncounted"  # kinds of records of which some may be missing: nothing tells
    LOG_BROKEN = "log_broken"  # the first entry of the log that is not as it was sealed


MENDED = (Outcome.CARRIED, Outcome.FROM_LOG, Outcome.KEYS)
NOT_MENDED = tuple(outcome for outcome in Outcome if outcome not in MENDED)
_LOG = {OPERATION.name, LOG_ENTRY.name}
_MADE_ANEW = {"due_step", "name_key", "reckoning"}


@dataclass(frozen=True)
class Repair:
    """What was done, with its numbers, and where the damaged file was kept."""

    outcomes: dict[Outcome, int]
    kept: Path


def repair(path: Path, key: bytes | bytearray, at: datetime, report: Report = ignore) -> Repair:
    """Mend a file that nobody has open; `key` opens it.

    Raises DamagedFile when there is nothing that can be mended, CannotWrite, NewerFile; the
    file is then as it was.
    """
    try:
        report(0, STEPS)
        kept = keep_as_it_is(path, at)
        with scratch_of(path) as scratch:
            report(1, STEPS)
            target = scratch.with_name("mended" + path.suffix)
            outcomes = _carry_over(scratch, target, key)
            report(2, STEPS)
            outcomes |= _complete(target, key)
            report(3, STEPS)
            _require_whole(target, key)
            report(4, STEPS)
            _bring_back_keys(path, key, outcomes)
            for ending in ("-wal", "-shm"):  # or they would be read into the new file
                path.with_name(path.name + ending).unlink(missing_ok=True)
            move_durably(target, path)
    except OSError:
        raise CannotWrite(_NO_ROOM) from None
    report(STEPS, STEPS)
    return Repair({kind: number for kind, number in outcomes.items() if number}, kept)


def keys_to_open(path: Path) -> Path:
    """Return the keys file of a file, or where it cannot be read the newest one of a copy.

    Raises DamagedFile or NewerFile when there is none at all.
    """
    own = keys_beside(path)
    try:
        read_keys(own)
    except DamagedFile:
        for keys in _keys_of_copies(path):
            with suppress(DamagedFile):
                read_keys(keys)
                return keys
        raise
    return own


def _keys_of_copies(path: Path) -> Iterable[Path]:
    return (keys_beside(copy.path) for copy in copies_in(copies_folder(path), path))


def _bring_back_keys(path: Path, key: bytes | bytearray, outcomes: dict[Outcome, int]) -> None:
    if keys_fit(path, key):
        return
    for keys in _keys_of_copies(path):
        if keys_fit(keys, key):
            write_durably(keys_beside(path), keys.read_bytes())
            outcomes[Outcome.KEYS] = 1
            return


def _carry_over(scratch: Path, target: Path, key: bytes | bytearray) -> dict[Outcome, int]:
    try:
        salvage = Salvage(scratch, key)
    except KotoutusError as error:
        if isinstance(error, CannotWrite | NewerFile):
            raise
        raise DamagedFile(_NOT_MENDED) from None
    new = connect(target, key, create=True)
    try:
        with driver_failures():
            new.execute("PRAGMA foreign_keys = OFF")
            new.execute("BEGIN")
            carried, damaged = _copy_rows(salvage, new)
            _copy_statements(salvage, new)
            new.execute("COMMIT")
        return {Outcome.CARRIED: carried, Outcome.UNCOUNTED: _count_untold(damaged)}
    finally:
        new.close()
        salvage.close()


def _copy_rows(salvage: Salvage, new: Connection) -> tuple[int, set[str]]:
    """Return how many rows were read, and the tables that have damaged pages."""
    carried, damaged = 0, set()
    for shape in salvage.tables():
        new.execute(shape.sql)
        rows, whole = salvage.read(shape)
        if not whole:
            damaged.add(shape.name)
        marks = ", ".join("?" * len(shape.columns))
        names = ", ".join(f'"{column}"' for column in shape.columns)
        new.executemany(f'INSERT OR IGNORE INTO "{shape.name}"({names}) VALUES({marks})', rows)
        carried += len(rows)
    return carried, damaged


def _count_untold(damaged: set[str]) -> int:
    """Count the damaged tables whose lost rows the log does not name, being damaged itself."""
    told = set() if damaged & _LOG else {table.name for table in logged_tables()}
    return len(damaged - told - _MADE_ANEW)


def _copy_statements(salvage: Salvage, new: Connection) -> None:
    """Make the indexes, and the triggers that are not of the log: those are made anew."""
    for kind in ("index", "trigger"):
        for statement in salvage.statements(kind):
            if "TRIGGER record_" not in statement:
                new.execute(statement)
    tables = new.execute("SELECT 1 FROM sqlite_schema WHERE name = 'replica'").fetchone()
    if tables:
        new.execute("UPDATE replica SET triggers = ''")


def _complete(target: Path, key: bytes | bytearray) -> dict[Outcome, int]:
    """Bring the new file up to date, and back into it what the log knows."""
    Database(target, key, must_exist=True).close()
    connection = connect(target, key)
    with driver_failures():
        broken = broken_link(connection, key)
    connection.close()
    engine = open_engine(target, key)
    try:
        with driver_failures(), engine.begin() as transaction:
            lost = lost_history(transaction)
            note(transaction, Note(Act.MEND, subject="file", detail=str(broken or "")))
            returned = return_from_log(transaction)
            empty, gone = tie_loose_ends(transaction)
    finally:
        engine.dispose()
    return _outcomes(returned, empty, gone) | {
        Outcome.HISTORY: lost,
        Outcome.LOG_BROKEN: broken or 0,
    }


def _outcomes(returned: Returned, empty: int, gone: int) -> dict[Outcome, int]:
    return {
        Outcome.FROM_LOG: returned.whole,
        Outcome.IN_PART: returned.in_part,
        Outcome.EMPTY: empty,
        Outcome.LOST: max(0, returned.lost - empty) + gone,
    }


def _require_whole(target: Path, key: bytes | bytearray) -> None:
    verify(target, key)
    connection = connect(target, key)
    try:
        with driver_failures():
            if broken_link(connection, key) is not None:
                raise DamagedFile(_NOT_WHOLE)
            connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()
    sync_file(target)
