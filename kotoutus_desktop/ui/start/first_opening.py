"""Somebody who was added opens the file first: the passphrase has to become their own."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.start.unlock_card import FirstPassphraseCard

if TYPE_CHECKING:
    from kotoutus_desktop.casework.office_file import OpenFile


class FirstOpening(QWidget):
    """What the start window does between a first passphrase and the cases."""

    opened = Signal(object)  # OpenFile
    _waiting: "OpenFile | None" = None
    _cost: Cost | None

    def _put(self, card: QWidget) -> None:
        raise NotImplementedError

    def _run(
        self,
        work: Callable[[Any], object],
        succeeded: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        job = Job(work)
        job.succeeded.connect(succeeded)
        job.failed.connect(failed)
        job.start()

    def show_first_passphrase(self, opened: "OpenFile", first: str) -> None:
        """Ask somebody who was added for a passphrase of their own; nothing else is shown."""
        self.first = FirstPassphraseCard()
        self._waiting = opened
        self.first.asked.connect(lambda new: self._set_own(opened, first, new))
        self._put(self.first)
        self.first.passphrase.take_focus()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go of a file that was opened and not handed on."""
        self._let_go()
        super().closeEvent(event)

    def _let_go(self) -> None:
        if self._waiting is not None:
            self._waiting.database.close()
            self._waiting = None

    def _greet(self, opened: "OpenFile", passphrase: str) -> None:
        if opened.first:
            self.show_first_passphrase(opened, passphrase)
        else:
            self.opened.emit(opened)

    def _set_own(self, opened: "OpenFile", first: str, new: str) -> None:
        self.first.set_busy(True)

        def work(_report: object) -> "OpenFile":
            from kotoutus_desktop.casework.office_file import set_own_passphrase
            from kotoutus_desktop.models.key_slots import STRONG

            return set_own_passphrase(opened, first, new, self._cost or STRONG)

        self._run(work, self._hand_on, self._not_set)

    def _hand_on(self, opened: "OpenFile") -> None:
        self._waiting = None
        self.opened.emit(opened)

    def _not_set(self, error: Exception) -> None:
        self.first.set_busy(False)
        self.first.passphrase.show_error(in_words(error))
        self.first.passphrase.take_focus()


def in_words(error: Exception) -> str:
    """Return an expected failure in words; anything else is a bug and goes on up."""
    if isinstance(error, KotoutusError):
        return explain(error)
    raise error
