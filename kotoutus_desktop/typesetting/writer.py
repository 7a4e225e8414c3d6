"""Glyphs as operators of a page: one text object, marked content inside it."""

from collections.abc import Sequence
from itertools import groupby

from kotoutus_desktop.typesetting.embedding import DocumentFont, text_string
from kotoutus_desktop.typesetting.fonts import FontFace
from kotoutus_desktop.typesetting.shaping import Cluster, Glyph, ShapedWord
from kotoutus_desktop.typesetting.structure import Element
from kotoutus_desktop.typesetting.style import Colour
from kotoutus_desktop.typesetting.tagged import TaggedCanvas

# thickness of the outline that makes a regular face look bold, as a share of the size
SYNTHETIC_BOLD = 0.03
# a longer way than this (in sizes of the letters) starts a new line of glyphs
_LONGEST_ADJUSTMENT = 3.0


def number(value: float, places: int = 2) -> str:
    """Return a number as PDF writes it, in hundredths unless told otherwise."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class TextWriter:
    """Collects the operators of one paragraph. Coordinates in points from its corner."""

    def __init__(self, canvas: TaggedCanvas, size: float, colour: Colour) -> None:
        self._canvas = canvas
        self._size = size
        self._paint = " ".join(number(part) for part in colour)
        self._operators = [f"q BT {self._paint} rg {self._paint} RG"]
        self._element: Element | None = None
        self._font: DocumentFont | None = None
        self._origin = (0.0, 0.0)
        self._pen = (0.0, 0.0)
        self._shown: list[str] = []  # codes, and moves of the pen between them as `>12<`
        self._ink: list[tuple[Element | None, str]] = []

    def enter(self, element: Element | None) -> None:
        """What follows is content of this element; None inside artifacts."""
        if element is self._element:
            return
        self._leave()
        if element is not None:
            self._operators.append(self._canvas.begin_content(element))
        self._element = element

    def word(self, word: ShapedWord, x: float, y: float) -> None:
        """Draw a word with its left end at x on the base line y."""
        if word.face.sloping:
            self._sloping(word, x, y)
            return
        if word.steps:
            shown = self._reach(word.face, x, y).shown(word)
            self._shown.append(shown)
            self._pen = (self._pen[0] + word.advance * self._size / 1000, y)
            return
        for cluster in word.clusters:
            if cluster.shared:
                self._shared(word.face, cluster, x, y)
            else:
                self._cluster(word.face, cluster, x, y)

    def blank(self, face: FontFace, x: float, y: float) -> None:
        """Draw a blank, so that words stay apart when the text is copied.

        The face is only for a blank that stands first: others keep the font of the word.
        """
        if self._font is not None and self._font.face.space_glyph:
            face = self._font.face
        self._glyph(face, face.space_glyph, " ", x, y)

    def lift(self) -> None:
        """Start anew: what follows is shown on its own.

        Readers that reorder right-to-left text do so within what is shown at once.
        """
        self._flush()

    def finish(self) -> None:
        """Put everything on the page."""
        self._leave()
        self._operators.append("ET Q")
        self._canvas.write(self._operators)
        for element, ink in groupby(self._ink, key=lambda each: each[0]):
            self._write_ink(element, [drawing for _, drawing in ink])

    def _leave(self) -> None:
        self._flush()
        if self._element is not None:
            self._operators.append("EMC")
            self._element = None

    def _write_ink(self, element: Element | None, drawings: Sequence[str]) -> None:
        paint = f"{self._paint} rg"
        if element is None:
            self._canvas.write(["q", paint, *drawings, "Q"])
        else:
            mark = self._canvas.begin_content(element)
            self._canvas.write([mark, "q", paint, *drawings, "Q", "EMC"])

    def _sloping(self, word: ShapedWord, x: float, y: float) -> None:
        """Draw the shapes of a word, and its letters without ink side by side below them."""
        glyphs = [glyph for cluster in word.clusters for glyph in cluster.glyphs]
        self._ink.append((self._element, self._shapes(word.face, glyphs, (x, y))))
        text = "".join(letter for cluster in word.clusters for letter in reversed(cluster.text))
        self._letters(word.face, text, x, y, word.width * self._size / 1000)

    def _shapes(self, face: FontFace, glyphs: Sequence[Glyph], origin: tuple[float, float]) -> str:
        """Return the operators for the ink of glyphs; each starts from the one before."""
        unit = number(self._size * face.scale / 1000, 5)
        parts = [f"q {unit} 0 0 {unit} {number(origin[0])} {number(origin[1])} cm"]
        pen_x = pen_y = 0
        for glyph in glyphs:
            x, y = round(glyph.x / face.scale), round(glyph.rise / face.scale)
            parts.append(f"1 0 0 1 {x - pen_x} {y - pen_y} cm")
            parts.append(self._canvas.drawing(face, glyph.number))
            pen_x, pen_y = x, y
        return " ".join([*parts, "Q"])

    def _letters(self, face: FontFace, text: str, x: float, y: float, width: float) -> None:
        """Write letters from left to right that leave no ink and fill a width evenly."""
        blank = face.space_width * self._size / 1000
        if not text or not blank:
            return
        self._flush()
        font = self._canvas.document_font(face)
        self._select(font)
        self._move(x, y)
        codes = "".join(font.code(face.space_glyph, letter) for letter in text)
        stretched = number(100 * width / len(text) / blank)
        self._operators.append(f"{stretched} Tz <{codes}> Tj 100 Tz")

    def _shared(self, face: FontFace, cluster: Cluster, x: float, y: float) -> None:
        self._flush()
        self._operators.append(f"/Span <</ActualText {text_string(cluster.text)}>> BDC")
        self._cluster(face, cluster, x, y)
        self._flush()
        self._operators.append("EMC")

    def _cluster(self, face: FontFace, cluster: Cluster, x: float, y: float) -> None:
        scale = self._size / 1000
        for glyph in cluster.glyphs:
            place, height = x + glyph.x * scale, y + glyph.rise * scale
            if glyph.rise and face.empty_glyph is not None:
                self._ink.append((self._element, self._shapes(face, [glyph], (x, y))))
                self._glyph(face, face.empty_glyph, glyph.text, place, y)
            else:
                self._glyph(face, glyph.number, glyph.text, place, height)

    def _glyph(self, face: FontFace, glyph: int, text: str, x: float, y: float) -> None:
        font = self._reach(face, x, y)
        self._shown.append(font.code(glyph, text))
        self._pen = (self._pen[0] + face.glyph_width(glyph) * self._size / 1000, y)

    def _reach(self, face: FontFace, x: float, y: float) -> DocumentFont:
        """Bring the pen to a place, within what is shown at once if that is possible."""
        font = self._font
        pen_x, pen_y = self._pen
        far = abs(x - pen_x) > _LONGEST_ADJUSTMENT * self._size
        if font is None or face is not font.face or y != pen_y or far or not self._shown:
            font = self._canvas.document_font(face)
            self._flush()
            self._select(font)
            self._move(x, y)
            pen_x = self._origin[0]
        adjustment = round((pen_x - x) * 1000 / self._size)
        if adjustment:
            self._shown.append(f">{adjustment}<")
            pen_x -= adjustment * self._size / 1000
        self._pen = (pen_x, y)
        return font

    def _select(self, font: DocumentFont) -> None:
        if font is self._font:
            return
        self._operators.append(f"/{font.name} {number(self._size)} Tf")
        if font.face.synthetic_bold:
            self._operators.append(f"2 Tr {number(self._size * SYNTHETIC_BOLD)} w")
        elif self._font is not None and self._font.face.synthetic_bold:
            self._operators.append("0 Tr")
        self._font = font

    def _move(self, x: float, y: float) -> None:
        origin = (round(x, 2), round(y, 2))
        self._operators.append(
            f"{number(origin[0] - self._origin[0])} {number(origin[1] - self._origin[1])} Td"
        )
        self._origin = origin

    def _flush(self) -> None:
        if self._shown:
            self._operators.append(f"[<{''.join(self._shown)}>] TJ".replace("<>", ""))
            self._shown = []
