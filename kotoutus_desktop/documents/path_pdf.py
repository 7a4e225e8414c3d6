"""A path through the services on paper: its boxes in order, in Finnish, Swedish or English."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus.flowables import Flowable, Spacer

from kotoutus_desktop.documents.boxes import PALE, Box, Boxes, in_rows
from kotoutus_desktop.i18n import N_, interface_catalog
from kotoutus_desktop.typesetting import Heading, PageSetup, Paragraph, build_pdf, style_for

TITLE, BODY, NAME, SMALL = 22.0, 13.0, 14.0, 11.0
IN_A_ROW, GAP, ON_A_PAGE = 3, 26.0, 9
PAGE = PageSetup(size=landscape(A4))

NOT_OFFERED = N_("not offered now")
FROM_THE_START = N_("at the start")
AFTER_WEEKS = N_("about {n} weeks after the start")


@dataclass(frozen=True)
class Step:
    """A box: what it is, who arranges it, how long after the start; "" and None for nothing."""

    text: str
    organiser: str = ""
    after_weeks: int | None = None
    is_offered: bool = True


@dataclass(frozen=True)
class PathSheet:
    """A path in one language, as it is drawn; `groups` are whom it suits."""

    office: str
    title: str
    sentence: str
    groups: str
    steps: Sequence[Step]
    language: str


def path_pdf(sheet: PathSheet) -> bytes:
    """Return the path as a tagged PDF; the same path always gives the same bytes."""
    language = sheet.language
    body = style_for(language, BODY)
    story: list[Flowable] = [
        Paragraph(sheet.office, style_for(language, SMALL)),
        Heading(1, sheet.title, style_for(language, TITLE, bold=True)),
    ]
    story += [Paragraph(text, body) for text in (sheet.sentence, sheet.groups) if text]
    boxes = [_box(number, step, language) for number, step in enumerate(sheet.steps, 1)]
    for start in range(0, len(boxes), ON_A_PAGE):
        rows = in_rows(boxes[start : start + ON_A_PAGE], PAGE.width, IN_A_ROW, GAP)
        story += [Spacer(1, GAP / 2), Boxes(rows)]
    return build_pdf(story, title=sheet.title, language=language, author=sheet.office, page=PAGE)


def weeks_text(after_weeks: int | None, language: str) -> str:
    """Return when a step usually comes, "" where that is not said."""
    said = interface_catalog(language).gettext
    if after_weeks is None:
        return ""
    return said(AFTER_WEEKS).format(n=after_weeks) if after_weeks else said(FROM_THE_START)


def _box(number: int, step: Step, language: str) -> Box:
    said = interface_catalog(language).gettext
    small = style_for(language, SMALL)
    notes = (
        step.organiser,
        weeks_text(step.after_weeks, language),
        "" if step.is_offered else said(NOT_OFFERED),
    )
    name = Paragraph(f"{number}. {step.text}", style_for(language, NAME, bold=True))
    content = [name, *(Paragraph(note, small) for note in notes if note)]
    return Box(content, fill=PALE, dashed=not step.is_offered)
