import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from kotoutus_desktop.documents.waiting_counts import WaitingCounts, waiting_csv, waiting_xlsx


@pytest.fixture
def counts():
    return WaitingCounts(
        office="Utajärven kunta",
        made_on=date(2026, 11, 24),
        languages=["Arabic", "Somali", "Tigrinya"],
        municipalities=["Utajärvi", "Vaala"],
        lines=[(40, 25, 15), (20, 12, 8), (17, 10, 7), (3, 3, 0)],
    )


def rows_of(content):
    return list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_small_numbers_and_those_from_which_they_follow_are_hidden(counts):
    table = counts.shown()

    assert table[0] == ["Mother tongue", "All municipalities", "Utajärvi", "Vaala"]
    assert table[3][0] == "Somali"
    assert table[4] == ["Tigrinya", "*", "*", 0]
    small = [cell for line in table[1:] for cell in line[1:] if cell in (1, 2, 3, 4)]
    assert small == []
    assert sum(line[1:].count("*") for line in table[1:]) > 2


def test_large_numbers_are_shown_as_they_are():
    counts = WaitingCounts("O", date(2026, 11, 24), ["Arabic"], ["Vaala"], [(8, 8), (8, 8)])

    assert counts.shown()[1:] == [["All languages", 8, 8], ["Arabic", 8, 8]]


def test_the_comma_separated_file_opens_in_a_finnish_spreadsheet(counts):
    content = waiting_csv(counts)

    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in content
    assert rows_of(content)[4] == ["Tigrinya", "*", "*", "0"]


def test_no_text_is_reckoned_by_a_spreadsheet():
    counts = WaitingCounts("O", date(2026, 11, 24), ["=1+1"], ["@x"], [(8, 8), (8, 8)])

    rows = rows_of(waiting_csv(counts))

    assert (rows[0][2], rows[2][0]) == ("'@x", "'=1+1")
    page = load_workbook(BytesIO(waiting_xlsx(counts))).active
    cells = [cell for row in page.iter_rows() for cell in row if cell.value == "=1+1"]
    assert [cell.data_type for cell in cells] == ["s"]


def test_the_spreadsheet_tells_office_day_numbers_and_what_they_count(counts):
    page = load_workbook(BytesIO(waiting_xlsx(counts))).active
    values = [[cell.value for cell in row if cell.value is not None] for row in page.iter_rows()]

    assert values[:3] == [
        ["Waiting for civic orientation"],
        ["Utajärven kunta"],
        ["As on 24.11.2026"],
    ]
    assert ["Tigrinya", "*", "*", 0] in values
    assert any("valid integration plan" in str(line) for line in values)
    assert any("from 1 to 4" in str(line) for line in values)


def test_the_table_of_nobody_is_a_table():
    counts = WaitingCounts("O", date(2026, 11, 24), [], [], [(0,)])

    assert rows_of(waiting_csv(counts))[1] == ["All languages", "0"]
