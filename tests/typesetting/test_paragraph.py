from io import BytesIO

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st

from kotoutus_desktop.typesetting import Heading, Paragraph, Run, build_pdf, style_for
from kotoutus_desktop.typesetting.document import MARGIN
from tests.typesetting.tree import elements


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 60), st.floats(1, 400))
def test_dividing_keeps_every_line(words: int, height: float) -> None:
    whole = Paragraph("sana " * words, style_for("fi", 10))
    whole.wrap(100, 1000)
    parts = whole.split(100, height) or [whole]
    assert [line.text for part in parts for line in part.lines] == [
        line.text for line in whole.lines
    ]


def test_no_line_stands_alone_on_a_page() -> None:
    style = style_for("fi", 10)
    whole = Paragraph("sana\n" * 4 + "sana", style)
    assert whole.split(100, style.leading * 1.5) == []
    assert [len(part.lines) for part in whole.split(100, style.leading * 4.5)] == [3, 2]
    short = Paragraph("sana\n" * 2 + "sana", style)
    assert short.split(100, style.leading * 2.5) == []


def test_no_part_is_higher_than_its_room_by_a_hair() -> None:
    style = style_for("fi", 10)
    whole = Paragraph("sana\n" * 9, style)
    first, _ = whole.split(100, style.leading * 4 - 0.005)
    assert len(first.lines) == 3


def test_a_heading_divides_no_word_that_a_line_can_hold() -> None:
    text, style = "Kutsu tapaamiseen", style_for("fi", 10)
    running, heading = Paragraph(text, style), Heading(2, text, style)

    for paragraph in (running, heading):
        paragraph.wrap(70, 100)

    assert [line.text.strip() for line in running.lines] == ["Kutsu tapaa", "miseen"]
    assert [line.text.strip() for line in heading.lines] == ["Kutsu", "tapaamiseen"]


def left_of_first_glyph(text: str, language: str, align: str = "start") -> float:
    style = style_for(language, 10, align=align)  # type: ignore[arg-type]
    pdf = build_pdf([Paragraph(text, style)], title="x", language=language)
    with pikepdf.open(BytesIO(pdf)) as document:
        for operands, operator in pikepdf.parse_content_stream(document.pages[0]):
            if str(operator) == "Td":
                return float(operands[0]) - MARGIN
    raise AssertionError("nothing was drawn")


def test_text_starts_at_the_side_where_its_language_starts() -> None:
    assert left_of_first_glyph("teksti", "fi") == 0
    assert left_of_first_glyph("نص", "ar") > 400
    assert left_of_first_glyph("نص", "ar", "end") == 0
    assert 200 < left_of_first_glyph("teksti", "fi", "center") < 300


def test_bold_runs_use_the_bold_face() -> None:
    runs = [Run("tavallinen "), Run("lihava", bold=True)]
    pdf = build_pdf([Paragraph(runs, style_for("fi", 10))], title="x", language="fi")
    with pikepdf.open(BytesIO(pdf)) as document:
        fonts = document.pages[0].Resources.Font.values()
        names = sorted(str(font.BaseFont).split("+")[1] for font in fonts)
    assert names == ["NotoSans-Bold", "NotoSans-Regular"]


def test_texts_of_several_glyphs_are_stated_beside_them_once() -> None:
    pdf = build_pdf([Paragraph("မေ", style_for("my", 10))], title="x", language="my")
    with pikepdf.open(BytesIO(pdf)) as document:
        operators = list(pikepdf.parse_content_stream(document.pages[0]))
    spans = [operands for operands, operator in operators if operands and operands[0] == "/Span"]
    assert [str(operands[1].ActualText) for operands in spans] == ["မေ"]


def test_characters_that_no_paper_holds_are_left_out() -> None:
    whole = Paragraph("sana\x00\ud800\tsana", style_for("fi", 10))
    assert whole.text == "sana sana"
    assert build_pdf([whole], title="x\ud800", language="fi").startswith(b"%PDF-1.7")


def told(paragraph: Paragraph, language: str) -> list[tuple[str, str, str]]:
    """Return tag, language and words in reading order of the elements of a paper."""
    with pikepdf.open(BytesIO(build_pdf([paragraph], title="x", language=language))) as document:
        return [
            (str(each.S), spoken, str(each.get("/ActualText", "")))
            for each, spoken in elements(document.Root.StructTreeRoot, language)
        ][1:]


def test_a_piece_in_another_language_is_a_span_that_says_so() -> None:
    runs = [Run("Nimi: "), Run("أمل حسن", language="ar"), Run(" (kutsumanimi)", language="fi")]
    assert told(Paragraph(runs, style_for("fi", 10)), "fi") == [
        ("/P", "fi", ""),
        ("/Span", "ar", "أمل حسن"),
    ]


def test_beside_another_language_right_to_left_text_is_told_piece_by_piece() -> None:
    runs = [Run("الاسم: "), Run("Kokki", language="fi"), Run(" نعم", bold=True)]
    assert told(Paragraph(runs, style_for("prs", 10)), "fi") == [
        ("/P", "fa-AF", ""),
        ("/Span", "fa-AF", "الاسم: "),
        ("/Span", "fi", "Kokki"),
        ("/Span", "fa-AF", " نعم"),
    ]


def test_pieces_in_the_language_of_their_paragraph_make_it_one_element() -> None:
    runs = [Run("خطة "), Run("2026", language="ar")]
    assert told(Paragraph(runs, style_for("ar", 10)), "fi") == [("/P", "ar", "خطة 2026")]
