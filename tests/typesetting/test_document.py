from io import BytesIO

import pikepdf
import pytest
from reportlab.platypus.flowables import Flowable

from kotoutus_desktop.typesetting import (
    Grid,
    Heading,
    PageSetup,
    Paragraph,
    build_pdf,
    listed,
    style_for,
)
from kotoutus_desktop.typesetting.document import MARGIN
from kotoutus_desktop.typesetting.tagged import TaggedCanvas


def story(language: str, text: str) -> list[Flowable]:
    style = style_for(language, 11)
    return [
        Heading(1, text, style_for(language, 16, bold=True)),
        Paragraph(text, style),
        Grid([[Paragraph(text, style), Paragraph("Hämeentie 15", style)]], [200, 200]),
        *listed([Paragraph(text, style)], style, numbered=True),
    ]


def test_the_same_paper_has_the_same_bytes_whatever_was_printed_before(
    sentences: dict[str, str],
) -> None:
    first = build_pdf(story("ar", sentences["ar"]), title="Plan", language="ar")
    for language, text in sentences.items():
        build_pdf(story(language, text), title="Other", language=language)
    assert build_pdf(story("ar", sentences["ar"]), title="Plan", language="ar") == first


def test_one_story_can_be_printed_twice(sentences: dict[str, str]) -> None:
    flowables = story("fi", sentences["fi"])
    first = build_pdf(flowables, title="Plan", language="fi")
    assert build_pdf(flowables, title="Plan", language="fi") == first


def test_a_paper_without_a_time_states_none() -> None:
    pdf = build_pdf([], title="Plan", language="fi", author="Kunta")
    with pikepdf.open(BytesIO(pdf)) as document:
        assert set(document.docinfo) == {"/Title", "/Author", "/Producer"}
        assert document.pdf_version == "1.7"


@pytest.mark.parametrize("language", ["ar", "zh", "th"])
def test_a_paper_of_three_pages_is_small(language: str, sentences: dict[str, str]) -> None:
    pages = [Paragraph(sentences[language], style_for(language, 11)) for _ in range(90)]
    assert len(build_pdf(pages, title="Plan", language=language)) < 150_000


def test_a_heading_does_not_part_from_what_follows_it() -> None:
    fi = style_for("fi", 10)
    page = PageSetup(size=(300, 2 * MARGIN + 12 * fi.leading))
    filler = [Paragraph("rivi", fi) for _ in range(9)]
    heading = Heading(2, "Otsikko", style_for("fi", 10, bold=True))
    drawn: list[int] = []
    draw_heading = heading.drawOn

    def draw(canvas: TaggedCanvas, *place: float, **room: float) -> None:
        drawn.append(canvas.getPageNumber())
        draw_heading(canvas, *place, **room)

    heading.drawOn = draw
    build_pdf(
        [*filler, heading, Paragraph("teksti " * 40, fi)], title="x", language="fi", page=page
    )
    assert drawn == [2]
