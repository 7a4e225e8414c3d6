"""The integration plan on paper: two languages row by row, or one of them."""

from reportlab.platypus.flowables import CondPageBreak, Flowable, Spacer

from kotoutus_desktop.documents.page import (
    BODY,
    SMALL,
    Decoration,
    Paper,
    heading,
    letterhead,
    signature_lines,
    signatures_height,
)
from kotoutus_desktop.documents.problems import (
    PrintProblem,
    ProblemKind,
    Problems,
    problems,
)
from kotoutus_desktop.documents.said import Plain, Words
from kotoutus_desktop.documents.sheet import PlanSheet
from kotoutus_desktop.documents.words import HEAD, SIGNATURES
from kotoutus_desktop.errors import NotPrintable
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.progress import Report, ignore
from kotoutus_desktop.typesetting import PageSetup, Paragraph, Run, build_pdf, style_for

__all__ = ["PlanSheet", "PrintProblem", "ProblemKind", "plan_pdf", "problems"]

_STEPS = 3
_BETWEEN_PARTS = 8.0
_ROOM_FOR_STATEMENTS = 120.0


def plan_pdf(sheet: PlanSheet, report: Report = ignore) -> bytes:
    """Return the paper as a tagged PDF; the same sheet always gives the same bytes.

    Raises NotPrintable, naming what is missing, rather than print a blank, a box or half a
    sentence.
    """
    report(0, _STEPS)
    blocking = [problem for problem in problems(sheet) if problem.blocks]
    if blocking:
        raise NotPrintable(
            N_("The plan cannot be printed yet:\n{problems}"), problems=Problems(blocking)
        )
    report(1, _STEPS)
    paper = Paper(sheet, PageSetup(decoration=Decoration(sheet)))
    content = _story(paper)
    report(2, _STEPS)
    first = paper.columns[0]
    title = f"{first.say(sheet.title)} {' '.join(sheet.names[:1])}"
    printed = build_pdf(
        content,
        title=title,
        language=sheet.languages[0],
        author=sheet.letterhead.name,
        page=paper.setup,
    )
    report(_STEPS, _STEPS)
    return printed


def _story(paper: Paper) -> list[Flowable]:
    story: list[Flowable] = [letterhead(paper), Spacer(1, _BETWEEN_PARTS), _title(paper)]
    for part in paper.sheet.parts:
        heads = [heading(column, 2, part.title) for column in paper.columns]
        story += [Spacer(1, _BETWEEN_PARTS), paper.numbered(heads, part.rows)]
    return [*story, Spacer(1, _BETWEEN_PARTS), *_signatures(paper), _notes(paper)]


def _title(paper: Paper) -> Flowable:
    cells: list[list[Flowable]] = []
    for column in paper.columns:
        style = style_for(column.language, BODY)
        cell = heading(column, 1, paper.sheet.title)
        if paper.sheet.draft:
            cell.append(Paragraph(Run(column.words(HEAD.draft), bold=True), style))
        cell += [
            Paragraph(Run(column.say(Plain(name)), bold=True), style) for name in paper.sheet.names
        ]
        cell += [Paragraph(column.say(fact), style) for fact in paper.sheet.facts]
        cells.append(cell)
    return paper.beside(cells)


def _signatures(paper: Paper) -> list[Flowable]:
    cells = [
        [
            *heading(column, 2, Words(SIGNATURES.heading)),
            *(
                Paragraph(column.say(said), style_for(column.language, BODY))
                for said in paper.sheet.statements
            ),
        ]
        for column in paper.columns
    ]
    blocks = [
        (Words(SIGNATURES.place_and_date), ""),
        *((signature.role, signature.name) for signature in paper.sheet.signatures),
    ]
    lines = signature_lines(paper, blocks)
    room = _ROOM_FOR_STATEMENTS + signatures_height(paper, len(blocks))
    return [CondPageBreak(room), paper.beside(cells), *lines]


def _notes(paper: Paper) -> Flowable:
    cells: list[list[Flowable]] = [
        [
            Paragraph(column.say(note), style_for(column.language, SMALL))
            for note in paper.sheet.notes
        ]
        for column in paper.columns
    ]
    return paper.beside(cells)
