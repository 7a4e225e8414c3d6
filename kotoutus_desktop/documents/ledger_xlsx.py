"""The deadline ledger as a spreadsheet. Whatever is text is stored as text: nothing is reckoned."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from kotoutus_desktop.documents.cells import write_cell
from kotoutus_desktop.documents.ledger_sheet import HIDDEN, LedgerSheet
from kotoutus_desktop.i18n import N_, _

_FORBIDDEN_IN_NAME = "[]:*?/\\"
_LONGEST_NAME = 31
_WIDTHS = (40, 16, 26, 14, 13, 13, 13, 13, 13)  # letters: words, then the five numbers
_HEADINGS = (N_("What is counted"), N_("Section"), N_("Who sets the day"), N_("Month"))

_Row = list[str | int]


def ledger_xlsx(sheet: LedgerSheet) -> bytes:
    """Return the ledger as an .xlsx file: one table, and its definitions under it."""
    from openpyxl import Workbook  # slow to load, and rarely needed

    above: list[_Row] = [*_each([sheet.title, *sheet.scope.lines()]), []]
    head: _Row = [_(words) for words in _HEADINGS]
    head += sheet.headings
    numbers = _numbers(sheet)
    book = Workbook()
    page = book.active
    page.title = _page_name(sheet.title)
    rows: list[_Row] = [*above, head, *numbers, [], *_definitions(sheet)]
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            write_cell(page.cell(number, column), value)
    _dress(page, len(above) + 1, len(above) + 1 + len(numbers))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _numbers(sheet: LedgerSheet) -> list[_Row]:
    return [
        [
            *(table.name, table.section, table.basis, month),
            *(HIDDEN if count is None else count for count in counts),
        ]
        for table in sheet.tables
        for month, counts in table.rows
    ]


def _definitions(sheet: LedgerSheet) -> list[_Row]:
    lines = [
        _("What the numbers count"),
        *(f"{heading}: {definition}" for heading, definition in sheet.definitions()),
        *(f"{table.name}: {table.definition}" for table in sheet.tables),
        *sheet.notes(),
    ]
    return _each(lines)


def _each(lines: Sequence[str]) -> list[_Row]:
    return [[line] for line in lines]


def _dress(page: Any, head: int, last: int) -> None:
    """Make headings bold, put the numbers at the right, keep the head of the table in sight."""
    from openpyxl.styles import Alignment, Font

    for letter, width in zip("ABCDEFGHI", _WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    for number in (1, head, last + 2):
        for cell in page[number]:
            cell.font = Font(bold=True)
    for row in page.iter_rows(min_row=head, max_row=last, min_col=len(_HEADINGS) + 1):
        for cell in row:
            cell.alignment = Alignment(horizontal="right", vertical="top", wrap_text=True)
    page.freeze_panes = page.cell(head + 1, 1)


def _page_name(title: str) -> str:
    return "".join(letter for letter in title if letter not in _FORBIDDEN_IN_NAME)[:_LONGEST_NAME]
