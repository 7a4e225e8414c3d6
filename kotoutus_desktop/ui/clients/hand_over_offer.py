"""On the client's page: a change of standing whose hand-over list is not done yet."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from kotoutus_desktop.casework.hand_over import HandOver
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.clients.hand_over_card import change_text, progress_text
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, clear, row


class HandOverOffer(Card):
    """Says what changed and how much of the list is done; hidden while nothing is open."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__(_("Hand over"))
        self.button = Button(_("Open the hand-over list"), icon="arrows-exchange")
        self.button.clicked.connect(self.opened)
        self.put_head(self.button)
        self._list = Column(gap=1)
        self.column.addLayout(self._list)
        self.hide()

    def show_lists(self, found: Sequence[HandOver]) -> None:
        """Show the lists that are not done."""
        clear(self._list)
        still = [each for each in found if not each.is_complete]
        for each in still:
            progress = Chip(progress_text(each), "info")
            self._list.addWidget(row((wrapped(change_text(each.flip)), 1), progress))
        self.setVisible(bool(still))
