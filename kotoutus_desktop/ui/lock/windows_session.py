"""Windows tells with messages when the session is locked or left, and when it sleeps.

Written from Microsoft's description and tested with messages made for it; not run on Windows.
"""

import ctypes
import sys
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QObject, Signal

WM_POWERBROADCAST = 0x0218
WM_WTSSESSION_CHANGE = 0x02B1
PBT_APMSUSPEND = 0x4
WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK = 2, 4, 6, 7
LEAVING = {WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK}
_THIS_SESSION = 0  # NOTIFY_FOR_THIS_SESSION


class Message(ctypes.Structure):
    """The beginning of MSG of the Windows API."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wide", ctypes.c_size_t),  # wParam
        ("long", ctypes.c_ssize_t),  # lParam
    )


def leaves(message: int, wide: int) -> bool:
    """Tell whether a message says that nobody sits before the program any more."""
    if message == WM_WTSSESSION_CHANGE:
        return wide in LEAVING
    return message == WM_POWERBROADCAST and wide == PBT_APMSUSPEND


class _Teller(QObject):
    left = Signal()


class WindowsSession(QAbstractNativeEventFilter):
    """Reads the messages of the windows; closing a lid arrives as going to sleep."""

    def __init__(self) -> None:
        super().__init__()
        self._teller = _Teller()
        self.left = self._teller.left

    def register(self, window: int) -> bool:
        """Ask Windows to tell a window about its session; False where that does not exist."""
        if sys.platform != "win32":
            return False
        tell = ctypes.windll.wtsapi32.WTSRegisterSessionNotification
        return bool(tell(ctypes.c_void_p(window), _THIS_SESSION))

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> Any:
        """Look at a message, and let it pass."""
        if QByteArray(kind).data() == b"windows_generic_MSG":
            found = Message.from_address(int(message))
            if leaves(found.message, found.wide):
                self.left.emit()
        return False, 0
