"""One line of source text, analysed: levels, scripts, runs, and shaped chunks of it.

A chunk is what stays together on a line: a word with the blanks after it. Chunks are cut
from the whole text by offsets, so a word that is divided keeps its direction.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from kotoutus_desktop.typesetting.bidi import embedding_levels
from kotoutus_desktop.typesetting.breaks import break_opportunities
from kotoutus_desktop.typesetting.fonts import INVISIBLE, FontFace, face_for, font_face
from kotoutus_desktop.typesetting.scripts import resolved_scripts
from kotoutus_desktop.typesetting.shaping import Cluster, Manner, ShapedWord, shape
from kotoutus_desktop.typesetting.writing import writing_of

SOFT_HYPHEN = "\u00ad"
_BLANKS = " \u200b"
# never at the start of a piece: vowels and signs that belong to what is before them
_BOUND = frozenset("\u200c\u200d\u0e33\u0eb3\ufe0e\ufe0f")
# never at the end of a piece: joiners, stackers, and vowels written before their consonant
_BINDING = frozenset("\u200d\u1039\u094d\u09cd\u2060\u0e40\u0e41\u0e42\u0e43\u0e44")


@dataclass(frozen=True)
class Span:
    """A stretch of characters with one look; `run` is the index of the paragraph's run."""

    length: int
    bold: bool
    run: int


@dataclass(frozen=True)
class Setting:
    """What shaping depends on besides the characters."""

    families: tuple[str, ...]
    language: str
    rtl: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A shaped word of one level, face and run."""

    word: ShapedWord
    level: int
    run: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """Characters start..end of the text: pieces, then blanks that vanish at a line's end."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    width: float
    gap: float
    gap_level: int


class AnalysedText:
    """Text without line ends. Lengths are in thousandths of the size of the letters."""

    def __init__(self, text: str, spans: Sequence[Span], setting: Setting) -> None:
        self.text = text
        self.setting = setting
        self.levels, self.base = embedding_levels(text, int(setting.rtl))
        self._scripts = resolved_scripts(text)
        self._looks = [span for span in spans for _ in range(span.length)]
        self._cut: dict[tuple[int, int], Chunk] = {}

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """The chunks between the places where a line may end."""
        ends = break_opportunities(self.text)
        starts = (0, *ends[:-1])
        return tuple(
            self.chunk(start, end) for start, end in zip(starts, ends, strict=True) if end > start
        )

    def chunk(self, start: int, end: int) -> Chunk:
        """Return a stretch of the text, shaped."""
        kept = self._cut.get((start, end))
        if kept is None:
            kept = self._cut[start, end] = self._shaped(start, end)
        return kept

    def hyphenated(self, start: int, end: int) -> Chunk:
        """Return a stretch of the text with a hyphen after it that the text does not have."""
        chunk = self.chunk(start, end)
        look = self._looks[end - 1]
        level = self.levels[end - 1]
        family_face = face_for("-", self.setting.families, look.bold)
        face = chunk.pieces[-1].word.face if chunk.pieces else family_face
        if face is None or not face.has("-"):
            face = family_face or font_face(self.setting.families[0], look.bold)
        word = _as_soft_hyphen(shape(face, "-", Manner(bool(level & 1), "", self.language)))
        pieces = (*chunk.pieces, Piece(word, level, look.run))
        return replace(chunk, pieces=pieces, width=chunk.width + word.width)

    @property
    def language(self) -> str:
        """The language tag for the shaper."""
        return writing_of(self.setting.language).tag

    def may_cut(self, offset: int) -> bool:
        """Tell whether a word that is too long may be cut before this offset."""
        before, after = self.text[offset - 1], self.text[offset]
        if unicodedata.category(after)[0] == "M" or after in _BOUND or before in _BINDING:
            return False
        return after not in INVISIBLE and not (before in INVISIBLE and before != SOFT_HYPHEN)

    def _shaped(self, start: int, end: int) -> Chunk:
        inked = start + len(self.text[start:end].rstrip(_BLANKS))
        pieces = []
        place = start
        while place < inked:
            if self.text[place] in INVISIBLE:
                place += 1
                continue
            piece, place = self._piece(place, inked)
            pieces.append(piece)
        face = pieces[-1].word.face if pieces else font_face(self.setting.families[0])
        return Chunk(
            start=start,
            end=end,
            pieces=tuple(pieces),
            width=sum(piece.word.width for piece in pieces),
            gap=self.text.count(" ", inked, end) * face.space_width,
            gap_level=self.levels[inked] if inked < end else self.base,
        )

    def _piece(self, start: int, limit: int) -> tuple[Piece, int]:
        """Return the longest piece from `start` that has one face, script, level and look."""
        look = self._looks[start]
        face = self._face(self.text[start], look.bold)
        end = start + 1
        while end < limit and self._continues(face, start, end):
            end += 1
        level = self.levels[start]
        manner = Manner(bool(level & 1), self._scripts[start], self.language)
        return Piece(shape(face, self.text[start:end], manner), level, look.run), end

    def _continues(self, face: FontFace, start: int, place: int) -> bool:
        character = self.text[place]
        if character in INVISIBLE or self.levels[place] != self.levels[start]:
            return False
        if self._looks[place] is not self._looks[start]:
            return False
        if self._scripts[place] != self._scripts[start] or not face.has(character):
            return False
        # letters and digits go back to the preferred face, signs stay with the word
        return not character.isalnum() or self._face(character, self._looks[start].bold) is face

    def _face(self, character: str, bold: bool) -> FontFace:
        families = self.setting.families
        return face_for(character, families, bold) or font_face(families[0], bold)


def _as_soft_hyphen(word: ShapedWord) -> ShapedWord:
    """Mark the hyphen as one that is not part of the text, so that copying drops it."""
    clusters = tuple(
        Cluster(
            tuple(replace(glyph, text=SOFT_HYPHEN) for glyph in cluster.glyphs), SOFT_HYPHEN, False
        )
        for cluster in word.clusters
    )
    return replace(word, clusters=clusters)


@lru_cache(maxsize=2048)
def analysed(text: str, spans: tuple[Span, ...], setting: Setting) -> AnalysedText:
    """Return the analysis of a text, kept from before if it was seen recently."""
    return AnalysedText(text, spans, setting)
