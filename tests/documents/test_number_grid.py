from io import BytesIO

import pypdfium2
from pikepdf import Dictionary, Pdf

from kotoutus_desktop.documents.number_grid import number_grid
from kotoutus_desktop.typesetting import build_pdf


def made(count):
    headings = ["Kieli", *(f"sarake {number}" for number in range(count))]
    grid = number_grid(headings, [("arabia", ["40"] * count), ("somali", ["*"] * count)], "fi")
    return build_pdf([grid], title="Kielet", language="fi")


def test_a_table_has_its_headings_and_numbers_with_one_column_or_five():
    for count in (1, 5):
        text = pypdfium2.PdfDocument(made(count))[0].get_textpage().get_text_range()

        assert text.count("40") == text.count("*") == count
        assert "sarake 0" in " ".join(text.split())


def test_the_table_is_tagged():
    with Pdf.open(BytesIO(made(2))) as paper:
        dictionaries = [each for each in paper.objects if isinstance(each, Dictionary)]
        kinds = {str(each["/S"]) for each in dictionaries if "/S" in each}

    assert {"/Table", "/TH", "/TD"} <= kinds
