import pypdfium2
import pytest
from reportlab.pdfbase import pdfdoc

from kotoutus_desktop.typesetting import Paragraph, build_pdf, style_for
from kotoutus_desktop.typesetting.fonts import font_face
from kotoutus_desktop.typesetting.outlines import Drawings, Outline, outline


def test_a_quadratic_curve_becomes_the_same_cubic_one() -> None:
    drawn = Outline()
    drawn.move((0, 0))
    drawn.bend((30, 60), (60, 0))
    drawn.close()
    assert drawn.operators == "0 0 m 20 40 40 40 60 0 c h f"


def test_a_glyph_without_ink_draws_nothing() -> None:
    face = font_face("NotoNastaliqUrdu")
    assert outline(face, face.space_glyph).operators == ""


def test_a_glyph_is_kept_once() -> None:
    document = pdfdoc.PDFDocument()
    drawings, face = Drawings(document), font_face("NotoNastaliqUrdu")
    names = [drawings.name(face, glyph) for glyph in (40, 41, 40)]
    assert names[0] == names[2] != names[1]


def ink(pdf: bytes) -> float:
    """Return how much of the first page is dark, as a share."""
    bitmap = pypdfium2.PdfDocument(pdf)[0].render(grayscale=True).to_pil()
    return sum(value < 128 for value in bitmap.tobytes()) / (bitmap.width * bitmap.height)


@pytest.mark.parametrize("bold", [False, True])
def test_shapes_leave_as_much_ink_as_the_glyphs(
    bold: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def paper() -> bytes:
        text = Paragraph("منصوبہ بنانے کی تاریخ " * 60, style_for("ur", 14, bold=bold))
        return build_pdf([text], title="x", language="ur")

    shapes = ink(paper())
    for weight in (False, True):
        monkeypatch.setattr(font_face("NotoNastaliqUrdu", weight), "sloping", False)
        monkeypatch.setattr(font_face("NotoNastaliqUrdu", weight), "empty_glyph", None)
    assert shapes == pytest.approx(ink(paper()), rel=0.1)
    assert shapes > 0.005
