"""A form on paper: each question in every language, and room to answer it by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.platypus.flowables import Flowable, Spacer

from kotoutus_desktop.documents.blank_form import BlankForm, Question
from kotoutus_desktop.documents.columns import Column
from kotoutus_desktop.documents.edges import paper_of
from kotoutus_desktop.documents.page import (
    BODY,
    Cells,
    Paper,
    heading,
    kept_together,
    letterhead,
    signed,
)
from kotoutus_desktop.documents.refusal import refuse_gaps
from kotoutus_desktop.documents.rows import Part
from kotoutus_desktop.documents.said import Plain, Words
from kotoutus_desktop.documents.words import SIGNATURES
from kotoutus_desktop.typesetting import (
    Figure,
    Grid,
    GridLook,
    Paragraph,
    Rule,
    Run,
    TaggedCanvas,
    build_pdf,
)
from kotoutus_desktop.typesetting.style import Align

MILLIMETRE = 72 / 25.4
# room for a line of handwriting; in most languages the notes for a plan then fill two pages
LINE_HEIGHT = 8.3 * MILLIMETRE
_BOX = 11.0
_LOOK = GridLook(rule=None, padding=2.0, side_padding=4.0, data=False, space_after=0.0)
_NUMBER_WIDTH = 26.0
_GAP = 6.0


def blank_form_pdf(form: BlankForm) -> bytes:
    """Return the form as a tagged PDF; the same form always gives the same bytes.

    Raises NotPrintable, naming what is missing.
    """
    refuse_gaps(form.sheet)
    paper = paper_of(form.sheet)
    return build_pdf(
        [letterhead(paper), Spacer(1, _GAP), _head(paper), *_body(form, paper), *_end(paper)],
        title=paper.columns[0].say(form.sheet.title),
        language=form.sheet.languages[0],
        author=form.sheet.letterhead.name,
        page=paper.setup,
    )


def _head(paper: Paper) -> Grid:
    sheet = paper.sheet
    cells: list[Cells] = []
    for column in paper.columns:
        style = column.style(BODY)
        cell = heading(column, 1, sheet.title)
        cell += [Paragraph(Run(column.say(Plain(name)), bold=True), style) for name in sheet.names]
        cell += [Paragraph(column.say(said), style) for said in (*sheet.facts, *sheet.statements)]
        cells.append(cell)
    return paper.beside(cells)


def _body(form: BlankForm, paper: Paper) -> Iterator[Flowable]:
    for section, part in zip(form.sections, form.sheet.parts, strict=True):
        yield Spacer(1, _GAP)
        yield from _section(paper, part, section.questions)


def _section(paper: Paper, part: Part, questions: Sequence[Question]) -> Iterator[Flowable]:
    heads = [heading(column, 2, part.title) for column in paper.columns]
    title = _side_by_side(paper, [[], *heads])
    made: list[list[Flowable]] = []
    for row, question in zip(part.rows, questions, strict=True):
        asked: list[Cells] = [
            [Paragraph(column.words(question.text), column.style(BODY))] for column in paper.columns
        ]
        number: Cells = [_number(paper, row.number)]
        made.append([_side_by_side(paper, [number, *asked]), *_answer(paper, question)])
    # a heading stays with its first question, and a question with its lines
    first = [title, *made[0]] if made else [title]
    for block in [first, *made[1:]]:
        yield from kept_together(paper, block)


def _number(paper: Paper, number: str) -> Paragraph:
    return Paragraph(number, paper.official.style(BODY, bold=True))


def _answer(paper: Paper, question: Question) -> list[Flowable]:
    made: list[Flowable] = [_choices(paper, question.choices)] if question.choices else []
    for _line in range(question.lines):
        made += [Spacer(1, LINE_HEIGHT - 1), Rule(space=0.25)]
    return made


def _choices(paper: Paper, choices: Sequence[str]) -> Grid:
    """Return boxes to cross, each with its meaning in every language."""
    cells: list[Cells] = [[]]
    widths = [_NUMBER_WIDTH]
    room = (paper.setup.width - _NUMBER_WIDTH) / max(2, len(choices)) - 24
    for choice in choices:
        said = [column.words(choice) for column in paper.columns]
        cells += [[_box(" / ".join(said))], [_meaning(paper, said)]]
        widths += [24.0, room]
    return Grid([cells], widths, rtl=paper.runs_rtl, look=_LOOK)


def _meaning(paper: Paper, said: Sequence[str]) -> Flowable:
    column, *others = paper.columns
    first = Paragraph(said[0], column.style(BODY))
    if not others:
        return first
    second = Paragraph(said[1], replace(others[0].style(BODY), align=_at_left(others[0])))
    half = 70.0
    return Grid([[first, second]], [half, half], look=_LOOK)


def _at_left(column: Column) -> Align:
    return "end" if column.style(BODY).rtl else "start"


def _box(meaning: str) -> Figure:
    """Return a square to put a cross in."""

    def paint(canvas: TaggedCanvas) -> None:
        canvas.setStrokeColorRGB(0, 0, 0)
        canvas.setLineWidth(0.8)
        canvas.rect(0.5, 0.5, _BOX - 1, _BOX - 1, stroke=1, fill=0)

    return Figure(paint, (_BOX, _BOX), meaning)


def _side_by_side(paper: Paper, cells: Sequence[Cells]) -> Grid:
    width = (paper.setup.width - _NUMBER_WIDTH) / len(paper.columns)
    widths = [_NUMBER_WIDTH, *[width] * len(paper.columns)]
    return Grid([list(cells)], widths, rtl=paper.runs_rtl, look=_LOOK)


def _end(paper: Paper) -> list[Flowable]:
    """Return who filled in the form, lines to sign on, and how far to rely on the words."""
    blocks = [
        (Words(SIGNATURES.place_and_date), ""),
        *((signature.role, signature.name) for signature in paper.sheet.signatures),
    ]
    return signed(paper, [Spacer(1, _GAP)], blocks)
