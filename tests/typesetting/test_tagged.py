from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest

from kotoutus_desktop.typesetting import (
    Figure,
    Grid,
    Heading,
    PageSetup,
    Paragraph,
    Rule,
    Run,
    TaggedCanvas,
    build_pdf,
    listed,
    style_for,
)
from tests.typesetting.tree import elements, faults_of, parent_tree, walked

FI, AR = style_for("fi", 11), style_for("ar", 11)


def square(canvas: TaggedCanvas) -> None:
    canvas.rect(0, 0, 40, 40, stroke=0, fill=1)


def decoration(canvas: TaggedCanvas, page: int, pages: int) -> None:
    footer = Paragraph(f"Sivu {page}/{pages}", style_for("fi", 8))
    footer.wrap(200, 20)
    footer.drawOn(canvas, 54, 30)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    long_text = "Suunnitelman tavoitteena on suomen kielen taso ja työllistyminen. " * 60
    rows = [[Paragraph("Päivä", FI), Paragraph("التاريخ", AR)]]
    rows += [[Paragraph(f"{day}.3.2026", FI), Paragraph("موعد", AR)] for day in range(1, 61)]
    story = [
        Heading(1, "Suunnitelma", style_for("fi", 18, bold=True)),
        Heading(1, "خطة", style_for("ar", 18, bold=True), outline=False),
        Paragraph(long_text, FI),
        Heading(2, "Aikataulu", style_for("fi", 13, bold=True)),
        Grid(rows, [200, 200], rtl=True, header_rows=1),
        Rule(),
        *listed([Paragraph("yksi", FI), Paragraph("kaksi", FI)], FI),
        Paragraph([Run("Katso "), Run("www.example.fi", link="https://www.example.fi/")], FI),
        Figure(square, (40, 40), "QR-koodi: www.example.fi"),
    ]
    page = PageSetup(decoration=decoration)
    return build_pdf(story, title="Suunnitelma – خطة", language="fi", page=page)


@pytest.fixture
def opened(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(pdf)) as document:
        yield document


def test_nothing_is_painted_outside_marked_content(opened: pikepdf.Pdf) -> None:
    assert len(opened.pages) > 2
    assert [walked(page)[1] for page in opened.pages] == [0] * len(opened.pages)


def test_marks_on_every_page_equal_the_parent_tree(opened: pikepdf.Pdf) -> None:
    tree = parent_tree(opened)
    for page in opened.pages:
        marks, _ = walked(page)
        assert marks == list(range(len(tree[int(page.StructParents)])))
        assert page.Tabs == "/S"


def test_divided_things_are_one_element(opened: pikepdf.Pdf) -> None:
    tags = Counter(str(node.S) for node, _ in elements(opened.Root.StructTreeRoot))
    assert tags["/Document"] == tags["/Table"] == tags["/Figure"] == tags["/L"] == 1
    assert (tags["/H1"], tags["/H2"], tags["/LI"], tags["/Link"]) == (2, 1, 2, 1)
    assert (tags["/TR"], tags["/TH"], tags["/TD"]) == (61, 2, 120)
    assert tags["/P"] == 1 + 2 * 61 + 2 + 1


def test_header_cells_say_what_they_head(opened: pikepdf.Pdf) -> None:
    headers = [node for node, _ in elements(opened.Root.StructTreeRoot) if node.S == "/TH"]
    assert [str(node.A.Scope) for node in headers] == ["/Column", "/Column"]


def test_other_languages_are_named_and_have_their_text(opened: pikepdf.Pdf) -> None:
    arabic = [n for n, _ in elements(opened.Root.StructTreeRoot) if str(n.get("/Lang", "")) == "ar"]
    assert str(opened.Root.Lang) == "fi"
    assert {str(node.ActualText) for node in arabic} == {"خطة", "التاريخ", "موعد"}


def test_a_link_knows_its_element(opened: pikepdf.Pdf) -> None:
    annotations = [mark for page in opened.pages for mark in page.get("/Annots", [])]
    assert len(annotations) == 1
    element = parent_tree(opened)[int(annotations[0].StructParent)]
    assert element.S == "/Link"
    assert str(annotations[0].A.URI) == "https://www.example.fi/"


def test_the_document_says_what_it_is(opened: pikepdf.Pdf) -> None:
    assert opened.Root.MarkInfo.Marked
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    with opened.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Suunnitelma – خطة"
    with opened.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["Suunnitelma"]
        assert [entry.title for entry in outline.root[0].children] == ["Aikataulu"]


def test_every_font_is_embedded(opened: pikepdf.Pdf) -> None:
    for page in opened.pages:
        for font in page.Resources.Font.values():
            assert font.Subtype == "/Type0"
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_the_checkers_of_tags_find_nothing(pdf: bytes) -> None:
    assert faults_of(pdf) == []
