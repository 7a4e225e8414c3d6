"""The field that finds clients while one types; the arrows move in the list under it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import IconButton
from kotoutus_desktop.ui.components.labels import IconLabel
from kotoutus_desktop.ui.components.layout import Row
from kotoutus_desktop.ui.theme import theme

TO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
WIDTH = 420


class SearchField(QLineEdit):
    """Search as you type. Enter opens, arrows choose, Escape empties."""

    moved = Signal(QKeyEvent)  # a key for the list
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Search clients"))
        self.setAccessibleDescription(
            _("Name in any script, case number, date of birth, identity code or phone number")
        )
        self.setPlaceholderText(_("Name, number, date of birth or phone"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sign = IconLabel("search", "accent_text", 18)
        self.cross = IconButton("x", _("Empty the search"), key="")
        self.cross.setProperty("bulk", "tiny")
        self.cross.setToolTip(f"{_('Empty the search')} (Esc)")
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.clicked.connect(self.clear)
        inside = Row(self, (3, 0, 1, 0), 0)
        inside.put(self._sign, None, self.cross)
        self.textChanged.connect(self._show_cross)
        self._show_cross("")
        theme().changed.connect(self._size)
        self._size()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave arrows to the list, Enter and Escape to the page."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in TO_LIST and plain:
            self.moved.emit(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Show the menu of the text by mouse only: by key, the page shows that of the row."""
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            super().contextMenuEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be wide enough for two names."""
        return QSize(theme().px(WIDTH), super().sizeHint().height())

    def _show_cross(self, text: str) -> None:
        self.cross.setVisible(bool(text))

    def _size(self) -> None:
        self.setMaximumWidth(theme().px(WIDTH))
        self.setTextMargins(theme().px(28), 0, theme().px(28), 0)
