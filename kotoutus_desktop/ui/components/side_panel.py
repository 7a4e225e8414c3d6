"""Something beside the page: why a date, history, a phrase. Not a level, not modal."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.components.buttons import IconButton
from kotoutus_desktop.ui.components.labels import restyle, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn, clear
from kotoutus_desktop.ui.theme import theme


class SidePanel(QFrame):
    """Title, close, content that scrolls by itself. Esc closes; the focus goes back."""

    closed = Signal()

    def __init__(self, name: str = "side_panel") -> None:
        super().__init__()
        self._size_name = name
        self._before: QWidget | None = None
        self.setProperty("kind", "panel")
        self._title = wrapped("", "heading")
        self.close_button = IconButton("x", _("Close (Esc)"))
        self.close_button.clicked.connect(self.close_panel)
        self.area = ScrollColumn((4, 2, 4, 4), 3, kind="surface")
        head = Row(margins=(4, 3, 2, 1), gap=2)
        head.put((self._title, 1), self.close_button)
        Column(self, gap=0).put(head, (self.area, 1))
        theme().changed.connect(self._size)
        self._size()
        self.hide()

    def open_with(self, title: str, content: QWidget) -> None:
        """Show this content under this title, and remember where the focus was."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        clear(self.area.column)
        self._title.setText(title)
        self.setAccessibleName(title)
        self.area.put(content, None)
        self.show()
        self.raise_()
        announce(self, title)

    def set_over(self, over: bool) -> None:
        """Lie over the page, with a stronger edge, or stand beside it."""
        self.setProperty("over", "true" if over else "false")
        restyle(self)

    def close_panel(self) -> None:
        """Close and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _size(self) -> None:
        self.setFixedWidth(theme().size(self._size_name))
