"""Everything that can say that the program has to lock, as one signal."""

import sys

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.ui.lock.clipboard import ClipboardWatch
from kotoutus_desktop.ui.lock.idle import IdleWatch
from kotoutus_desktop.ui.lock.linux_session import LinuxSession
from kotoutus_desktop.ui.lock.windows_session import WindowsSession
from kotoutus_desktop.ui.preferences import Preferences


class LockWatch(QObject):
    """Watches while a file is open; `left` says that it is to be locked now."""

    left = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clipboard = ClipboardWatch(parent=self)
        self.idle = IdleWatch(lambda: preferences.lock_minutes, parent=self)
        self.idle.idle.connect(self.left)
        self.session: LinuxSession | WindowsSession | None = None
        self._begin_session()

    def start(self, window: QWidget) -> None:
        """Begin for a window that shows cases."""
        self.idle.start()
        if isinstance(self.session, WindowsSession):
            self.session.register(int(window.winId()))

    def stop(self) -> None:
        """Rest while nothing is open, and leave nothing on the clipboard."""
        self.idle.stop()
        self.clipboard.clear()

    def _begin_session(self) -> None:
        if sys.platform == "linux":
            self.session = LinuxSession(self)
            self.session.start()
        elif sys.platform == "win32":
            self.session = WindowsSession()
            application = QCoreApplication.instance()
            assert application is not None
            application.installNativeEventFilter(self.session)
        if self.session is not None:
            self.session.left.connect(self.left)
