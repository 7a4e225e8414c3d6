from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from openpyxl import load_workbook
from pikepdf import Dictionary, Pdf

from kotoutus_desktop.documents.bars import Bar
from kotoutus_desktop.documents.ledger_sheet import HIDDEN, Scope
from kotoutus_desktop.documents.statistics_files import (
    CSV_HEADINGS,
    statistics_pdf,
    statistics_rows,
    statistics_xlsx,
)
from kotoutus_desktop.documents.statistics_sheet import ShownTable, StatisticsSheet
from kotoutus_desktop.i18n import set_interface_language

TABLE = ShownTable(
    "Clients by language",
    "What is counted.",
    ("All", "New"),
    (("All", (61, 40)), ("=1+1", (50, 40)), ("Somali", (None, None))),
    (Bar("=1+1", 50), Bar("Somali", None)),
)
SHEET = StatisticsSheet(
    Scope("Utajärven kunta", "1.1.2026–31.12.2026", (), date(2026, 11, 24)), (TABLE,)
)


def values():
    page = load_workbook(BytesIO(statistics_xlsx(SHEET))).active
    return [[cell for cell in row if cell.value is not None] for row in page.iter_rows()]


def kinds_in(content):
    """Return the kinds of elements that the structure of a paper has."""
    with Pdf.open(BytesIO(content)) as paper:
        dictionaries = [each for each in paper.objects if isinstance(each, Dictionary)]
        return {str(each["/S"]) for each in dictionaries if "/S" in each}


def text_of(content):
    return "\n".join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)
    )


def test_the_spreadsheet_has_each_table_with_its_definition_under_it():
    rows = [[cell.value for cell in row] for row in values()]
    head = rows.index(["Clients by language", "All", "New"])

    assert rows[head + 1 : head + 5] == [
        ["All", 61, 40],
        ["=1+1", 50, 40],
        ["Somali", HIDDEN, HIDDEN],
        ["What is counted."],
    ]
    assert rows[0] == ["Statistics"]
    assert rows[-1][0].startswith("* A number from 1 to 4 is hidden")


def test_nothing_in_the_spreadsheet_is_a_formula():
    assert {cell.data_type for row in values() for cell in row} == {"s", "n"}


def test_a_row_stands_for_each_number():
    rows = statistics_rows(SHEET)

    assert len(rows) == 6
    assert rows[0] == {"Table": TABLE.name, "Line": "All", "Column": "All", "How many": 61}
    assert rows[-1]["How many"] == HIDDEN
    assert tuple(rows[0]) == CSV_HEADINGS


def test_the_paper_is_tagged_and_has_chart_table_and_definition():
    content = statistics_pdf(SHEET)
    with Pdf.open(BytesIO(content)) as paper:
        assert str(paper.docinfo["/Title"]) == "Statistics"

    assert {"/Figure", "/Table", "/H1", "/H2"} <= kinds_in(content)
    assert "What is counted." in text_of(content)


@pytest.mark.parametrize(("language", "title"), [("fi", "Tilastot"), ("sv", "Statistik")])
def test_the_paper_speaks_the_language_of_the_interface(language, title):
    set_interface_language(language)
    content = statistics_pdf(SHEET)
    set_interface_language("en")

    assert text_of(content).startswith(title)


def test_a_table_whose_numbers_are_all_hidden_has_no_chart():
    hidden = ShownTable("By sex", "What.", ("All",), (("male", (None,)),), (Bar("male", None),))
    content = statistics_pdf(StatisticsSheet(SHEET.scope, (hidden,)))

    assert "/Figure" not in kinds_in(content)
    assert "By sex" in text_of(content)


def test_a_heading_never_stands_at_the_foot_of_a_page_without_its_chart():
    rows = tuple((f"line {number}", (50,)) for number in range(10))
    long = ShownTable("Long", "What.", ("All",), rows, tuple(Bar(t, n[0]) for t, n in rows))
    content = statistics_pdf(StatisticsSheet(SHEET.scope, (long,) * 8))
    for page in pypdfium2.PdfDocument(content):
        lines = page.get_textpage().get_text_range().split()

        assert lines[-1] != "Long"
