"""The checker of tags finds the faults that it is there for."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from kotoutus_desktop.typesetting import Figure, Grid, Heading, Paragraph, build_pdf, style_for
from tests.typesetting.tree import elements, faults_of

FI, AR = style_for("fi", 11), style_for("ar", 11)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    rows = [[Paragraph("Päivä", FI), Paragraph("التاريخ", AR)]] * 2
    story = [
        Heading(1, "Suunnitelma", style_for("fi", 18)),
        Heading(2, "Aikataulu", style_for("fi", 14)),
        Grid([[*row] for row in rows], [200, 200], header_rows=1),
        Figure(lambda canvas: canvas.rect(0, 0, 9, 9, fill=1), (9, 9), "neliö"),
    ]
    return build_pdf(story, title="Suunnitelma", language="fi")


def first(document: pikepdf.Pdf, tag: str) -> Any:
    found = [node for node, _ in elements(document.Root.StructTreeRoot)]
    return next(node for node in found if str(node.S) == tag)


def unmark(document: pikepdf.Pdf) -> None:
    document.pages[0].contents_add(b"0 0 9 9 re f")


def lose_mark(document: pikepdf.Pdf) -> None:
    document.Root.StructTreeRoot.ParentTree.Nums[1].pop()


def forget_language(document: pikepdf.Pdf) -> None:
    for node, _ in elements(document.Root.StructTreeRoot):
        if "/Lang" in node:
            del node.Lang


def forget_metadata(document: pikepdf.Pdf) -> None:
    with document.open_metadata() as metadata:
        del metadata["pdfuaid:part"]


def forget_scope(document: pikepdf.Pdf) -> None:
    del first(document, "/TH").A.Scope


def forget_words(document: pikepdf.Pdf) -> None:
    del first(document, "/Figure").Alt


def forget_tabs(document: pikepdf.Pdf) -> None:
    del document.pages[0].Tabs


def skip_heading(document: pikepdf.Pdf) -> None:
    first(document, "/H2").S = pikepdf.Name.H3


def test_a_sound_paper_has_no_faults(pdf: bytes) -> None:
    assert faults_of(pdf) == []


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (unmark, "outside marked content"),
        (lose_mark, "parents"),
        (forget_language, "/P in fi says"),
        (forget_metadata, "do not name PDF/UA"),
        (forget_scope, "header cell without scope"),
        (forget_words, "figure without words"),
        (forget_tabs, "no tab order"),
        (skip_heading, "heading 3 after heading 1"),
    ],
)
def test_a_fault_is_told(pdf: bytes, harm: Callable[[pikepdf.Pdf], None], told: str) -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        harm(document)
        document.save(target)
    assert any(told in fault for fault in faults_of(target.getvalue()))
