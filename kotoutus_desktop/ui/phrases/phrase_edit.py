"""The line that is typed in: it grows with a long sentence and moves the list under it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextOption

from kotoutus_desktop.ui.fields.text_field import GrowingEdit

_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}


def asks_for_list(event: QKeyEvent) -> bool:
    """Tell whether the keys open the whole list: F4, or Ctrl+Space where that is free."""
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_F4 or bool(control and event.key() == Qt.Key.Key_Space)


class PhraseEdit(GrowingEdit):
    """One line of text that wraps. Enter takes or moves on, and never breaks the line.

    `list_is_open` is asked before a key is given to the list.
    """

    moved = Signal(int)
    entered = Signal()
    escaped = Signal()
    list_wanted = Signal()

    def __init__(self, list_is_open: Callable[[], bool]) -> None:
        super().__init__(1)
        self._list_is_open = list_is_open
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Give arrows, Enter and Esc to the list while it is open."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_open = self._list_is_open()
        goes_under = event.key() == Qt.Key.Key_Down and not is_open and self._is_last_line()
        if asks_for_list(event) or goes_under:
            self.list_wanted.emit()
        elif event.key() in _MOVES and not control and is_open:
            self.moved.emit(_MOVES[Qt.Key(event.key())])
        elif enter and not control:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and is_open:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Grow when the same words need more lines in a narrower window."""
        super().resizeEvent(event)
        self._grow()

    def _is_last_line(self) -> bool:
        cursor = self.textCursor()
        return not cursor.movePosition(cursor.MoveOperation.Down)
