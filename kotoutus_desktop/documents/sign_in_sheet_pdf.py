"""The sign-in sheet on paper: a page or more for each meeting."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.platypus.flowables import Flowable, PageBreak, Spacer

from kotoutus_desktop.documents.edges import paper_of
from kotoutus_desktop.documents.page import BODY, SMALL, Cells, Paper, heading, letterhead, notes
from kotoutus_desktop.documents.refusal import refuse_gaps
from kotoutus_desktop.documents.rows import Part
from kotoutus_desktop.documents.said import Words
from kotoutus_desktop.documents.sign_in_sheet import HEADS, Attendee, SignInSheet
from kotoutus_desktop.typesetting import Grid, GridLook, Paragraph, build_pdf

ROOM_TO_SIGN = 24.0
_CODE = 12.0
_LOOK = GridLook(
    padding=1.5,
    side_padding=4.0,
    vertical_rules=True,
    header_fill=(0.94, 0.94, 0.94),
    largest_gap=900.0,  # a row to sign on is never divided
)
_NUMBER_WIDTH, _CODE_WIDTH, _TIME_WIDTH, _NAME_SHARE = 24.0, 52.0, 62.0, 0.55


def sign_in_sheet_pdf(sheets: SignInSheet) -> bytes:
    """Return the sheets as a tagged PDF; the same meetings always give the same bytes.

    Raises NotPrintable, naming what is missing.
    """
    refuse_gaps(sheets.sheet)
    paper = paper_of(sheets.sheet)
    story: list[Flowable] = []
    for part, attendees in zip(sheets.sheet.parts, sheets.attendees, strict=True):
        story += [PageBreak()] if story else []
        story += _meeting(paper, part, attendees)
    return build_pdf(
        story,
        title=paper.columns[0].say(sheets.sheet.title),
        language=sheets.sheet.languages[0],
        author=sheets.sheet.letterhead.name,
        page=paper.setup,
    )


def _meeting(paper: Paper, part: Part, attendees: Sequence[Attendee]) -> Iterator[Flowable]:
    gap = Spacer(1, paper.sized(4.0))
    yield letterhead(paper)
    yield paper.beside([_head(paper, part, place) for place in range(len(paper.columns))])
    yield gap
    yield _rows(paper, attendees)
    if paper.sheet.notes:
        yield notes(paper)


def _head(paper: Paper, part: Part, place: int) -> Cells:
    """Return title, day, times and topics in the language of a column."""
    column, sheet = paper.columns[place], paper.sheet
    body, small = column.style(BODY), column.style(SMALL)
    cell = heading(column, 1, sheet.title)
    cell += [Paragraph(column.run(fact), body) for fact in sheet.facts]
    cell.append(Paragraph(column.run(part.title, bold=True), column.style(BODY, bold=True)))
    cell += [Paragraph(column.run(line.said), body) for line in part.rows[0].lines]
    return [*cell, Paragraph(column.run(sheet.statements[0]), small)]


def _rows(paper: Paper, attendees: Sequence[Attendee]) -> Grid:
    heads = [[], *(_column_head(paper, text) for text in HEADS)]
    rows = [_row(paper, number, each) for number, each in enumerate(attendees, 1)]
    number, code, times = map(paper.sized, (_NUMBER_WIDTH, _CODE_WIDTH, _TIME_WIDTH))
    left = paper.setup.width - number - code - 2 * times
    name = left * _NAME_SHARE
    widths = [number, name, code, left - name, times, times]
    look = replace(paper.look(_LOOK), largest_gap=_LOOK.largest_gap)
    return Grid([heads, *rows], widths, rtl=paper.runs_rtl, header_rows=1, look=look)


def _column_head(paper: Paper, text: str) -> Cells:
    """Return the head of a column in every language, one under the other."""
    made: Cells = []
    for column in paper.columns:
        style = column.style(SMALL, bold=column.is_first)
        other = style.rtl != paper.runs_rtl
        style = replace(style, align="end" if other else "start")
        made.append(Paragraph(column.run(Words(text), bold=column.is_first), style))
    return made


def _row(paper: Paper, number: int, each: Attendee) -> list[Cells]:
    column = paper.columns[0]
    body, small, strong = column.style(BODY), column.style(SMALL), column.style(_CODE, bold=True)
    names: Cells = [Paragraph(column.named(each.name, bold=True), body)] if each.name else []
    names += [Paragraph(column.named(each.own_name), small)] if each.own_name else []
    return [
        [Paragraph(str(number), body)],
        names,
        [Paragraph(each.code, strong)],
        [Spacer(1, paper.sized(ROOM_TO_SIGN))],
        [],
        [],
    ]
