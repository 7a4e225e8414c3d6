"""The numbers of the ledger as a file: small ones hidden, never a row about a client."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kotoutus_desktop.casework.ledger_counts import Line
from kotoutus_desktop.casework.ledger_courses import Selection
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.documents.ledger_sheet import LedgerSheet, Scope, ledger_sheet
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.dates import period_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.log.exports import note_export
from kotoutus_desktop.ui.message_bar import Act, Message, MessageBars, Tone
from kotoutus_desktop.ui.workspace import Workspace

FAILED = "save"


class ExportKind(StrEnum):
    """The two files; the value is the ending of the name."""

    SPREADSHEET = ".xlsx"
    PAPER = ".pdf"


class LedgerExport:
    """Asks where to, and saves; what goes wrong is said in the bars of the page."""

    def __init__(self, page: QWidget, workspace: Workspace, bars: MessageBars) -> None:
        self._page, self._workspace, self._bars = page, workspace, bars

    def choose_and_save(self, sheet: LedgerSheet, kind: ExportKind, name: str) -> None:
        """Ask for the place of the file and save it."""
        start = self._workspace.preferences.last_folder / f"{name}{kind.value}"
        title = _("Save as PDF") if kind is ExportKind.PAPER else _("Save as a spreadsheet")
        chosen, _kind = QFileDialog.getSaveFileName(self._page, title, str(start), f"*{kind.value}")
        if chosen:
            path = Path(chosen)
            path = path if path.suffix else path.with_suffix(kind.value)
            self.save_to(path, sheet, kind, lambda: self.choose_and_save(sheet, kind, name))

    def save_to(
        self, path: Path, sheet: LedgerSheet, kind: ExportKind, again: Callable[[], None]
    ) -> bool:
        """Save the file; `again` asks for another place when it could not be written."""
        try:
            save_paper(path, content_of(sheet, kind))
        except KotoutusError as error:
            act = Act(_("Save under another name"), again, plain=False)
            self._bars.show_message(Message(explain(error), Tone.DANGER, (act,), key=FAILED))
            return False
        self._bars.withdraw(FAILED)
        self._workspace.preferences.last_folder = path.parent
        note_export(self._workspace, "ledger")
        self._bars.show_success(_("Saved: {name}").format(name=path.name))
        return True

    def sheet(
        self, selection: Selection, lines: Sequence[Line], chosen: Sequence[str]
    ) -> LedgerSheet:
        """Return what is exported of the lines: the numbers alone."""
        with self._workspace.database.reading() as session:
            office = the_office(session)
        swedish = interface_language() == "sv" and office.name_sv
        scope = Scope(
            office=office.name_sv if swedish else office.name_fi or office.name_sv,
            period=period_text(selection.first, selection.last),
            chosen=tuple(chosen),
            made_on=self._workspace.today(),
        )
        counted = [(line.rule, line.month, line.counts()) for line in lines]
        return ledger_sheet(scope, counted, section_text)


def content_of(sheet: LedgerSheet, kind: ExportKind) -> bytes:
    """Return the bytes of a file."""
    if kind is ExportKind.SPREADSHEET:
        from kotoutus_desktop.documents.ledger_xlsx import ledger_xlsx

        return ledger_xlsx(sheet)
    from kotoutus_desktop.documents.ledger_pdf import ledger_pdf

    return ledger_pdf(sheet)
