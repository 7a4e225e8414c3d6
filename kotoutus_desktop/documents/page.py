"""The page of a bilingual paper: columns, letterhead, running header and footer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.platypus.flowables import Flowable, Spacer

from kotoutus_desktop.documents.columns import Column, Spoken
from kotoutus_desktop.documents.rows import Row
from kotoutus_desktop.documents.said import Plain, Words
from kotoutus_desktop.documents.sheet import PlanSheet
from kotoutus_desktop.documents.words import FOOT, HEAD
from kotoutus_desktop.typesetting import (
    Grid,
    GridLook,
    Heading,
    PageSetup,
    Paragraph,
    Rule,
    Run,
    TaggedCanvas,
    TextStyle,
    isolated,
    style_for,
)

BODY, SMALL, HEADING, TITLE = 10.0, 8.5, 11.0, 17.0
_MARK = 16.0
_NUMBER_WIDTH = 36.0
_MARK_DISTANCE, _HEADER_DISTANCE, _FOOTER_DISTANCE = 20.0, 38.0, 28.0
_SIDE_BY_SIDE = GridLook(rule=None, padding=3.0, data=False)
# a row should stay whole: its number is what everybody points at
_ROWS = GridLook(padding=3.5, header_fill=(0.94, 0.94, 0.94), largest_gap=260.0)
_BETWEEN_LINES = 1.8
_PALE = (0.6, 0.6, 0.6)
# what stands between a label and its text, where it is not a colon and a space
_LABEL_MARKS = {"zh": "\uff1a", "ti": "፦ ", "am": "፦ ", "fr": "\u00a0: "}

Cells = list[Flowable]


@dataclass(frozen=True)
class Paper:
    """A sheet and the measures of its page, in points."""

    sheet: PlanSheet
    setup: PageSetup

    @property
    def columns(self) -> list[Column]:
        """The columns from left to right."""
        return [Column(self.sheet, language) for language in self.sheet.languages]

    @property
    def official(self) -> Column:
        """The column of the official language, also where it is not printed."""
        return Column(self.sheet, self.sheet.official)

    @property
    def runs_rtl(self) -> bool:
        """Whether the only language of the paper runs from right to left."""
        only = self.sheet.languages[0]
        return len(self.sheet.languages) == 1 and style_for(only, BODY).rtl

    @property
    def widths(self) -> list[float]:
        """The widths of number and text, or of text, number and text."""
        if len(self.sheet.languages) == 1:
            return [_NUMBER_WIDTH, self.setup.width - _NUMBER_WIDTH]
        text = (self.setup.width - _NUMBER_WIDTH) / 2
        return [text, _NUMBER_WIDTH, text]

    def numbered(self, heads: Sequence[Cells], rows: Sequence[Row]) -> Grid:
        """Return the rows under their headings, which come again on the next page."""
        made = [self._beside([], heads)]
        made += [self._beside([self._number(row)], self._texts(row)) for row in rows]
        return Grid(made, self.widths, rtl=self.runs_rtl, header_rows=1, look=_ROWS)

    def beside(self, cells: Sequence[Cells]) -> Grid:
        """Return one row of text in each language, without a number."""
        return Grid([self._beside([], cells)], self.widths, rtl=self.runs_rtl, look=_SIDE_BY_SIDE)

    def _beside(self, number: Cells, cells: Sequence[Cells]) -> list[Cells]:
        first, *others = cells
        return [first, number, *others] if others else [number, first]

    def _number(self, row: Row) -> Paragraph:
        style = style_for(self.sheet.official, BODY, bold=True, align="center")
        return Paragraph(row.number, style)

    def _texts(self, row: Row) -> list[Cells]:
        return [
            [paragraph(spoken, column) for line in row.lines for spoken in column.spoken(line)]
            for column in self.columns
        ]


def paragraph(spoken: Spoken, column: Column) -> Paragraph:
    """Return a statement with its label before it, in the direction of the column."""
    own, beside = style_for(spoken.language, BODY), style_for(column.language, BODY)
    foreign = own.rtl != beside.rtl
    style = replace(beside if foreign else own, space_after=_BETWEEN_LINES)
    mark = _LABEL_MARKS.get(column.language, ": ")
    label = [Run(f"{spoken.label}{mark}")] if spoken.label else []
    text = isolated(spoken.text) if foreign else spoken.text
    return Paragraph([*label, Run(text, bold=spoken.strong)], style)


def heading(column: Column, level: int, words: Words) -> Cells:
    """Return a heading; the table of contents lists it in one language."""
    size = TITLE if level == 1 else HEADING
    style = style_for(column.language, size, bold=True)
    return [Heading(level, column.say(words), style, outline=column.is_first)]


def letterhead(paper: Paper) -> Grid:
    """Return the office at the left, and at the right that the paper is secret."""
    head, official = paper.sheet.letterhead, paper.sheet.official
    small, strong = style_for(official, SMALL), style_for(official, BODY, bold=True)
    contact = " · ".join(part for part in (head.phone, head.email) if part)
    office: Cells = [Paragraph(head.name, strong)]
    office += [Paragraph(text, small) for text in (head.unit, head.address, contact) if text]
    secret, *grounds = (paper.official.say(words) for words in paper.sheet.secrecy)
    marked: Cells = [Paragraph(secret.upper(), strong)]
    marked += [Paragraph(ground, small) for ground in grounds]
    share = paper.setup.width * 0.6
    return Grid([[office, marked]], [share, paper.setup.width - share], look=_SIDE_BY_SIDE)


def signatures_height(paper: Paper, count: int) -> float:
    """Return about how much room so many signatures take."""
    lines = (len(paper.columns) + 1) * SMALL * _LINE_HEIGHT
    return -(-count // _in_a_row(count)) * (_ROOM_TO_SIGN + lines + 2 * _SIGNATURE_LOOK.padding)


def signature_lines(paper: Paper, blocks: Sequence[tuple[Words, str]]) -> list[Flowable]:
    """Return lines to write on, each with its meaning in every language."""
    in_a_row = _in_a_row(len(blocks))
    width = paper.setup.width / in_a_row
    made: list[Flowable] = []
    for start in range(0, len(blocks), in_a_row):
        cells = [_signature(paper, *block) for block in blocks[start : start + in_a_row]]
        cells += [[] for _ in range(in_a_row - len(cells))]
        widths = [width] * in_a_row
        made.append(Grid([cells], widths, rtl=paper.runs_rtl, look=_SIGNATURE_LOOK))
    return made


_SIGNATURE_LOOK = GridLook(rule=None, padding=5.0, data=False)
_ROOM_TO_SIGN = 24.0
_LINE_HEIGHT = 1.6


def _in_a_row(count: int) -> int:
    """Return how many signatures stand side by side: four if that leaves no single one."""
    return 4 if count % 4 in (0, 3) else 3


def _signature(paper: Paper, role: Words, name: str) -> Cells:
    cells: Cells = [Spacer(1, _ROOM_TO_SIGN), Rule()]
    cells += [
        Paragraph(column.say(role), style_for(column.language, SMALL)) for column in paper.columns
    ]
    if name:
        language = paper.sheet.languages[0]
        cells.append(Paragraph(paper.columns[0].say(Plain(name)), style_for(language, SMALL)))
    return cells


@dataclass(frozen=True)
class Decoration:
    """What is drawn around every page when the number of pages is known."""

    sheet: PlanSheet

    def __call__(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draw header and footer."""
        paper = Paper(self.sheet, PageSetup())
        counted = Words(FOOT.page, {"page": Plain(str(page)), "pages": Plain(str(pages))})
        numbers = [(column.language, column.say(counted)) for column in paper.columns]
        if len(numbers) == 1:
            numbers.insert(int(not paper.runs_rtl), (self.sheet.official, ""))
        _at_edges(canvas, paper, _FOOTER_DISTANCE, numbers)
        if page > 1:
            self._head(canvas, paper)
        if self.sheet.draft:
            self._mark(canvas, paper)

    def _head(self, canvas: TaggedCanvas, paper: Paper) -> None:
        """Say whose paper a loose page belongs to, and that it is secret."""
        official, top = paper.official, paper.setup.size[1] - _HEADER_DISTANCE
        stated = [official.say(said) for said in (self.sheet.title, self.sheet.facts[0])]
        title = "  ·  ".join([*stated, *self.sheet.names[:1]])
        secret = official.say(self.sheet.secrecy[0]).upper()
        edges = [(official.language, title), (official.language, secret)]
        _at_edges(canvas, paper, top, edges, left_share=0.72)

    def _mark(self, canvas: TaggedCanvas, paper: Paper) -> None:
        top = paper.setup.size[1] - _MARK_DISTANCE
        text = "  ·  ".join(column.words(HEAD.draft) for column in paper.columns)
        style = style_for(paper.sheet.languages[0], _MARK, bold=True, align="center", colour=_PALE)
        _draw(canvas, Paragraph(text, style), paper.setup.left, top, paper.setup.width)


def _at_edges(
    canvas: TaggedCanvas,
    paper: Paper,
    y: float,
    texts: Sequence[tuple[str, str]],
    left_share: float = 0.5,
) -> None:
    """Draw a text at the left edge and another at the right; each comes with its language."""
    left = paper.setup.width * left_share
    places = ((paper.setup.left, left), (paper.setup.left + left, paper.setup.width - left))
    for (language, text), (x, width) in zip(texts, places, strict=True):
        style = _edge_style(language, at_right=x > paper.setup.left)
        _draw(canvas, Paragraph(text, style), x, y, width)


def _edge_style(language: str, *, at_right: bool) -> TextStyle:
    rtl = style_for(language, SMALL).rtl
    return style_for(language, SMALL, align="end" if at_right != rtl else "start")


def _draw(canvas: TaggedCanvas, text: Paragraph, x: float, y: float, width: float) -> None:
    text.wrap(width, _MARK * 2)
    text.drawOn(canvas, x, y - text.height / 2)
