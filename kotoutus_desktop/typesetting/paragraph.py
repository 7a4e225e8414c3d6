"""Paragraphs and headings in any language, as reportlab flowables."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus.flowables import Flowable

from kotoutus_desktop.typesetting.bidi import bidi_class
from kotoutus_desktop.typesetting.embedding import plain_text
from kotoutus_desktop.typesetting.fonts import font_face
from kotoutus_desktop.typesetting.layout import Line, Placed, lines_of, printable
from kotoutus_desktop.typesetting.structure import Element
from kotoutus_desktop.typesetting.style import Run, TextStyle, as_runs
from kotoutus_desktop.typesetting.tagged import Anchor, TaggedCanvas
from kotoutus_desktop.typesetting.writer import TextWriter
from kotoutus_desktop.typesetting.writing import writing_of

# the height of capitals in the middle of the line distance looks centred
_CAPITAL_HEIGHT = 0.72
_LINK_DEPTH, _LINK_HEIGHT = 0.25, 0.85
_FEWEST_LINES_TOGETHER = 2
_TOLERANCE = 1e-7  # less than what reportlab's frame allows
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def _printable_run(run: Run) -> Run:
    text = printable(run.text)
    return run if text == run.text else replace(run, text=text)


def _apart(runs: Sequence[Run], style: TextStyle) -> frozenset[int]:
    """Return which runs are elements of their own: links, and runs in another language.

    Beside those every run of right-to-left text is one, to tell it in reading order.
    """
    tags = {place: writing_of(run.language).tag for place, run in enumerate(runs) if run.language}
    foreign = {place for place, tag in tags.items() if tag != style.tag}
    if foreign and style.rtl:
        return frozenset(range(len(runs)))
    return frozenset(foreign | {place for place, run in enumerate(runs) if run.link})


class Paragraph(Flowable):  # type: ignore[misc] # reportlab has no types
    """Text of one language. `tag` is its role in the structure tree: P, H1, Lbl ..."""

    def __init__(self, runs: str | Run | Sequence[Run], style: TextStyle, tag: str = "P") -> None:
        super().__init__()
        self.runs = tuple(map(_printable_run, as_runs(runs)))
        self.style = style
        self.tag = tag
        self._apart = _apart(self.runs, style)
        self._lines: list[Line] | None = None
        self._lines_width = 0.0
        self._anchors = _Anchors()
        self._is_part = self._continues = False

    @property
    def text(self) -> str:
        """The whole text of the paragraph."""
        return "".join(run.text for run in self.runs)

    @property
    def first_base_line(self) -> float:
        """How far the first base line is below the top, in points."""
        return (self.style.leading + self.style.size * _CAPITAL_HEIGHT) / 2

    @property
    def lines(self) -> Sequence[Line]:
        """The lines of this part, after `wrap`."""
        return self._lines or ()

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab's name
        """Return the distance from what is above."""
        return 0.0 if self._continues else self.style.space_before

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """Return the distance to what is below."""
        return self.style.space_after

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Break the text into lines of this width and return the space it takes."""
        if self._lines is None or (self._lines_width != width and not self._is_part):
            self._lines = lines_of(self.runs, self.style, width)
            self._lines_width = width
        self.width = width
        self.height = len(self.lines) * self.style.leading
        return width, self.height

    def least_height(self, width: float) -> float:
        """Return the height of the first lines, which stay together."""
        self.wrap(width, 0.0)
        return min(len(self.lines), _FEWEST_LINES_TOGETHER) * self.style.leading

    def split(self, width: float, height: float) -> "list[Paragraph]":
        """Divide after the lines that fit, so that no line stands alone on a page."""
        self.wrap(width, height)
        fitting = int((height + _TOLERANCE) // self.style.leading)
        total = len(self.lines)
        if fitting >= total:
            return [self]
        fitting = min(fitting, total - _FEWEST_LINES_TOGETHER)
        if fitting < _FEWEST_LINES_TOGETHER:
            return []
        return [self._part(0, fitting), self._part(fitting, total)]

    def _part(self, first: int, last: int) -> "Paragraph":
        part = type(self).__new__(type(self))
        part.__dict__.update(
            {name: value for name, value in self.__dict__.items() if name not in _OF_REPORTLAB}
        )
        part._lines = list(self.lines[first:last])
        part._continues = self._continues or first > 0
        part._is_part = True
        return part

    def drawOn(  # noqa: N802 - reportlab's name
        self, canvas: TaggedCanvas, x: float, y: float, **_spare: float
    ) -> None:
        """Draw the lines, with their lower left corner at a place of the canvas.

        reportlab would turn the whole canvas around the place and back for every paragraph, and
        says how much width is to spare, which a paragraph has divided up already.
        """
        self.canv = canvas
        style = self.style
        element = None if canvas.in_artifact else self._anchors.whole.element(canvas, self._made)
        writer = TextWriter(canvas, style.size, style.colour)
        base = y + self.height - self.first_base_line
        for line in self.lines:
            self._draw_line(line, (x, base), writer, element)
            base -= style.leading
        writer.finish()
        del self.canv

    def _made(self) -> Element:
        canvas: TaggedCanvas = self.canv
        tag = writing_of(self.style.language).tag
        return Element(
            self.tag,
            language=None if tag == canvas.language else tag,
            actual_text=plain_text(self.text) if self.style.rtl and not self._apart else None,
        )

    def _draw_line(
        self, line: Line, at: tuple[float, float], writer: TextWriter, element: Element | None
    ) -> None:
        scale = self.style.size / 1000
        left, y = at[0] + self._left(line.width * scale), at[1]
        space_face = font_face(self.style.families[0])
        linked: dict[int, list[Placed]] = {}
        writer.enter(element)
        mixed = line.has_right_to_left
        for placed in line.placed():
            if mixed:
                writer.lift()
            x = left + placed.x * scale
            if placed.piece is None:
                writer.blank(space_face, x, y)
                continue
            if element is not None:
                writer.enter(self._owner(placed.piece.run, element))
                if self.runs[placed.piece.run].link:
                    linked.setdefault(placed.piece.run, []).append(placed)
            writer.word(placed.piece.word, x, y)
        for run, pieces in linked.items():
            start = left + min(piece.x for piece in pieces) * scale
            end = left + max(piece.x + piece.width for piece in pieces) * scale
            self._link(run, (start, y), end - start)

    def _left(self, width: float) -> float:
        if self.style.align == "center":
            return float(self.width - width) / 2
        at_right = (self.style.align == "end") != self.style.rtl
        return float(self.width - width) if at_right else 0.0

    def _owner(self, run: int, element: Element) -> Element:
        """Return the element of a run: a Link or a Span of its own, or the paragraph."""
        if run not in self._apart:
            return element
        canvas: TaggedCanvas = self.canv
        with canvas.inside(element):
            return self._anchors.run(run).element(canvas, lambda: self._made_of(run))

    def _made_of(self, run: int) -> Element:
        """Return a Link, or a Span that tells right-to-left text in reading order."""
        piece = self.runs[run]
        if piece.link:
            return Element("Link")
        turned = self.style.rtl or _RIGHT_TO_LEFT.intersection(map(bidi_class, piece.text))
        return Element(
            "Span",
            language=writing_of(piece.language).tag if piece.language else None,
            actual_text=plain_text(piece.text) if turned else None,
        )

    def _link(self, run: int, start: tuple[float, float], width: float) -> None:
        canvas: TaggedCanvas = self.canv
        element = self._anchors.run(run).element(canvas, lambda: Element("Link"))
        x, y = start
        size = self.style.size
        rectangle = (x, y - size * _LINK_DEPTH, x + width, y + size * _LINK_HEIGHT)
        text = plain_text(self.runs[run].text)
        canvas.add_link(element, self.runs[run].link or "", text, rectangle)


class _Anchors:
    """The elements of a paragraph and of its runs, shared by its parts."""

    def __init__(self) -> None:
        self.whole = Anchor()
        self._runs: dict[int, Anchor] = {}

    def run(self, run: int) -> Anchor:
        """Return the anchor of a run that is an element of its own."""
        return self._runs.setdefault(run, Anchor())


_OF_REPORTLAB = frozenset({"_postponed", "canv", "_frame"})


class Heading(Paragraph):
    """A heading of level 1 to 3; `build_pdf` keeps it with what follows.

    `outline` False keeps it out of the table of contents, for the second language.
    """

    def __init__(
        self,
        level: int,
        runs: str | Run | Sequence[Run],
        style: TextStyle,
        outline: bool = True,
    ) -> None:
        super().__init__(runs, replace(style, whole_words=True), tag=f"H{level}")
        self.level = level
        self.outline = outline

    def least_height(self, width: float) -> float:
        """Return the height of the whole heading."""
        return float(self.wrap(width, 0.0)[1])

    def drawOn(  # noqa: N802 - reportlab's name
        self, canvas: TaggedCanvas, x: float, y: float, **_spare: float
    ) -> None:
        """Draw the heading and add it to the table of contents."""
        if self.outline and not self._continues and not canvas.in_artifact:
            canvas.add_outline(plain_text(self.text), self.level - 1, y + self.height)
        super().drawOn(canvas, x, y)
