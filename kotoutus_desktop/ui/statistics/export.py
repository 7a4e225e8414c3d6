"""Statistics as a file: small numbers hidden, never a row about a client."""

from enum import StrEnum

from kotoutus_desktop.casework.office_export.csv_table import csv_table
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.documents.ledger_sheet import Scope
from kotoutus_desktop.documents.source import official_text
from kotoutus_desktop.documents.statistics_sheet import StatisticsSheet
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.rules.statistics import Period
from kotoutus_desktop.ui.dates import period_text
from kotoutus_desktop.ui.figures_export import FiguresExport
from kotoutus_desktop.ui.workspace import Workspace


class ExportKind(StrEnum):
    """The three files; the value is the ending of the name."""

    SPREADSHEET = ".xlsx"
    TEXT = ".csv"
    PAPER = ".pdf"


class StatisticsExport(FiguresExport[StatisticsSheet, ExportKind]):
    """Saves the sheet of the page."""

    subject = "statistics"

    def content(self, sheet: StatisticsSheet, kind: ExportKind) -> bytes:
        """Return the bytes of a file."""
        return content_of(sheet, kind)


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
