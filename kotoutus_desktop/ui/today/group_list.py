"""One heading of Today with its rows; the keyboard goes from one list on into the next."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.today.due_face import COLUMNS, DueFace
from kotoutus_desktop.ui.today.groups import Entry, key_of


class GroupList(RowList):
    """The rows. `passed` tells that an arrow went over the end: 1 below, -1 above."""

    passed = Signal(int)
    menu_wanted = Signal(object, QPoint)
    why_wanted = Signal(object)
    entered = Signal()

    def __init__(self, face: DueFace, title: str, entries: Sequence[Entry]) -> None:
        super().__init__(face, COLUMNS, name=title, fits=True, enter_acts=True)
        self.entries = list(entries)
        self.mark_with_keyboard()
        self.set_items(self.entries)
        self.choose(0)
        self.section_clicked.connect(self.why_wanted)
        self.menu_asked.connect(self.menu_wanted)

    def choose(self, row: int) -> None:
        """Choose a row; the last one where there are fewer."""
        self.setCurrentIndex(self.model().index(min(row, len(self.entries) - 1), 0))

    def row_of(self, key: object) -> int | None:
        """Return where the row with this key is, None where it is not here."""
        return next((n for n, entry in enumerate(self.entries) if key_of(entry) == key), None)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the keyboard came here."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go over the ends, ask why with Ctrl+I; the rest as in every list."""
        row, plain = self.currentIndex().row(), not event.modifiers()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if plain and event.key() == Qt.Key.Key_Down and row == len(self.entries) - 1:
            self.passed.emit(1)
        elif plain and event.key() == Qt.Key.Key_Up and row == 0:
            self.passed.emit(-1)
        elif control and event.key() == Qt.Key.Key_I:
            self.why_wanted.emit(self.current_item())
        else:
            super().keyPressEvent(event)


class GroupFrame(QFrame):
    """A heading with how many there are, over its list. With `folded` a button unfolds it."""

    def __init__(
        self, rows: GroupList, title: str, tone: str = "", *, folded: bool | None = None
    ) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.rows = rows
        self.card = Card(margins=(0, 0, 0, 0), gap=0)
        self.card.put(rows)
        self.fold_button: Button | None = None
        head = Row(margins=(0, 1, 0, 0), gap=2)
        count = str(len(rows.entries))
        if folded is None:
            head.put(Label(title, "heading", tone), Label(count, "body", tone or "muted"), None)
        else:
            self.fold_button = Button(f"{title}: {count}", "link", "chevron-right")
            self.fold_button.clicked.connect(self.turn)
            head.put(self.fold_button, None)
            self.card.setVisible(not folded)
            self._show_fold()
        Column(self, gap=2).put(head, self.card)

    @property
    def is_folded(self) -> bool:
        """Whether only the heading is shown."""
        return self.card.isHidden()

    def turn(self) -> None:
        """Fold or unfold."""
        self.card.setVisible(self.is_folded)
        self._show_fold()

    def _show_fold(self) -> None:
        if self.fold_button is not None:
            self.fold_button.set_icon("chevron-right" if self.is_folded else "chevron-down")
