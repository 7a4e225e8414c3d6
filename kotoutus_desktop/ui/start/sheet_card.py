"""The recovery code, shown once: to be printed or saved, and kept apart from the laptop."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from kotoutus_desktop.documents.recovery_sheet import (
    RecoverySheet,
    half_words,
    recovery_sheet_pdf,
)
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.printing.printer import print_pdf
from kotoutus_desktop.ui.start.frame import StartCard
from kotoutus_desktop.ui.start.unlock_card import wide

CODE_LINES = 2


class SheetCard(StartCard):
    """Goes on only when the sheet is said to be safe; nobody can show the code again."""

    finished = Signal()

    def __init__(self, sheet: RecoverySheet, folder: Path) -> None:
        super().__init__(
            _("Print the recovery sheet"),
            _(
                "If the passphrase is forgotten, only this code opens the file. Keep the sheet "
                "in a locked place, not with the laptop. It is not shown again."
            ),
        )
        self._sheet, self._folder = sheet, folder
        if sheet.half:
            self.text.setText(f"{self.text.text()} {half_words(sheet.half)}")
        self.bars = MessageBars()
        groups = sheet.code.split("-")
        half = len(groups) // CODE_LINES
        code = Label("  ".join(groups[:half]) + "\n" + "  ".join(groups[half:]), "title")
        code.setAccessibleName(_("Recovery code: {code}").format(code=sheet.code))
        self.print = Button(_("Print"), icon="printer")
        self.print.clicked.connect(self.print_sheet)
        self.save = Button(_("Save as PDF"), icon="file-type-pdf")
        self.save.clicked.connect(self.choose_and_save)
        buttons = Row(gap=2)
        buttons.put(self.print, self.save, None)
        self.safe = CheckField(_("The sheet is in a safe place"))
        self.go_on = wide(Button(_("Open the program"), "primary", bulk="large"))
        self.go_on.setEnabled(False)
        self.safe.changed.connect(lambda: self.go_on.setEnabled(self.safe.value()))
        self.go_on.clicked.connect(self.finished)
        warning = wrapped(
            _("A PDF on this laptop protects nothing: take it to another place."), "small", "muted"
        )
        self.column.put(code, buttons, warning, self.bars, self.safe, self.go_on)

    def print_sheet(self) -> None:
        """Send the sheet to a printer; without one, say so."""
        if print_pdf(recovery_sheet_pdf(self._sheet), self, _("Recovery sheet")):
            self._done(_("The sheet was sent to the printer."))

    def choose_and_save(self) -> None:
        """Ask where to, and save."""
        name = str(self._folder / f"{_('recovery-sheet')}.pdf")
        path, _kind = QFileDialog.getSaveFileName(self, _("Save as PDF"), name, "PDF (*.pdf)")
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Save the sheet; what goes wrong is said, and the code stays on the screen."""
        try:
            save_paper(path, recovery_sheet_pdf(self._sheet))
        except KotoutusError as error:
            self.bars.show_message(Message(explain(error), Tone.DANGER, key="sheet"))
            return
        self._done(_("The sheet was saved: {path}").format(path=path))

    def _done(self, text: str) -> None:
        self.bars.withdraw("sheet")
        self.bars.show_success(text)
        self.safe.take_focus()
