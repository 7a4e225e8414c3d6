"""Font files: what they contain and how wide their glyphs are.

Faces are opened when first needed and kept. Lengths are in thousandths of the size of
the letters, as in PDF.
"""

import sys
from functools import cache, lru_cache
from pathlib import Path

import uharfbuzz as hb

from kotoutus_desktop.typesetting.writing import writing_of

# beside the program in a checkout, inside it in an installed copy
_ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[2]))
FONT_FOLDER = _ROOT / "resources" / "fonts"

REGULAR, BOLD = "400Regular", "700Bold"

# formatting characters that steer the layout and are never drawn
INVISIBLE = frozenset(
    "\u200b\u200e\u200f\u061c\u2060\ufeff\u00ad"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
JOINERS = frozenset("\u200c\u200d")
_WITHOUT_INK = "\u200c\u200d\u200b\u2060\ufeff"
_BLANKS = frozenset(" \t\n")
# the Latin letters and digits of this family have serifs and hardly any word space; those of a
# face without a bold one of its own would run together when they are thickened
_WITHOUT_LATIN = frozenset({"NotoNastaliqUrdu"})
_LATIN = frozenset(range(0x21, 0x250))
# the words of this family slope over several base lines
_SLOPING = frozenset({"NotoNastaliqUrdu"})


class FontFace:
    """One font file.

    `synthetic_bold`: a bold face that must be thickened when drawn.
    `sloping`: the letters of a word stand on several base lines.
    """

    def __init__(self, name: str, path: Path, synthetic_bold: bool = False) -> None:
        self.name = name
        self.synthetic_bold = synthetic_bold
        self.hb_face = hb.Face(hb.Blob.from_file_path(str(path)))
        self.hb_font = hb.Font(self.hb_face)
        self.scale = 1000 / self.hb_face.upem
        extents = self.hb_font.get_font_extents("ltr")
        self.ascent = round(extents.ascender * self.scale)
        self.descent = round(extents.descender * self.scale)
        self.characters = frozenset(self.hb_face.unicodes)
        family = name.split("-")[0]
        self.sloping = family in _SLOPING
        if family in _WITHOUT_LATIN or synthetic_bold:
            self.characters -= _LATIN
        self.space_glyph: int = self.hb_font.get_nominal_glyph(ord(" ")) or 0
        self._widths: dict[int, int] = {}
        # carries a letter that another glyph has drawn already; None if the font has none
        self.empty_glyph = next(filter(None, map(self.empty_glyph_of, _WITHOUT_INK)), None)

    def has(self, character: str) -> bool:
        """Tell whether the font draws the character; joiners need no drawing."""
        return ord(character) in self.characters or character in JOINERS

    def glyph_width(self, glyph: int) -> int:
        """Return the advance that the PDF states for a glyph, rounded as PDF readers see it."""
        width = self._widths.get(glyph)
        if width is None:
            width = round(self.hb_font.get_glyph_h_advance(glyph) * self.scale)
            self._widths[glyph] = width
        return width

    def empty_glyph_of(self, character: str) -> int | None:
        """Return the character's glyph if it has neither width nor ink: some show a bar."""
        glyph: int | None = self.hb_font.get_nominal_glyph(ord(character))
        if not glyph or self.glyph_width(glyph):
            return None
        extents = self.hb_font.get_glyph_extents(glyph)
        return None if extents and (extents.width or extents.height) else glyph

    @property
    def space_width(self) -> int:
        """The width of a blank between words."""
        return self.glyph_width(self.space_glyph)


def font_face(family: str, bold: bool = False) -> FontFace:
    """Return the face of a family that ships with the program.

    Raises FileNotFoundError when the program was installed without it.
    """
    return _opened(family, bold)


@cache
def _opened(family: str, bold: bool) -> FontFace:
    regular = FONT_FOLDER / f"{family}_{REGULAR}.ttf"
    if not bold:
        return FontFace(f"{family}-Regular", _existing(regular))
    path = FONT_FOLDER / f"{family}_{BOLD}.ttf"
    if path.exists():
        return FontFace(f"{family}-Bold", path)
    return FontFace(f"{family}-Bold", _existing(regular), synthetic_bold=True)


def _existing(path: Path) -> Path:
    if not path.exists():
        raise FileNotFoundError(path.name)
    return path


@lru_cache(maxsize=20_000)
def face_for(character: str, families: tuple[str, ...], bold: bool) -> FontFace | None:
    """Return the first face of the chain that has the character, None if no face has it."""
    for family in families:
        face = font_face(family, bold)
        if face.has(character):
            return face
    return None


def missing_from(text: str, families: tuple[str, ...]) -> set[str]:
    """Return the characters of a text that no face of the chain can draw."""
    wanted = set(text) - INVISIBLE - JOINERS - _BLANKS
    return {character for character in wanted if face_for(character, families, False) is None}


def missing_characters(text: str, language: str) -> set[str]:
    """Return the characters of a text that cannot be printed in a paper of the language.

    A paper with any such character must be refused: it would show blanks.
    """
    return missing_from(text, writing_of(language).families)
