"""Who works with an open file, which restricted cases they opened, and notes not written yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from uuid import UUID

from sqlalchemy.orm import Session

from kotoutus_desktop.models.history.noting import Note
from kotoutus_desktop.models.keys_file import Role

VISIT = "visit"
"""Under this name a session knows the visit it belongs to."""


@dataclass
class Visit:
    """From unlocking to locking. `officer` None: nobody is known.

    `role` is what the file lets this person do; ADMINISTRATOR until somebody says otherwise.
    `opened` are the restricted cases whose reason was asked and noted. Notes of looks wait in
    `_waiting` until the next transaction, so that no window waits for the disk.
    """

    officer: UUID | None = None
    role: Role = Role.ADMINISTRATOR
    opened: set[UUID] = field(default_factory=set)
    _waiting: list[Note] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def add(self, note: Note) -> None:
        """Keep a note until it is written."""
        with self._lock:
            self._waiting.append(note)

    @property
    def has_notes(self) -> bool:
        """Whether a note is not written yet."""
        return bool(self._waiting)

    @contextmanager
    def waiting(self) -> Iterator[tuple[Note, ...]]:
        """Give the notes that are not written yet; they come back when writing fails."""
        with self._lock:
            taken, self._waiting[:] = tuple(self._waiting), []
        try:
            yield taken
        except BaseException:
            with self._lock:
                self._waiting[:0] = taken
            raise


def visit_of(session: Session) -> Visit:
    """Return the visit of a session; of a session without one a visit by nobody."""
    found = session.info.get(VISIT)
    return found if isinstance(found, Visit) else Visit()
