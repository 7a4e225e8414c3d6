from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kotoutus_desktop.documents.ledger_sheet import Scope, ledger_sheet
from kotoutus_desktop.documents.ledger_xlsx import ledger_xlsx
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.rules.obligations import Rule

LINES = [
    (Rule.REFERRAL, None, (40, 30, 2, 8, 0)),
    (Rule.REFERRAL, (2026, 1), (20, 15, 1, 4, 0)),
    (Rule.REFERRAL, (2026, 2), (20, 15, 1, 4, 0)),
]


@pytest.fixture(autouse=True)
def english_again():
    yield
    set_interface_language("en")


def page_of(office="Utajärven kunta", chosen=()):
    scope = Scope(office, "1.1.2026–31.12.2026", chosen, date(2026, 11, 24))
    return load_workbook(BytesIO(ledger_xlsx(ledger_sheet(scope, LINES, str)))).active


def rows_of(page):
    return [[cell.value for cell in row if cell.value is not None] for row in page.iter_rows()]


def test_numbers_are_numbers_and_hidden_ones_a_mark():
    row = next(row for row in rows_of(page_of()) if "1/2026" in row)

    assert row[:4] == [
        *("Referred to an agreed service", "681/2023 § 20(5)", "time limit of the Act", "1/2026")
    ]
    assert set(row[4:]) <= {"*", 0, 15, 20}
    assert "*" in row[4:]


def test_definitions_stand_under_the_table():
    rows = rows_of(page_of())
    table, defined = (
        next(place for place, row in enumerate(rows) if row and row[0] == words)
        for words in ("Referred to an agreed service", "What the numbers count")
    )

    assert table < defined
    assert any(row and str(row[0]).startswith("In time: Done on") for row in rows[defined:])
    assert any(row and str(row[0]).startswith("* A number from 1 to 4") for row in rows[defined:])


@pytest.mark.parametrize("words", ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3"])
def test_what_begins_like_a_formula_is_stored_as_text(words):
    page = page_of(office=words, chosen=(words,))
    found = [c for row in page.iter_rows() for c in row if words in str(c.value)]

    assert len(found) == 2
    assert {cell.data_type for cell in found} == {"s"}


def test_nothing_is_reckoned_and_nothing_leads_outside():
    page = page_of()

    assert [c for row in page.iter_rows() for c in row if c.data_type == "f"] == []
    assert [c for row in page.iter_rows() for c in row if c.hyperlink] == []


def test_the_file_is_in_the_language_of_the_interface():
    set_interface_language("fi")

    assert page_of().title == "Määräaikojen toteutuminen"
