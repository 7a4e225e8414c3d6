"""From a sheet to paper: two languages row by row, or one of them."""

from reportlab.platypus.flowables import Flowable, Spacer

from kotoutus_desktop.documents.edges import paper_of
from kotoutus_desktop.documents.page import (
    BODY,
    Cells,
    Paper,
    heading,
    kept_together,
    letterhead,
    notes,
    signed,
)
from kotoutus_desktop.documents.refusal import refuse_gaps
from kotoutus_desktop.documents.rows import Part
from kotoutus_desktop.documents.said import Words
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.words import HEAD, SIGNATURES
from kotoutus_desktop.progress import Report, ignore
from kotoutus_desktop.typesetting import Grid, Paragraph, build_pdf

_STEPS = 3
_BETWEEN_PARTS = 8.0


def sheet_pdf(sheet: Sheet, report: Report = ignore) -> bytes:
    """Return the paper as a tagged PDF; the same sheet always gives the same bytes.

    Raises NotPrintable, naming what is missing, rather than print a blank, a box or half a
    sentence.
    """
    report(0, _STEPS)
    refuse_gaps(sheet)
    report(1, _STEPS)
    paper = paper_of(sheet)
    content = _story(paper)
    report(2, _STEPS)
    printed = build_pdf(
        content,
        title=" ".join([paper.columns[0].say(sheet.title), *sheet.names[:1]]),
        language=sheet.languages[0],
        author=sheet.letterhead.name,
        page=paper.setup,
    )
    report(_STEPS, _STEPS)
    return printed


def _story(paper: Paper) -> list[Flowable]:
    story: list[Flowable] = [letterhead(paper), _gap(paper), _title(paper)]
    parts = [[_gap(paper), _part(paper, part)] for part in paper.sheet.parts]
    # notes that stood alone on the last page would look like a leaf that got lost
    agreed = bool(paper.sheet.statements or paper.sheet.signatures)
    last = parts.pop() if parts and not agreed else []
    end = _signatures(paper) if agreed else kept_together(paper, [*last, notes(paper)])
    return [*story, *(flowable for part in parts for flowable in part), *end]


def _part(paper: Paper, part: Part) -> Grid:
    heads = [heading(column, 2, part.title) for column in paper.columns]
    return paper.numbered(heads, part.rows)


def _gap(paper: Paper) -> Flowable:
    return Spacer(1, paper.sized(_BETWEEN_PARTS))


def _title(paper: Paper) -> Flowable:
    cells: list[Cells] = []
    for column in paper.columns:
        style = column.style(BODY)
        cell = heading(column, 1, paper.sheet.title)
        if paper.sheet.draft:
            cell.append(Paragraph(column.run(Words(HEAD.draft), bold=True), style))
        cell += [Paragraph(column.named(name, bold=True), style) for name in paper.sheet.names]
        cell += [Paragraph(column.run(fact), style) for fact in paper.sheet.facts]
        cells.append(cell)
    return paper.beside(cells)


def _signatures(paper: Paper) -> list[Flowable]:
    signatures = paper.sheet.signatures
    cells: list[Cells] = [
        [
            *(heading(column, 2, Words(SIGNATURES.heading)) if signatures else []),
            *(Paragraph(column.run(said), column.style(BODY)) for said in paper.sheet.statements),
        ]
        for column in paper.columns
    ]
    said: list[Flowable] = [_gap(paper), paper.beside(cells)]
    if not signatures:
        return kept_together(paper, [*said, notes(paper)])
    blocks = [
        (Words(SIGNATURES.place_and_date), ""),
        *((signature.role, signature.name) for signature in signatures),
    ]
    return signed(paper, said, blocks)
