"""What was copied in the program goes from the clipboard after a minute, and at the lock."""

from hashlib import sha256

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
        self._copied = b""
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.dataChanged.connect(self._notice)

    def clear(self) -> None:
        """Forget what was copied here."""
        self._timer.stop()
        if self._is_ours():
            self._clipboard.clear(QClipboard.Mode.Clipboard)
        self._copied = b""
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _notice(self) -> None:
        is_here = QGuiApplication.focusWindow() is not None or self._clipboard.ownsClipboard()
        if is_here and self._clipboard.text():
            self._copied = self._digest()
            self._timer.start()

    def _is_ours(self) -> bool:
        """Whether it still holds what was copied here: not every system tells who owns it."""
        return self._clipboard.ownsClipboard() or self._copied == self._digest()

    def _digest(self) -> bytes:
        return sha256(self._clipboard.text().encode("utf-8", "surrogatepass")).digest()
