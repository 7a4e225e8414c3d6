"""The deadline ledger as it is laid out: band, chips, and numbers, rows or why there are none."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.ledger.definitions import Definitions
from kotoutus_desktop.ui.ledger.ledger_filters import LedgerFilters
from kotoutus_desktop.ui.ledger.ledger_table import LedgerTable
from kotoutus_desktop.ui.ledger.row_face import LedgerFace
from kotoutus_desktop.ui.ledger.rows_view import RowsView
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.page import Page
from kotoutus_desktop.ui.workspace import Workspace


class LedgerFrame(Page):
    """Everything on the page; what it does is `LedgerPage`."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.band = TitleBand(_("Time limits kept"))
        self.bars = MessageBars((5, 2, 5, 0))
        self.filters = LedgerFilters(workspace)
        self.table = LedgerTable()
        self.card = ListCard(self.table)
        self.definitions = Definitions()
        self.waiting = Label(_("Counting…"), "body", "muted")
        self.nothing = EmptyState("list-check", "", "")
        self.rows = RowsView(LedgerFace(workspace.today()))
        self.numbers = QFrame()
        self.stack = QStackedWidget()
        self.spreadsheet_button = Button(_("Save as a spreadsheet"), icon="download")
        self.paper_button = Button(_("Save as PDF"), icon="file-type-pdf")
        self._lay_out()

    def say_nothing(self, *, empty: bool) -> None:
        """Say why there are no numbers: no clients yet, or none in what is chosen."""
        if empty:
            self.nothing.set_words(
                _("No clients yet"),
                _("When clients are registered, their time limits are counted here."),
            )
        else:
            self.nothing.set_words(
                _("Nothing falls due in this period"),
                _("Choose another period, or all municipalities and counsellors."),
            )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the height between the table and what its numbers count."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Where there is no room for both, the opened definitions stand in the table's place."""
        height = self.stack.height()
        self.card.setVisible(not self.definitions.needs_all(height))
        self.definitions.take(height)

    def _lay_out(self) -> None:
        self.numbers.setProperty("kind", "plain")
        Column(self.numbers, gap=2).put((self.card, 1), self.definitions)
        self.definitions.turned.connect(self._share)
        self.band.put_acts(self.spreadsheet_button, self.paper_button)
        self.spreadsheet_button.hide()
        self.paper_button.hide()
        for widget in (self.waiting, self.numbers, self.nothing, self.rows):
            self.stack.addWidget(widget)
        body = Column(margins=(5, 4, 5, 4), gap=3)
        filters = Row(gap=3)
        filters.put((self.filters, 1))
        body.addLayout(filters)
        body.addWidget(self.stack, 1)
        whole = Column(self, gap=0)
        whole.put(self.band, self.bars)
        whole.addLayout(body, 1)
