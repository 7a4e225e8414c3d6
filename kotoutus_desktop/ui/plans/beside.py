"""Form and paper: beside each other while there is room, else the paper lies over the form."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import restyle
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.form_frame import FormFrame
from kotoutus_desktop.ui.theme import theme

if TYPE_CHECKING:
    from kotoutus_desktop.ui.plans.paper_panel import PaperPanel

FOLD_BELOW = 1040
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


def put_beside(page: FormFrame, side: QFrame, foot: QWidget) -> Beside:
    """Put a side beside the form of a page, and a foot under the form."""
    page.middle.removeWidget(page.body)
    left = QWidget()
    Column(left, gap=0).put((page.body, 1), foot)
    beside = Beside(left, side)
    page.middle.addWidget(beside, 1)
    return beside


def paper_button(beside: Beside, paper: "PaperPanel") -> Button:
    """Return the button that lays the paper over the form where it is folded away."""
    button = Button(_("Paper"), icon="file-text")
    button.clicked.connect(beside.open_side)

    def fold(folded: bool) -> None:
        button.setVisible(folded)
        paper.close_button.setVisible(folded)

    def close() -> None:
        beside.close_side()
        button.setFocus()

    beside.folded_changed.connect(fold)
    paper.closed.connect(close)
    fold(beside.folded)
    return button
