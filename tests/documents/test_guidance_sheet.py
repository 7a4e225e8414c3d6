from collections import Counter
from datetime import date

from kotoutus_desktop.documents.course_report_files import course_report_pdf
from kotoutus_desktop.documents.guidance_sheet import GuidanceSheet, guidance_table
from kotoutus_desktop.documents.ledger_sheet import HIDDEN, Scope

MONTHS = [
    ("10/2026", Counter({"housing": 20, "work": 8})),
    ("11/2026", Counter({"housing": 10, "work": 2})),
]


def test_kinds_stand_under_each_other_and_small_numbers_are_hidden():
    table = guidance_table("By topic", MONTHS)
    rows = dict(table.rows)

    assert table.headings == ("Whole period", "10/2026", "11/2026")
    assert rows["work"][2] == HIDDEN
    assert rows["All"][0] == "40"
    assert sum(cell == HIDDEN for cells in rows.values() for cell in cells) >= 4


def test_the_counts_are_a_paper_that_says_what_they_count(read_pdf):
    sheet = GuidanceSheet(
        Scope("Utajärvi", "2026", (), date(2026, 11, 24)), (guidance_table("By topic", MONTHS),)
    )
    text = " ".join(" ".join(read_pdf(course_report_pdf(sheet))).split())

    assert "Guidance and advice by month" in text
    assert "conversations of guidance and advice (§ 10)" in text
