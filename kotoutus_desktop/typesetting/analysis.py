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
from kotoutus_desktop.typesetting.shaping import KEPT_WORDS, Cluster, Manner, ShapedWord, shape
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
        pieces = self._pieces(start, inked)
        face = pieces[-1].word.face if pieces else font_face(self.setting.families[0])
        return Chunk(
            start=start,
            end=end,
            pieces=pieces,
            width=sum(piece.word.width for piece in pieces),
            gap=self.text.count(" ", inked, end) * face.space_width,
            gap_level=self.levels[inked] if inked < end else self.base,
        )

    def _pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """Return the pieces of a stretch of the text, look by look."""
        pieces: tuple[Piece, ...] = ()
        while start < end:
            look = self._looks[start]
            stop = start + 1
            while stop < end and self._looks[stop] is look:
                stop += 1
            pieces += _pieces_of(
                self.text[start:stop],
                tuple(self.levels[start:stop]),
                tuple(self._scripts[start:stop]),
                (look.bold, look.run),
                self.setting,
            )
            start = stop
        return pieces


@lru_cache(maxsize=KEPT_WORDS)
def _pieces_of(
    text: str,
    levels: tuple[int, ...],
    scripts: tuple[str, ...],
    look: tuple[bool, int],
    setting: Setting,
) -> tuple[Piece, ...]:
    """Cut a word of one look, bold or not and of a run, where face, script or level change."""
    pieces = []
    end = 0
    for start, character in enumerate(text):
        if start < end or character in INVISIBLE:
            continue
        face = _face(character, look[0], setting)
        end = start + 1
        while (
            end < len(text)
            and (levels[end], scripts[end]) == (levels[start], scripts[start])
            and _continues(face, text[end], look[0], setting)
        ):
            end += 1
        level = levels[start]
        manner = Manner(bool(level & 1), scripts[start], writing_of(setting.language).tag)
        pieces.append(Piece(shape(face, text[start:end], manner), level, look[1]))
    return tuple(pieces)


def _continues(face: FontFace, character: str, bold: bool, setting: Setting) -> bool:
    """Tell whether a character goes on in the face of those before it."""
    if character in INVISIBLE or not face.has(character):
        return False
    # letters and digits go back to the preferred face, signs stay with the word
    return not character.isalnum() or _face(character, bold, setting) is face


def _face(character: str, bold: bool, setting: Setting) -> FontFace:
    families = setting.families
    return face_for(character, families, bold) or font_face(families[0], bold)


def _as_soft_hyphen(word: ShapedWord) -> ShapedWord:
    """Mark the hyphen as one that is not part of the text, so that copying drops it."""
    clusters = tuple(
        Cluster(
            tuple(replace(glyph, text=SOFT_HYPHEN) for glyph in cluster.glyphs), SOFT_HYPHEN, False
        )
        for cluster in word.clusters
    )
    steps = tuple(step if isinstance(step, int) else (step[0], SOFT_HYPHEN) for step in word.steps)
    return replace(word, clusters=clusters, steps=steps)


@lru_cache(maxsize=2048)
def analysed(text: str, spans: tuple[Span, ...], setting: Setting) -> AnalysedText:
    """Return the analysis of a text, kept from before if it was seen recently."""
    return AnalysedText(text, spans, setting)
