from hypothesis import given, settings
from hypothesis import strategies as st

from kotoutus_desktop.typesetting.analysis import AnalysedText
from kotoutus_desktop.typesetting.layout import Line, lines_of, printable
from kotoutus_desktop.typesetting.style import Run, style_for

LETTERS = (
    "abcdefghijklmnopqrstuvwxyzäöå0123456789 .,-/()@:\u00a0\u00ad\u200b"
    "абвгд عربيةلا۱۲،\u200cشچ ሰላም፡ที่น้ำเก้า မြန်မာကျွန် 语言培训、（） \u2066\u2069\u202b\u202c"
)
LANGUAGES = ("fi", "sv", "ar", "fa", "ti", "th", "my", "zh", "ru")
TEXTS = st.text(LETTERS, max_size=80) | st.text(max_size=40)


def shown(lines: list[Line]) -> str:
    return "".join(line.text for line in lines)


def unbreakable(line: Line) -> bool:
    source: AnalysedText = line.source
    start, end = line.chunks[0].start, line.chunks[-1].end
    inked = start + len(source.text[start:end].rstrip(" \u200b"))
    return not any(source.may_cut(place) for place in range(start + 1, inked))


@settings(max_examples=120, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES), st.floats(8, 200))
def test_no_character_is_lost_or_repeated(text: str, language: str, width: float) -> None:
    lines = lines_of([Run(text)], style_for(language, 10), width)
    assert shown(lines) == printable(text).replace("\n", "")


@settings(max_examples=120, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES), st.floats(8, 200))
def test_no_line_is_wider_than_the_column_unless_it_cannot_be_cut(
    text: str, language: str, width: float
) -> None:
    style = style_for(language, 10)
    for line in lines_of([Run(text)], style, width):
        assert line.width * style.size / 1000 <= width + 0.01 or unbreakable(line)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.sampled_from(LANGUAGES))
def test_runs_share_their_lines_without_loss(texts: list[str], language: str) -> None:
    runs = [Run(text, bold=bool(place % 2)) for place, text in enumerate(texts)]
    lines = lines_of(runs, style_for(language, 10), 120)
    assert shown(lines) == "".join(printable(text).replace("\n", "") for text in texts)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_pieces_of_a_line_neither_overlap_nor_leave_gaps(text: str, language: str) -> None:
    for line in lines_of([Run(text)], style_for(language, 10), 150):
        places = sorted((item.x, item.width) for item in line.placed())
        ends = [0.0, *(x + width for x, width in places)]
        assert all(abs(x - end) < 0.01 for (x, _), end in zip(places, ends, strict=False))


def test_a_long_compound_is_divided_with_a_visible_hyphen() -> None:
    lines = lines_of([Run("kotoutumissuunnitelma")], style_for("fi", 10), 85)
    assert [line.text for line in lines] == ["kotoutumis", "suunnitelma"]
    last_piece = lines[0].chunks[-1].pieces[-1]
    assert last_piece.word.clusters[0].text == "\u00ad"


def test_a_soft_hyphen_of_the_text_is_preferred() -> None:
    lines = lines_of([Run("kotoutu\u00admissuunnitelma")], style_for("fi", 10), 90)
    assert lines[0].text == "kotoutu\u00ad"


def test_a_name_is_not_divided_when_it_fits_on_the_next_line() -> None:
    lines = lines_of([Run("Soita heti Virtaselle")], style_for("fi", 10), 80)
    assert [line.text for line in lines] == ["Soita heti ", "Virtaselle"]


def test_line_ends_of_the_text_are_kept() -> None:
    lines = lines_of([Run("Hämeentie 15\r\n00550 Helsinki\n")], style_for("fi", 10), 300)
    assert [line.text for line in lines] == ["Hämeentie 15", "00550 Helsinki", ""]


def test_an_address_that_is_cut_stays_left_to_right_in_arabic() -> None:
    text = "\u2066www.kotoutuminensuomessa.fi\u2069"
    lines = lines_of([Run(text)], style_for("ar", 10), 60)
    assert len(lines) > 1
    levels = {piece.level for line in lines for chunk in line.chunks for piece in chunk.pieces}
    assert levels == {2}


def test_an_address_is_cut_between_its_parts() -> None:
    style = style_for("fi", 10)

    lines = lines_of([Run("maija.esimerkki@utajarvi.example")], style, 140)

    assert [line.text for line in lines] == ["maija.esimerkki@utajarvi", ".example"]


def test_signs_beside_chinese_are_shaped_as_chinese() -> None:
    line = lines_of([Run("计划——目标")], style_for("zh", 10), 300)[0]
    assert {piece.word.face.name for chunk in line.chunks for piece in chunk.pieces} == {
        "NotoSansSC-Regular"
    }
