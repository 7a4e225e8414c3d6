"""Something beside the page: why a date, history, a phrase. Not a level, not modal."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QFrame, QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.components.buttons import IconButton
from kotoutus_desktop.ui.components.labels import restyle, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn, clear
from kotoutus_desktop.ui.theme import theme


class SidePanel(QFrame):
    """Title, close, content that scrolls by itself. Esc closes; the focus goes back."""

    opened = Signal()
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
        """Show this content under this title, with the keyboard on its cross.

        Where the keyboard was is remembered until the panel closes.
        """
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        clear(self.area.column)
        self._title.setText(title)
        self.setAccessibleName(title)
        self.area.put(content, None)
        self.show()
        self.raise_()
        self.opened.emit()
        self.area.verticalScrollBar().setValue(0)
        self.close_button.setFocus()
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
        """Close on Esc; Page Up, Page Down, Home and End read on."""
        bar = self.area.verticalScrollBar()
        ways = {
            Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
            Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
            Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
            Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
        }
        plain = not event.modifiers()
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif plain and event.key() in ways:
            bar.triggerAction(ways[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _size(self) -> None:
        self.setFixedWidth(theme().size(self._size_name))


class Beside(QWidget):
    """A page with a side panel: next to it where there is room, over it otherwise."""

    def __init__(self, body: QWidget, panel: SidePanel) -> None:
        super().__init__()
        self._body, self._panel = body, panel
        body.setParent(self)
        panel.setParent(self)
        panel.opened.connect(self.arrange)
        panel.closed.connect(self.arrange)
        theme().changed.connect(self.arrange)

    def arrange(self) -> None:
        """Give both their places; called when the panel was opened or closed."""
        shown = not self._panel.isHidden()
        over = theme().is_narrow(self.width(), "side_panel_over_below")
        wide = self._panel.width() if shown else 0
        self._panel.set_over(over)
        taken = 0 if over else wide
        self._body.setGeometry(QRect(0, 0, self.width() - taken, self.height()))
        if shown:
            self._panel.setGeometry(QRect(self.width() - wide, 0, wide, self.height()))
            self._panel.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close the panel on Esc where the page has no other use for the key."""
        if event.key() == Qt.Key.Key_Escape and not self._panel.isHidden():
            self._panel.close_panel()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for what the page needs."""
        return self._body.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the places."""
        super().resizeEvent(event)
        self.arrange()
