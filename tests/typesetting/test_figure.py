from io import BytesIO

import pikepdf

from kotoutus_desktop.typesetting import Figure, Rule, TaggedCanvas, build_pdf


def square(canvas: TaggedCanvas) -> None:
    canvas.rect(0, 0, 40, 40, stroke=0, fill=1)


def root_element(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def test_a_picture_is_described_and_placed() -> None:
    figure = Figure(square, (40, 40), "QR-koodi", at_right=True)
    with root_element(build_pdf([figure], title="x", language="fi")) as document:
        element = document.Root.StructTreeRoot.K[0].K
        assert element.S == "/Figure"
        assert str(element.Alt) == "QR-koodi"
        left, bottom, right, top = (float(side) for side in element.A.BBox)
    assert (round(right - left), round(top - bottom)) == (40, 40)
    assert right > 500


def test_a_rule_is_no_content() -> None:
    with root_element(build_pdf([Rule()], title="x", language="fi")) as document:
        assert document.Root.StructTreeRoot.K[0].K == []
        content = document.pages[0].Contents.read_bytes()
    assert b"/Artifact" in content
