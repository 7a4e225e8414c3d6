import pytest

from kotoutus_desktop.typesetting.fonts import font_face
from kotoutus_desktop.typesetting.shaping import Manner, ShapedWord, shape
from kotoutus_desktop.typesetting.structure import Element
from kotoutus_desktop.typesetting.tagged import TaggedCanvas
from kotoutus_desktop.typesetting.writer import TextWriter, number


@pytest.fixture
def canvas() -> TaggedCanvas:
    return TaggedCanvas("unused.pdf", language="fi", decoration=None)


def word(text: str, family: str = "NotoSans", bold: bool = False) -> ShapedWord:
    return shape(font_face(family, bold), text, Manner(False, "", "fi"))


def operators(canvas: TaggedCanvas, kind: str) -> list[str]:
    return [line for line in canvas._code if line.endswith(kind)]


@pytest.mark.parametrize(
    ("value", "text"), [(1, "1"), (1.5, "1.5"), (-0.001, "0"), (10.126, "10.13"), (100, "100")]
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_words_that_follow_each_other_are_shown_at_once(canvas: TaggedCanvas) -> None:
    writer, first = TextWriter(canvas, 10, (0, 0, 0)), word("kielen")
    writer.word(first, 0, 0)
    writer.blank(first.face, first.width / 100, 0)
    writer.word(word("taso"), (first.width + first.face.space_width) / 100, 0)
    writer.finish()
    assert len(operators(canvas, "TJ")) == 1


def test_words_that_are_lifted_are_shown_apart(canvas: TaggedCanvas) -> None:
    writer, first = TextWriter(canvas, 10, (0, 0, 0)), word("kielen")
    writer.word(first, 0, 0)
    writer.lift()
    writer.word(word("taso"), first.width / 100, 0)
    writer.finish()
    assert len(operators(canvas, "TJ")) == 2


def test_content_of_two_elements_is_marked_apart(canvas: TaggedCanvas) -> None:
    writer = TextWriter(canvas, 10, (0, 0, 0))
    for element in (Element("P"), Element("Link")):
        writer.enter(element)
        writer.word(word("taso"), 0, 0)
    writer.finish()
    assert operators(canvas, "BDC") == ["/P <</MCID 0>> BDC", "/Link <</MCID 1>> BDC"]
    assert len(operators(canvas, "EMC")) == 2


def test_a_family_without_bold_is_outlined(canvas: TaggedCanvas) -> None:
    writer = TextWriter(canvas, 10, (0, 0, 0))
    writer.word(word("计", "NotoSansSC", bold=True), 0, 0)
    writer.word(word("taso"), 20, 0)
    writer.finish()
    assert operators(canvas, " w") == ["2 Tr 0.3 w"]
    assert operators(canvas, "Tr") == ["0 Tr"]


def test_a_sloping_word_is_drawn_as_shapes_and_written_on_one_line(canvas: TaggedCanvas) -> None:
    writer = TextWriter(canvas, 10, (0, 0, 0))
    writer.enter(Element("P"))
    urdu = shape(font_face("NotoNastaliqUrdu"), "منصوبہ", Manner(True, "Arab", "ur"))
    writer.word(urdu, 0, 0)
    writer.finish()
    glyphs = sum(len(cluster.glyphs) for cluster in urdu.clusters)
    (shapes,) = [line for line in canvas._code if " Do" in line]
    assert shapes.count(" Do") == glyphs
    assert len(operators(canvas, "Tz")) == 1
    assert operators(canvas, "BDC") == ["/P <</MCID 0>> BDC", "/P <</MCID 1>> BDC"]


def test_a_raised_mark_is_drawn_as_a_shape_and_written_on_the_line(canvas: TaggedCanvas) -> None:
    writer = TextWriter(canvas, 10, (0, 0, 0))
    thai = shape(font_face("NotoSansThai"), "เริ่ม", Manner(False, "Thai", "th"))
    assert any(glyph.rise for cluster in thai.clusters for glyph in cluster.glyphs)
    writer.word(thai, 0, 0)
    writer.finish()
    assert sum(" Do" in line for line in canvas._code) == 1
    assert operators(canvas, "Td") == ["0 0 Td"]
