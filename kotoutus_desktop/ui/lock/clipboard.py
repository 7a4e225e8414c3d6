"""What was copied in the program goes from the clipboard after a minute, and at the lock."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

FORGET_AFTER_MS = 60_000


class ClipboardWatch(QObject):
    """Clears only what this program put there: everything in it may be about somebody.

    A history of the clipboard that the system keeps is outside of its reach.
    """

    def __init__(self, after: int = FORGET_AFTER_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after)
        self._timer.timeout.connect(self.clear)
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.dataChanged.connect(self._notice)

    def clear(self) -> None:
        """Forget what was copied here."""
        self._timer.stop()
        if self._clipboard.ownsClipboard():
            self._clipboard.clear(QClipboard.Mode.Clipboard)
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _notice(self) -> None:
        if self._clipboard.ownsClipboard() and self._clipboard.text():
            self._timer.start()
