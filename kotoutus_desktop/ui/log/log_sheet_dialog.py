"""How the log sheet is wanted: language, names, large print, and where it goes."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kotoutus_desktop.casework.log.lines import LogFilter
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.history.noting import Act, Note
from kotoutus_desktop.ui.components.buttons import Button, Segments
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.log.door import write_soon
from kotoutus_desktop.ui.log.log_paper import LOG_SHEET, SheetChoice, log_paper
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.printing.printer import print_to, printer_names
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import language_name
from kotoutus_desktop.ui.workspace import Workspace


class LogSheetDialog(QDialog):
    """Saves or prints the lines that are chosen on the page; `done` says it in words."""

    done_well = Signal(str)

    def __init__(
        self, workspace: Workspace, client_id: UUID, wanted: LogFilter, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Log sheet"))
        self._workspace, self._client, self._wanted = workspace, client_id, wanted
        with workspace.database.reading() as session:
            official = the_office(session).official_language
        self.official = Segments(
            [(code, language_name(code)) for code in ("fi", "sv")],
            official,
            name=_("Language of the sheet"),
            bulk="small",
        )
        self.nameless = CheckField(_("Leave out the names of those who work here"))
        self.large = CheckField(_("Large print"))
        self.password = TextField(
            _("Password, if the PDF is sent"), hint=_("Tell it by another way than the file.")
        )
        printers = printer_names()
        self.printer = ChoiceField(_("Printer"), [Choice(each, each) for each in printers])
        self.printer.set_value(printers[0] if printers else "")
        self.bars = MessageBars()
        self.save = Button(_("Save as PDF …"), "primary", "file-type-pdf", key="Ctrl+Return")
        self.print = Button(_("Print"), icon="printer")
        for widget in (self.printer, self.print):
            widget.setVisible(bool(printers))
        self._build()

    def choice(self) -> SheetChoice:
        """Return what is chosen."""
        return SheetChoice(
            self.official.value(), bool(self.nameless.value()), bool(self.large.value())
        )

    def choose_and_save(self) -> None:
        """Ask where to, and save; the name proposed holds no personal data."""
        start = self._workspace.preferences.last_folder / f"{_('log-sheet')}.pdf"
        path, _kind = QFileDialog.getSaveFileName(self, _("Save as PDF"), str(start), "PDF (*.pdf)")
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Save the sheet, and note it."""
        try:
            save_paper(path, self._paper(), str(self.password.value()))
        except InvalidInput as error:
            self.password.show_error(explain(error))
            self.password.take_focus()
        except KotoutusError as error:
            self.bars.show_message(Message(explain(error), Tone.WARNING, key="sheet"))
        else:
            self._workspace.preferences.last_folder = path.parent
            self._end(Act.SAVE, _("The log sheet was saved."))

    def print_on(self, printer: str) -> None:
        """Print the sheet, and note it."""
        try:
            printed = print_to(self._paper(), printer, 1, _("Log sheet"))
        except KotoutusError as error:
            self.bars.show_message(Message(explain(error), Tone.WARNING, key="sheet"))
            return
        if printed:
            self._end(Act.PRINT, _("The log sheet was sent to the printer."))
        else:
            words = _("The printer does not answer. Check it, or save the PDF.")
            self.bars.show_message(Message(words, Tone.DANGER, key="sheet"))

    def _paper(self) -> bytes:
        return log_paper(self._workspace, self._client, self._wanted, self.choice())

    def _end(self, act: Act, words: str) -> None:
        write_soon(self._workspace, Note(act, self._client, LOG_SHEET, self._client))
        self.done_well.emit(words)
        self.accept()

    def _build(self) -> None:
        said = _(
            "The client has a right to know this. The sheet has the entries that are chosen on "
            "the page, in words, and the anchor of the log."
        )
        languages = Row(gap=0)
        languages.put(self.official, None)
        stay = Button(_("Back"))
        buttons = Row(gap=2)
        buttons.put(None, stay, self.print, self.save)
        column = Column(self, (5, 5, 5, 5), 3)
        column.put(Label(_("Log sheet"), "title"), wrapped(said, "body", "muted"), self.bars)
        column.put(Label(_("Language of the sheet"), "strong"), languages)
        column.put(self.nameless, self.large, self.password, self.printer, None, buttons)
        self.save.clicked.connect(self.choose_and_save)
        self.print.clicked.connect(lambda: self.print_on(str(self.printer.value())))
        stay.clicked.connect(self.reject)
        self.resize(theme().px(520), theme().px(440))
        self.official.first_button().setFocus()
