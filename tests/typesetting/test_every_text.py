"""Whatever is typed: nothing is lost, nothing changes places, nothing leaves the column."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kotoutus_desktop.typesetting import Paragraph, Run, TextStyle, build_pdf, style_for
from kotoutus_desktop.typesetting.analysis import AnalysedText
from kotoutus_desktop.typesetting.layout import Line, lines_of, printable
from kotoutus_desktop.typesetting.shaping import Cluster
from kotoutus_desktop.typesetting.style import as_runs
from tests.typesetting.reading import drawn, inked

LANGUAGES = ("fi", "sv", "ru", "ar", "fa", "ckb", "ur", "ti", "th", "my", "bn", "ne", "zh", "vi")


def between(ends: tuple[str, str]) -> st.SearchStrategy[str]:
    first, last = map(ord, ends)
    return st.characters(min_codepoint=first, max_codepoint=last)


SCRIPTS = (
    ("A", "ſ"),
    ("\u0300", "\u036f"),
    ("Ѐ", "ӿ"),
    ("\u0590", "\u05ff"),
    ("\u0600", "\u06ff"),
    ("\u0750", "\u077f"),
    ("\u0900", "\u097f"),
    ("\u0980", "\u09ff"),
    ("\u0e00", "\u0e7f"),
    ("\u1000", "\u109f"),
    ("\u1200", "\u137f"),
    ("一", "丿"),
    ("가", "갏"),
    ("\u2000", "\u206f"),
    ("\ufb50", "\ufdff"),
    ("😀", "🙏"),
    ("🇦", "🇿"),
)
STEERING = st.sampled_from(
    list(
        "\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u202a\u202b\u202d\u202e\u202c\u00ad"
    )
)
LETTERS = st.one_of(
    *(st.characters(min_codepoint=ord(a), max_codepoint=ord(b)) for a, b in SCRIPTS)
)
WORDS = st.text(
    st.one_of(LETTERS, LETTERS, st.sampled_from(list("0123456789٠۱(){}[].,:;/-–+@")), STEERING),
    max_size=12,
)
ANYTHING = st.text(st.characters(), max_size=8)
HALVES = st.sampled_from(["\ud83d", "\ude00", "\x00", "\t", "\n", "\u2028"])
LONG = st.builds(lambda word, times: word * times, WORDS, st.integers(3, 20))
TEXTS = st.lists(st.one_of(WORDS, WORDS, ANYTHING, HALVES, LONG), max_size=6).map(" ".join)
STYLES = st.builds(
    style_for,
    st.sampled_from(LANGUAGES),
    st.sampled_from([7.5, 10.5, 18]),
    bold=st.booleans(),
)
WIDTHS = st.floats(4, 500)


def said(line: Line) -> str:
    """Return what a line stands for in the order of drawing: each piece from its left."""
    pieces = [placed.piece for placed in line.placed() if placed.piece is not None]
    clusters = [(piece.word.face, each) for piece in pieces for each in piece.word.clusters]
    return "".join(each.text[::-1] if face.sloping else as_drawn(each) for face, each in clusters)


def as_drawn(cluster: Cluster) -> str:
    return cluster.text if cluster.shared else "".join(each.text for each in cluster.glyphs)


def read(line: Line) -> str:
    """Return the text of a line in reading order, by its glyphs."""
    pieces = [piece for chunk in line.chunks for piece in chunk.pieces]
    return "".join(
        cluster.text
        for piece in pieces
        for cluster in piece.word.clusters[:: -1 if piece.level & 1 else 1]
        if sorted(cluster.text) == sorted("".join(each.text for each in cluster.glyphs))
    )


def widest_that_cannot_be_cut(source: AnalysedText) -> float:
    length = len(source.text)
    cuts = [0, *(at for at in range(1, length) if source.may_cut(at)), length]
    pairs = pairwise(cuts)
    return max((source.chunk(start, end).width for start, end in pairs), default=0.0)


@given(TEXTS, STYLES, WIDTHS)
@example("\ud83d\ude00 a\u0308\u200d", style_for("fi", 10), 4)
@example("خطة +358 40 123 (a) \u2066b\u2069", style_for("ar", 10), 60)
def test_the_glyphs_of_the_lines_say_the_text_in_reading_order(
    text: str, style: TextStyle, width: float
) -> None:
    lines = lines_of(as_runs(text), style, width)
    assert inked("".join(map(read, lines))) == inked(printable(text))


@given(TEXTS, STYLES, WIDTHS)
def test_the_lines_hold_every_character_between_them(
    text: str, style: TextStyle, width: float
) -> None:
    lines = lines_of(as_runs(text), style, width)
    assert "".join(line.text for line in lines) == printable(text).replace("\n", "")


@given(TEXTS, TEXTS, STYLES)
@example("", "0" * 36 + " " + "0000000\xad" * 3, style_for("fi", 18))
@settings(max_examples=60)
def test_the_page_says_what_the_lines_say_glyph_for_glyph(
    text: str, other: str, style: TextStyle
) -> None:
    paragraph = Paragraph([Run(text), Run(other, bold=True)], style)
    pdf = build_pdf([paragraph], title="Plan", language=style.language)
    assert inked("".join(drawn(pdf))) == inked("".join(map(said, paragraph.lines)))


@given(TEXTS, STYLES, st.floats(0, 2))
@example("puhelinnumero +358401234567", style_for("ur", 10), 0)
@example("มีสาระน้ำตกที่เชียงใหม่", style_for("th", 10), 0)
def test_no_line_leaves_a_column_that_holds_one_letter(
    text: str, style: TextStyle, spare: float
) -> None:
    whole = lines_of(as_runs(text), style, 1e9)
    letter = max(widest_that_cannot_be_cut(line.source) for line in whole)
    width = letter * (1 + spare) * style.size / 1000
    for line in lines_of(as_runs(text), style, width):
        assert line.width <= letter * (1 + spare) + 0.02
        right = max((placed.x + placed.width for placed in line.placed()), default=0.0)
        assert right == pytest.approx(line.width, abs=0.02)


@given(TEXTS, STYLES, WIDTHS)
def test_pieces_of_a_line_stand_side_by_side(text: str, style: TextStyle, width: float) -> None:
    for line in lines_of(as_runs(text), style, width):
        places = sorted((placed.x, placed.x + placed.width) for placed in line.placed())
        ends = [0.0, *(end for _, end in places)]
        starts = [start for start, _ in places]
        assert starts == pytest.approx(ends[: len(starts)], abs=0.02)
