"""Three columns that become one where the window is narrow or the text large."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from kotoutus_desktop.ui.components.labels import restyle
from kotoutus_desktop.ui.theme import theme

FOLD_BELOW = 1140  # width of the page in pixels of 100 % text


class FoldingColumns(QWidget):
    """The middle is always seen; the sides stand beside it, or lie over it when opened."""

    folded_changed = Signal(bool)
    arranged = Signal()

    def __init__(self, left: QFrame, middle: QWidget, right: QFrame) -> None:
        super().__init__()
        self.left, self.middle, self.right = left, middle, right
        self.folded = False
        self._arranged = False
        self._before: QWidget | None = None
        for part in (left, middle, right):
            part.setParent(self)
        theme().changed.connect(self._arrange)

    def open_side(self, side: QFrame) -> None:
        """Lay a side over the middle and put the keyboard into it."""
        self._before = QApplication.focusWidget()
        (self.right if side is self.left else self.left).hide()
        side.show()
        side.raise_()
        self._arrange()
        first = next(
            (
                child
                for child in side.findChildren(QWidget)
                if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible()
            ),
            None,
        )
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_sides(self) -> bool:
        """Take a side away that lies over the middle; tell whether there was one."""
        opened = self.folded and not (self.left.isHidden() and self.right.isHidden())
        if opened:
            self.left.hide()
            self.right.hide()
            if self._before is not None and self._before.isVisible():
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        return opened

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for no more than the middle."""
        return QSize(theme().px(320), self.middle.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold or unfold."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close on Esc what lies over the page."""
        if event.key() != Qt.Key.Key_Escape or not self.close_sides():
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        folded = theme().text_units(self.width()) < FOLD_BELOW
        if folded != self.folded or not self._arranged:
            self._arranged = True
            self.folded = folded
            for side in (self.left, self.right):
                side.setVisible(not folded)
                side.setProperty("over", "true" if folded else "false")
                restyle(side)
            self.folded_changed.emit(folded)
        left = 0 if self.folded else self.left.minimumWidth()
        right = 0 if self.folded else self.right.minimumWidth()
        height = self.height()
        self.left.setGeometry(QRect(0, 0, self.left.minimumWidth(), height))
        self.middle.setGeometry(QRect(left, 0, self.width() - left - right, height))
        width = self.right.minimumWidth()
        self.right.setGeometry(QRect(self.width() - width, 0, width, height))
        self.arranged.emit()
