from datetime import date
from io import BytesIO

from openpyxl import load_workbook
from pikepdf import Pdf

from kotoutus_desktop.documents.course_report_files import course_report_pdf, course_report_xlsx
from kotoutus_desktop.documents.course_report_sheet import (
    CourseReportSheet,
    LanguageForm,
    Sums,
    report_tables,
)
from kotoutus_desktop.documents.ledger_sheet import HIDDEN, Scope

CELLS = [
    LanguageForm("Dari", "contact", 12, 9, 6, 4320, 180),
    LanguageForm("=Tigrinya", "remote", 2),
]
SHEET = CourseReportSheet(
    Scope("Utajärven kunta", "1.1.2026–31.12.2026", (), date(2026, 11, 24)),
    report_tables(CELLS, Sums(60_000, 12, 0, 0, 90_000, 9), {"work": 6}),
)


def cells():
    page = load_workbook(BytesIO(course_report_xlsx(SHEET))).active
    return [cell for row in page.iter_rows() for cell in row if cell.value is not None]


def test_the_spreadsheet_has_numbers_hidden_ones_and_definitions():
    values = [cell.value for cell in cells()]

    assert 72 in values
    assert HIDDEN in values
    assert 2 not in values
    assert any(str(value).startswith("Started: ") for value in values)


def test_nothing_in_the_spreadsheet_is_a_formula():
    assert {cell.data_type for cell in cells()} <= {"s", "n"}


def test_the_paper_is_tagged_and_names_itself():
    with Pdf.open(BytesIO(course_report_pdf(SHEET))) as paper:
        assert "/StructTreeRoot" in paper.Root
        assert "Civic orientation" in str(paper.docinfo["/Title"])
        assert len(paper.pages) >= 1
