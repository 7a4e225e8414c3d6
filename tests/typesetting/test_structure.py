from io import BytesIO

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from kotoutus_desktop.typesetting.structure import Content, Element, StructureTree, page_name


def written(root: Element) -> pikepdf.Pdf:
    target = BytesIO()
    canvas = Canvas(target)
    for _ in range(2):
        canvas.showPage()
    StructureTree(canvas._doc, root).install([[root], [root]])
    canvas.save()
    return pikepdf.open(target)


def test_pages_are_named_as_reportlab_names_them() -> None:
    assert page_name(0) == "Page1"


def test_children_know_their_parents() -> None:
    root = Element("Document")
    child = root.add(Element("P"))
    assert child.parent is root
    with written(root) as document:
        element = document.Root.StructTreeRoot.K[0].K
        assert element.S == "/P"
        assert element.P.S == "/Document"


def test_content_on_a_second_page_names_its_page() -> None:
    root = Element("P", children=[Content(0, 0), Content(1, 0)])
    with written(root) as document:
        first, second = document.Root.StructTreeRoot.K[0].K
        assert first == 0
        assert (second.Type, second.MCID) == ("/MCR", 0)


def test_an_element_says_its_language_and_its_text() -> None:
    root = Element("P", language="ar", alternative="kuva", actual_text="نص")
    with written(root) as document:
        element = document.Root.StructTreeRoot.K[0]
        said = (str(element.Lang), str(element.Alt), str(element.ActualText))
    assert said == ("ar", "kuva", "نص")


def test_entries_of_the_parent_tree_are_elements_or_lists_of_them() -> None:
    with written(Element("Document")) as document:
        numbers = document.Root.StructTreeRoot.ParentTree.Nums
        assert [int(key) for key in list(numbers)[::2]] == [0, 1]
        assert numbers[1][0].S == "/Document"
