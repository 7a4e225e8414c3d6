"""The report on courses as a spreadsheet and on paper."""

from io import BytesIO
from typing import Any

from reportlab.platypus.flowables import Flowable, Spacer

from kotoutus_desktop.documents.course_report_sheet import CourseReportSheet, Table
from kotoutus_desktop.documents.number_grid import number_grid
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.typesetting import (
    Heading,
    Paragraph,
    build_pdf,
    style_for,
)

BODY, SMALL, HEADING, TITLE = 10.0, 8.5, 12.0, 17.0
_WIDTHS = {"A": 48, "B": 18, "C": 18, "D": 18, "E": 18}


def course_report_xlsx(sheet: CourseReportSheet) -> bytes:
    """Return an .xlsx file: the tables under each other, then what they count."""
    from openpyxl import Workbook  # slow to load, and rarely needed
    from openpyxl.styles import Font

    book = Workbook()
    page = book.active
    strong = []
    rows: list[list[str]] = [[sheet.title], *([line] for line in sheet.lines()), []]
    for table in sheet.tables:
        strong.append(len(rows) + 1)
        rows.append([table.name, *table.headings])
        rows += [[label, *numbers] for label, numbers in table.rows]
        rows.append([])
    strong.append(len(rows) + 1)
    rows += [[_("What the numbers count")], *([line] for line in sheet.definitions())]
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            _write(page.cell(number, column), value)
    for number in (1, *strong):
        for cell in page[number]:
            cell.font = Font(bold=True)
    for letter, width in _WIDTHS.items():
        page.column_dimensions[letter].width = width
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def course_report_pdf(sheet: CourseReportSheet) -> bytes:
    """Return a tagged PDF in the language of the interface."""
    language = interface_language()
    body, small = style_for(language, BODY), style_for(language, SMALL)
    story: list[Flowable] = [Heading(1, sheet.title, style_for(language, TITLE, bold=True))]
    story += [Paragraph(line, body) for line in sheet.lines()]
    for table in sheet.tables:
        story += _table(table, language)
    heading = style_for(language, HEADING, bold=True)
    story += [Spacer(1, HEADING), Heading(2, _("What the numbers count"), heading)]
    story += [Paragraph(line, small) for line in sheet.definitions()]
    return build_pdf(story, title=sheet.title, language=language, author=sheet.scope.office)


def _table(table: Table, language: str) -> list[Flowable]:
    rows = [
        (label, [_decimal(number, language) for number in numbers]) for label, numbers in table.rows
    ]
    return [
        Spacer(1, HEADING),
        Heading(2, table.name, style_for(language, HEADING, bold=True)),
        number_grid((table.name, *table.headings), rows, language),
    ]


def _decimal(number: str, language: str) -> str:
    """Write a decimal sign as the language does; words stay as they are."""
    return number if language == "en" else number.replace(".", ",")


def _write(cell: Any, value: str) -> None:
    """Write a number as a number, and everything else as text: nothing here is reckoned."""
    try:
        cell.value = float(value)
    except ValueError:
        cell.value, cell.data_type, cell.number_format = value, "s", "@"
