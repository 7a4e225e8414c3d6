"""The rows behind a number: client, due day, done day, reason."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QMenu

from kotoutus_desktop.casework.ledger import LedgerRow
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.rules.obligations import State
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_face import RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.icons import icon
from kotoutus_desktop.ui.ledger.row_face import COLUMNS, LedgerFace, reason_act


class RowsView(QFrame):
    """The list with its heading and the way back to the numbers."""

    back = Signal()
    opened = Signal(object)  # LedgerRow: go to the client
    why_wanted = Signal(object)  # LedgerRow
    asked_reason = Signal(object)  # LedgerRow that is late

    def __init__(self, face: LedgerFace) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.face = face
        self.back_button = Button(_("Back to the numbers"), "back", "chevron-left", bulk="small")
        self.back_button.setToolTip("Esc")
        self.back_button.clicked.connect(self.back)
        self.heading = wrapped("", "heading")
        self.count = Label("", "small", "muted")
        self.reason_button = Button(_("Give the reason"), icon="pencil")
        self.reason_button.show_key("Ctrl+Return")  # the page listens to it
        self.reason_button.clicked.connect(lambda: self.ask_reason())
        self.list = RowList(self._face_of, COLUMNS, name=_("What the number counts"))
        self.list.opened.connect(self.opened)
        self.list.chosen.connect(self._offer)
        self.list.menu_asked.connect(self.show_menu)
        head = Row(gap=2)
        head.put((self.heading, 1), self.count, self.reason_button)
        card = Card(margins=(0, 0, 0, 0), gap=0)
        card.put(self.list)
        Column(self, gap=2).put(self.back_button, head, (card, 1))

    def show_rows(self, heading: str, rows: Sequence[LedgerRow]) -> None:
        """Show the rows of a number."""
        self.heading.setText(heading)
        self.count.setText(ngettext("{n} row", "{n} rows", len(rows)).format(n=len(rows)))
        place = max(self.list.currentIndex().row(), 0)
        self.list.set_items(rows)
        self.reason_button.setVisible(any(row.state is State.LATE for row in rows))
        if rows:
            self.list.setCurrentIndex(self.list.model().index(min(place, len(rows) - 1), 0))
            self._offer(self.list.current_item())

    def _offer(self, row: LedgerRow) -> None:
        self.reason_button.setEnabled(row.state is State.LATE)
        self.reason_button.set_label(reason_act(row))

    def ask_reason(self, row: LedgerRow | None = None) -> None:
        """Ask why a row, or the chosen one, was late; nothing for what was not."""
        row = row or self.list.current_item()
        if row is not None and row.state is State.LATE:
            self.asked_reason.emit(row)

    def show_menu(self, row: LedgerRow, place: QPoint) -> None:
        """Offer what can be done with a row."""
        menu = self.menu_of(row)
        menu.exec(place)
        menu.deleteLater()

    def menu_of(self, row: LedgerRow) -> QMenu:
        """Return the acts of a row."""
        menu = QMenu(self)
        menu.addAction(icon("user", "text"), _("Open the client"), partial(self.opened.emit, row))
        if row.state is State.LATE:
            menu.addAction(icon("pencil", "text"), reason_act(row), partial(self.ask_reason, row))
        menu.addAction(icon("scale", "text"), _("Why (Ctrl+I)"), partial(self.why_wanted.emit, row))
        return menu

    def _face_of(self, row: LedgerRow) -> RowFace:
        return self.face(row)
