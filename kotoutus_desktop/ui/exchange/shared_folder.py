"""The files that lie in the folder which laptops share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kotoutus_desktop.casework.exchange.taken import HEAD, mark_of, taken_among
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.transfer.sealed_file import SUFFIX
from kotoutus_desktop.ui.components.row_face import Cell, RowFace
from kotoutus_desktop.ui.log.value_words import moment_text


@dataclass(frozen=True)
class Waiting:
    """A file of the folder."""

    path: Path
    saved_at: datetime
    mark: str


def files_in(folder: Path) -> list[Waiting]:
    """Return the transfer files of a folder, the newest first; none where it is not there."""
    try:
        found = [_waiting(path) for path in folder.glob(f"*{SUFFIX}")]
    except OSError:
        return []
    return sorted(found, key=lambda each: each.saved_at, reverse=True)


def not_taken(database: Database, files: Sequence[Waiting]) -> list[Waiting]:
    """Leave out what this laptop took over already."""
    with database.reading() as session:
        taken = taken_among(session, [each.mark for each in files])
    return [each for each in files if each.mark not in taken]


def file_face(waiting: Waiting) -> RowFace:
    """Return the row of a file."""
    at = moment_text(waiting.saved_at)
    return RowFace((Cell(waiting.path.name, at),), f"{waiting.path.name}, {at}")


def _waiting(path: Path) -> Waiting:
    facts = path.stat()
    with path.open("rb") as file:
        mark = mark_of(file.read(HEAD), facts.st_size)
    return Waiting(path, datetime.fromtimestamp(facts.st_mtime).astimezone(), mark)
