"""The help, the administrator's guide and what is new on paper, as tagged PDF."""

from functools import partial

from reportlab.platypus.flowables import Flowable, Spacer

from kotoutus_desktop.documents.guide_text import (
    Block,
    GuideHeading,
    GuideList,
    GuideParagraph,
    GuideTable,
    Line,
    blocks,
)
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
    listed,
    style_for,
)

BODY, SMALL, TITLE = 10.0, 9.0, 20.0
_HEADINGS = {2: 13.5, 3: 11.0}
_LOOK = GridLook(padding=3.5, side_padding=4.0, header_fill=(0.93, 0.95, 0.96), space_after=6.0)
_SHARES = {2: (0.3, 0.7), 3: (0.24, 0.38, 0.38)}
_FOOT, _BETWEEN = 28.0, 6.0


def guide_pdf(text: str, title: str, version: str, language: str) -> bytes:
    """Return a text of the guidance as a tagged PDF; the same text always gives the same bytes.

    `text` is Markdown as the guidance uses it, without its title.
    """
    page = PageSetup(decoration=partial(_decorate, title, language))
    story: list[Flowable] = [
        Heading(1, title, style_for(language, TITLE, bold=True)),
        Paragraph(version, style_for(language, BODY)),
    ]
    for block in blocks(text):
        story += _drawn(block, language, page.width)
    return build_pdf(story, title=title, language=language, author=version, page=page)


def _drawn(block: Block, language: str, width: float) -> list[Flowable]:
    body = style_for(language, BODY)
    match block:
        case GuideHeading(depth, line):
            depth = min(max(depth, 2), 3)
            style = style_for(language, _HEADINGS[depth], bold=True)
            return [Spacer(1, _HEADINGS[depth]), Heading(depth, _runs(line), style)]
        case GuideParagraph(line):
            return [Paragraph(_runs(line), body)]
        case GuideList(items, numbered):
            drawn = [Paragraph(_runs(item), body) for item in items]
            return [*listed(drawn, body, numbered=numbered), Spacer(1, _BETWEEN)]
        case GuideTable():
            return [_grid(block, language, width)]


def _grid(table: GuideTable, language: str, width: float) -> Grid:
    columns = len(table.rows[0])
    shares = _SHARES.get(columns, (1 / columns,) * columns)
    plain, strong = style_for(language, SMALL), style_for(language, SMALL, bold=True)
    head = [[Paragraph(_runs(cell), strong)] for cell in table.rows[0]]
    rows = [[[Paragraph(_runs(cell), plain)] for cell in row] for row in table.rows[1:]]
    widths = [width * share for share in shares]
    return Grid([head, *rows], widths, header_rows=1, header_columns=1, look=_LOOK)


def _runs(line: Line) -> list[Run]:
    # what is typed as it stands is divided nowhere, and read out as English
    return [
        Run(piece.text, bold=piece.bold, language="en" if piece.code else None) for piece in line
    ]


def _decorate(title: str, language: str, canvas: TaggedCanvas, page: int, pages: int) -> None:
    """Draw title and page number at the foot of every page."""
    said = documents_catalog(language).text(FOOT.page) or FOOT.page
    text = f"{title}  ·  {said.format(page=page, pages=pages)}"
    setup = PageSetup()
    foot = Paragraph(text, style_for(language, SMALL))
    foot.wrap(setup.width, _FOOT * 2)
    foot.drawOn(canvas, setup.left, _FOOT - foot.height / 2)
