from datetime import date
from io import BytesIO

import pikepdf
import pytest

from kotoutus_desktop.documents.facts_sheet import Blacked, FactsSheet, Table, facts_pdf, made_line
from kotoutus_desktop.i18n import set_interface_language
from tests.reading import pdf_text


@pytest.fixture(autouse=True)
def english():
    set_interface_language("en")


def sheet(*tables):
    return FactsSheet("All that is held", "Utajärven kunta", ["A line"], tables, ["A note"])


def test_everything_that_is_given_is_printed():
    grid = Table(
        "Cases",
        [("U7-1", "restricted"), ("U7-2", "")],
        head=("Number", "Door"),
        shares=(0.5, 0.5),
        inner=True,
        note="Two of them",
    )

    text = pdf_text(facts_pdf(sheet(Table("Person", [("Name", "Amal\nأمل")]), grid)))

    for expected in ("All that is held", "A line", "Amal", "Number", "U7-2", "Two of them"):
        assert expected in text
    assert text.rstrip().endswith("A note")


def test_what_is_blacked_out_says_why_and_nothing_else():
    text = pdf_text(facts_pdf(sheet(Table("Person", [("Guardian", Blacked("Another person"))]))))

    assert "Another person" in text


def test_the_paper_is_tagged_with_headings_and_table_cells():
    content = facts_pdf(sheet(Table("Person", [("Name", "Amal")], head=("What", "Value"))))

    with pikepdf.open(BytesIO(content)) as document:
        assert document.Root.MarkInfo.Marked
        kinds = {str(each.S) for each in document.objects if is_element(each)}
    assert {"/H1", "/H2", "/Table", "/TR", "/TH", "/TD", "/P"} <= kinds


def is_element(each):
    return isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem"


def test_the_office_and_the_day_stand_on_one_line():
    assert made_line("Utajärven kunta", date(2026, 11, 4)) == "Utajärven kunta, 4.11.2026"
