"""A client's case as it is typed into Koto-AJ or A-TMT: copy, type, tick."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from kotoutus_desktop.casework.national.pack import (
    Pack,
    PackField,
    PackSection,
    Stamp,
    pack_of,
    take_back,
)
from kotoutus_desktop.casework.national.pack import enter as record_entered
from kotoutus_desktop.casework.national.pack_file import PACK, pack_json
from kotoutus_desktop.casework.national.words import REGISTERS
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.documents.facts_sheet import facts_pdf, made_line
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, ScrollColumn, clear
from kotoutus_desktop.ui.components.reading_order import set_reading_order
from kotoutus_desktop.ui.components.section_link import section_near
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.keeping.saving import PaperSaver
from kotoutus_desktop.ui.log.exports import note_export
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.national.field_row import FieldRow
from kotoutus_desktop.ui.national.pack_sheet import pack_sheet
from kotoutus_desktop.ui.national.section_card import SectionCard
from kotoutus_desktop.ui.page import Destination, Page
from kotoutus_desktop.ui.words import shown_name
from kotoutus_desktop.ui.workspace import Workspace


class PackPage(Page):
    """Enter copies a field and goes to the next one; Ctrl+Enter ticks a whole record."""

    section_clicked = Signal(object)

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__()
        assert destination.client is not None, "a pack is some client's"
        self.workspace, self.client_id = workspace, destination.client
        self.band = TitleBand(_("Koto-AJ and A-TMT"), back=_("Back"))
        self.band.back.connect(self.back)
        self.bars, self.area = MessageBars(), ScrollColumn()
        self.saver = PaperSaver(self, workspace.preferences, self.bars)
        self.paper = Button(_("Save as PDF …"), icon="printer")
        self.paper.show_key("Ctrl+P")
        self.paper.clicked.connect(self.save_pdf)
        self.file = Button(_("Save for programs …"), icon="database-export")
        self.file.clicked.connect(self.choose_file)
        self.band.put_acts(self.paper, self.file)
        self.cards: list[SectionCard] = []
        self.pack: Pack | None = None
        bars = Column(margins=(5, 2, 5, 0))
        bars.addWidget(self.bars)
        Column(self, gap=0).put(self.band, bars, (self.area, 1))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._reveal)
        self.refresh()

    @property
    def rows(self) -> list[FieldRow]:
        """The fields that have something to be copied, in their order."""
        return [row for card in self.cards for row in card.rows if row.field.value]

    def arrive(self, _destination: Destination) -> None:
        """Put the keyboard on the first field that is to be entered."""
        first = next((row for row in self.rows if row.field.is_open), None)
        (first.copy if first else self.band.back_button).setFocus()

    def primary(self) -> None:
        """Tick everything of the record that has the keyboard, or of the first open one."""
        focus = QApplication.focusWidget()
        here = [card for card in self.cards if focus is not None and card.isAncestorOf(focus)]
        still = [card for card in here or self.cards if card.section.open_fields]
        if still:
            still[0].tick_all()

    def refresh(self) -> None:
        """Read the case again; where it changed the keyboard stays on its field."""
        with self.workspace.database.reading() as session:
            client, office = get_client(session, self.client_id), the_office(session)
            pack = pack_of(session, client, office, self.workspace.today())
        self.client, self.office = client, office
        if pack != self.pack:
            self.pack = pack
            self._show(client, pack)

    def save_pdf(self) -> None:
        """Save the pack as a paper; the log says so."""
        assert self.pack is not None
        sender = self.office.name_fi or self.office.name_sv
        made = made_line(sender, self.workspace.today())
        content = facts_pdf(pack_sheet(self.client, self.pack, self.office, made))
        note_export(self.workspace, PACK, [self.client_id], Act.PRINT)
        self.saver.choose_and_save(content, self._name())

    def choose_file(self) -> None:
        """Ask where to save the pack for programs."""
        start = self.workspace.preferences.last_folder / f"{self._name()}.json"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save for programs"), str(start), "*.json"
        )
        if chosen:
            self.save_file(Path(chosen))

    def save_file(self, path: Path) -> None:
        """Save the pack as JSON; what goes wrong is said."""
        assert self.pack is not None
        language = self.office.official_language
        content = pack_json(self.client, self.pack, language, self.workspace.now())
        try:
            save_paper(path, content)
        except KotoutusError as error:
            self.bars.show_message(Message(explain(error), Tone.DANGER, key="save"))
            return
        note_export(self.workspace, PACK, [self.client_id])
        self.bars.show_success(
            _("Saved: {name}. The file is not encrypted: delete it when it was read.").format(
                name=path.name
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter ticks, Ctrl+I says why, Ctrl+P saves the paper, Escape goes back."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        acts = {
            Qt.Key.Key_Return: self.primary,
            Qt.Key.Key_Enter: self.primary,
            Qt.Key.Key_I: self._why,
            Qt.Key.Key_P: self.save_pdf,
        }
        if control and event.key() in acts:
            acts[Qt.Key(event.key())]()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _name(self) -> str:
        return f"{self.client.number or 'case'}-{_('koto-aj')}-{self.workspace.today():%Y%m%d}"

    def _show(self, client: Client, pack: Pack) -> None:
        kept = self._focused()
        self.band.set_person(shown_name(client))
        chips = [Chip(_(REGISTERS[pack.register]), "accent")]
        if client.hides_place:
            chips.append(Chip(_("restricted"), "warning", "lock"))
        self.band.set_chips(*chips)
        clear(self.area.column)
        official = self.office.official_language
        self.cards = [SectionCard(section, official) for section in pack.sections]
        if self.cards:
            self.area.put(wrapped(self._how(client), "small", "muted"))
        for card in self.cards:
            card.ticked.connect(self._record)
            card.left.connect(self._go_on)
            card.section_clicked.connect(self.section_clicked)
            for row in card.rows:
                row.copy.stepped.connect(lambda by, row=row: self._step(row, by))
            self.area.put(card)
            card.show()  # Qt would show what is added to a shown page only later
        if not self.cards:
            self.area.put(None, _nothing())
        self.area.put(None)
        set_reading_order(self)
        self._focus(kept)

    def _how(self, client: Client) -> str:
        how = _(
            "Enter copies a field and goes to the next one; the clipboard is emptied after a "
            "minute. Ctrl+Enter records the whole record as entered."
        )
        if not client.hides_place:
            return how
        return f"{how} {_('Restricted case: providers and places are left out.')}"

    def _record(self, section: PackSection, fields: tuple[PackField, ...], on: bool) -> None:
        workspace = self.workspace
        assert self.pack is not None
        stamp = Stamp(self.pack.register, workspace.today(), workspace.officer_id)
        label = _("entered in Koto-AJ or A-TMT")
        with workspace.database.transaction(label) as session:
            if on:
                record_entered(session, self.client_id, section.subject, fields, stamp)
            else:
                for each in fields:
                    take_back(session, section.subject, each.field)
        self.refresh()
        workspace.changed.emit()

    def _go_on(self, row: FieldRow) -> None:
        self._step(row, 1)

    def _step(self, row: FieldRow, by: int) -> None:
        rows = self.rows
        place = rows.index(row) + by
        if 0 <= place < len(rows):
            rows[place].copy.setFocus()

    def _why(self) -> None:
        near = section_near(QApplication.focusWidget())
        if near is not None:
            self.section_clicked.emit(near.section)

    def _focused(self) -> tuple[int, int, str] | None:
        """Return where the keyboard is: number of the card and the row, and what of it."""
        focus = QApplication.focusWidget()
        for number, card in enumerate(self.cards):
            if focus is card.all:
                return number, 0, "copy"
            for place, row in enumerate(card.rows):
                if focus in (row.copy, row.box):
                    return number, place, "box" if focus is row.box else "copy"
        return None

    def _focus(self, kept: tuple[int, int, str] | None) -> None:
        if kept is None or kept[0] >= len(self.cards):
            return
        row = self.cards[kept[0]].rows[kept[1]]
        (row.box if kept[2] == "box" else row.copy).setFocus()

    def _reveal(self, _before: QWidget | None, now: QWidget | None) -> None:
        self.area.reveal(now)


def _nothing() -> EmptyState:
    return EmptyState(
        "database-export",
        _("Nothing is to be entered yet"),
        _("A completed assessment, an agreed plan and a completed review appear here."),
    )
