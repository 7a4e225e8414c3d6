"""What the start window does with a copy: opens, compares, restores; off the main thread."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.models.backups.preview import Preview, what_is_lost
from kotoutus_desktop.models.backups.restoring import restore
from kotoutus_desktop.models.backups.shelf import Copy
from kotoutus_desktop.models.key_slots import keys_beside, unlock, wipe
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.backups.keeper import copying
from kotoutus_desktop.ui.backups.restore_card import RestoreCard
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.keeping.lost_copy import CopyRead, read_copy, save_lost


class Restoring(QObject):
    """Serves one card. `restored` tells where the file of before was kept."""

    restored = Signal(object)  # Path, None when there was no file

    def __init__(self, path: Path, card: RestoreCard, now: Callable[[], datetime]) -> None:
        super().__init__(card)
        self._path, self._card, self._now = path, card, now
        self._key = bytearray()
        self._copy: Copy | None = None
        self._jobs: list[Job] = []
        card.asked.connect(self.look)
        card.confirmed.connect(self.restore)
        card.gave_up.connect(self.forget)
        card.lost_asked.connect(self.read_lost)

    def look(self, copy: Copy, passphrase: str) -> None:
        """Open a copy and say what would be lost."""
        path = self._path

        def work(_report: object) -> tuple[bytearray, Preview]:
            key = unlock(keys_beside(copy.path), passphrase).key
            return key, what_is_lost(path, key, copy.path, copy.made_at)

        self._copy = copy
        self._begin(work, self._looked)

    def restore(self) -> None:
        """Put the copy in the place of the file."""
        copy, key, path, at = self._copy, self._key, self._path, self._now()
        if copy is not None:
            self._begin(lambda _report: restore(path, copy.path, key, at), self._done)

    def read_lost(self, copy: Copy, passphrase: str) -> None:
        """Read a copy for the paper about a lost computer; the copy stays as it is."""
        self._begin(lambda _report: read_copy(copy.path, passphrase), self._lost_read)

    def forget(self) -> None:
        """Forget the key of the copy."""
        if self._key:
            wipe(self._key)
        self._key = bytearray()

    def _begin(self, work: Callable[..., object], succeeded: Callable[..., object]) -> None:
        self._card.set_busy(True)
        job = Job(work)
        job.succeeded.connect(succeeded)
        job.failed.connect(self._failed)
        self._jobs = [job]
        job.start(copying())  # behind a copy that is still being made of the same file

    def _looked(self, found: tuple[bytearray, Preview]) -> None:
        self.forget()
        self._key, preview = found
        self._card.set_busy(False)
        self._card.show_preview(preview)

    def _lost_read(self, read: CopyRead) -> None:
        self._card.set_busy(False)
        try:
            said = save_lost(self._card, read, self._now())
        except KotoutusError as error:
            said = explain(error)
        if said:
            self._card.about.setText(said)
            announce(self._card, said)

    def _done(self, kept: Path | None) -> None:
        self.forget()
        self.restored.emit(kept)

    def _failed(self, error: Exception) -> None:
        self._card.set_busy(False)
        if not isinstance(error, KotoutusError):
            raise error
        self._card.passphrase.show()
        self._card.look.show()
        self._card.agree.hide()
        self._card.refuse(explain(error))
