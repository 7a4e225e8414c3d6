"""What every page works with: the open file, who works, what day it is."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.ui.preferences import Preferences

if TYPE_CHECKING:
    from kotoutus_desktop.models.database import Database
    from kotoutus_desktop.ui.backups.keeper import BackupKeeper

Clock = Callable[[], datetime]


def clock() -> datetime:
    """Return the time of the computer, UTC."""
    return datetime.now(UTC)


class Workspace(QObject):
    """The one object that is handed to every page.

    `changed` tells that something was recorded: whoever shows records reads them again.
    `restore_wanted` asks to lock the file and choose a copy to go back to, `check_wanted` to lock
    it and check it.
    """

    changed = Signal()
    restore_wanted = Signal()
    check_wanted = Signal()

    def __init__(
        self,
        database: "Database",
        officer_id: UUID,
        preferences: Preferences,
        now: Clock = clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.database = database
        self.officer_id = officer_id
        self.preferences = preferences
        self.role = Role.ADMINISTRATOR  # until `show_to` says otherwise
        self.shared_screen = False
        self._now = now
        self.keeper = _keeper(database, preferences, self.now)
        if not database.is_only_read:
            database.act_as(officer_id)
        _read_office_translations(database)

    def show_to(self, role: Role) -> None:
        """Say what whoever works may see; the pages that are made from now on keep to it."""
        self.role = role

    def now(self) -> datetime:
        """Return the time, UTC."""
        return self._now()

    def today(self) -> date:
        """Return the day where the counsellor is."""
        return self._now().astimezone().date()

    def undo_label(self) -> str | None:
        """Return what would be undone, None when there is nothing."""
        return self.database.undo_label

    def redo_label(self) -> str | None:
        """Return what would be done again, None when there is nothing."""
        return self.database.redo_label

    def undo(self) -> None:
        """Undo what was recorded last, if anything; raises KotoutusError when it is built on."""
        if self.database.undo_label is not None:
            self.database.undo()
            self.changed.emit()

    def undo_labels(self) -> list[str]:
        """Return what would be undone one after another, the last first: at most a hundred."""
        return self.database.undo_labels

    def undo_many(self, changes: int) -> int:
        """Undo the last changes; returns how many were.

        Raises KotoutusError at the first that was built on; those before it stay undone.
        """
        done = 0
        try:
            while done < changes and self.database.undo_label is not None:
                self.database.undo()
                done += 1
        finally:
            if done:
                self.changed.emit()
        return done

    def redo(self) -> None:
        """Do again what was undone last, if anything."""
        if self.database.redo_label is not None:
            self.database.redo()
            self.changed.emit()


def _keeper(database: "Database", preferences: Preferences, now: Clock) -> "BackupKeeper":
    """Return who makes the copies of this file; loaded late, as it loads the database."""
    from kotoutus_desktop.ui.backups.keeper import BackupKeeper

    return BackupKeeper(database, preferences, now)


def _read_office_translations(database: "Database") -> None:
    """Let papers say what a speaker read for the office of this file."""
    from kotoutus_desktop.models.office_translations import translations_folder
    from kotoutus_desktop.phrases.reviewed import open_office_translations

    open_office_translations(translations_folder(database.path))
