"""Makes copies while people work: after changes, at the lock, at closing; never in the way."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.round import Round, carry_on, copy_round, lacks
from kotoutus_desktop.models.backups.shelf import Copy, newest_proven
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import wipe
from kotoutus_desktop.models.place import copies_folder
from kotoutus_desktop.progress import Report
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.preferences import Preferences

EVERY = timedelta(minutes=30)
"""How long changes wait for a copy at most."""
OLD_AFTER = timedelta(days=3)
"""A last proven copy older than this is spoken of on Today."""
DAILY = timedelta(days=1)
LOOK_MS = 60_000


@cache
def copying() -> QThreadPool:
    """Return the one thread for copies: no two of them at a time, also over a lock."""
    pool = QThreadPool()
    pool.setMaxThreadCount(1)
    return pool


class BackupKeeper(QObject):
    """Watches one open file. `changed` tells that a copy was made, failed or began.

    The copies have a thread of their own, so that no page waits for them. A copy that was
    begun goes on after the file is closed, and forgets its key at the end.
    """

    changed = Signal()
    progressed = Signal(int, int)

    def __init__(
        self, database: Database, preferences: Preferences, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._database, self._preferences, self._now = database, preferences, now
        self.stays_beside = False  # a suitcase leaves no copy of itself anywhere else
        self.job: Job | None = None
        self.last: Copy | None = newest_proven(copies_folder(database.path), database.path)
        self.failure: KotoutusError | None = None
        self.second_failure: KotoutusError | None = None
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self.look)

    @property
    def is_busy(self) -> bool:
        """Whether a copy is being made."""
        return self.job is not None

    @property
    def is_old(self) -> bool:
        """Whether the last proven copy is older than three days, or there never was one."""
        return self.last is None or self._now() - self.last.made_at > OLD_AFTER

    def watch(self) -> None:
        """Look every minute from now on whether a copy is due."""
        self._looking.start()

    def look(self) -> None:
        """Make a copy if one is due; bring the second place up to date if it was plugged in."""
        if self.is_busy or self._database.is_only_read:
            return
        second = self._second()
        if self._is_due():
            self.make(Reason.TIME)
        elif second is not None and lacks(second, self._database.path, self.last):
            self._carry()

    def make(self, reason: Reason) -> None:
        """Begin a copy, unless one is being made."""
        if self.is_busy:
            return
        path, at, second = self._database.path, self._now(), self._second()
        self._start(lambda key, report: copy_round(path, key, reason, at, second, report))

    def finish(self, reason: Reason) -> None:
        """Stop watching; begin a last copy when something was changed since the one before."""
        self._looking.stop()
        if self._has_changed():
            self.make(reason)

    def wait(self, milliseconds: int) -> bool:
        """Wait for the copy that is being made; tells whether it ended in time."""
        return copying().waitForDone(milliseconds)

    def _second(self) -> Path | None:
        return None if self.stays_beside else self._preferences.second_place

    def _has_changed(self) -> bool:
        manifest = self.last.manifest if self.last else None
        return manifest is None or manifest.contents.changes != self._database.last_change()

    def _is_due(self) -> bool:
        if self.last is None:
            return True
        since = self._now() - self.last.made_at
        if since > DAILY:
            return True
        # a copy of the future: the clock was set back
        return (since >= EVERY or since < timedelta()) and self._has_changed()

    def _carry(self) -> None:
        path, at, last = self._database.path, self._now(), self.last
        second = self._second()
        if last is not None:
            self._start(lambda key, _report: carry_on(path, key, last, at, second))

    def _start(self, work: Callable[[bytearray, Report], Round]) -> None:
        key = self._database.key_for_a_copy()

        def round_with_key(report: Report) -> Round:
            try:
                return work(key, report)
            finally:
                wipe(key)

        self.job = Job(round_with_key)
        self.job.progressed.connect(self.progressed)
        self.job.succeeded.connect(self._succeeded)
        self.job.failed.connect(self._failed)
        self.job.finished.connect(self._ended)
        self.job.start(copying())
        self.changed.emit()

    def _succeeded(self, done: Round) -> None:
        self.last, self.failure = done.copy, None
        self.second_failure = done.second_failure

    def _failed(self, error: Any) -> None:
        if not isinstance(error, KotoutusError):
            self.job = None
            raise error
        self.failure = error

    def _ended(self) -> None:
        self.job = None
        self.changed.emit()
