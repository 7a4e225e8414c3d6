"""What the maker of a paper says about a piece of text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kotoutus_desktop.typesetting.writing import writing_of

Align = Literal["start", "end", "center"]
Colour = tuple[float, float, float]

BLACK: Colour = (0.0, 0.0, 0.0)
SPACE_AFTER = 0.35


@dataclass(frozen=True)
class TextStyle:
    """The look of a paragraph. Lengths in points; `leading` from base line to base line.

    `language` is one of our codes (fi, prs, zh ...); `families` are tried in order for
    each character. "start" is the left edge, or the right one for right-to-left text.
    `whole_words`: only a word that no line can hold is divided.
    """

    families: tuple[str, ...]
    size: float
    leading: float
    language: str
    rtl: bool = False
    bold: bool = False
    align: Align = "start"
    colour: Colour = BLACK
    space_before: float = 0.0
    space_after: float = 0.0
    whole_words: bool = False

    @property
    def tag(self) -> str:
        """The BCP 47 tag of the language."""
        return writing_of(self.language).tag


@dataclass(frozen=True)
class Run:
    """A piece of a paragraph; `link` is a web, e-mail or telephone address (URI).

    `language` is our code of the piece's language, or a BCP 47 tag, where it is not the
    paragraph's: whoever reads the paper aloud changes the voice there.
    """

    text: str
    bold: bool = False
    link: str | None = None
    language: str | None = None


def style_for(
    language: str,
    size: float,
    bold: bool = False,
    align: Align = "start",
    colour: Colour = BLACK,
) -> TextStyle:
    """Return the style of running text in a language, with its fonts and line distance."""
    writing = writing_of(language)
    return TextStyle(
        families=writing.families,
        size=size,
        leading=size * writing.leading,
        language=language,
        rtl=writing.rtl,
        bold=bold,
        align=align,
        colour=colour,
        space_after=size * SPACE_AFTER,
    )


def as_runs(runs: str | Run | Sequence[Run]) -> tuple[Run, ...]:
    """Return a paragraph's content as runs, whichever way it was given."""
    if isinstance(runs, str):
        return (Run(runs),)
    return (runs,) if isinstance(runs, Run) else tuple(runs)
