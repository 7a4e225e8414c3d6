"""What the start window does for Check and repair, off the main thread."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from kotoutus_desktop.errors import KotoutusError, TooManyTries
from kotoutus_desktop.models.key_slots import unlock, wipe
from kotoutus_desktop.models.mending.checking import Finding, check
from kotoutus_desktop.models.mending.repairing import Repair, keys_to_open, repair
from kotoutus_desktop.models.tries import begin_try, end_tries
from kotoutus_desktop.ui.backups.keeper import copying
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.mending.check_card import CheckCard


class Mending(QObject):
    """Serves one card; knows the key from the check until the repair."""

    def __init__(self, path: Path, card: CheckCard, now: Callable[[], datetime]) -> None:
        super().__init__(card)
        self._path, self._card, self._now = path, card, now
        self._key = bytearray()
        self._jobs: list[Job] = []
        card.asked.connect(self.check)
        card.mend_wanted.connect(self.mend)
        card.gave_up.connect(self.forget)

    def check(self, passphrase: str) -> None:
        """Open the keys and check the file."""
        path, now = self._path, self._now().timestamp()

        def work(_report: object) -> tuple[bytearray, Sequence[Finding]]:
            begin_try(path, now)
            unlocked = unlock(keys_to_open(path), passphrase)
            end_tries(path)
            key = unlocked.key
            findings = check(path, key)
            if findings and unlocked.next_key is not None:  # broken off while the key was replaced
                other = check(path, unlocked.next_key)
                if len(other) < len(findings):
                    key, findings = unlocked.next_key, other
            return key, findings

        self._begin(work, self._checked)

    def mend(self) -> None:
        """Repair the file that was checked."""
        path, key, at = self._path, self._key, self._now()
        self._begin(lambda _report: repair(path, key, at), self._mended)

    def forget(self) -> None:
        """Forget the key."""
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

    def _checked(self, found: tuple[bytearray, Sequence[Finding]]) -> None:
        self.forget()
        self._key, findings = found
        self._card.set_busy(False)
        self._card.show_findings(findings)

    def _mended(self, done: Repair) -> None:
        self.forget()
        self._card.set_busy(False)
        self._card.show_repair(done)

    def _failed(self, error: Exception) -> None:
        self._card.set_busy(False)
        if not isinstance(error, KotoutusError):
            raise error
        words = explain(error)
        if isinstance(error, TooManyTries):
            words = f"{words} ({error.seconds} s)"
        self._card.refuse(words)
