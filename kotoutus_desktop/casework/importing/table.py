"""A table as it stands in a file, whoever made it and with whatever program."""

import csv
import io
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kotoutus_desktop.errors import DamagedFile, InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.phrases.workbook import BROKEN, Swollen, check_package

LARGEST_FILE = 20_000_000  # bytes
LARGEST_UNPACKED = 100_000_000  # bytes
MOST_ROWS, MOST_COLUMNS = 20_000, 100
ENDINGS = (".xlsx", ".csv", ".txt")
_DELIMITERS = ";\t,"
_MISREAD = ("Ã¤", "Ã¶", "Ã¥", "Ã„", "Ã–", "\ufffd")  # UTF-8 that was taken for something else
_NOT_OPENED = N_("{name} cannot be read. Close it in other programs and try again.")
_OTHER_KIND = N_("Choose a spreadsheet (.xlsx) or a table of text (.csv).")
_TOO_LARGE = N_("The file is too large. Split it into files of at most {rows} rows.")
_NOT_READABLE = N_("{name} is damaged or is not a spreadsheet. Save it again as .xlsx or .csv.")
_EMPTY = N_("The file has no rows under its headings.")
_TWICE = N_("The heading {heading} stands there twice. Rename or delete one of the columns.")
_MISREAD_TEXT = N_(
    "The letters ä and ö in the file are spoiled. Save it again as .xlsx, or as .csv in UTF-8."
)


class Formula:
    """What stands in a cell that reckons: its value is not to be trusted."""


FORMULA: Final = Formula()


@dataclass(frozen=True)
class Unclear:
    """What stands in the cells of a line that has `parts` where the others have `usual`."""

    parts: int
    usual: int


@dataclass(frozen=True)
class Table:
    """Headings, and the rows under them with their numbers in the file, as long as these."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Any, ...]], ...]


def read_table(path: Path) -> Table:
    """Read the first sheet of an .xlsx file, or a .csv file.

    Rows without anything are left out. Raises InvalidInput for `file`, DamagedFile.
    """
    if path.suffix.lower() not in ENDINGS:
        raise InvalidInput("file", _OTHER_KIND)
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise InvalidInput("file", _TOO_LARGE, rows=MOST_ROWS)
        content = path.read_bytes()
    except OSError as error:
        raise DamagedFile(_NOT_OPENED, name=path.name) from error
    read = _sheet_rows if path.suffix.lower() == ".xlsx" else _text_rows
    try:
        return _table(read(content))
    except Swollen as error:
        raise InvalidInput("file", _TOO_LARGE, rows=MOST_ROWS) from error
    except (*BROKEN, csv.Error) as error:
        raise DamagedFile(_NOT_READABLE, name=path.name) from error


def _table(rows: Iterable[Sequence[Any]]) -> Table:
    headings: tuple[str, ...] = ()
    found: list[tuple[int, tuple[Any, ...]]] = []
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS + 1:
            raise InvalidInput("file", _TOO_LARGE, rows=MOST_ROWS)
        if not any(_is_something(value) for value in row):
            continue
        if not headings:
            headings = _headings(row)
            continue
        cells = tuple(row[: len(headings)])
        found.append((number, cells + (None,) * (len(headings) - len(cells))))
    if not found:
        raise InvalidInput("file", _EMPTY)
    return Table(headings, tuple(found))


def _headings(row: Sequence[Any]) -> tuple[str, ...]:
    names = [" ".join(str(value or "").split()) for value in row[:MOST_COLUMNS]]
    while names and not names[-1]:
        names.pop()
    seen: set[str] = set()
    for name in names:
        if name and name.casefold() in seen:
            raise InvalidInput("file", _TWICE, heading=name)
        seen.add(name.casefold())
    return tuple(names)


def _is_something(value: Any) -> bool:
    return value is not None and value != "" and not (isinstance(value, str) and value.isspace())


def _sheet_rows(content: bytes) -> Iterator[Sequence[Any]]:
    from openpyxl import load_workbook  # slow to load, and rarely needed

    check_package(content, LARGEST_UNPACKED)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of looks that openpyxl does not know
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        try:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # some programs write a wrong size
            for row in sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS):
                yield [FORMULA if cell.data_type == "f" else cell.value for cell in row]
        finally:
            book.close()


def _text_rows(content: bytes) -> Iterator[Sequence[Any]]:
    text = _decoded(content)
    if any(spoiled in text for spoiled in _MISREAD):
        raise InvalidInput("file", _MISREAD_TEXT)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")  # as Excel writes a .csv in Finland
