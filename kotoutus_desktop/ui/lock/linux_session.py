"""Linux tells over D-Bus when the screen is locked, another user comes or the computer sleeps."""

from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
)
_LOGIND = "org.freedesktop.login1"


class LinuxSession(QObject):
    """Emits `left`. Where there is no bus, or nobody on it who tells, it stays silent."""

    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.listens_to: list[str] = []

    def start(self) -> None:
        """Listen to the screen savers of the session and to the system's logind."""
        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        for name in _SCREEN_SAVERS:
            self._listen(session, name, "ActiveChanged", "_active(bool)")
        self._listen(system, f"{_LOGIND}.Manager", "PrepareForSleep", "_active(bool)")
        self._listen(system, f"{_LOGIND}.Session", "Lock", "_locked()")
        self._listen(
            system,
            "org.freedesktop.DBus.Properties",
            "PropertiesChanged",
            "_changed(QString,QVariantMap,QStringList)",
        )

    def _listen(self, bus: QDBusConnection, interface: str, signal: str, slot: str) -> None:
        """Listen whoever sends it; logind's own signals concern the sessions of this seat."""
        is_of_system = interface.startswith(_LOGIND) or signal == "PropertiesChanged"
        service = _LOGIND if is_of_system else ""
        if bus.isConnected() and bus.connect(service, "", interface, signal, self, _name(slot)):
            self.listens_to.append(f"{interface}.{signal}")

    @Slot(bool)
    def _active(self, active: bool) -> None:
        """The screen saver covers the screen, or the computer goes to sleep."""
        if active:
            self.left.emit()

    @Slot()
    def _locked(self) -> None:
        self.left.emit()

    @Slot("QString", "QVariantMap", "QStringList")
    def _changed(self, interface: str, values: dict[str, Any], _gone: list[str]) -> None:
        """Another user has come: the session is not the one on the screen any more."""
        is_session = interface == f"{_LOGIND}.Session"
        if is_session and (values.get("Active") is False or values.get("LockedHint") is True):
            self.left.emit()
        if interface == f"{_LOGIND}.Manager" and values.get("LidClosed") is True:
            self.left.emit()


def _name(slot: str) -> Any:
    return SLOT(slot)  # PySide takes this string, whatever its hints say
