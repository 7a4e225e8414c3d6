from collections.abc import Callable
from io import BytesIO

import pikepdf
from fontTools.ttLib import TTFont

from kotoutus_desktop.typesetting.embedding import plain_text, text_string


def embedded(pdf: bytes) -> tuple[pikepdf.Object, TTFont, bytes]:
    with pikepdf.open(BytesIO(pdf)) as document:
        (font,) = document.pages[0].Resources.Font.values()
        descendant = font.DescendantFonts[0]
        program = descendant.FontDescriptor.FontFile2.read_bytes()
        return descendant.W.as_list(), TTFont(BytesIO(program)), descendant.CIDToGIDMap.read_bytes()


def test_only_the_used_glyphs_are_embedded(printed: Callable[[str, str], bytes]) -> None:
    _, program, _ = embedded(printed("kissa", "fi"))
    assert program["maxp"].numGlyphs == 1 + len(set("kissa"))


def test_stated_widths_are_those_of_the_font(printed: Callable[[str, str], bytes]) -> None:
    widths, program, glyph_map = embedded(printed("Vazir", "ar"))
    scale = 1000 / program["head"].unitsPerEm
    for code, width in zip(widths[::2], widths[1::2], strict=True):
        glyph = int.from_bytes(glyph_map[2 * int(code) : 2 * int(code) + 2], "big")
        advance = program["hmtx"][program.getGlyphName(glyph)][0]
        assert abs(int(width[0]) - advance * scale) <= 1


def test_every_code_has_the_text_of_its_glyph(printed: Callable[[str, str], bytes]) -> None:
    with pikepdf.open(BytesIO(printed("لا", "ar"))) as document:
        (font,) = document.pages[0].Resources.Font.values()
        table = font.ToUnicode.read_bytes()
    assert b"<0001> <0627>\n<0002> <0644>" in table


def test_text_strings_hold_any_language() -> None:
    assert text_string("a\U0001f408") == "<FEFF0061D83DDC08>"


def test_text_for_screen_readers_has_no_layout_characters() -> None:
    assert plain_text("\u2066040\u00a0123\u2069 suun\u00adnitelma") == "040 123 suunnitelma"
