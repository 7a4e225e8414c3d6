"""The numbers of the ledger as a file: small ones hidden, never a row about a client."""

from collections.abc import Sequence
from enum import StrEnum

from kotoutus_desktop.casework.ledger_counts import Line
from kotoutus_desktop.casework.ledger_courses import Selection
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.documents.ledger_sheet import LedgerSheet, Scope, ledger_sheet
from kotoutus_desktop.i18n import interface_language
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.dates import period_text
from kotoutus_desktop.ui.figures_export import FiguresExport


class ExportKind(StrEnum):
    """The two files; the value is the ending of the name."""

    SPREADSHEET = ".xlsx"
    PAPER = ".pdf"


class LedgerExport(FiguresExport[LedgerSheet, ExportKind]):
    """Saves the sheet of the page."""

    subject = "ledger"

    def content(self, sheet: LedgerSheet, kind: ExportKind) -> bytes:
        """Return the bytes of a file."""
        return content_of(sheet, kind)

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
