"""Statistics as a spreadsheet and on paper."""

from io import BytesIO

from reportlab.platypus.flowables import CondPageBreak, Flowable, Spacer

from kotoutus_desktop.documents.bar_figure import ROW, BarFigure
from kotoutus_desktop.documents.bars import chart_bars
from kotoutus_desktop.documents.cells import write_cell
from kotoutus_desktop.documents.ledger_sheet import HIDDEN, number_text
from kotoutus_desktop.documents.number_grid import number_grid
from kotoutus_desktop.documents.statistics_sheet import ShownTable, StatisticsSheet
from kotoutus_desktop.i18n import N_, _, interface_language
from kotoutus_desktop.typesetting import Heading, PageSetup, Paragraph, build_pdf, style_for

BODY, SMALL, HEADING, TITLE, BETWEEN = 10.0, 8.5, 12.0, 17.0, 6.0
START = 120.0  # a heading and some lines of the table stay with the chart
CSV_HEADINGS = (N_("Table"), N_("Line"), N_("Column"), N_("How many"))
_WIDTHS = {"A": 48, "B": 16, "C": 16, "D": 16, "E": 16, "F": 16}


def statistics_xlsx(sheet: StatisticsSheet) -> bytes:
    """Return an .xlsx file: the tables under each other, each with what it counts."""
    from openpyxl import Workbook  # slow to load, and rarely needed
    from openpyxl.styles import Font

    book = Workbook()
    page = book.active
    page.title = sheet.title
    strong = [1]
    rows: list[list[str | int]] = [[sheet.title]]
    rows += [[line] for line in sheet.lines()]
    rows.append([])
    for table in sheet.tables:
        strong.append(len(rows) + 1)
        rows.append([table.name, *table.headings])
        rows += [
            [label, *(HIDDEN if count is None else count for count in counts)]
            for label, counts in table.rows
        ]
        rows += [[table.definition], []]
    rows += [[note] for note in sheet.notes()]
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            write_cell(page.cell(number, column), value)
    for number in strong:
        for cell in page[number]:
            cell.font = Font(bold=True)
    for letter, width in _WIDTHS.items():
        page.column_dimensions[letter].width = width
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def statistics_rows(sheet: StatisticsSheet) -> list[dict[str, str | int]]:
    """Return one row for each number, under `CSV_HEADINGS` in the interface's language."""
    names = [_(heading) for heading in CSV_HEADINGS]
    return [
        dict(zip(names, (table.name, label, heading, _value(count)), strict=True))
        for table in sheet.tables
        for label, counts in table.rows
        for heading, count in zip(table.headings, counts, strict=True)
    ]


def statistics_pdf(sheet: StatisticsSheet) -> bytes:
    """Return a tagged PDF in the language of the interface."""
    language = interface_language()
    body, small = style_for(language, BODY), style_for(language, SMALL)
    story: list[Flowable] = [Heading(1, sheet.title, style_for(language, TITLE, bold=True))]
    story += [Paragraph(line, body) for line in (*sheet.lines(), *sheet.notes())]
    for table in sheet.tables:
        story += _table(table, language)
        story.append(Paragraph(table.definition, small))
    return build_pdf(story, title=sheet.title, language=language, author=sheet.scope.office)


def _table(table: ShownTable, language: str) -> list[Flowable]:
    rows = [(label, [number_text(count) for count in counts]) for label, counts in table.rows]
    bars = chart_bars(table.bars)
    chart: list[Flowable] = []
    if any(bar.count for bar in bars):
        chart = [
            Spacer(1, BETWEEN),
            BarFigure(table.name, bars, PageSetup().width, language),
            Spacer(1, BETWEEN),
        ]
    return [
        CondPageBreak(START + ROW * len(bars)),
        Spacer(1, HEADING),
        Heading(2, table.name, style_for(language, HEADING, bold=True)),
        *chart,
        number_grid((_("Line"), *table.headings), rows, language),
    ]


def _value(count: int | None) -> str | int:
    return HIDDEN if count is None else count
