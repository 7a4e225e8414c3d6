"""Searching in a text: field, number of matches, next and previous."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import IconButton
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Row
from kotoutus_desktop.ui.icons import icon
from kotoutus_desktop.ui.style import let_icons_grow
from kotoutus_desktop.ui.theme import theme

FIELD_WIDTH = 240


class SearchLine(QLineEdit):
    """Enter goes on to the next match, Shift+Enter to the one before."""

    moved = Signal(int)  # 1 on, -1 back

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move between the matches."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.moved.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)


class SearchRow(QFrame):
    """`typed` with every letter, `moved` for another match."""

    typed = Signal(str)
    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.line = SearchLine()
        self.line.setPlaceholderText(_("Search the help"))
        self.line.setAccessibleName(_("Search the help"))
        self.line.setClearButtonEnabled(False)
        let_icons_grow(self.line)
        self._sign = self.line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.count = Label("", "small", "muted")
        self.before = IconButton("chevron-up", _("Previous match (Shift+Enter)"))
        self.after = IconButton("chevron-down", _("Next match (Enter)"))
        Row(self, gap=2).put(self.count, self.line, self.before, self.after)
        self.line.textChanged.connect(self.typed)
        self.line.moved.connect(self.moved)
        self.before.clicked.connect(lambda: self.moved.emit(-1))
        self.after.clicked.connect(lambda: self.moved.emit(1))
        theme().changed.connect(self._size)
        self._size()
        self.show_count("", some=False)

    def show_count(self, words: str, *, some: bool) -> None:
        """Say how many matches there are; `some` tells if one can move between them."""
        self.count.setText(words)
        self.before.setEnabled(some)
        self.after.setEnabled(some)

    def take_focus(self) -> None:
        """Put the keyboard into the field, with what was searched before chosen."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _size(self) -> None:
        self.line.setFixedWidth(theme().px(FIELD_WIDTH))
        self._sign.setIcon(icon("search", "text_muted", 18))
