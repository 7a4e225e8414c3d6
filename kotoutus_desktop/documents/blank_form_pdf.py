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
from kotoutus_desktop.documents.said import Words
from kotoutus_desktop.documents.words import SIGNATURES
from kotoutus_desktop.typesetting import (
    Figure,
    Grid,
    GridLook,
    Paragraph,
    Rule,
    TaggedCanvas,
    build_pdf,
)
from kotoutus_desktop.typesetting.style import Align

MILLIMETRE = 72 / 25.4
# room for a line of handwriting; in most languages the notes for a plan then fill two pages
LINE_HEIGHT = 8.3 * MILLIMETRE
_BOX, _BESIDE_BOX, _MEANING = 11.0, 24.0, 70.0
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
        [letterhead(paper), _gap(paper), _head(paper), *_body(form, paper), *_end(paper)],
        title=paper.columns[0].say(form.sheet.title),
        language=form.sheet.languages[0],
        author=form.sheet.letterhead.name,
        page=paper.setup,
    )


def _gap(paper: Paper) -> Spacer:
    return Spacer(1, paper.sized(_GAP))


def _head(paper: Paper) -> Grid:
    sheet = paper.sheet
    cells: list[Cells] = []
    for column in paper.columns:
        style = column.style(BODY)
        cell = heading(column, 1, sheet.title)
        cell += [Paragraph(column.named(name, bold=True), style) for name in sheet.names]
        cell += [Paragraph(column.run(said), style) for said in (*sheet.facts, *sheet.statements)]
        cells.append(cell)
    return paper.beside(cells)


def _body(form: BlankForm, paper: Paper) -> Iterator[Flowable]:
    for section, part in zip(form.sections, form.sheet.parts, strict=True):
        yield _gap(paper)
        yield from _section(paper, part, section.questions)


def _section(paper: Paper, part: Part, questions: Sequence[Question]) -> Iterator[Flowable]:
    heads = [heading(column, 2, part.title) for column in paper.columns]
    title = _side_by_side(paper, [[], *heads])
    made: list[list[Flowable]] = []
    for row, question in zip(part.rows, questions, strict=True):
        asked: list[Cells] = [
            [Paragraph(column.run(Words(question.text)), column.style(BODY))]
            for column in paper.columns
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
        made += [Spacer(1, paper.sized(LINE_HEIGHT) - 1), Rule(space=0.25)]
    return made


def _choices(paper: Paper, choices: Sequence[str]) -> Grid:
    """Return boxes to cross, each with its meaning in every language."""
    cells: list[Cells] = [[]]
    number, box = paper.sized(_NUMBER_WIDTH), paper.sized(_BESIDE_BOX)
    widths = [number]
    room = (paper.setup.width - number) / max(2, len(choices)) - box
    for choice in choices:
        said = [column.words(choice) for column in paper.columns]
        cells += [[_box(paper, said[0])], [_meaning(paper, said, room)]]
        widths += [box, room]
    return Grid([cells], widths, rtl=paper.runs_rtl, look=paper.look(_LOOK))


def _meaning(paper: Paper, said: Sequence[str], room: float) -> Flowable:
    column, *others = paper.columns
    first = Paragraph(said[0], column.style(BODY))
    if not others:
        return first
    second = Paragraph(said[1], replace(others[0].style(BODY), align=_at_left(others[0])))
    look = paper.look(_LOOK)
    half = min(paper.sized(_MEANING), room / 2 - look.side_padding)
    return Grid([[first, second]], [half, half], look=look)


def _at_left(column: Column) -> Align:
    return "end" if column.style(BODY).rtl else "start"


def _box(paper: Paper, meaning: str) -> Figure:
    """Return a square to put a cross in."""
    side = paper.sized(_BOX)

    def paint(canvas: TaggedCanvas) -> None:
        canvas.setStrokeColorRGB(0, 0, 0)
        canvas.setLineWidth(0.8)
        canvas.rect(0.5, 0.5, side - 1, side - 1, stroke=1, fill=0)

    return Figure(paint, (side, side), meaning)


def _side_by_side(paper: Paper, cells: Sequence[Cells]) -> Grid:
    number = paper.sized(_NUMBER_WIDTH)
    width = (paper.setup.width - number) / len(paper.columns)
    widths = [number, *[width] * len(paper.columns)]
    return Grid([list(cells)], widths, rtl=paper.runs_rtl, look=paper.look(_LOOK))


def _end(paper: Paper) -> list[Flowable]:
    """Return who filled in the form, lines to sign on, and how far to rely on the words."""
    blocks = [
        (Words(SIGNATURES.place_and_date), ""),
        *((signature.role, signature.name) for signature in paper.sheet.signatures),
    ]
    return signed(paper, [_gap(paper)], blocks)
