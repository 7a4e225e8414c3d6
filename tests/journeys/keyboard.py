"""A counsellor without a mouse: keys go to what has the keyboard, nothing else is touched."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
FARTHEST = 250  # stops of Tab: more than any page has
WAIT_MS = 30_000


class Clock:
    """A clock that a journey moves: at nine in the morning of `day`."""

    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 9, tzinfo=UTC)


class Keyboard:
    """Ten fingers, and eyes that read the accessible name of what has the keyboard."""

    def __init__(self) -> None:
        self.strokes = 0

    @property
    def here(self) -> QWidget:
        """What has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key; an open list gets it first, as on a real screen."""
        self.strokes += 1
        QTest.keyClick(QApplication.activePopupWidget() or self.here, key, modifiers)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type letters of any script."""
        for letter in text:
            self.strokes += 1
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.here, QKeyEvent(kind, 0, NONE, letter))
        QApplication.processEvents()

    def to(self, name: str) -> None:
        """Press Tab until the thing whose name begins so has the keyboard."""
        seen = []
        for _stop in range(FARTHEST):
            found = self.here.accessibleName()
            if found == name or found.startswith((f"{name}:", f"{name} ")):
                return
            seen.append(self.here.accessibleName())
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name!r}; it led to {dict.fromkeys(seen)}")

    def fill(self, name: str, text: str) -> None:
        """Go to a field, write, and leave it."""
        self.to(name)
        self.write(text)
        self.press(Qt.Key.Key_Tab)

    def choose(self, name: str, text: str) -> None:
        """Go to a closed list, type what is wanted, and leave it."""
        self.to(name)
        self.press(Qt.Key.Key_A, CONTROL)
        self.write(text)
        self.press(Qt.Key.Key_Tab)

    def say(self, name: str, code: str) -> None:
        """Go to a field for phrases, and take the phrase of this number."""
        self.to(name)
        self.write(code)
        self.press(Qt.Key.Key_Down)
        self.press(Qt.Key.Key_Return)

    def push(self, name: str) -> None:
        """Go to a button or check box and press it."""
        self.to(name)
        self.press(Qt.Key.Key_Space)

    def step(self) -> None:
        """Take the next step of the page."""
        self.press(Qt.Key.Key_Return, CONTROL)


def wait_until(condition: Callable[[], bool]) -> None:
    """Let the program work until something is so."""
    waited = 0
    while not condition():
        QTest.qWait(20)
        waited += 20
        assert waited < WAIT_MS, "the program did not get there"


def settle(window: QWidget, ready: Callable[[], bool]) -> None:
    """Wait for what a key leads to, and until the keyboard is somewhere again."""
    wait_until(ready)
    window.activateWindow()
    wait_until(lambda: QApplication.focusWidget() is not None)


def wait_for_dialog() -> None:
    """Wait until a dialog is open."""
    wait_until(lambda: QApplication.activeModalWidget() is not None)


def back_in(window: QWidget) -> None:
    """Wait until a dialog has given the keyboard back."""
    settle(window, lambda: QApplication.activeModalWidget() is None)
