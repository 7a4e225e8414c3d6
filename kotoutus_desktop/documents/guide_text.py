"""What a text of the guidance says, block by block: the few marks of Markdown that it uses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

Kind = Literal["heading", "item", "numbered", "table", "paragraph", "blank"]
_PIECE = re.compile(r"\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\(.*?\)")
_HEADING = re.compile(r"(#+) (.+)")
_STARTS: tuple[tuple[str, Kind], ...] = (("#", "heading"), ("- ", "item"), ("|", "table"))
_NUMBER = re.compile(r"\d+\. ")
_RULE = re.compile(r"\|[\s|:-]+\|")


@dataclass(frozen=True)
class Piece:
    """A piece of a line; `code` is what is typed or read on a computer as it stands."""

    text: str
    bold: bool = False
    code: bool = False


Line = tuple[Piece, ...]


@dataclass(frozen=True)
class GuideHeading:
    """A heading; the title of the whole has depth 1."""

    depth: int
    line: Line


@dataclass(frozen=True)
class GuideParagraph:
    """Running text."""

    line: Line


@dataclass(frozen=True)
class GuideList:
    """Items with bullets or with numbers."""

    items: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True)
class GuideTable:
    """Rows of cells; the first row is the head."""

    rows: tuple[tuple[Line, ...], ...]


Block = GuideHeading | GuideParagraph | GuideList | GuideTable


def blocks(text: str) -> Iterator[Block]:
    """Yield what a text says, from the top; lines that belong together are joined."""
    for kind, lines in groupby(_joined(text), key=_kind):
        if kind != "blank":
            yield from _made(kind, list(lines))


def pieces(text: str) -> Line:
    """Return a line in pieces; of a link its words stay."""
    made, place = [], 0
    for match in _PIECE.finditer(text):
        made.append(Piece(text[place : match.start()]))
        bold, code, link = match.groups()
        made.append(Piece(bold or code or link, bold=bool(bold), code=bool(code)))
        place = match.end()
    made.append(Piece(text[place:]))
    return tuple(piece for piece in made if piece.text)


def _made(kind: Kind, lines: Sequence[str]) -> Iterator[Block]:
    if kind == "table":
        yield GuideTable(tuple(_cells(line) for line in lines if not _RULE.fullmatch(line)))
    elif kind in ("item", "numbered"):
        items = (re.sub(r"^(- |\d+\. )", "", line) for line in lines)
        yield GuideList(tuple(pieces(item) for item in items), numbered=kind == "numbered")
    elif kind == "heading":
        for line in lines:
            match = _HEADING.fullmatch(line)
            yield GuideHeading(len(match[1]), pieces(match[2])) if match else _paragraph(line)
    else:
        yield from (_paragraph(line) for line in lines)


def _paragraph(line: str) -> GuideParagraph:
    return GuideParagraph(pieces(line))


def _cells(line: str) -> tuple[Line, ...]:
    return tuple(pieces(cell.strip()) for cell in line.strip("|").split("|"))


def _kind(line: str) -> Kind:
    if not line:
        return "blank"
    for start, kind in _STARTS:
        if line.startswith(start):
            return kind
    return "numbered" if _NUMBER.match(line) else "paragraph"


def _joined(text: str) -> Iterator[str]:
    """Yield the lines with those joined that go on: indented ones, and those of a paragraph."""
    held = ""
    for line in text.splitlines():
        goes_on = line.startswith("  ") or (held and _kind(line) == _kind(held) == "paragraph")
        if held and goes_on:
            held += " " + line.strip()
            continue
        yield held
        held = line.rstrip()
    yield held
