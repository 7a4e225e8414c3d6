"""The programme document and the strategic document on paper, as tagged PDF."""

from collections.abc import Sequence
from functools import partial

from reportlab.platypus.flowables import Flowable, Spacer

from kotoutus_desktop.documents.programme_sheet import Chapter, Passage, ProgrammeSheet
from kotoutus_desktop.documents.words import FOOT
from kotoutus_desktop.phrases.catalog import documents_catalog
from kotoutus_desktop.typesetting import (
    Grid,
    GridLook,
    Heading,
    PageSetup,
    Paragraph,
    Run,
    TaggedCanvas,
    build_pdf,
    style_for,
)

BODY, SMALL, SUB, HEADING, TITLE = 10.0, 8.5, 11.0, 13.0, 20.0
_LOOK = GridLook(padding=3.0, side_padding=4.0, header_fill=(0.93, 0.95, 0.96), space_after=4.0)
_WIDTHS = {3: (0.5, 0.25, 0.25), 6: (0.22, 0.17, 0.22, 0.13, 0.11, 0.15)}
_FOOT, BETWEEN = 28.0, 4.0


def programme_pdf(sheet: ProgrammeSheet) -> bytes:
    """Return the document as a tagged PDF; the same version always gives the same bytes."""
    language = sheet.language
    page = PageSetup(decoration=partial(_decorate, sheet))
    title = sheet.title
    story: list[Flowable] = [
        Paragraph(sheet.office, style_for(language, BODY)),
        Heading(1, _run(title), style_for(language, TITLE, bold=True)),
        *_notes([title], language),
        *(Paragraph(fact, style_for(language, BODY)) for fact in sheet.facts()),
    ]
    for chapter in sheet.chapters():
        story.append(Spacer(1, HEADING))
        story += _chapter(chapter, language, 2, page.width)
    return build_pdf(story, title=title.text, language=language, author=sheet.office, page=page)


def _chapter(chapter: Chapter, language: str, level: int, width: float) -> list[Flowable]:
    size = HEADING if level == 2 else SUB
    made: list[Flowable] = [Heading(level, chapter.title, style_for(language, size, bold=True))]
    for passage in chapter.passages:
        made += _paragraphs(passage, language, BODY)
    if chapter.rows:
        made.append(_grid(chapter, language, width))
    for under in chapter.under:
        # a heading right under another stays with it on one page: nothing stands between
        made += [Spacer(1, BETWEEN)] if len(made) > 1 else []
        made += _chapter(under, language, level + 1, width)
    return made


def _grid(chapter: Chapter, language: str, width: float) -> Grid:
    strong = style_for(language, SMALL, bold=True)
    head = [[Paragraph(text, strong)] for text in chapter.headings]
    rows = [[_paragraphs(cell, language, SMALL) for cell in row] for row in chapter.rows]
    widths = [width * share for share in _WIDTHS[len(chapter.headings)]]
    return Grid([head, *rows], widths, header_rows=1, header_columns=1, look=_LOOK)


def _paragraphs(passage: Passage, language: str, size: float) -> list[Flowable]:
    """Return a passage line by line, and under it in which language it stands."""
    style = style_for(language, size)
    lines = [line for line in passage.text.splitlines() if line.strip()]
    made: list[Flowable] = [
        Paragraph(_run(Passage(line, passage.language)), style) for line in lines
    ]
    return [*made, *_notes([passage], language)]


def _run(passage: Passage) -> Run:
    return Run(passage.text, language=passage.language)


def _notes(passages: Sequence[Passage], language: str) -> list[Flowable]:
    grey = style_for(language, SMALL - 1, colour=(0.35, 0.35, 0.35))
    return [Paragraph(f"({each.note})", grey) for each in passages if each.note]


def _decorate(sheet: ProgrammeSheet, canvas: TaggedCanvas, page: int, pages: int) -> None:
    """Draw title and page number at the foot of every page."""
    said = documents_catalog(sheet.language).text(FOOT.page) or FOOT.page
    text = said.format(page=page, pages=pages)
    style = style_for(sheet.language, SMALL)
    setup = PageSetup()
    foot = Paragraph(f"{sheet.title.text}  ·  {text}", style)
    foot.wrap(setup.width, _FOOT * 2)
    foot.drawOn(canvas, setup.left, _FOOT - foot.height / 2)
