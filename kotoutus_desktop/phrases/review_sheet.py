"""A language as a spreadsheet, for speakers who use no translator's tool.

A file that comes back may have been made by anyone: it is read as text alone, no formula is
reckoned, and what is too large once unpacked is not unpacked.
"""

import math
import unicodedata
import warnings
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from kotoutus_desktop.errors import DamagedFile, InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.phrases.catalog import RIGHT_TO_LEFT
from kotoutus_desktop.phrases.returned import ReadLine
from kotoutus_desktop.phrases.review_lines import ReviewLine
from kotoutus_desktop.phrases.review_po import NOT_READABLE, OTHER_LANGUAGE
from kotoutus_desktop.phrases.workbook import BROKEN, Swollen, check_package

LARGEST_UNPACKED = 40_000_000  # bytes
MOST_ROWS = 5000
READ_MARK = "x"
# an x as other keyboards write it, and ticks; a question mark or a "no" means something else
_READ_MARKS = frozenset({READ_MARK, "\u0445", "\u00d7", "\u2713", "\u2714"})
_COLUMNS = (
    (N_("Code"), 8),
    (N_("Where it stands"), 26),
    (N_("English"), 44),
    (N_("Finnish"), 44),
    (N_("Swedish"), 44),
    (N_("Translation: mend it here"), 52),
    (N_("Read: x"), 9),
    (N_("State"), 30),
    (N_("Must stay"), 20),
)
_CODE, _ENGLISH, _TEXT, _READ, _SOURCE = 0, 2, 5, 6, 9
_SOURCE_HEADING = "key"
# points of a line; scripts with much above and below their letters need more
_LINE, _TALL_LINE = 15.0, 21.0
_TALL = frozenset({"am", "bn", "my", "ne", "th", "ti", "ur"})
_UNEVEN = 1.15  # no line is filled to its end
_ADVICE = (
    N_("Read each row and mend the translation in the yellow column."),
    N_("Write x into the column beside it once a row is right."),
    N_("Parts in braces, such as {date}, stay in the text as they are: a value is put there."),
    N_("The words are for grown people who have come to Finland: plain, polite and exact."),
    N_("Save the file as Excel (.xlsx) and give it back to the office."),
)
_FORMULA = N_("The file holds a formula in row {row}. Write the translation as plain text.")
_MOVED = N_("The columns of the file are not those that were given out. Take a new file.")
_TOO_LARGE = N_("The file is too large to be a file of translations.")


def to_sheet(language: str, lines: Iterable[ReviewLine]) -> bytes:
    """Return every message of a language as an .xlsx file with one row for each."""
    from openpyxl import Workbook  # slow to load, and rarely needed

    book = Workbook()
    sheet = book.active
    sheet.title = language
    headings = [*(_(heading) for heading, _width in _COLUMNS), _SOURCE_HEADING]
    for number, row in enumerate([headings, *(_cells(line) for line in lines)], start=1):
        for column, text in enumerate(row, start=1):
            _write(sheet.cell(number, column), text)
    _dress(sheet, language)
    advice = book.create_sheet(_("Read me"))
    for number, words in enumerate(_ADVICE, start=1):
        _write(advice.cell(number, 1), _(words))
    advice.column_dimensions["A"].width = 100
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def from_sheet(content: bytes, language: str) -> tuple[ReadLine, ...]:
    """Return the rows of an .xlsx file; raises DamagedFile, or InvalidInput for a wrong one."""
    try:
        check_package(content, LARGEST_UNPACKED)
        return tuple(_rows(content, language))
    except Swollen as error:
        raise InvalidInput("file", _TOO_LARGE) from error
    except BROKEN as error:
        raise DamagedFile(NOT_READABLE) from error


def _cells(line: ReviewLine) -> list[str]:
    original = line.original
    return [
        original.context or "",
        line.place,
        *(original.english, original.finnish, original.swedish),
        line.text,
        READ_MARK if line.is_read else "",
        line.said,
        " ".join(original.slots),
        original.fingerprint,
    ]


def _write(cell: Any, text: str) -> None:
    cell.value = text
    cell.data_type = "s"  # also what begins with "=": nothing here is reckoned
    cell.number_format = "@"


def _dress(sheet: Any, language: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill, Protection

    last = sheet.max_row
    right = language in RIGHT_TO_LEFT
    for column, (_heading, width) in enumerate(_COLUMNS, start=1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = width
    sheet.column_dimensions[sheet.cell(1, _SOURCE + 1).column_letter].hidden = True
    for row in sheet.iter_rows(min_row=1, max_row=last):
        for cell in row:
            turned = cell.column == _TEXT + 1 and cell.row > 1 and right
            cell.alignment = Alignment(
                wrap_text=True,
                vertical="top",
                horizontal="right" if turned else "left",
                readingOrder=2 if turned else 0,
            )
        for column in (_TEXT, _READ):
            row[column].protection = Protection(locked=False)
            row[column].fill = PatternFill("solid", fgColor="FFF6D6")
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number in range(1, last + 1):
        sheet.row_dimensions[number].height = _height(sheet[number], language)
    sheet.freeze_panes = "A2"
    # some read on paper: all columns on one page, under their headings
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = "1:1"
    sheet.protection.sheet = True  # without a password: it keeps mistakes out, nobody else
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def _height(row: Any, language: str) -> float:
    """Return how high a row must be, in points: not every program reckons it on opening."""
    lines = max(
        math.ceil(_width(str(cell.value or "")) * _UNEVEN / width)
        for cell, (_heading, width) in zip(row, _COLUMNS, strict=False)
    )
    return max(lines, 1) * (_TALL_LINE if language in _TALL else _LINE)


def _width(text: str) -> int:
    """Return about how many letters wide a text is; marks above a letter take no room."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    marks = sum(unicodedata.category(sign) in ("Mn", "Me") for sign in text)
    return len(text) + wide - marks


def _rows(content: bytes, language: str) -> Iterator[ReadLine]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of looks that openpyxl does not know
        book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
        if language not in book.sheetnames:
            raise InvalidInput("file", OTHER_LANGUAGE)
        sheet = book[language]
        sheet.reset_dimensions()  # the file may say anything
        rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=_SOURCE + 1)
        heading = next(rows, ())
        if len(heading) <= _SOURCE or heading[_SOURCE].value != _SOURCE_HEADING:
            raise InvalidInput("file", _MOVED)
        for number, row in enumerate(rows, start=2):
            if len(row) > _SOURCE and row[_ENGLISH].value:
                yield _line(row, number)


def _line(row: Any, number: int) -> ReadLine:
    cells = [row[column] for column in (_CODE, _ENGLISH, _SOURCE, _TEXT, _READ)]
    if any(cell.data_type == "f" for cell in cells):
        raise InvalidInput("file", _FORMULA, row=number)
    code, english, source, text, read = (
        "" if cell.value is None else str(cell.value) for cell in cells
    )
    return ReadLine(code or None, english, source, text, read.strip().casefold() in _READ_MARKS)
