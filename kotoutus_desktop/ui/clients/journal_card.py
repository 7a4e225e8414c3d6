"""The journal on the client's page: the latest entries, and writing one."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from kotoutus_desktop.casework.journal import (
    Written,
    add_entry,
    change_entry,
    hidden_entries,
    journal_of,
    remove_entry,
)
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_, _, ngettext
from kotoutus_desktop.models.journal import Confidentiality, JournalEntry, JournalWay
from kotoutus_desktop.ui.appointments.fields_dialog import Asked, FieldsDialog
from kotoutus_desktop.ui.clients.intake_choices import enum_choices
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.row_face import MENU_COLUMN, Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.dates import date_text, short_date_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import ChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import LongTextField, TextField
from kotoutus_desktop.ui.icons import icon
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace

FEW = 5
_COLUMNS = (ListColumn(share=1), MENU_COLUMN)


class JournalCard(Card):
    """Enter opens an entry to read or correct; the others stay folded until asked for."""

    def __init__(self, workspace: Workspace, bars: MessageBars) -> None:
        super().__init__(_("Journal"))
        self._workspace, self._bars = workspace, bars
        self._client: UUID | None = None
        self._all = False
        self._entries: list[JournalEntry] = []
        self.add_button = Button(_("New entry"), "link", "plus", bulk="small")
        self.more = Button("", "link", "chevron-down", bulk="small")
        self.hidden = wrapped("", "small", "muted")
        self.rows = RowList(self._face, _COLUMNS, name=_("Journal"), fits=True)
        self.rows.mark_with_keyboard()
        self.put_head(self.add_button)
        self.put(self.rows, self.hidden, self.more)
        self.add_button.clicked.connect(lambda: self.ask())
        self.more.clicked.connect(self._show_all)
        self.rows.opened.connect(self.ask)
        self.rows.menu_asked.connect(self._show_menu)

    def show_client(self, client_id: UUID) -> None:
        """Show what the counsellor may read of a client's journal."""
        self._client = client_id
        officer = self._workspace.officer_id
        with self._workspace.database.reading() as session:
            self._entries = journal_of(session, client_id, officer)
            hidden = hidden_entries(session, client_id, officer)
        shown = self._entries if self._all else self._entries[:FEW]
        self.rows.set_items(shown)
        self.rows.setVisible(bool(shown))
        if shown and not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.rows.model().index(0, 0))
        words = ngettext(
            "{n} entry is for the client’s own counsellor.",
            "{n} entries are for the client’s own counsellor.",
            hidden,
        )
        self.hidden.setText(words.format(n=hidden))
        self.hidden.setVisible(hidden > 0)
        rest = len(self._entries) - len(shown)
        self.more.set_label(ngettext("{n} more", "{n} more", rest).format(n=rest))
        self.more.setVisible(rest > 0)

    def ask(self, entry: JournalEntry | None = None) -> FieldsDialog:
        """Ask for an entry, or show one to read and correct."""
        happened = DateField(_("Day"), self._workspace.today)
        way = ChoiceField(_("How"), enum_choices(JournalWay))
        with_whom = TextField(_("With whom besides the client"))
        text = LongTextField(_("What was spoken of"), lines=5)
        level = ChoiceField(_("Who may read it"), enum_choices(Confidentiality))
        happened.set_value(entry.happened_on if entry else self._workspace.today())
        way.set_value((entry.way if entry else JournalWay.VISIT).value)
        with_whom.set_value(entry.with_whom if entry else "")
        text.set_value(entry.text if entry else "")
        level.set_value((entry.confidentiality if entry else Confidentiality.OFFICE).value)
        fields = {
            "happened_on": happened,
            "way": way,
            "with_whom": with_whom,
            "text": text,
            "confidentiality": level,
        }

        def save() -> None:
            written = Written(
                happened.day(),
                JournalWay(way.value() or JournalWay.VISIT),
                str(text.value()),
                str(with_whom.value()),
                Confidentiality(level.value() or Confidentiality.OFFICE),
            )
            self._store(written, entry)

        said = _(
            "All of it is confidential. Write only what the client’s matter needs, and nothing on "
            "religion, origin or opinions. The client may ask to see it."
        )
        title = _("Journal entry") if entry else _("New entry in the journal")
        dialog = FieldsDialog(Asked(title, said, _("Save")), fields, save, self)
        dialog.open()
        return dialog

    def _store(self, written: Written, entry: JournalEntry | None) -> None:
        client, officer, today = self._client, self._workspace.officer_id, self._workspace.today()
        assert client is not None, "a journal is some client's"
        if entry is None:
            self._record(
                N_("journal entry"), lambda s: add_entry(s, client, written, officer, today)
            )
            self._say(_("The entry was added."))
        else:
            self._record(
                N_("journal entry changed"),
                lambda s: change_entry(s, entry.id, written, officer, today),
            )
            self._say(_("The entry was changed."))

    def _remove(self, entry: JournalEntry) -> None:
        officer = self._workspace.officer_id
        try:
            self._record(N_("Delete"), lambda session: remove_entry(session, entry.id, officer))
        except KotoutusError as error:
            self._bars.show_message(Message(explain(error), Tone.WARNING, key="journal"))
        else:
            self._say(_("The entry was deleted."))

    def _show_menu(self, entry: JournalEntry, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(icon("pencil", "text"), _("Open"), lambda: self.ask(entry))
        menu.addAction(icon("trash", "text"), _("Delete"), lambda: self._remove(entry))
        menu.exec(place)
        menu.deleteLater()

    def _show_all(self) -> None:
        self._all = True
        if self._client is not None:
            self.show_client(self._client)

    def _record(self, label: str, act: Callable[[Any], object]) -> None:
        with self._workspace.database.transaction(_(label)) as session:
            act(session)

    def _say(self, words: str) -> None:
        if self._client is not None:
            self.show_client(self._client)
        self._bars.show_success(words, self._workspace.undo)
        self._workspace.changed.emit()

    def _face(self, entry: JournalEntry) -> RowFace:
        day = short_date_text(entry.happened_on, self._workspace.today())
        head = ", ".join(part for part in (day, enum_text(entry.way), entry.with_whom) if part)
        text = " ".join(entry.text.split())
        closed = entry.confidentiality is not Confidentiality.OFFICE
        cells = (
            Cell(head, note=text, strong=True, small_note=True, icon="lock" if closed else ""),
            Cell(_("More"), icon="dots-vertical", kind=CellKind.MENU),
        )
        who = enum_text(entry.confidentiality)
        return RowFace(cells, f"{date_text(entry.happened_on)}, {head}, {text}, {who}")
