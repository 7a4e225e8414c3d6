from collections import Counter
from datetime import date

from kotoutus_desktop.documents.course_report_files import course_report_pdf
from kotoutus_desktop.documents.guidance_sheet import GuidanceSheet, guidance_table, guidance_tables
from kotoutus_desktop.documents.ledger_sheet import HIDDEN, Scope

MONTHS = [
    ("10/2026", Counter({"housing": 20, "work": 8})),
    ("11/2026", Counter({"housing": 10, "work": 2})),
]


def test_kinds_stand_under_each_other_and_small_numbers_are_hidden():
    table = guidance_table("By topic", MONTHS)
    rows = dict(table.rows)

    assert table.headings == ("All", "10/2026", "11/2026")
    assert rows["work"][2] == HIDDEN
    assert rows["All"][0] == "40"
    assert sum(cell == HIDDEN for cells in rows.values() for cell in cells) >= 4


def test_a_year_stands_in_tables_that_have_room_on_paper():
    year = [(f"{month}/2026", Counter({"housing": 10})) for month in range(1, 13)]
    tables = list(guidance_tables("By topic", year))

    assert [table.name for table in tables] == [
        "By topic, 1/2026–4/2026",
        "By topic, 5/2026–8/2026",
        "By topic, 9/2026–12/2026",
    ]
    assert [dict(table.rows)["All"][0] for table in tables] == ["40"] * 3


def test_the_counts_are_a_paper_that_says_what_they_count(read_pdf):
    sheet = GuidanceSheet(
        Scope("Utajärvi", "2026", (), date(2026, 11, 24)), (guidance_table("By topic", MONTHS),)
    )
    text = " ".join(" ".join(read_pdf(course_report_pdf(sheet))).split())

    assert "Guidance and advice by month" in text
    assert "conversations of guidance and advice (§ 10)" in text
