"""Glyphs as operators of a page: one text object, marked content inside it."""

from kotoutus_desktop.typesetting.embedding import DocumentFont, text_string
from kotoutus_desktop.typesetting.fonts import FontFace
from kotoutus_desktop.typesetting.shaping import Cluster, ShapedWord
from kotoutus_desktop.typesetting.structure import Element
from kotoutus_desktop.typesetting.style import Colour
from kotoutus_desktop.typesetting.tagged import TaggedCanvas

# thickness of the outline that makes a regular face look bold, as a share of the size
SYNTHETIC_BOLD = 0.03
# a longer way than this (in sizes of the letters) starts a new line of glyphs
_LONGEST_ADJUSTMENT = 3.0


def number(value: float) -> str:
    """Return a number as PDF writes it, in hundredths at the most."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class TextWriter:
    """Collects the operators of one paragraph. Coordinates in points from its corner."""

    def __init__(self, canvas: TaggedCanvas, size: float, colour: Colour) -> None:
        self._canvas = canvas
        self._size = size
        paint = " ".join(number(part) for part in colour)
        self._operators = [f"q BT {paint} rg {paint} RG"]
        self._element: Element | None = None
        self._font: DocumentFont | None = None
        self._origin = (0.0, 0.0)
        self._pen = (0.0, 0.0)
        self._array: list[str] = []
        self._codes: list[str] = []

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

    def _leave(self) -> None:
        self._flush()
        if self._element is not None:
            self._operators.append("EMC")
            self._element = None

    def _shared(self, face: FontFace, cluster: Cluster, x: float, y: float) -> None:
        self._flush()
        self._operators.append(f"/Span <</ActualText {text_string(cluster.text)}>> BDC")
        self._cluster(face, cluster, x, y)
        self._flush()
        self._operators.append("EMC")

    def _cluster(self, face: FontFace, cluster: Cluster, x: float, y: float) -> None:
        scale = self._size / 1000
        for glyph in cluster.glyphs:
            self._glyph(face, glyph.number, glyph.text, x + glyph.x * scale, y + glyph.rise * scale)

    def _glyph(self, face: FontFace, glyph: int, text: str, x: float, y: float) -> None:
        font = self._canvas.document_font(face)
        pen_x, pen_y = self._pen
        far = abs(x - pen_x) > _LONGEST_ADJUSTMENT * self._size
        if font is not self._font or y != pen_y or far or not (self._codes or self._array):
            self._flush()
            self._select(font)
            self._move(x, y)
            pen_x = self._origin[0]
        adjustment = round((pen_x - x) * 1000 / self._size)
        if adjustment:
            self._close_codes()
            self._array.append(str(adjustment))
            pen_x -= adjustment * self._size / 1000
        self._codes.append(font.code(glyph, text))
        self._pen = (pen_x + face.glyph_width(glyph) * self._size / 1000, y)

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

    def _close_codes(self) -> None:
        if self._codes:
            self._array.append(f"<{''.join(self._codes)}>")
            self._codes = []

    def _flush(self) -> None:
        self._close_codes()
        if self._array:
            self._operators.append(f"[{' '.join(self._array)}] TJ")
            self._array = []
