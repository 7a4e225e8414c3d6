"""Reading and taking a transfer file, for a thread in the background."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kotoutus_desktop.casework.exchange.news import News
from kotoutus_desktop.casework.exchange.receiving import (
    Incoming,
    look_at,
    read_transfer,
    take,
)
from kotoutus_desktop.casework.exchange.taken import mark_of, mark_taken
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.round import copy_round
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import wipe
from kotoutus_desktop.models.transfer.sealed_file import LARGEST_FILE
from kotoutus_desktop.progress import Report, share

_UNREADABLE = N_("The file {name} cannot be read. Copy it to this computer and try again.")


@dataclass(frozen=True)
class Arrived:
    """A file that was looked at: what is in it, and what it would bring."""

    name: str
    incoming: Incoming
    news: News
    mark: str  # by which the file is known again


def look(path: Path, database: Database, now: datetime, report: Report) -> Arrived:
    """Open a file and reckon what it brings; raises KotoutusError. Nothing is taken."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise KotoutusError(_UNREADABLE, name=path.name) from error
    report(5, 100)
    with database.transaction() as session:
        incoming = read_transfer(session, data)
    report(20, 100)
    news = look_at(database, incoming, now, share(report, 20, 100))
    mark = mark_of(data, len(data))
    if news.is_empty:  # nobody can take it
        with database.transaction() as session:
            mark_taken(session, mark, now)
    return Arrived(path.name, incoming, news, mark)


def take_over(
    arrived: Arrived, database: Database, second: Path | None, now: datetime, report: Report
) -> News:
    """Make a proven copy of the office's file, then take what arrived; raises KotoutusError."""
    key = database.key_for_a_copy()
    try:
        copy_round(database.path, key, Reason.MERGE, now, second, share(report, 0, 50))
    finally:
        wipe(key)
    with database.transaction() as session:
        mark_taken(session, arrived.mark, now)
        return take(session, arrived.incoming, now, share(report, 50, 100))
