"""With a bus of its own: what a screen saver and logind would say is said for them."""

import os
import shutil
import subprocess
import sys
import textwrap

import pytest

from kotoutus_desktop.ui.lock.linux_session import LinuxSession

LISTEN = textwrap.dedent(
    """
    import sys
    from PySide6.QtCore import QCoreApplication, QTimer
    from PySide6.QtDBus import QDBusConnection, QDBusMessage
    from kotoutus_desktop.ui.lock.linux_session import LinuxSession

    application = QCoreApplication(sys.argv)
    session = LinuxSession()
    session.start()
    session.left.connect(lambda: (print("left"), application.quit()))
    interface, value = sys.argv[1], sys.argv[2] == "on"

    def say():
        message = QDBusMessage.createSignal("/ScreenSaver", interface, "ActiveChanged")
        message.setArguments([value])
        QDBusConnection.sessionBus().send(message)

    QTimer.singleShot(200, say)
    QTimer.singleShot(1500, application.quit)
    application.exec()
    """
)


def heard(*words):
    told = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", LISTEN, *words],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return "left" in told.stdout


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="no bus here")
@pytest.mark.parametrize("interface", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"])
def test_a_screen_saver_that_covers_the_screen_is_heard_on_a_real_bus(interface):
    assert heard(interface, "on")


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="no bus here")
def test_one_that_goes_away_is_not():
    assert not heard("org.freedesktop.ScreenSaver", "off")


@pytest.mark.parametrize(
    ("interface", "values", "leaves"),
    [
        ("org.freedesktop.login1.Session", {"Active": False}, True),
        ("org.freedesktop.login1.Session", {"LockedHint": True}, True),
        ("org.freedesktop.login1.Manager", {"LidClosed": True}, True),
        ("org.freedesktop.login1.Session", {"Active": True}, False),
        ("org.freedesktop.login1.Session", {"IdleHint": True}, False),
        ("org.freedesktop.login1.Manager", {"LidClosed": False}, False),
    ],
)
def test_what_logind_says_of_the_session_and_the_lid(qapp, interface, values, leaves):
    session = LinuxSession()
    told = []
    session.left.connect(lambda: told.append(1))
    session._changed(interface, values, [])

    assert bool(told) is leaves


def test_going_to_sleep_is_told_and_waking_up_is_not(qapp):
    session = LinuxSession()
    told = []
    session.left.connect(lambda: told.append(1))
    session._active(False)
    assert told == []
    session._active(True)
    assert told == [1]


def test_without_a_bus_it_stays_silent(qapp, monkeypatch):
    monkeypatch.setattr(LinuxSession, "_listen", lambda *_args: None)
    session = LinuxSession()
    session.start()

    assert session.listens_to == []
