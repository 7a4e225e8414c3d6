import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from kotoutus_desktop.ui.lock.clipboard import FORGET_AFTER_MS, ClipboardWatch


@pytest.fixture
def clipboard(qtbot):
    window = QLineEdit()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    clipboard = QGuiApplication.clipboard()
    yield clipboard
    clipboard.clear()


def test_what_was_copied_is_gone_after_a_while(qtbot, clipboard):
    watch = ClipboardWatch(after=50)
    clipboard.setText("131052-308T")

    qtbot.waitUntil(lambda: not clipboard.text(), timeout=2000)
    assert watch.parent() is None


def test_a_minute_is_the_rule():
    assert FORGET_AFTER_MS == 60_000


def test_it_is_cleared_at_once_when_asked(qapp, clipboard):
    watch = ClipboardWatch()
    clipboard.setText("131052-308T")
    watch.clear()

    assert clipboard.text() == ""


def test_what_another_program_put_there_stays(qapp, clipboard, monkeypatch):
    watch = ClipboardWatch()
    clipboard.setText("copied here")
    monkeypatch.setattr(QGuiApplication, "focusWindow", lambda: None)
    clipboard.setText("from elsewhere")
    watch.clear()

    assert clipboard.text() == "from elsewhere"
