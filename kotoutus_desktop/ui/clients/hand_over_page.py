"""The hand-over lists of a client: a card for each change of standing, the newest first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kotoutus_desktop.casework.hand_over import HandOver, hand_overs, tick, untick
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules.hand_over import Item
from kotoutus_desktop.ui.clients.hand_over_card import HandOverCard
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.layout import Column, ScrollColumn, clear
from kotoutus_desktop.ui.components.reading_order import set_reading_order
from kotoutus_desktop.ui.components.section_link import section_near
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.printing.paper_kinds import HAND_OVER_OF
from kotoutus_desktop.ui.words import shown_name
from kotoutus_desktop.ui.workspace import Workspace


class HandOverPage(Page):
    """Ticks are recorded at once, with the day and the counsellor at the desk."""

    section_clicked = Signal(object)

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__()
        assert destination.client is not None, "a hand-over is some client's"
        self.workspace, self.client_id = workspace, destination.client
        self.band = TitleBand(_("Hand-over lists"), back=_("Back"))
        self.band.back.connect(self.back)
        self.bars, self.area = MessageBars(), ScrollColumn()
        self.cards: list[HandOverCard] = []
        self._found: list[HandOver] | None = None
        bars = Column(margins=(5, 2, 5, 0))
        bars.addWidget(self.bars)
        Column(self, gap=0).put(self.band, bars, (self.area, 1))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._reveal)
        self.refresh()

    def arrive(self, _destination: Destination) -> None:
        """Put the keyboard on the first line that is not done."""
        lines = [line for card in self.cards for line in card.lines.values()]
        still = next((line for line in lines if not line.box.isChecked()), None)
        (still.box if still else self.band.back_button).setFocus()

    def primary(self) -> None:
        """Print the newest list."""
        if self.cards:
            self._print(self.cards[0].key)

    def refresh(self) -> None:
        """Read the lists again; where one changed the keyboard stays on its line."""
        today = self.workspace.today()
        with self.workspace.database.reading() as session:
            client = get_client(session, self.client_id)
            found = hand_overs(session, client, the_office(session), today)
        if found != self._found:
            self._found = found
            self._show(client)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+I says why, Ctrl+P prints the newest list, Escape goes back."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        near = section_near(QApplication.focusWidget())
        if control and event.key() == Qt.Key.Key_I and near is not None:
            self.section_clicked.emit(near.section)
        elif control and event.key() == Qt.Key.Key_P:
            self.primary()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, client: Client) -> None:
        kept = self._focused()
        self.band.set_person(shown_name(client))
        hidden = _("The list names no address, place or telephone number.")
        chips = [Chip(_("Non-disclosure"), "warning", "lock")] if client.non_disclosure else []
        self.band.set_chips(*chips)
        self.band.set_subtitle(hidden if chips else "")
        clear(self.area.column)
        self.cards = [HandOverCard(each) for each in self._found or ()]
        for card in self.cards:
            card.ticked.connect(self._record)
            card.print_wanted.connect(self._print)
            card.section_clicked.connect(self.section_clicked)
        self.area.put(*self.cards)
        for card in self.cards:
            card.show()  # Qt would show what is added to a shown page only later
        if not self.cards:
            self.area.put(None, self._nothing())
        self.area.put(None)
        set_reading_order(self)
        self._focus(kept)

    def _record(self, key: str, item: str, on: bool) -> None:
        workspace = self.workspace
        with workspace.database.transaction(_("hand-over recorded")) as session:
            if on:
                officer, today = workspace.officer_id, workspace.today()
                tick(session, self.client_id, key, Item(item), officer, today)
            else:
                untick(session, self.client_id, key, Item(item))
        self.refresh()
        workspace.changed.emit()

    def _print(self, key: str) -> None:
        self.navigate.emit(
            Destination(PageName.PRINT, self.client_id, focus=f"{HAND_OVER_OF}{key}")
        )

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "arrows-exchange",
            _("Nothing is to be handed over"),
            _(
                "A list appears here when the client becomes a jobseeker or stops being one, "
                "moves, leaves, or comes to the end of a right or an age."
            ),
        )

    def _focused(self) -> tuple[str, Item] | None:
        focus = QApplication.focusWidget()
        for card in self.cards:
            for item, line in card.lines.items():
                if focus is line.box:
                    return card.key, item
        return None

    def _focus(self, kept: tuple[str, Item] | None) -> None:
        for card in self.cards:
            if kept is not None and card.key == kept[0] and kept[1] in card.lines:
                card.lines[kept[1]].box.setFocus()

    def _reveal(self, _before: QWidget | None, now: QWidget | None) -> None:
        self.area.reveal(now)
