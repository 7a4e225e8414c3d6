"""A suitcase comes back: what was done in it is merged, and its files are deleted.

Its log goes along: who looked at whom while it was out stands in the office's log afterwards.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.due import DueClient, find_clients
from kotoutus_desktop.casework.exchange.news import News, bring
from kotoutus_desktop.casework.exchange.packing import SUBJECT, suitcase_here
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.errors import KotoutusError, OnlyForReading, WrongPassphrase
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.connection import connect, driver_failures
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.models.history.merging import Bundle, bundle_of
from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.key_slots import keys_beside, wipe
from kotoutus_desktop.models.office_translations import translations_folder
from kotoutus_desktop.models.only_reading import ONLY_READING
from kotoutus_desktop.models.place import copies_folder, only_program
from kotoutus_desktop.models.suitcase import Suitcase
from kotoutus_desktop.models.transfer.contents import Content, contents_of, keep_contents
from kotoutus_desktop.models.tries import tries_beside
from kotoutus_desktop.models.visit import visit_of
from kotoutus_desktop.progress import Report, ignore

_NOT_THERE = N_("The file {name} cannot be read. Plug in the medium and try again.")
_NOT_ONE = N_("The file {name} is no suitcase. Choose the file that was packed for the way.")
_FOREIGN = N_("This suitcase was not packed here: it opens with the keys of another office’s file.")
_OWN = N_("This is the office’s own file, and no suitcase.")


class NotASuitcase(KotoutusError):
    """A file cannot be unpacked here; the message says why. Nothing changed."""


@dataclass(frozen=True)
class Inside:
    """What is in a suitcase: what it was packed with, what was done, who looked."""

    id: UUID
    name: str
    cases: frozenset[UUID]
    packed_at: datetime
    expires_at: datetime
    office: UUID
    bundle: Bundle
    contents: tuple[Content, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Return:
    """A suitcase that came back. `carried` are its clients, as far as they are here still.

    `gone` counts those who are not. `is_removed`: its files were deleted.
    """

    news: News
    carried: tuple[DueClient, ...]
    gone: int
    packed_at: datetime
    back_at: datetime
    is_removed: bool = False


def look_into(database: Database, path: Path, now: datetime, report: Report = ignore) -> Return:
    """Return what unpacking would bring; nothing is taken, the suitcase stays as it is.

    Raises NotASuitcase, CannotWrite where it is open elsewhere, DamagedFile, OtherIdentity.
    """
    inside = read_suitcase(database, path)
    with database.transaction() as session:
        attempt = session.begin_nested()
        back = _take(session, inside, now, report)
        attempt.rollback()
    return back


def unpack(database: Database, path: Path, now: datetime, report: Report = ignore) -> Return:
    """Merge what was done in a suitcase, then delete it; raises as `look_into`.

    A proven copy of the office's file is to be made before.
    """
    if database.is_only_read:
        raise OnlyForReading(ONLY_READING)
    inside = read_suitcase(database, path)
    with database.transaction() as session:
        back = _take(session, inside, now, report)
    removed = remove_suitcase(path)
    return Return(
        back.news, back.carried, back.gone, back.packed_at, back.back_at, is_removed=removed
    )


def read_suitcase(database: Database, path: Path) -> Inside:
    """Read a suitcase that was packed for this office; an expired one is read too."""
    if path.resolve() == database.path.resolve():
        raise NotASuitcase(_OWN)
    if not path.is_file():
        raise NotASuitcase(_NOT_THERE, name=path.name)
    with only_program(path), _key_of(database, path) as key:
        _require_suitcase(path, key)
        opened = Database(path, key, must_exist=True)
        try:
            with opened.reading() as session:
                return _read(session)
        finally:
            opened.close()


def remove_suitcase(path: Path) -> bool:
    """Delete the files of a suitcase with its copies; returns whether all of it is gone."""
    beside = [path.with_name(path.name + ending) for ending in ("", "-wal", "-shm", ".lock")]
    for each in (*beside, keys_beside(path), tries_beside(path)):
        with suppress(OSError):
            each.unlink(missing_ok=True)
    if not any(path.parent.glob(f"*{path.suffix}")):
        for folder in (copies_folder(path), translations_folder(path)):
            shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):  # something of somebody's lies there
            path.parent.rmdir()
    return not path.exists() and not keys_beside(path).exists()


@contextmanager
def _key_of(database: Database, path: Path) -> Iterator[bytearray]:
    """Give the key that opens a suitcase: the office's, or the one that it was packed with."""
    own = database.key_for_a_copy()
    try:
        with database.reading() as session:
            packed = session.scalars(select(Suitcase.key).where(Suitcase.key.is_not(None))).all()
        for each in (bytes(own), *dict.fromkeys(packed)):
            if each and _opens(path, each):
                own[:] = each
                yield own
                return
    finally:
        wipe(own)
    raise NotASuitcase(_FOREIGN)


def _opens(path: Path, key: bytes) -> bool:
    try:
        connect(path, key).close()
    except WrongPassphrase:
        return False
    return True


def _require_suitcase(path: Path, key: bytes | bytearray) -> None:
    """Raise NotASuitcase for another file of the office, before it is brought up to date."""
    connection = connect(path, key)
    try:
        with driver_failures():
            there = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'suitcase'"
            is_one = (
                connection.execute(there).fetchone() is not None
                and connection.execute("SELECT 1 FROM suitcase WHERE inside").fetchone() is not None
            )
    finally:
        connection.close()
    if not is_one:
        raise NotASuitcase(_NOT_ONE, name=path.name)


def _read(session: Session) -> Inside:
    row = suitcase_here(session)
    assert row is not None
    bundle = bundle_of(session.connection())
    cases = sorted({each.case_id for each in bundle.operations if each.case_id})
    contents, _left = contents_of(session.connection(), cases, most=2**40)
    return Inside(
        row.id,
        row.name,
        frozenset(UUID(hex=case) for case in row.cases),
        row.packed_at,
        row.expires_at,
        the_office(session).id,
        bundle,
        tuple(contents),
        tuple(_looks(session)),
    )


def _looks(session: Session) -> Iterator[Note]:
    """Yield what people did while it was out; changes stand in the history already."""
    query = select(LOG_ENTRY).where(LOG_ENTRY.c.act != Act.CHANGE.value).order_by(LOG_ENTRY.c.seq)
    for row in session.execute(query):
        yield Note(Act(row.act), row.case_id, row.subject, row.row, row.detail, row.actor, row.at)


def _take(session: Session, inside: Inside, now: datetime, report: Report) -> Return:
    """Take over what is in a suitcase in the caller's transaction."""
    if inside.office != the_office(session).id:
        raise NotASuitcase(_FOREIGN)
    row = session.get(Suitcase, inside.id)
    is_first = row is not None and row.unpacked_at is None
    news = bring(session, inside.name, inside.bundle, report)
    keep_contents(session.connection(), inside.contents)
    carried = find_clients(session, set(inside.cases))
    if row is not None:
        row.unpacked_at, row.unpacked_by = now, visit_of(session).officer
        row.key = None
    out = f"{inside.name}, {inside.packed_at:%Y-%m-%dT%H:%MZ} – {now:%Y-%m-%dT%H:%MZ}"
    back = (Note(Act.MERGE, case, SUBJECT, detail=out) for case in sorted(inside.cases))
    note(session.connection(), *(inside.notes if is_first or row is None else ()), *back)
    return Return(
        news,
        tuple(sorted(carried.values(), key=lambda each: each.number)),
        len(inside.cases) - len(carried),
        inside.packed_at,
        now,
    )
