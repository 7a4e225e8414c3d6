"""Who may be registered twice; of one client also by number, and what was joined before."""

from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kotoutus_desktop.casework.duplicates import Reason
from kotoutus_desktop.casework.erasing import client_of_number
from kotoutus_desktop.casework.joining import joined_to, separate
from kotoutus_desktop.casework.likely_pairs import candidates_of, likely_pairs
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.joining import JoinedClient
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card, ListCard
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, clear, row
from kotoutus_desktop.ui.components.row_face import Cell, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.words import shown_name
from kotoutus_desktop.ui.workspace import Workspace

REASONS = {
    Reason.IDENTITY_CODE: N_("same identity code"),
    Reason.NAME_AND_BIRTH_DATE: N_("same date of birth, names sound alike"),
    Reason.NAME_AND_BIRTH_YEAR: N_("same year of birth, names sound alike"),
    Reason.NAME: N_("names sound alike"),
    Reason.PHONE: N_("same phone"),
}
COLUMNS = (ListColumn(share=3), ListColumn(share=3), ListColumn(share=4, folds=True))


class Line(NamedTuple):
    """Two records as a row names them, and what they have in common."""

    first: UUID
    second: UUID
    names: tuple[str, str]
    numbers: tuple[str, str]
    reason: str


class PairsPage(Page):
    """A row for each pair; Enter shows both side by side."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__()
        self.workspace, self.client_id = workspace, destination.client
        self.lines: list[Line] = []
        self.band = TitleBand(_("Registered twice?"), back=_("Back"))
        self.band.back.connect(self.back)
        self.bars = MessageBars((5, 2, 5, 0))
        self.list = RowList(_face, COLUMNS, name=_("Pairs"))
        self.list.opened.connect(self._open)
        self.card = ListCard(self.list)
        self.nothing = EmptyState(
            "circle-check",
            _("Nobody seems to be registered twice"),
            _("Records with one identity code, or one date of birth and like names, stand here."),
        )
        self.number = TextField(_("Number of the other record"), width=200)
        self.look = Button(_("Show both"), icon="users")
        self.look.clicked.connect(self.by_number)
        self.number.line.returnPressed.connect(self.by_number)
        self.other = Card(_("Another record"))
        self.other.put(self.number, row(self.look, None))
        self.joined = Card(_("Joined records"))
        self._joined = Column(gap=1)
        self.joined.column.addLayout(self._joined)
        body = Column(margins=(5, 4, 5, 5), gap=3)
        body.put((self.card, 1), (self.nothing, 1), self.other, self.joined)
        Column(self, gap=0).put(self.band, self.bars)
        whole = self.layout()
        assert isinstance(whole, Column)
        whole.addLayout(body, 1)
        self.refresh()

    def arrive(self, _destination: Destination) -> None:
        """Put the keyboard on the list, or where a number is typed."""
        self.refresh()
        if self.lines:
            self.list.setFocus()
        elif self.client_id:
            self.number.take_focus()
        else:
            self.band.back_button.setFocus()

    def refresh(self) -> None:
        """Read the pairs again."""
        with self.workspace.database.reading() as session:
            if self.client_id is None:
                self.lines = [
                    Line(
                        each.first.id,
                        each.second.id,
                        (_name(each.first), _name(each.second)),
                        (each.first.number, each.second.number),
                        _(REASONS[each.reason]),
                    )
                    for each in likely_pairs(session)
                ]
                joined: list[JoinedClient] = []
            else:
                client = get_client(session, self.client_id)
                self.band.set_person(shown_name(client))
                mine = shown_name(client)
                self.lines = [
                    Line(
                        client.id,
                        each.client_id,
                        (mine, each.name),
                        (client.number, each.number),
                        ", ".join(_(REASONS[reason]) for reason in each.reasons),
                    )
                    for each in candidates_of(session, client)
                ]
                joined = list(joined_to(session, client.id))
        self._show(joined)

    def primary(self) -> None:
        """Show the chosen pair."""
        place = self.list.currentIndex().row()
        if 0 <= place < len(self.lines):
            self._open(self.lines[place])

    def by_number(self) -> None:
        """Show this client beside the one of a number."""
        with self.workspace.database.reading() as session:
            found = client_of_number(session, str(self.number.value()).strip())
        if found is None or found == self.client_id:
            self.number.show_error(_("There is no other record of this number in the file."))
            self.number.take_focus()
            return
        self.navigate.emit(Destination(PageName.JOIN, self.client_id, found))

    def separate(self, record: UUID) -> None:
        """Take a join back."""
        with self.workspace.database.transaction(_("records separated")) as session:
            separate(session, record)
        self.bars.show_success(_("The records are separate again."))
        self.workspace.changed.emit()
        self.refresh()
        self.band.back_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, joined: list[JoinedClient]) -> None:
        self.list.set_items(self.lines)
        self.card.setVisible(bool(self.lines))
        self.nothing.setVisible(not self.lines and not joined)
        self.other.setVisible(self.client_id is not None)
        self.joined.setVisible(bool(joined))
        clear(self._joined)
        for each in joined:
            button = Button(_("Separate again"), "link", "arrow-back-up", bulk="small")
            button.setAccessibleName(f"{button.accessibleName()}: {each.number}")
            button.clicked.connect(
                lambda _checked=False, record=each.joined_id: self.separate(record)
            )
            self._joined.put(row((wrapped(each.number), 1), button))

    def _open(self, line: Line) -> None:
        self.navigate.emit(Destination(PageName.JOIN, line.first, line.second))


def _name(client: object) -> str:
    if getattr(client, "hides_place", False):
        return ""
    return getattr(client, "full_name", "") or getattr(client, "own_script_name", "")


def _face(line: Line) -> RowFace:
    cells = [
        Cell(name or number, number if name else "", strong=True)
        for name, number in zip(line.names, line.numbers, strict=True)
    ]
    said = [*line.names, *line.numbers, line.reason]
    return RowFace((*cells, Cell(line.reason)), ", ".join(each for each in said if each))
