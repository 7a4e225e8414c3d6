from io import BytesIO

import pypdfium2
from pikepdf import Dictionary, Pdf

from kotoutus_desktop.documents.bar_figure import ROW, BarFigure
from kotoutus_desktop.documents.bars import Bar
from kotoutus_desktop.typesetting import build_pdf

BARS = [Bar("arabia", 40), Bar("somali", None)]


def made():
    return build_pdf([BarFigure("Kielet", BARS, 400.0, "fi")], title="Kielet", language="fi")


def test_the_chart_is_a_figure_that_says_every_number():
    with Pdf.open(BytesIO(made())) as paper:
        dictionaries = [each for each in paper.objects if isinstance(each, Dictionary)]
        found = [str(each["/Alt"]) for each in dictionaries if "/Alt" in each]

    assert found == ["Bar chart. Kielet: arabia 40; somali *"]


def test_words_and_numbers_stand_beside_the_bars():
    text = pypdfium2.PdfDocument(made())[0].get_textpage().get_text_range()

    assert [word in text for word in ("arabia", "40", "somali", "*")] == [True] * 4


def test_the_bar_is_drawn_and_the_hidden_one_is_not():
    picture = pypdfium2.PdfDocument(made())[0].render(scale=1).to_pil().convert("RGB")
    inked = {
        y
        for y in range(picture.height)
        for x in range(picture.width)
        if picture.getpixel((x, y)) == (33, 107, 115)
    }

    assert 0 < len(inked) < ROW
