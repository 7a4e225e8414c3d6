"""Form and paper: beside each other while there is room, else the paper lies over the form."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from kotoutus_desktop.ui.components.labels import restyle
from kotoutus_desktop.ui.theme import theme

FOLD_BELOW = 960
"""Width of the page at 100 % text under which the paper folds away."""

SHARE, WIDEST, NARROWEST = 0.41, 478, 380


class Beside(QWidget):
    """`main` fills what `side` leaves; `folded` tells that the side lies over it or is away."""

    folded_changed = Signal(bool)

    def __init__(self, main: QWidget, side: QFrame) -> None:
        super().__init__()
        self.main, self.side = main, side
        self.folded = False
        self._opened = False
        for part in (main, side):
            part.setParent(self)
        theme().changed.connect(self.arrange)

    def open_side(self) -> None:
        """Lay the side over the form."""
        self._opened = True
        self.arrange()
        self.side.raise_()
        self.side.setFocus()

    def close_side(self) -> None:
        """Take it away again."""
        self._opened = False
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold or unfold."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Give both their places."""
        folded = theme().text_units(self.width()) < FOLD_BELOW
        if folded != self.folded:
            self.folded, self._opened = folded, False
            self.side.setProperty("over", "true" if folded else "false")
            restyle(self.side)
            self.folded_changed.emit(folded)
        wanted = min(max(self.width() * SHARE, theme().px(NARROWEST)), theme().px(WIDEST))
        width = min(round(wanted), self.width())
        self.main.setGeometry(QRect(0, 0, self.width() - (0 if folded else width), self.height()))
        self.side.setGeometry(QRect(self.width() - width, 0, width, self.height()))
        self.side.setVisible(not folded or self._opened)
