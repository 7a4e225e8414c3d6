"""Whether the log is whole: compared with the anchors that were kept, and link by link."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.log.lines import LogLine, line_of
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.backups.kept_anchors import (
    KeptAnchor,
    check_log,
    first_unfit,
    read_printed,
    seal_of,
)
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.models.history.noting import Act, Note
from kotoutus_desktop.models.history.sealing import Anchor, anchor
from kotoutus_desktop.models.key_slots import wipe

_NO_ANCHOR = N_("Write the anchor as it stands on the sheet, for example 1042-7f3a19c08b2d.")


class Printed(StrEnum):
    """What becomes of an anchor on paper."""

    HOLDS = "holds"
    CUT_OFF = "cut_off"
    REWRITTEN = "rewritten"


@dataclass(frozen=True)
class Verdict:
    """What checking the whole log found.

    `broken` is the number of the first entry that is not as it was sealed, None when all are;
    `line` what stands there now, None where nothing does. `entries` is how many there are,
    `compared` with how many kept anchors.
    """

    entries: int
    compared: int
    broken: int | None = None
    line: LogLine | None = None


def last_anchor(session: Session) -> Anchor | None:
    """Return the last link as it is on the disk, None before the first."""
    return anchor(session.connection().connection.driver_connection)


def first_lost(session: Session, kept: Sequence[KeptAnchor]) -> KeptAnchor | None:
    """Return the first kept anchor to which the log does not hold, None when it holds to all.

    Quick: it looks at the kept entries alone.
    """
    return first_unfit(session.connection().connection.driver_connection, kept)


def compare_printed(session: Session, typed: str) -> Printed:
    """Compare with an anchor that stands on a sheet; raises InvalidInput for what is none."""
    read = read_printed(typed)
    if read is None:
        raise InvalidInput("anchor", _NO_ANCHOR)
    seal = seal_of(session.connection().connection.driver_connection, read[0])
    if seal is None:
        return Printed.CUT_OFF
    return Printed.HOLDS if seal.hex().startswith(read[1]) else Printed.REWRITTEN


def check(database: Database, kept: Sequence[KeptAnchor]) -> Verdict:
    """Read the log from its first entry, and note that it was checked.

    For a thread in the background: it reads everything. Raises DamagedFile.
    """
    database.write_notes()
    with _key_of(database) as key:
        broken = check_log(database.path, key, kept)
    with database.reading() as session:
        count = session.scalar(select(func.count()).select_from(LOG_ENTRY)) or 0
        line = _line(session, broken) if broken is not None else None
    database.note_soon(Note(Act.VERIFY, subject="log", detail=str(broken or "")))
    database.write_notes()
    return Verdict(count, len(kept), broken, line)


@contextmanager
def _key_of(database: Database) -> Iterator[bytearray]:
    key = database.key_for_a_copy()
    try:
        yield key
    finally:
        wipe(key)


def _line(session: Session, number: int) -> LogLine | None:
    table = LOG_ENTRY.c
    query = select(
        *(table.seq, table.at, table.actor, table.act),
        *(table.subject, table.row, table.detail, table.case_id),
    ).where(table.seq == number)
    entry = session.execute(query).first()
    return line_of(entry) if entry else None
