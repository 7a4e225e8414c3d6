"""The certificate on paper."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus.flowables import Flowable, Spacer

from kotoutus_desktop.documents.certificate import Certificate, HoursRow
from kotoutus_desktop.documents.columns import Column
from kotoutus_desktop.documents.edges import paper_of
from kotoutus_desktop.documents.orientation_words import CERTIFICATE
from kotoutus_desktop.documents.page import BODY, SMALL, Cells, Paper, heading, letterhead, signed
from kotoutus_desktop.documents.refusal import refuse_gaps
from kotoutus_desktop.documents.said import Words
from kotoutus_desktop.documents.words import SIGNATURES
from kotoutus_desktop.typesetting import Grid, GridLook, Paragraph, build_pdf
from kotoutus_desktop.typesetting.style import Align

_NAME, _ROW = 14.0, 9.0
_HOURS_WIDTH = 62.0
_LOOK = GridLook(padding=1.5, side_padding=4.0, header_fill=(0.94, 0.94, 0.94))


def certificate_pdf(certificate: Certificate) -> bytes:
    """Return the certificate as a tagged PDF; the same hours always give the same bytes.

    Raises NotPrintable, naming what is missing.
    """
    sheet = certificate.sheet
    refuse_gaps(sheet)
    paper = paper_of(sheet)
    gap = Spacer(1, paper.sized(6.0))
    blocks = [
        (Words(SIGNATURES.place_and_date), ""),
        *((signature.role, signature.name) for signature in sheet.signatures),
    ]
    return build_pdf(
        [
            letterhead(paper),
            gap,
            paper.beside([_head(column) for column in paper.columns]),
            gap,
            _table(paper, certificate.rows),
            *signed(paper, [_grounds(paper)], blocks),
        ],
        title=" ".join([paper.columns[0].say(sheet.title), *sheet.names[:1]]),
        language=sheet.languages[0],
        author=sheet.letterhead.name,
        page=paper.setup,
    )


def _head(column: Column) -> Cells:
    """Return the title, whose it is, and what it certifies."""
    sheet = column.sheet
    cell = heading(column, 1, sheet.title)
    name = column.style(_NAME, bold=True)
    cell += [Paragraph(column.named(each, bold=True), name) for each in sheet.names]
    cell += [Paragraph(column.run(fact), column.style(BODY)) for fact in sheet.facts]
    strong = replace(column.style(BODY, bold=True), space_before=4.0 * column.sheet.scale)
    return [*cell, Paragraph(column.run(sheet.statements[0], bold=True), strong)]


def _grounds(paper: Paper) -> Flowable:
    """Return how hours were divided, and the law."""
    return paper.beside(
        [
            [
                Paragraph(column.run(said), column.style(SMALL))
                for said in paper.sheet.statements[1:3]
            ]
            for column in paper.columns
        ]
    )


def _table(paper: Paper, rows: Sequence[HoursRow]) -> Grid:
    """Return the hours between the words of both languages, or after those of one."""
    hours = paper.sized(_HOURS_WIDTH)
    count = len(paper.columns)
    text = (paper.setup.width - 2 * hours) / count
    widths = [text, hours, hours, *[text] * (count - 1)]
    heads = [_words(column, Words(CERTIFICATE.topic), bold=True) for column in paper.columns]
    numbers = [_column_head(paper, each) for each in (CERTIFICATE.teaching, CERTIFICATE.self_study)]
    made = [[heads[0], *numbers, *heads[1:]]]
    last = len(rows) - 1
    made += [_row(paper, row, bold=place == last) for place, row in enumerate(rows)]
    look = paper.look(_LOOK)
    return Grid(made, widths, rtl=paper.runs_rtl, header_rows=1, header_columns=1, look=look)


def _row(paper: Paper, row: HoursRow, *, bold: bool) -> list[Cells]:
    texts = [_words(column, row.said, bold=bold) for column in paper.columns]
    align: Align = "start" if paper.runs_rtl else "end"  # at the far edge of the column
    style = replace(paper.official.style(_ROW, bold=bold), align=align)
    hours: list[Cells] = [[Paragraph(each, style)] for each in (row.teaching, row.self_study)]
    return [texts[0], *hours, *texts[1:]]


def _words(column: Column, said: Words, *, bold: bool) -> Cells:
    return [Paragraph(column.run(said, bold=bold), column.style(_ROW, bold=bold))]


def _column_head(paper: Paper, text: str) -> Cells:
    made: Cells = []
    for column in paper.columns:
        style = column.style(SMALL, bold=column.is_first)
        at_start = style.rtl != paper.runs_rtl
        style = replace(style, align="start" if at_start else "end")
        made.append(Paragraph(column.run(Words(text), bold=column.is_first), style))
    return made
