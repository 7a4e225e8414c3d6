from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest

from kotoutus_desktop.documents.edges import paper_of
from kotoutus_desktop.documents.said import Words
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.documents.words import ASSESSMENT
from kotoutus_desktop.typesetting import PageSetup

EDGE = 36.0
BETWEEN = 4.0
Make = Callable[..., Sheet]
Read = Callable[[bytes], list[str]]


def test_every_page_but_the_first_says_whose_it_is(make_sheet: Make, read_pdf: Read) -> None:
    _, *others = read_pdf(sheet_pdf(make_sheet()))

    assert others
    for page in others:
        assert "Kotoutumissuunnitelma · Suunnitelma 2 · Amal Hassan" in page
        assert "SALASSA PIDETTÄVÄ" in page


@pytest.mark.parametrize("large", [False, True])
def test_a_long_title_and_name_do_not_touch_the_text_below(make_sheet: Make, large: bool) -> None:
    sheet = make_sheet(large=large)
    names = ("Amal Hassan Mohammed Al-Khatib Haddad-Lauttakyläläinen",)
    long = replace(sheet, title=Words(ASSESSMENT.title), names=names)

    document = pypdfium2.PdfDocument(sheet_pdf(long))

    text = document[1].get_textpage()
    found = text.search("kyläläinen")
    index, count = found.get_next()
    lowest = min(text.get_charbox(at)[1] for at in range(index, index + count))
    setup = paper_of(long).setup
    assert lowest > setup.bottom + setup.height + BETWEEN
    found.close()
    text.close()
    document.close()


@pytest.mark.parametrize("large", [False, True])
def test_the_mark_of_a_draft_stands_clear_of_two_lines_under_it(
    make_sheet: Make, large: bool
) -> None:
    names = ("Amal Hassan Mohammed Al-Khatib Haddad-Lauttakyläläinen",)
    sheet = replace(make_sheet(large=large, draft=True, other=None), names=names)

    document = pypdfium2.PdfDocument(sheet_pdf(sheet))

    text = document[1].get_textpage()
    boxes = {}
    for words in ("Luonnos", "Kotoutumissuunnitelma"):
        found = text.search(words)
        index, _count = found.get_next()
        boxes[words] = text.get_charbox(index)
        found.close()
    assert boxes["Luonnos"][1] > boxes["Kotoutumissuunnitelma"][3] + BETWEEN
    text.close()
    document.close()


def test_a_notice_for_everybody_is_not_secret(make_sheet: Make, read_pdf: Read) -> None:
    sheet = replace(make_sheet(), secrecy=(), names=(), runs_as=())

    pages = read_pdf(sheet_pdf(sheet))

    assert not any("SALASSA" in page for page in pages)


def test_large_print_leaves_more_room_around_the_text(make_sheet: Make) -> None:
    usual, large = paper_of(make_sheet()), paper_of(make_sheet(large=True))

    assert large.setup.height < usual.setup.height
    assert large.setup.width > usual.setup.width


@pytest.mark.parametrize("other", ["ar", "my", "ru", "so", "ti"])
def test_nothing_of_large_print_lies_outside_the_page(make_sheet: Make, other: str) -> None:
    content = sheet_pdf(make_sheet(other=other, large=True, draft=True))

    width, height = PageSetup().size
    document = pypdfium2.PdfDocument(content)
    for page in document:
        text = page.get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
        assert min(left for left, _, right, _ in boxes if right > left) > EDGE
        assert max(right for _, _, right, _ in boxes) < width - EDGE
        assert min(bottom for left, bottom, right, _ in boxes if right > left) > EDGE / 2
        assert max(top for _, _, _, top in boxes) < height - EDGE / 2
        text.close()
        page.close()
    document.close()
