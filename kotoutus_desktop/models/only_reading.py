"""Looking at a backup copy or at a damaged file, and recording nothing in it.

Both are looked at as a scratch copy beside the copies: encrypted, brought up to date where it is
of an earlier version, and gone when it is closed. Whatever would be history is refused, whoever
asks: what is derived, such as what is due, may be reckoned in the scratch copy.
"""

from __future__ import annotations  # SQLAlchemy is loaded behind the first window

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from kotoutus_desktop.errors import CannotWrite, OnlyForReading
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.place import copies_folder

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_ROOM = "reading"
ONLY_READING = N_("The file is open for reading only. Nothing can be changed or recorded in it.")
_NO_ROOM = N_("The file cannot be opened for reading: there is no room for a scratch copy.")

State = tuple[object, ...]


def reading_room(database: Path) -> Path:
    """Return the folder of the scratch copies of a file."""
    return copies_folder(database) / _ROOM


def copy_to_read(source: Path, database: Path) -> Path:
    """Copy what is to be looked at into the emptied reading room; raises CannotWrite.

    `database` is the file of the office, on this computer's disk; `source` may lie on a medium
    that cannot be written.
    """
    from kotoutus_desktop.models.connection import OWNER_ONLY  # loads the driver

    room = reading_room(database)
    clear_room(database)
    try:
        room.mkdir(mode=0o700, parents=True)
        scratch = room / source.name
        for ending in ("", "-wal"):
            each = source.with_name(source.name + ending)
            if each.exists():
                copy = scratch.with_name(scratch.name + ending)
                copy.touch(OWNER_ONLY)
                shutil.copyfile(each, copy)
    except OSError:
        clear_room(database)
        raise CannotWrite(_NO_ROOM) from None
    return scratch


def clear_room(database: Path) -> None:
    """Remove the scratch copies of a file."""
    shutil.rmtree(reading_room(database), ignore_errors=True)


def state_of_log(session: Session) -> State:
    """Return what changes with every change that is history."""
    row = session.connection().exec_driver_sql(
        "SELECT (SELECT seq FROM replica), (SELECT count(*) FROM operation),"
        " (SELECT count(*) FROM erased)"
    )
    return tuple(row.one())


def require_unchanged(session: Session, before: State) -> None:
    """Raise OnlyForReading when something was changed that is history."""
    session.flush()
    if state_of_log(session) != before:
        raise OnlyForReading(ONLY_READING)
