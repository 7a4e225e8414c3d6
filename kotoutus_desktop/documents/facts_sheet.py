"""A paper of facts in tables, in the language of the interface: certificates and lists.

For papers of the office about its own file; what a client is given in two languages is made
of `sheet` and `page`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from reportlab.platypus.flowables import Flowable, Spacer

from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.typesetting import (
    Cell,
    Grid,
    GridLook,
    Heading,
    PageSetup,
    Paragraph,
    build_pdf,
    isolated,
    style_for,
)

BODY, SMALL, HEADING, SUBHEADING, TITLE = 10.0, 9.0, 12.5, 10.5, 17.0
LABEL_SHARE = 0.34
_LOOK = GridLook(padding=3.0, header_fill=(0.94, 0.94, 0.94), space_after=6.0)
_BLACK, _WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
_MAIN, _INNER = 2, 3


@dataclass(frozen=True)
class Blacked:
    """A value that is not shown; `why` stands in its place, white on black."""

    why: str


Value = str | Blacked


@dataclass(frozen=True)
class Table:
    """Rows under a heading. `head` names the columns; without it the first column does.

    `shares` divides the width; empty: a label and its value. `inner` is a table of the section
    before it.
    """

    title: str
    rows: Sequence[Sequence[Value]]
    head: Sequence[str] = ()
    shares: Sequence[float] = (LABEL_SHARE, 1 - LABEL_SHARE)
    inner: bool = False
    note: str = ""


@dataclass(frozen=True)
class FactsSheet:
    """A title, lines under it, tables, and what is said at the end."""

    title: str
    office: str
    lines: Sequence[str] = ()
    tables: Sequence[Table] = field(default_factory=tuple)
    notes: Sequence[str] = ()


def facts_pdf(sheet: FactsSheet) -> bytes:
    """Return a tagged PDF."""
    language = interface_language()
    body, small = style_for(language, BODY), style_for(language, SMALL)
    story: list[Flowable] = [Heading(1, sheet.title, style_for(language, TITLE, bold=True))]
    story += [Paragraph(line, body) for line in sheet.lines]
    for table in sheet.tables:
        story += _table(table, language)
    if sheet.notes:
        story.append(Spacer(1, HEADING))
    story += [Paragraph(note, small) for note in sheet.notes]
    return build_pdf(story, title=sheet.title, language=language, author=sheet.office)


def made_line(office: str, on: date) -> str:
    """Return the line that says whose paper it is and of which day."""
    words = _("{office}, {date}")
    return words.format(office=office, date=f"{on.day}.{on.month}.{on.year}")


def _table(table: Table, language: str) -> list[Flowable]:
    strong, plain = style_for(language, SMALL, bold=True), style_for(language, SMALL)
    level, size = (_INNER, SUBHEADING) if table.inner else (_MAIN, HEADING)
    heading = Heading(level, table.title, style_for(language, size, bold=True))
    made: list[Flowable] = [Spacer(1, SUBHEADING if table.inner else HEADING), heading]
    if table.note:
        made.append(Paragraph(table.note, plain))
    rows = [[Cell([Paragraph(text, strong)]) for text in table.head]] if table.head else []
    rows += [
        [_cell(value, language, strong=not number) for number, value in enumerate(row)]
        for row in table.rows
    ]
    if rows:
        widths = [PageSetup().width * share for share in table.shares]
        header = 1 if table.head else 0
        made.append(Grid(rows, widths, header_rows=header, header_columns=1, look=_LOOK))
    return made


def _cell(value: Value, language: str, *, strong: bool) -> Cell:
    if isinstance(value, Blacked):
        style = style_for(language, SMALL, colour=_WHITE)
        return Cell([Paragraph(value.why, style)], fill=_BLACK)
    style = style_for(language, SMALL, bold=strong)
    lines = value.split("\n") if value else [""]
    return Cell([Paragraph(isolated(line) if line else line, style) for line in lines])
