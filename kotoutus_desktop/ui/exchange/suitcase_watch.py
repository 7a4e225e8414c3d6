"""An open suitcase says what it is and until when, and locks at its time."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kotoutus_desktop.casework.exchange.packing import suitcase_here
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.ui.log.value_words import moment_text
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.workspace import Clock, Workspace

if TYPE_CHECKING:
    from kotoutus_desktop.ui.main_window import MainWindow

LOOK_MS = 30_000
KEY = "suitcase"


def suitcase_expiry(database: Database) -> datetime | None:
    """Return until when the file opens, None for an office's file."""
    with database.reading() as session:
        found = suitcase_here(session)
        return found.expires_at if found else None


def suitcase_message(expires_at: datetime) -> Message:
    """Return what the window of a suitcase says all the time."""
    text = _(
        "This file is a suitcase: the clients of a day, until {moment}. Then it locks, and the"
        " office unpacks it."
    )
    return Message(text.format(moment=moment_text(expires_at)), Tone.INFO, key=KEY)


class SuitcaseWatch(QObject):
    """Tells by `over` that the time of an open suitcase has come."""

    over = Signal()

    def __init__(self, expires_at: datetime, now: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._expires_at, self._now = expires_at, now
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self.look)
        self._looking.start()

    def look(self) -> None:
        """See whether the time has come."""
        if self._now() >= self._expires_at:
            self._looking.stop()
            self.over.emit()


def announce_suitcase(
    workspace: Workspace, window: "MainWindow", lock: Callable[[], object]
) -> bool:
    """Say of an open suitcase what it is, and `lock` it at its time; tells whether it is one.

    Its copies stay beside it, and the program does not ask for it the next time.
    """
    expires_at = suitcase_expiry(workspace.database)
    if expires_at is None:
        return False
    workspace.keeper.stays_beside = True
    window.bars.show_message(suitcase_message(expires_at))
    SuitcaseWatch(expires_at, workspace.now, window).over.connect(lock)
    return True
