"""From characters to placed glyphs, one word at a time, with HarfBuzz.

The direction comes from the bidi level and is never guessed: a guess would reverse
Persian digits. Results do not depend on the size of the letters and are kept.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import uharfbuzz as hb

from kotoutus_desktop.typesetting.fonts import JOINERS, FontFace

KEPT_WORDS = 20_000
# a smaller rise cannot be seen, but would tear the word apart for readers of the PDF
SMALLEST_RISE = 5.0


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph at its place in the word, and the characters that it stands for.

    `text` is empty for a glyph whose characters another glyph of the cluster carries.
    """

    number: int
    text: str
    x: float
    rise: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """Glyphs that stand for the same characters.

    `shared`: several glyphs draw characters that cannot be told apart among them, so
    that the text of the whole cluster must be stated beside the drawing.
    """

    glyphs: tuple[Glyph, ...]
    text: str
    shared: bool


@dataclass(frozen=True, slots=True, eq=False)
class ShapedWord:
    """Glyph clusters from left to right in one face; lengths in thousandths of the size.

    `shape` returns the same object for the same word, so it is its own key.
    """

    face: FontFace
    width: float
    clusters: tuple[Cluster, ...]
    steps: tuple[int | tuple[int, str], ...] = ()
    """For a word whose glyphs all stand on the base line and say their text themselves: the
    glyphs with their texts, and the ways back (in thousandths) between them. Else empty."""
    advance: int = 0
    """How far the pen goes with the steps."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a word is to be shaped: direction, ISO 15924 script, BCP 47 language."""

    rtl: bool
    script: str
    language: str


_words: OrderedDict[tuple[FontFace, str, Manner], ShapedWord] = OrderedDict()


def shape(face: FontFace, text: str, manner: Manner) -> ShapedWord:
    """Return the glyphs of a word. The face must have its characters."""
    key = (face, text, manner)
    word = _words.get(key)
    if word is None:
        word = _words[key] = _shaped(face, text, manner)
        if len(_words) > KEPT_WORDS:
            _words.popitem(last=False)
    return word


def _shaped(face: FontFace, text: str, manner: Manner) -> ShapedWord:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if manner.rtl else "ltr"
    buffer.script = manner.script or "Zyyy"
    buffer.language = manner.language
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = _treatment_of_joiners(face, text)
    hb.shape(face.hb_font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts, len(text)][1:], strict=True))
    clusters = []
    first, pen = 0, 0.0
    while first < len(infos):
        start = infos[first].cluster
        last = first
        while last < len(infos) and infos[last].cluster == start:
            last += 1
        members = [
            (info.codepoint, position)
            for info, position in zip(infos[first:last], positions[first:last], strict=True)
        ]
        cluster, pen = _cluster(face, members, text[start : ends[start]], pen)
        clusters.append(_in_order_of_paper(face, cluster, pen) if manner.rtl else cluster)
        first = last
    return ShapedWord(face, pen, tuple(clusters), *_steps(face, clusters))


def _steps(
    face: FontFace, clusters: Sequence[Cluster]
) -> tuple[tuple[int | tuple[int, str], ...], int]:
    steps: list[int | tuple[int, str]] = []
    pen = 0
    for cluster in clusters:
        for glyph in cluster.glyphs:
            if cluster.shared or glyph.rise:
                return (), 0
            back = pen - round(glyph.x)
            if back:
                steps.append(back)
            steps.append((glyph.number, glyph.text))
            pen += face.glyph_width(glyph.number) - back
    return tuple(steps), pen


def _treatment_of_joiners(face: FontFace, text: str) -> hb.BufferFlags:
    """Draw joiners with the font's own glyph of no width, which keeps them when copied.

    Left to itself HarfBuzz would draw a blank, which has a width in the PDF and makes
    readers tear the word apart. Where the font has none, or shows a bar, nothing is drawn.
    """
    joiners = JOINERS.intersection(text)
    if all(face.empty_glyph_of(joiner) is not None for joiner in joiners):
        return hb.BufferFlags.PRESERVE_DEFAULT_IGNORABLES
    return hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES


def _cluster(
    face: FontFace, members: list[tuple[int, hb.GlyphPosition]], text: str, pen: float
) -> tuple[Cluster, float]:
    """Place the glyphs of a cluster; the widest glyph carries the text."""
    scale = face.scale
    advances = [position.x_advance for _, position in members]
    carrier = advances.index(max(advances))
    glyphs = []
    for index, (number, position) in enumerate(members):
        rise = position.y_offset * scale
        glyphs.append(
            Glyph(
                number,
                text if index == carrier else "",
                pen + position.x_offset * scale,
                rise if abs(rise) >= SMALLEST_RISE else 0.0,
            )
        )
        pen += position.x_advance * scale
    return Cluster(tuple(glyphs), text, len(glyphs) > 1), pen


def _in_order_of_paper(face: FontFace, cluster: Cluster, end: float) -> Cluster:
    """Give each letter of a right-to-left ligature a glyph of its own, from left to right.

    Readers turn the letters of right-to-left text round, those of one glyph too: lam-alef
    was copied as alef-lam. The letters after the first stand at the end, without ink.
    """
    if cluster.shared or len(cluster.text) == 1 or face.empty_glyph is None:
        return cluster
    drawn = replace(cluster.glyphs[0], text=cluster.text[-1])
    letters = (Glyph(face.empty_glyph, letter, end, 0.0) for letter in cluster.text[-2::-1])
    return replace(cluster, glyphs=(drawn, *letters))
