from datetime import date

from kotoutus_desktop.documents.course_report_files import course_report_pdf, course_report_xlsx
from kotoutus_desktop.documents.interpreter_sheet import (
    InterpreterSheet,
    Numbers,
    interpreter_table,
)
from kotoutus_desktop.documents.ledger_sheet import HIDDEN, Scope

WHOLE = Numbers("All", 30, 9, 39 * 60, 350000)
MANY = Numbers("Arabic", 20, 6, 26 * 60, 230000)
ENOUGH = Numbers("Somali", 8, 0, 9 * 60, 80000)
FEW = Numbers("Tigrinya", 2, 3, 4 * 60, 40000)


def test_hours_and_costs_of_a_line_with_a_small_number_are_hidden_and_do_not_follow_from_the_rest():
    table = interpreter_table("By language", WHOLE, [MANY, ENOUGH, FEW])
    rows = dict(table.rows)

    assert (rows["All"][0], *rows["All"][3:]) == ("39", "39.0", "3500.00")
    assert rows["Tigrinya"][3:] == (HIDDEN, HIDDEN)
    hidden = [name for name, cells in table.rows if cells[3] == HIDDEN]
    assert len(hidden) == 2  # one alone would be the whole without the others


def test_large_numbers_are_all_shown():
    table = interpreter_table("By month", MANY, [MANY])

    assert HIDDEN not in str(table.rows)
    assert dict(table.rows)["Arabic"] == ("26", "20", "6", "26.0", "2300.00")


def test_a_whole_that_is_small_shows_nothing():
    table = interpreter_table("By month", FEW, [FEW])

    assert all(cells[3:] == (HIDDEN, HIDDEN) for _name, cells in table.rows)


def test_the_report_is_a_spreadsheet_and_a_paper(read_pdf):
    sheet = InterpreterSheet(
        Scope("Utajärvi", "2026", (), date(2026, 11, 24)),
        (interpreter_table("By language", WHOLE, [MANY, ENOUGH, FEW]),),
    )
    text = " ".join(read_pdf(course_report_pdf(sheet)))

    assert "Interpreters: hours and costs" in text
    assert "Times to which the client came." in text
    assert "2300.00" in text
    assert course_report_xlsx(sheet).startswith(b"PK")
