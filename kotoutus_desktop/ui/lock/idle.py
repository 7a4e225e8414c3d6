"""Notices that nobody has touched the program for a while, or that the computer slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication

LOOK_EVERY_MS = 5_000
SLEPT = 30.0  # seconds between two looks: the computer was asleep
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
}
_FROM_SOMEBODY = (QInputEvent, QInputMethodEvent)


class IdleWatch(QObject):
    """Emits `idle` once after `minutes()` without a key or the mouse; a touch starts it anew.

    The clock of the wall counts: a timer alone stands still while the computer sleeps.
    """

    idle = Signal()

    def __init__(
        self,
        minutes: Callable[[], int],
        seconds: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._minutes, self._seconds = minutes, seconds
        self._touched = self._looked = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self._touched = self._looked = self._seconds()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def look(self) -> None:
        """Tell when it has been long enough."""
        now = self._seconds()
        slept = now - self._looked > SLEPT
        self._looked = now
        self._touched = min(self._touched, now)  # the clock was set back
        if slept or now - self._touched >= self._minutes() * 60:
            self.stop()
            self.idle.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note that somebody is there."""
        # every event of every widget comes by: looking at its class alone is the quickest
        if isinstance(event, _FROM_SOMEBODY) and event.type() in _TOUCHES:
            self._touched = self._seconds()
        return False
