"""The deadline ledger on paper: a table for each rule, and what every number counts."""

from reportlab.platypus.flowables import Flowable, Spacer

from kotoutus_desktop.documents.ledger_sheet import LedgerSheet, RuleTable, number_text
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.typesetting import (
    Grid,
    GridLook,
    Heading,
    PageSetup,
    Paragraph,
    TextStyle,
    build_pdf,
    style_for,
)

BODY, SMALL, HEADING, TITLE = 10.0, 8.5, 12.0, 17.0
NUMBER_WIDTH = 74.0
_LOOK = GridLook(padding=3.0, header_fill=(0.94, 0.94, 0.94), space_after=4.0)


def ledger_pdf(sheet: LedgerSheet) -> bytes:
    """Return the ledger as a tagged PDF in the language of the interface."""
    language = interface_language()
    small = style_for(language, SMALL)
    story: list[Flowable] = [Heading(1, sheet.title, style_for(language, TITLE, bold=True))]
    story += [Paragraph(line, style_for(language, BODY)) for line in sheet.scope.lines()]
    for table in sheet.tables:
        story += _of_rule(sheet, table, language)
    story += [
        Spacer(1, HEADING),
        Heading(2, _("What the numbers count"), style_for(language, HEADING, bold=True)),
    ]
    story += [
        Paragraph(f"{heading}: {definition}", small) for heading, definition in sheet.definitions()
    ]
    story += [Paragraph(note, small) for note in sheet.notes()]
    return build_pdf(story, title=sheet.title, language=language, author=sheet.scope.office)


def _of_rule(sheet: LedgerSheet, table: RuleTable, language: str) -> list[Flowable]:
    small = style_for(language, SMALL)
    page = PageSetup()
    words = page.width - NUMBER_WIDTH * len(sheet.headings)
    strong = style_for(language, SMALL, bold=True)
    head = [
        [Paragraph(_("Month"), strong)],
        *([Paragraph(heading, _at_right(language, bold=True))] for heading in sheet.headings),
    ]
    rows = [
        [
            [Paragraph(month, small)],
            *([Paragraph(number_text(count), _at_right(language))] for count in counts),
        ]
        for month, counts in table.rows
    ]
    widths = [words, *[NUMBER_WIDTH] * len(sheet.headings)]
    return [
        Spacer(1, HEADING),
        Heading(2, table.name, style_for(language, HEADING, bold=True)),
        Paragraph(f"{table.section} · {table.basis}", small),
        Spacer(1, 3.0),
        Grid([head, *rows], widths, header_rows=1, header_columns=1, look=_LOOK),
        Paragraph(table.definition, small),
    ]


def _at_right(language: str, *, bold: bool = False) -> TextStyle:
    return style_for(language, SMALL, bold=bold, align="end")
