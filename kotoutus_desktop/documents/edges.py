"""What is drawn around every page: whose paper it is, that it is secret, page numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kotoutus_desktop.documents.columns import Column
from kotoutus_desktop.documents.page import SMALL, Paper
from kotoutus_desktop.documents.said import Plain, Words
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.words import FOOT, HEAD
from kotoutus_desktop.typesetting import PageSetup, Paragraph, TaggedCanvas, TextStyle, style_for

_MARK = 13.0
_MARK_DISTANCE, _HEADER_DISTANCE, _FOOTER_DISTANCE = 17.0, 38.0, 28.0
_PALE = (0.6, 0.6, 0.6)
_LARGE_PRINT_SIDE = 40.0
# a long title and a long name are set smaller: a third line would touch the text below
_MOST_LINES, _SMALLER = 2, (1.0, 0.9, 0.8, 0.7)


def paper_of(sheet: Sheet) -> Paper:
    """Return the paper of a sheet.

    Large print has more room above and below for what is around the text, and wider columns.
    """
    setup = PageSetup(decoration=Decoration(sheet))
    if sheet.scale > 1:
        setup = replace(
            setup,
            top=setup.top * sheet.scale,
            bottom=setup.bottom * sheet.scale,
            left=_LARGE_PRINT_SIDE,
            right=_LARGE_PRINT_SIDE,
        )
    return Paper(sheet, setup)


@dataclass(frozen=True)
class Decoration:
    """What is drawn around every page when the number of pages is known."""

    sheet: Sheet

    def __call__(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draw header and footer."""
        paper = paper_of(self.sheet)
        counted = Words(FOOT.page, {"page": Plain(str(page)), "pages": Plain(str(pages))})
        numbers = [(column, column.say(counted)) for column in paper.columns]
        if len(numbers) == 1:
            numbers.insert(int(not paper.runs_rtl), (paper.official, ""))
        _at_edges(canvas, paper, paper.sized(_FOOTER_DISTANCE), numbers)
        if page > 1:
            self._head(canvas, paper)
        if self.sheet.draft:
            self._mark(canvas, paper)

    def _head(self, canvas: TaggedCanvas, paper: Paper) -> None:
        """Say whose paper a loose page belongs to, and that it is secret."""
        official = paper.official
        top = paper.setup.size[1] - paper.sized(_HEADER_DISTANCE)
        stated = [official.say(said) for said in (self.sheet.title, *self.sheet.runs_as)]
        title = "  ·  ".join([*stated, *self.sheet.names[:1]])
        secret = "".join(official.say(words).upper() for words in self.sheet.secrecy[:1])
        _at_edges(canvas, paper, top, [(official, title), (official, secret)], left_share=0.72)

    def _mark(self, canvas: TaggedCanvas, paper: Paper) -> None:
        top = paper.setup.size[1] - paper.sized(_MARK_DISTANCE)
        text = "  ·  ".join(column.words(HEAD.draft) for column in paper.columns)
        # large enough in every print, and the line under it needs the room
        language = paper.sheet.languages[0]
        style = style_for(language, _MARK, bold=True, align="center", colour=_PALE)
        _draw(canvas, Paragraph(text, style), paper.setup.left, top, paper.setup.width)


def _at_edges(
    canvas: TaggedCanvas,
    paper: Paper,
    y: float,
    texts: Sequence[tuple[Column, str]],
    left_share: float = 0.5,
) -> None:
    """Draw a text at the left edge and another at the right; each comes with its column."""
    left = paper.setup.width * left_share
    places = ((paper.setup.left, left), (paper.setup.left + left, paper.setup.width - left))
    for (column, text), (x, width) in zip(texts, places, strict=True):
        style = _edge_style(column, at_right=x > paper.setup.left)
        _draw(canvas, _fitting(text, style, width), x, y, width)


def _fitting(text: str, style: TextStyle, width: float) -> Paragraph:
    """Return a text in the largest size in which it takes no more than two lines."""
    made = Paragraph(text, style)
    for share in _SMALLER:
        made = Paragraph(
            text, replace(style, size=style.size * share, leading=style.leading * share)
        )
        made.wrap(width, 0.0)
        if len(made.lines) <= _MOST_LINES:
            break
    return made


def _edge_style(column: Column, *, at_right: bool) -> TextStyle:
    style = column.style(SMALL)
    return replace(style, align="end" if at_right != style.rtl else "start")


def _draw(canvas: TaggedCanvas, text: Paragraph, x: float, y: float, width: float) -> None:
    text.wrap(width, _MARK * 2)
    text.drawOn(canvas, x, y - text.height / 2)
