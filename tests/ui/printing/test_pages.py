import pytest

from kotoutus_desktop.typesetting import PageSetup, Paragraph, build_pdf, style_for
from kotoutus_desktop.ui.printing.pages import page_count, page_image, page_size


@pytest.fixture(scope="module")
def paper():
    story = [Paragraph("Kotoutumissuunnitelma", style_for("fi", 30, bold=True)) for _ in range(40)]
    return build_pdf(story, title="Suunnitelma", language="fi", page=PageSetup())


def test_the_pages_of_a_paper_are_counted(paper):
    assert page_count(paper) > 1


def test_a_page_is_as_large_as_it_says(paper):
    size = page_size(paper, 0)
    image = page_image(paper, 0, 2.0)

    assert (round(size.width()), round(size.height())) == (595, 842)
    assert abs(image.width() - 2 * size.width()) < 2


def test_a_page_is_black_ink_on_white_paper(paper):
    image = page_image(paper, 0, 1.0)
    shades = {
        image.pixelColor(x, y).lightness()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 3)
    }

    assert image.pixelColor(2, 2).name() == "#ffffff"
    assert min(shades) < 60
