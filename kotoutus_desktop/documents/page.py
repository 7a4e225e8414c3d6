"""The page of a bilingual paper: columns, letterhead, lines to sign on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.platypus.flowables import CondPageBreak, Flowable, Spacer

from kotoutus_desktop.documents.columns import Column, Spoken
from kotoutus_desktop.documents.rows import Row
from kotoutus_desktop.documents.said import Said
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.typesetting import (
    Grid,
    GridLook,
    Heading,
    PageSetup,
    Paragraph,
    Rule,
    Run,
    isolated,
    style_for,
)

BODY, SMALL, HEADING, TITLE = 10.0, 8.5, 11.0, 17.0
# a title that is larger still breaks its long words
_LARGEST_TITLE = 22.0
_NUMBER_WIDTH = 36.0
_SIDE_BY_SIDE = GridLook(rule=None, padding=3.0, data=False)
# a row should stay whole: its number is what everybody points at
_ROWS = GridLook(padding=3.5, header_fill=(0.94, 0.94, 0.94), largest_gap=260.0)
_BETWEEN_LINES = 1.8
# what stands between a label and its text, where it is not a colon and a space
_LABEL_MARKS = {"zh": "\uff1a", "ti": "፦ ", "am": "፦ ", "fr": "\u00a0: "}

Cells = list[Flowable]


@dataclass(frozen=True)
class Paper:
    """A sheet and the measures of its page, in points."""

    sheet: Sheet
    setup: PageSetup

    def sized(self, points: float) -> float:
        """Return a length of the usual print in the size of this edition."""
        return points * self.sheet.scale

    def look(self, look: GridLook) -> GridLook:
        """Return the look of a grid with its distances in the size of this edition.

        Tall rows of large print are divided sooner: they would leave half of each page empty.
        """
        return replace(
            look,
            padding=self.sized(look.padding),
            side_padding=self.sized(look.side_padding),
            largest_gap=look.largest_gap / self.sheet.scale,
        )

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
        number = self.sized(_NUMBER_WIDTH)
        if len(self.sheet.languages) == 1:
            return [number, self.setup.width - number]
        text = (self.setup.width - number) / 2
        return [text, number, text]

    def numbered(self, heads: Sequence[Cells], rows: Sequence[Row]) -> Grid:
        """Return the rows under their headings, which come again on the next page."""
        made = [self._beside([], heads)]
        made += [self._beside([self._number(row)], self._texts(row)) for row in rows]
        return Grid(made, self.widths, rtl=self.runs_rtl, header_rows=1, look=self.look(_ROWS))

    def beside(self, cells: Sequence[Cells]) -> Grid:
        """Return one row of text in each language, without a number."""
        look = self.look(_SIDE_BY_SIDE)
        return Grid([self._beside([], cells)], self.widths, rtl=self.runs_rtl, look=look)

    def _beside(self, number: Cells, cells: Sequence[Cells]) -> list[Cells]:
        first, *others = cells
        return [first, number, *others] if others else [number, first]

    def _number(self, row: Row) -> Paragraph:
        style = replace(self.official.style(BODY, bold=True), align="center")
        return Paragraph(row.number, style)

    def _texts(self, row: Row) -> list[Cells]:
        return [
            [paragraph(spoken, column) for line in row.lines for spoken in column.spoken(line)]
            for column in self.columns
        ]


def paragraph(spoken: Spoken, column: Column) -> Paragraph:
    """Return a statement with its label before it, in the direction of the column."""
    own, beside = column.style(BODY, language=spoken.language), column.style(BODY)
    foreign = own.rtl != beside.rtl
    style = replace(beside if foreign else own, space_after=_BETWEEN_LINES * column.sheet.scale)
    mark = _LABEL_MARKS.get(column.language, ": ")
    label = [Run(f"{spoken.label}{mark}", language=column.language)] if spoken.label else []
    text = isolated(spoken.text) if foreign else spoken.text
    return Paragraph([*label, Run(text, bold=spoken.strong, language=spoken.language)], style)


def heading(column: Column, level: int, words: Said) -> Cells:
    """Return a heading; the table of contents lists it in one language."""
    size = min(TITLE, _LARGEST_TITLE / column.sheet.scale) if level == 1 else HEADING
    style = column.style(size, bold=True)
    return [Heading(level, column.run(words), style, outline=column.is_first)]


def letterhead(paper: Paper) -> Grid:
    """Return the office at the left, and at the right that the paper is secret."""
    head, official = paper.sheet.letterhead, paper.official
    small, strong = official.style(SMALL), official.style(BODY, bold=True)
    contact = " · ".join(part for part in (head.phone, head.email) if part)
    office: Cells = [Paragraph(head.name, strong)]
    office += [Paragraph(text, small) for text in (head.unit, head.address, contact) if text]
    said = [official.say(words) for words in paper.sheet.secrecy]
    marked: Cells = [Paragraph(secret.upper(), strong) for secret in said[:1]]
    marked += [Paragraph(ground, small) for ground in said[1:]]
    share = paper.setup.width * 0.6
    widths = [share, paper.setup.width - share]
    return Grid([[office, marked]], widths, look=paper.look(_SIDE_BY_SIDE))


def kept_together(paper: Paper, *groups: Sequence[Flowable]) -> list[Flowable]:
    """Return flowables that start a new page where they would not stand whole on this one.

    Where no page holds all of them, each group is kept whole; what is larger still starts
    where it is: a new page would not help.
    """
    block = [flowable for group in groups for flowable in group]
    height = sum(each.wrap(paper.setup.width, 0.0)[1] + each.getSpaceAfter() for each in block)
    if height <= paper.setup.height:
        return [CondPageBreak(height), *block]
    if len(groups) == 1:
        return block
    return [flowable for group in groups for flowable in kept_together(paper, group)]


def signed(paper: Paper, before: Cells, blocks: Sequence[tuple[Said, str]]) -> list[Flowable]:
    """Return lines to write on, with what stands before them and the notes under them."""
    first, *others = signature_lines(paper, blocks)
    groups = [[*before, first], *([line] for line in others)]
    groups[-1].append(notes(paper))
    return kept_together(paper, *groups)


def notes(paper: Paper) -> Grid:
    """Return how far to rely on the words, in every language."""
    cells: list[Cells] = [
        [Paragraph(column.run(note), column.style(SMALL)) for note in paper.sheet.notes]
        for column in paper.columns
    ]
    return paper.beside(cells)


def signature_lines(paper: Paper, blocks: Sequence[tuple[Said, str]]) -> list[Flowable]:
    """Return lines to write on, each with its meaning in every language."""
    in_a_row = _in_a_row(paper, len(blocks))
    width = paper.setup.width / in_a_row
    made: list[Flowable] = []
    for start in range(0, len(blocks), in_a_row):
        cells = [_signature(paper, *block) for block in blocks[start : start + in_a_row]]
        cells += [[] for _ in range(in_a_row - len(cells))]
        widths, look = [width] * in_a_row, paper.look(_SIGNATURE_LOOK)
        made.append(Grid([cells], widths, rtl=paper.runs_rtl, look=look))
    return made


_SIGNATURE_LOOK = GridLook(rule=None, padding=5.0, data=False)
_ROOM_TO_SIGN = 24.0


def _in_a_row(paper: Paper, count: int) -> int:
    """Return how many signatures stand side by side: four if that leaves no single one."""
    if paper.sheet.scale > 1:
        return 2
    return 4 if count % 4 in (0, 3) else 3


def _signature(paper: Paper, role: Said, name: str) -> Cells:
    cells: Cells = [Spacer(1, paper.sized(_ROOM_TO_SIGN)), Rule()]
    cells += [Paragraph(column.run(role), column.style(SMALL)) for column in paper.columns]
    if name:
        first = paper.columns[0]
        cells.append(Paragraph(first.named(name), first.style(SMALL)))
    return cells
