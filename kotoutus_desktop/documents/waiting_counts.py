"""How many wait for orientation, by language and municipality, for talks between municipalities.

Numbers alone leave the office: no name, no client number, and small ones hidden as in the
deadline ledger.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from kotoutus_desktop.documents.ledger_sheet import HIDDEN
from kotoutus_desktop.documents.ledger_suppression import SMALLEST_SHOWN, published
from kotoutus_desktop.i18n import _

_FIRST_WIDTH, _WIDTH = 28, 16  # letters


@dataclass(frozen=True)
class WaitingCounts:
    """The table in words: the first line is all languages, its first number all municipalities.

    `languages` and `municipalities` are the names of the other lines and columns; `lines` are
    whole numbers.
    """

    office: str
    made_on: date
    languages: Sequence[str]
    municipalities: Sequence[str]
    lines: Sequence[Sequence[int]]

    def shown(self) -> list[list[str | int]]:
        """Return heading and lines as they may leave the office."""
        heads = [_("Mother tongue"), _("All municipalities"), *self.municipalities]
        names = [_("All languages"), *self.languages]
        counts = published([tuple(line) for line in self.lines])
        return [
            list(heads),
            *(
                [name, *(HIDDEN if count is None else count for count in line)]
                for name, line in zip(names, counts, strict=True)
            ),
        ]

    def above(self) -> list[str]:
        """Return the lines over the table."""
        made = self.made_on
        day = f"{made.day}.{made.month}.{made.year}"
        return [_("Waiting for civic orientation"), self.office, _("As on {date}").format(date=day)]

    def below(self) -> list[str]:
        """Return what the numbers count."""
        hidden = _("{sign}: a number from 1 to {most} is hidden, and others from which it follows.")
        return [
            _(
                "Counted are clients with a valid integration plan and without completed civic "
                "orientation, who are on no course. Everybody once, by mother tongue."
            ),
            hidden.format(sign=HIDDEN, most=SMALLEST_SHOWN - 1),
        ]


def waiting_xlsx(counts: WaitingCounts) -> bytes:
    """Return the table as an .xlsx file. Whatever is text is stored as text."""
    from openpyxl import Workbook  # slow to load, and rarely needed
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    page = book.active
    page.title = _("Waiting")[:31]
    table = counts.shown()
    above: list[list[str | int]] = [[line] for line in counts.above()]
    below: list[list[str | int]] = [[line] for line in counts.below()]
    rows: list[list[str | int]] = [*above, [], *table, [], *below]
    head = len(above) + 2
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = page.cell(number, column)
            _write(cell, value)
            if number in (1, head, head + 1):
                cell.font = Font(bold=True)
            if column > 1:
                cell.alignment = Alignment(horizontal="right", wrap_text=True)
    for column in range(1, len(table[0]) + 1):
        width = _FIRST_WIDTH if column == 1 else _WIDTH
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = page.cell(head + 1, 2)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def waiting_csv(counts: WaitingCounts) -> bytes:
    """Return the table alone as CSV: semicolons and a byte order mark, as Finnish Excel reads it.

    A text that a spreadsheet would reckon is led by an apostrophe.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for row in counts.shown():
        writer.writerow([_harmless(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _write(cell: Any, value: str | int) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # also what begins with "=": nothing here is reckoned
        cell.number_format = "@"


def _harmless(value: str | int) -> str | int:
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@") else value
