"""What a row of a list shows: cells under columns, and one sentence for a screen reader."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class CellKind(StrEnum):
    """What a cell is, and what a click on it means."""

    TEXT = "text"  # one or two lines; a click opens the row
    SIGN = "sign"  # an icon alone, said in the sentence
    CHIP = "chip"
    SECTION = "section"  # asks why
    BUTTON = "button"  # does the act of the row
    MENU = "menu"  # the three dots


@dataclass(frozen=True)
class Aside:
    """A word after the text of a cell, with its icon: interpreter; a `chip`: non-disclosure."""

    text: str
    icon: str = ""
    tone: str = "accent"
    chip: bool = False


@dataclass(frozen=True)
class Cell:
    """One cell. `marks` are (start, length) of the letters that a search found in `text`.

    Tones: "", muted, accent, danger, warning, success, info. An empty text draws nothing.
    """

    text: str = ""
    note: str = ""
    own: str = ""  # name in its own script, after the text
    icon: str = ""
    tone: str = ""
    kind: CellKind = CellKind.TEXT
    strong: bool = False
    primary: bool = False  # a button that is filled
    marks: tuple[tuple[int, int], ...] = ()
    aside: Aside | None = None
    small_note: bool = False  # the note is a remark, not what is to be done


@dataclass(frozen=True)
class RowFace:
    """A row as it looks; `sentence` is the whole of it in words."""

    cells: tuple[Cell, ...]
    sentence: str
    description: str = ""


@dataclass(frozen=True)
class ListColumn:
    """A column: its width at 100 % text, or its share of what is left.

    `folds`: in a narrow window the cell is left out and its text stands as a third line under
    the first text cell.
    """

    heading: str = ""
    width: int = 0
    share: int = 0
    folds: bool = False


FaceOf = Callable[[object], RowFace]

MENU_COLUMN = ListColumn(width=36)
SIGN_COLUMN = ListColumn(width=34)
