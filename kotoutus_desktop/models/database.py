"""The encrypted file that holds every case."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import UUID

from sqlalchemy import event, select
from sqlalchemy.orm import Session, configure_mappers, sessionmaker

from kotoutus_desktop.errors import CannotWrite, KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.backups.proving import last_change
from kotoutus_desktop.models.compacting import compact
from kotoutus_desktop.models.connection import driver_failures
from kotoutus_desktop.models.engine import open_engine
from kotoutus_desktop.models.hiding import Hiding, hidden_from
from kotoutus_desktop.models.history.noting import Note, note
from kotoutus_desktop.models.history.recording import act_as, records, start_recording
from kotoutus_desktop.models.key_slots import wipe
from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.models.migrations import bring_up_to_date
from kotoutus_desktop.models.new_key import replace_key
from kotoutus_desktop.models.only_reading import require_unchanged, state_of_log
from kotoutus_desktop.models.suitcase import Suitcase
from kotoutus_desktop.models.undo import Recorder, UndoStack
from kotoutus_desktop.models.visit import VISIT, Visit

_IN_SUITCASE = N_("This file is a suitcase. Remove people at the office, in the office’s file.")


class Database:
    """An open database. `transaction` is the only door to it."""

    def __init__(self, path: Path, key: bytes | bytearray, *, must_exist: bool = False) -> None:
        """Open the file at `path`, bringing it up to date; `key` is 32 bytes.

        A missing file is made, unless it `must_exist`: a file that was moved away must not be
        taken for an empty one. Raises WrongPassphrase when the key does not fit, NewerFile
        when this version of the program is too old for the file, DamagedFile, CannotWrite.
        """
        self.path = path
        self._is_closed = True  # until it is open
        self._key = bytearray(key)
        self._hiding = Hiding()
        self._engine = open_engine(path, self._key, create=not must_exist, hiding=self._hiding)
        try:
            with driver_failures():
                self.copy_before_update = bring_up_to_date(self._engine, path, self._key)
                self._record()
        except BaseException:
            self.close()
            raise
        reading = self._engine.execution_options(readonly=True)
        self.visit = Visit()
        info = {VISIT: self.visit}
        self._sessions = sessionmaker(self._engine, expire_on_commit=False, info=info)
        self._readers = sessionmaker(reading, expire_on_commit=False, autoflush=False, info=info)
        event.listen(self._readers, "before_flush", _refuse_to_store)
        self._changes = UndoStack()
        self.is_only_read = False
        self._is_closed = False

    @contextmanager
    def transaction(self, label: str | None = None) -> Iterator[Session]:
        """Open a session that is committed at the end of the block, or undone by an exception.

        With a `label`, what the counsellor did in words, the change can be undone.
        """
        self._require_open()
        with driver_failures():
            with self.visit.waiting() as notes, self._sessions.begin() as session:
                if notes:
                    note(session.connection(), *notes)
                recorder = Recorder(session, label) if label is not None else None
                before = state_of_log(session) if self.is_only_read else None
                yield session
                if before is not None:
                    require_unchanged(session, before)
                change = recorder.change() if recorder else None
            if change:
                self._changes.push(change)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session that sees one state of the file and never waits for a writer.

        Storing anything in it fails.
        """
        self._require_open()
        with driver_failures(), self._readers.begin() as session:
            yield session

    def act_as(self, officer: UUID | None) -> None:
        """Say who makes the changes from now on; None where nobody is known."""
        with self.transaction() as session:
            act_as(session.connection(), officer)
        self.visit.officer = officer

    def show_to(self, role: Role) -> None:
        """Refuse from now on what a role may not see; raises NotAllowed where it is asked for."""
        self.visit.role = role
        self._hiding.tables = hidden_from(role)
        self._engine.dispose()  # what is connected anew asks

    def replace_key(self, without: str) -> None:
        """Encrypt the file anew for everybody but one, and go on working with the new key.

        No transaction may be open. Raises CannotWrite (also in a suitcase, which the office could
        not unpack then), DamagedFile or WrongPassphrase; the file then opens as it did.
        """
        self._require_open()
        with self.reading() as session:
            if session.scalars(select(Suitcase.id).where(Suitcase.inside)).first() is not None:
                raise CannotWrite(_IN_SUITCASE)
        self._engine.dispose()
        new = replace_key(self.path, self._key, without)
        self._key[:] = new
        wipe(new)

    def forget_for_good(self) -> None:
        """Write the file anew after an erasure, and forget what could be undone.

        No transaction may be open. Raises CannotWrite while somebody reads in the file.
        """
        self._require_open()
        self._changes = UndoStack()
        self._engine.dispose()
        compact(self.path, self._key)

    def note_soon(self, entry: Note) -> None:
        """Note what somebody did, with the next transaction, `write_notes` or at closing."""
        self.visit.add(entry)

    def write_notes(self) -> None:
        """Write the notes that wait, if there are any; for a thread in the background."""
        if not self._is_closed and self.visit.has_notes:
            with self.transaction():
                pass

    def last_change(self) -> int:
        """Return the number of the last change in the log; looks do not count."""
        self._require_open()
        with driver_failures(), self._engine.execution_options(readonly=True).begin() as reading:
            return last_change(reading.connection.driver_connection)

    def key_for_a_copy(self) -> bytearray:
        """Return the key for a thread that makes a copy; who asks for it wipes it."""
        self._require_open()
        return bytearray(self._key)

    @property
    def is_closed(self) -> bool:
        """Whether the file was locked or closed; using it is a bug then."""
        return self._is_closed

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back, None when there is nothing."""
        return self._changes.undo_label

    @property
    def undo_labels(self) -> list[str]:
        """What `undo` would take back one after another, the last change first."""
        return self._changes.labels

    @property
    def redo_label(self) -> str | None:
        """What `redo` would do again, None when there is nothing."""
        return self._changes.redo_label

    def undo(self) -> None:
        """Take back the last labelled change; raises KotoutusError when it has been built on."""
        with self._changes.undoing() as take_back, self.transaction() as session:
            take_back(session)

    def redo(self) -> None:
        """Do the change again that was undone last; raises KotoutusError as `undo` does."""
        with self._changes.redoing() as do_again, self.transaction() as session:
            do_again(session)

    def close(self) -> None:
        """Let go of the file, and forget its key and what could be undone.

        Using it afterwards is a bug, and raises RuntimeError: with the key forgotten the file
        could only be taken for a new one.
        """
        if not self._is_closed:
            with suppress(KotoutusError):  # a full disk must not keep the file open
                self.write_notes()
        self._is_closed = True
        self._engine.dispose()
        self._changes = UndoStack()
        wipe(self._key)

    def _record(self) -> None:
        """See to it that every change is written down; a file as it was left needs nothing."""
        configure_mappers()  # which loads every table
        with self._engine.execution_options(readonly=True).begin() as connection:
            if records(connection):
                return
        with self._engine.begin() as connection:
            start_recording(connection)

    def _require_open(self) -> None:
        if self._is_closed:
            raise RuntimeError("the file has been closed")


def _refuse_to_store(*_: object) -> None:
    raise RuntimeError("a session for reading stores nothing")
