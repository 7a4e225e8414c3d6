"""Statistics as a file: small numbers hidden, never a row about a client."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kotoutus_desktop.casework.office_export.csv_table import csv_table
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.documents.ledger_sheet import Scope
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.documents.source import official_text
from kotoutus_desktop.documents.statistics_sheet import StatisticsSheet
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_, _, interface_language
from kotoutus_desktop.rules.statistics import Period
from kotoutus_desktop.ui.dates import period_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.log.exports import note_export
from kotoutus_desktop.ui.message_bar import Act, Message, MessageBars, Tone
from kotoutus_desktop.ui.workspace import Workspace

FAILED = "save"


class ExportKind(StrEnum):
    """The three files; the value is the ending of the name."""

    SPREADSHEET = ".xlsx"
    TEXT = ".csv"
    PAPER = ".pdf"


_TITLES = {
    ExportKind.SPREADSHEET: N_("Save as a spreadsheet"),
    ExportKind.TEXT: N_("Save as CSV"),
    ExportKind.PAPER: N_("Save as PDF"),
}


class StatisticsExport:
    """Asks where to, and saves; what goes wrong is said in the bars of the page."""

    def __init__(self, page: QWidget, workspace: Workspace, bars: MessageBars) -> None:
        self._page, self._workspace, self._bars = page, workspace, bars

    def choose_and_save(self, sheet: StatisticsSheet, kind: ExportKind, name: str) -> None:
        """Ask for the place of the file and save it."""
        start = self._workspace.preferences.last_folder / f"{name}{kind.value}"
        chosen, _kind = QFileDialog.getSaveFileName(
            self._page, _(_TITLES[kind]), str(start), f"*{kind.value}"
        )
        if chosen:
            path = Path(chosen)
            path = path if path.suffix else path.with_suffix(kind.value)
            self.save_to(path, sheet, kind, lambda: self.choose_and_save(sheet, kind, name))

    def save_to(
        self, path: Path, sheet: StatisticsSheet, kind: ExportKind, again: Callable[[], None]
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
        note_export(self._workspace, "statistics")
        self._bars.show_success(_("Saved: {name}").format(name=path.name))
        return True


def scope_of(workspace: Workspace, period: Period, chosen: tuple[str, ...]) -> Scope:
    """Return the head of a file; `chosen` is in words what leaves somebody out."""
    with workspace.database.reading() as session:
        office = the_office(session)
    return Scope(
        office=official_text(interface_language(), office.name_fi, office.name_sv),
        period=period_text(period.first, period.last),
        chosen=chosen,
        made_on=workspace.today(),
    )


def content_of(sheet: StatisticsSheet, kind: ExportKind) -> bytes:
    """Return the bytes of a file."""
    from kotoutus_desktop.documents.statistics_files import (  # slow to load, rarely needed
        CSV_HEADINGS,
        statistics_pdf,
        statistics_rows,
        statistics_xlsx,
    )

    if kind is ExportKind.SPREADSHEET:
        return statistics_xlsx(sheet)
    if kind is ExportKind.PAPER:
        return statistics_pdf(sheet)
    return csv_table([_(heading) for heading in CSV_HEADINGS], statistics_rows(sheet))
