"""The roll as a list that is gone through with the keyboard: one key for each mark."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.orientation import Presence
from kotoutus_desktop.ui.components.labels import restyle
from kotoutus_desktop.ui.components.row_list import RowDelegate, RowList
from kotoutus_desktop.ui.orientation.roll_draft import DraftRow
from kotoutus_desktop.ui.orientation.roll_face import (
    ALL_KEY,
    COLUMNS,
    KEYS,
    MINUTES,
    REASON,
    roll_face,
)
from kotoutus_desktop.ui.theme import theme

ROW_HEIGHT = 25  # twenty rows are seen at once in a window of 1280 x 800
_MENU_WIDTH = 120

Taken = Callable[[str], bool]


class RollDelegate(RowDelegate):
    """Rows of one line, as low as their chip allows."""

    def row_height(self, _width: int) -> int:
        """Return the same height for every width: nothing folds."""
        return theme().px(ROW_HEIGHT)


class CellEdit(QLineEdit):
    """A line over a cell. `take` stores what was typed, and tells whether it could."""

    closed = Signal()

    def __init__(self, parent: QWidget, name: str, text: str, take: Taken) -> None:
        super().__init__(parent)
        self._take, self._over = take, False
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setText(text)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and the arrows take what is typed, Esc leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.finish()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take what is typed when the keyboard goes elsewhere; what means nothing is left."""
        super().focusOutEvent(event)
        if not self._over and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._take(self.text())
            self._close()

    def finish(self) -> bool:
        """Take what is typed and close, or show that it means nothing."""
        if self._take(self.text()):
            self._close()
            return True
        self.setProperty("state", "error")
        restyle(self)
        self.selectAll()
        return False

    def _close(self) -> None:
        if not self._over:
            self._over = True
            self.hide()
            self.closed.emit()
            self.deleteLater()


class RollList(RowList):
    """The list. It says which key was pressed on whom; the part keeps the marks."""

    marked = Signal(object, object)  # DraftRow, Presence; None takes the mark away
    all_marked = Signal()
    reason_asked = Signal(object)  # DraftRow
    turned = Signal(int)  # to the meeting before or after

    def __init__(self) -> None:
        super().__init__(roll_face, COLUMNS, name=_("Roll call"))
        self.delegate = RollDelegate(COLUMNS, "row_small", self)
        self.setItemDelegate(self.delegate)
        self.editing: CellEdit | None = None
        self.opened.connect(self.reason_asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """0 all present, 1 to 5 a mark, Delete none; PgUp and PgDn another meeting."""
        turns = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        row: DraftRow | None = self.current_item()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in turns:
            self.turned.emit(turns[Qt.Key(event.key())])
        elif plain and event.text() == ALL_KEY:
            self.all_marked.emit()
        elif plain and row is not None and event.text() in KEYS:
            self.marked.emit(row, KEYS[event.text()])
        elif row is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.marked.emit(row, None)
        elif row is not None and event.key() == Qt.Key.Key_F2:
            self.reason_asked.emit(row)
        else:
            super().keyPressEvent(event)

    def set_rows(self, rows: list[DraftRow]) -> None:
        """Show the rows; whoever was chosen stays chosen."""
        self.set_items(rows)
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))

    def go_on(self) -> None:
        """Go to the next person; stay on the last."""
        place = min(self.currentIndex().row() + 1, self.model().rowCount() - 1)
        self.setCurrentIndex(self.model().index(place, 0))

    def ask_minutes(self, missed: int, presence: Presence, take: Taken) -> CellEdit:
        """Have minutes typed over the minutes of the current row."""
        late = presence is Presence.LATE
        name = _("Minutes late") if late else _("Minutes before the end")
        return self._open(MINUTES, name, str(missed or ""), take)

    def ask_reason(self, reason: str, take: Taken) -> CellEdit:
        """Have a reason typed over the reason of the current row."""
        return self._open(REASON, _("Reason"), reason, take)

    def _open(self, column: int, name: str, text: str, take: Taken) -> CellEdit:
        index = self.currentIndex()
        self.scrollTo(index)
        place = self._place(index, column)
        self.editing = edit = CellEdit(self.viewport(), name, text, take)
        edit.setGeometry(place)
        edit.closed.connect(self._edited)
        edit.show()
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return edit

    def _place(self, index: QModelIndex, column: int) -> QRect:
        row = self.visualRect(index)
        place = self.delegate.cell_rects(row)[column]
        place.setWidth(max(place.width(), theme().px(_MENU_WIDTH)))
        return place

    def _edited(self) -> None:
        self.editing = None
        self.setFocus(Qt.FocusReason.OtherFocusReason)
