"""Lines: which chunks of a text stand on which line, and where on it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kotoutus_desktop.typesetting.analysis import (
    SOFT_HYPHEN,
    AnalysedText,
    Chunk,
    Piece,
    Setting,
    Span,
    analysed,
)
from kotoutus_desktop.typesetting.bidi import visual_order
from kotoutus_desktop.typesetting.hyphenation import (
    can_hyphenate,
    compound_seams,
    hyphenation_points,
)
from kotoutus_desktop.typesetting.style import Run, TextStyle

# a word is divided only when the line would otherwise stay emptier than this
EMPTY_SHARE_WORTH_A_HYPHEN = 0.25
SHORTEST_DIVIDED_WORD = 8
# the seam of a compound is preferred while the line stays at least this full
FULL_SHARE_OF_LINE = 0.6
_TOLERANCE = 0.01

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_ADDRESS_SIGNS = frozenset("@/")
# an address that no line can hold is cut here, so that its parts can be read
_CUT_AFTER, _CUT_BEFORE = frozenset("@/-_"), frozenset(".")
_LETTERS = re.compile(r"[^\W\d_]+")


class Placed(NamedTuple):
    """A piece, or a blank (None), at a distance from the left end of its line."""

    piece: Piece | None
    x: float
    width: float


@dataclass(frozen=True)
class Line:
    """One line: its chunks in reading order. Lengths in thousandths of the letters' size."""

    chunks: tuple[Chunk, ...]
    width: float
    base: int
    source: AnalysedText

    @property
    def text(self) -> str:
        """The characters of the text that this line shows, with the blanks at its end."""
        if not self.chunks:
            return ""
        return self.source.text[self.chunks[0].start : self.chunks[-1].end]

    @cached_property
    def has_right_to_left(self) -> bool:
        """Whether reading order and order on the paper may differ."""
        return any(piece.level for chunk in self.chunks for piece in chunk.pieces)

    def placed(self) -> Iterator[Placed]:
        """Yield pieces and blanks in reading order, each at its place on the paper."""
        items: list[tuple[int, Piece | None, float]] = []
        for index, chunk in enumerate(self.chunks):
            items += [(piece.level, piece, piece.word.width) for piece in chunk.pieces]
            if chunk.gap and index + 1 < len(self.chunks):
                items.append((chunk.gap_level, None, chunk.gap))
        places = [0.0] * len(items)
        x = 0.0
        for index in visual_order([level for level, _, _ in items]):
            places[index] = x
            x += items[index][2]
        for (_, piece, width), place in zip(items, places, strict=True):
            yield Placed(piece, place, width)


def printable(text: str) -> str:
    """Return the text without characters that have no place on paper; tabs become blanks."""
    if text.isprintable():
        return text
    return _UNPRINTABLE.sub("", _LINE_END.sub("\n", text).replace("\t", " "))


def lines_of(runs: Sequence[Run], style: TextStyle, width: float) -> list[Line]:
    """Break the runs of a paragraph into lines of at most `width` points."""
    setting = Setting(style.families, style.language, style.rtl)
    limit = width * 1000 / style.size + _TOLERANCE
    lines: list[Line] = []
    for text, spans in _source_lines(runs, style.bold):
        source = analysed(text, spans, setting)
        lines += _Filler(source, limit, whole_words=style.whole_words).lines()
    return lines


def _source_lines(runs: Sequence[Run], bold: bool) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Yield the text between line ends with the looks of its characters."""
    text, spans = "", list[Span]()
    for index, run in enumerate(runs):
        first, *others = printable(run.text).split("\n")
        for position, part in enumerate((first, *others)):
            if position:
                yield text, tuple(spans)
                text, spans = "", []
            if part:
                text += part
                spans.append(Span(len(part), bold or run.bold, index))
    yield text, tuple(spans)


class _Filler:
    """Fills lines one after the other, as much on each as it holds."""

    def __init__(self, source: AnalysedText, limit: float, *, whole_words: bool) -> None:
        self._source = source
        self._limit = limit
        self._whole_words = whole_words
        self._done: list[Line] = []
        self._start_line()

    def lines(self) -> list[Line]:
        """Return the lines; a text without characters is one empty line."""
        for chunk in self._source.chunks:
            self._place(chunk)
        if self._chunks or not self._done:
            self._end_line()
        return self._done

    def _start_line(self) -> None:
        self._chunks: list[Chunk] = []
        self._width = self._gap = 0.0

    def _end_line(self) -> None:
        line = Line(tuple(self._chunks), self._width, self._source.base, self._source)
        self._done.append(line)
        self._start_line()

    def _add(self, chunk: Chunk) -> None:
        self._chunks.append(chunk)
        self._width += self._gap + chunk.width
        self._gap = chunk.gap

    def _place(self, chunk: Chunk) -> None:
        rest: Chunk | None = chunk
        while rest is not None:
            room = self._limit - self._width - self._gap
            if rest.width <= room:
                self._add(rest)
                return
            divided = self._divided(rest, room)
            if divided is not None:
                first, rest = divided
                self._add(first)
                self._end_line()
            elif self._chunks:
                self._end_line()
            else:
                first, rest = self._cut(rest)
                self._add(first)
                if rest is not None:
                    self._end_line()

    def _divided(self, chunk: Chunk, room: float) -> tuple[Chunk, Chunk] | None:
        """Divide a word with a hyphen so that its beginning fits in the room."""
        worth_it = room >= self._limit * EMPTY_SHARE_WORTH_A_HYPHEN and not self._whole_words
        if chunk.width <= self._limit and not worth_it:
            return None
        fullest: tuple[Chunk, Chunk] | None = None
        seams = self._points(chunk, compound_seams)
        for point in reversed(self._points(chunk, hyphenation_points)):
            first = self._source.hyphenated(chunk.start, point)
            if first.width > room:
                continue
            divided = first, self._source.chunk(point, chunk.end)
            if self._limit - room + first.width < self._limit * FULL_SHARE_OF_LINE:
                return fullest or divided
            if point in seams:
                return divided
            fullest = fullest or divided
        return fullest

    def _points(self, chunk: Chunk, points_of: Callable[[str, str], tuple[int, ...]]) -> list[int]:
        """Return where a chunk may be divided: at its soft hyphens, or else in its words."""
        text = self._source.text[chunk.start : chunk.end]
        points = {
            chunk.start + offset + 1
            for offset, character in enumerate(text.rstrip())
            if character == SOFT_HYPHEN and 0 < offset < len(text) - 1
        }
        language = self._source.setting.language
        if can_hyphenate(language) and not points and not _ADDRESS_SIGNS.intersection(text):
            for match in _LETTERS.finditer(text):
                if self._is_divisible(match.group(), chunk):
                    base = chunk.start + match.start()
                    points.update(base + point for point in points_of(match.group(), language))
        return sorted(points)

    def _is_divisible(self, word: str, chunk: Chunk) -> bool:
        """Names are divided only if no line can hold them; short words never."""
        if len(word) < SHORTEST_DIVIDED_WORD:
            return False
        return word.islower() or chunk.width > self._limit

    def _cut(self, chunk: Chunk) -> tuple[Chunk, Chunk | None]:
        """Cut a word that no line can hold between two characters; at least one stays."""
        source = self._source
        cuts = [end for end in range(chunk.start + 1, chunk.end) if source.may_cut(end)]
        low, high = 0, len(cuts) - 1
        while low < high:  # widths grow with the length, but for ligatures: checked below
            middle = (low + high + 1) // 2
            fits = source.chunk(chunk.start, cuts[middle]).width <= self._limit
            low, high = (middle, high) if fits else (low, middle - 1)
        while low > 0 and source.chunk(chunk.start, cuts[low]).width > self._limit:
            low -= 1
        if not cuts:
            return chunk, None
        cut = self._best(cuts[: low + 1])
        return source.chunk(chunk.start, cut), source.chunk(cut, chunk.end)

    def _best(self, cuts: Sequence[int]) -> int:
        """Return the last cut at a sign of an address in the second half, or the last one."""
        text = self._source.text
        for cut in reversed(cuts[len(cuts) // 2 :]):
            if text[cut - 1] in _CUT_AFTER or text[cut] in _CUT_BEFORE:
                return cut
        return cuts[-1]
