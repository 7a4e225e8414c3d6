"""Typing in any script: qtbot.keyClicks aborts the process on letters outside Latin-1."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def type_text(widget: QWidget, text: str) -> None:
    """Type letter by letter as a keyboard does."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def commit_text(widget: QWidget, text: str) -> None:
    """Hand over a whole word as an input method does (Thai, Amharic, Chinese)."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def leave(widget: QWidget) -> None:
    """Take the focus away from a widget, also in a window that is not active."""
    for kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
        QApplication.sendEvent(widget, QFocusEvent(kind, Qt.FocusReason.TabFocusReason))
