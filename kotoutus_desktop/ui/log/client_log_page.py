"""The log of one client: who looked, who changed what, what was printed and exported."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.log.lines import client_log, note_reading
from kotoutus_desktop.casework.own_phrases import office_library
from kotoutus_desktop.casework.people import names_of_all
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, ScrollColumn
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.keys import key_text
from kotoutus_desktop.ui.log.line_words import LineWords
from kotoutus_desktop.ui.log.log_choices import LogChoices
from kotoutus_desktop.ui.log.log_list import LogList, nothing_text
from kotoutus_desktop.ui.log.log_sheet_dialog import LogSheetDialog
from kotoutus_desktop.ui.log.value_words import ValueWords
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.page import Destination, Page
from kotoutus_desktop.ui.words import shown_name
from kotoutus_desktop.ui.workspace import Workspace


class ClientLogPage(Page):
    """Lines by day under the chips that choose among them; Ctrl+P makes the sheet."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__()
        assert destination.client is not None, "a log is some client's"
        self.workspace, self.client_id = workspace, destination.client
        with workspace.database.reading() as session:
            people = names_of_all(session)
        self.choices = LogChoices(workspace, people)
        self.band = TitleBand(_("Log"), back=_("Back"))
        self.sheet_button = Button(_("Log sheet …"), "primary", "printer")
        self.sheet_button.setToolTip(key_text("Ctrl+P"))
        self.bars, self.list, self.area = MessageBars(), LogList(), ScrollColumn((5, 3, 5, 5))
        self.nothing = wrapped(nothing_text(), "body", "muted")
        self.dialog: LogSheetDialog | None = None
        self._build()
        self.refresh()
        with workspace.database.reading() as session:
            note_reading(session, self.client_id)

    def arrive(self, _destination: Destination) -> None:
        """Put the keyboard where lines are chosen."""
        self.choices.kind.setFocus()

    def primary(self) -> None:
        """Make the sheet."""
        self.open_sheet()

    def refresh(self) -> None:
        """Read the log again."""
        with self.workspace.database.reading() as session:
            lines = client_log(session, self.client_id, self.choices.wanted())
            client, people = get_client(session, self.client_id), names_of_all(session)
            library = office_library(session)
        self.band.set_person(shown_name(client))
        chips = [Chip(_("Restricted case"), "warning", "lock")] if client.hides_place else []
        self.band.set_chips(*chips)
        words = LineWords(ValueWords(interface_language(), people, library))
        self.list.show_lines(lines, words)
        self.nothing.setVisible(not lines)

    def open_sheet(self) -> None:
        """Ask how the sheet is wanted."""
        wanted = self.choices.wanted()
        self.dialog = LogSheetDialog(self.workspace, self.client_id, wanted, self)
        self.dialog.done_well.connect(lambda words: self.bars.show_success(words))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+P makes the sheet, Escape goes back."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_P:
            self.open_sheet()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        said = _(
            "Who looked at this client's data and changed it, and what was printed and exported. "
            "Reading the log is noted, too."
        )
        card = Card()
        card.put(self.nothing, self.list)
        self.band.put_acts(self.sheet_button)
        self.area.put(card, None)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(_("Log"))
        head = QWidget()
        Column(head, (5, 2, 5, 0), 2).put(self.bars, wrapped(said, "small", "muted"), self.choices)
        Column(self, gap=0).put(self.band, head, (self.area, 1))
        self.band.back.connect(self.back)
        self.sheet_button.clicked.connect(self.open_sheet)
        self.choices.changed.connect(self.refresh)
