from io import BytesIO

import pikepdf

from kotoutus_desktop.typesetting import PageSetup, Paragraph, build_pdf, listed, style_for

FI = style_for("fi", 10)


def tags(node: pikepdf.Object) -> list[object]:
    children = node.get("/K")
    if isinstance(children, pikepdf.Dictionary):
        children = [children]
    if not isinstance(children, list | pikepdf.Array):
        return [str(node.S)]
    nested = [tags(kid) for kid in children if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [str(node.S), *nested]


def test_a_list_has_items_with_labels_and_bodies() -> None:
    items = listed([Paragraph("yksi", FI), Paragraph("kaksi", FI)], FI, numbered=True)
    with pikepdf.open(BytesIO(build_pdf(items, title="x", language="fi"))) as document:
        tree = tags(document.Root.StructTreeRoot.K[0])
        numbering = document.Root.StructTreeRoot.K[0].K.A.ListNumbering
    item = ["/LI", ["/Lbl"], ["/LBody", ["/P"]]]
    assert tree == ["/Document", ["/L", item, item]]
    assert numbering == "/Decimal"


def test_an_item_over_two_pages_is_one_item_with_one_label() -> None:
    items = listed([Paragraph("sana " * 300, FI)], FI)
    page = PageSetup(size=(300, 300))
    with pikepdf.open(BytesIO(build_pdf(items, title="x", language="fi", page=page))) as document:
        assert len(document.pages) > 1
        tree = tags(document.Root.StructTreeRoot.K[0])
    assert tree == ["/Document", ["/L", ["/LI", ["/Lbl"], ["/LBody", ["/P"]]]]]


def test_the_label_stands_where_the_language_starts() -> None:
    arabic = style_for("ar", 10)
    (item,) = listed([Paragraph("نص", arabic)], arabic)
    width, height = item.wrap(200, 500)
    assert (width, height) == (200, arabic.leading)
