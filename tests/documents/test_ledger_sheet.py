from datetime import date

from kotoutus_desktop.documents.ledger_sheet import (
    HIDDEN,
    Scope,
    hidden_note,
    ledger_sheet,
    number_text,
)
from kotoutus_desktop.rules.obligations import Rule

SCOPE = Scope("Utajärven kunta", "1.1.2026–31.12.2026", (), date(2026, 11, 24))
LINES = [
    (Rule.REFERRAL, None, (40, 30, 2, 8, 0)),
    (Rule.REFERRAL, (2026, 1), (20, 15, 1, 4, 0)),
    (Rule.REFERRAL, (2026, 2), (20, 15, 1, 4, 0)),
    (Rule.REVIEW, None, (9, 9, 0, 0, 0)),
    (Rule.REVIEW, (2026, 2), (9, 9, 0, 0, 0)),
]


def test_each_rule_has_its_table_with_section_basis_and_definition():
    sheet = ledger_sheet(SCOPE, LINES, str)

    assert [(table.name, table.section) for table in sheet.tables] == [
        ("Referred to an agreed service", "681/2023 § 20(5)"),
        ("Plan reviewed", "681/2023 § 22(1)"),
    ]
    assert {table.basis for table in sheet.tables} == {"time limit of the Act"}
    assert all(table.definition for table in sheet.tables)
    assert [month for month, _shown in sheet.tables[1].rows] == ["Whole period", "2/2026"]


def test_no_small_number_is_left_in_what_is_exported():
    sheet = ledger_sheet(SCOPE, LINES, str)
    numbers = [n for table in sheet.tables for _month, shown in table.rows for n in shown]

    assert None in numbers
    assert [n for n in numbers if n is not None and 0 < n < 5] == []
    assert sheet.tables[1].rows[0][1] == (9, 9, 0, 0, 0)


def test_the_sheet_says_what_was_counted_and_when():
    chosen = Scope("Utajärven kunta", "2026", ("Municipality: Utajärvi",), date(2026, 11, 24))

    assert chosen.lines() == [
        "Office: Utajärven kunta",
        "Due days: 2026",
        "Municipality: Utajärvi",
        "Counted on 24.11.2026",
    ]


def test_the_mark_of_a_hidden_number_is_explained():
    sheet = ledger_sheet(SCOPE, LINES, str)

    assert number_text(None) == HIDDEN
    assert number_text(0) == "0"
    assert sheet.notes()[-1] == hidden_note()
    assert hidden_note().startswith("* A number from 1 to 4 is hidden")
    assert len(sheet.definitions()) == len(sheet.headings) == 5
