from collections.abc import Callable
from dataclasses import replace

from kotoutus_desktop.documents.edges import paper_of
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf

Make = Callable[..., Sheet]
Read = Callable[[bytes], list[str]]


def test_every_page_but_the_first_says_whose_it_is(make_sheet: Make, read_pdf: Read) -> None:
    _, *others = read_pdf(sheet_pdf(make_sheet()))

    assert others
    for page in others:
        assert "Kotoutumissuunnitelma · Suunnitelma 2 · Amal Hassan" in page
        assert "SALASSA PIDETTÄVÄ" in page


def test_a_notice_for_everybody_is_not_secret(make_sheet: Make, read_pdf: Read) -> None:
    sheet = replace(make_sheet(), secrecy=(), names=(), runs_as=())

    pages = read_pdf(sheet_pdf(sheet))

    assert not any("SALASSA" in page for page in pages)


def test_large_print_leaves_more_room_around_the_text(make_sheet: Make) -> None:
    usual, large = paper_of(make_sheet()), paper_of(make_sheet(large=True))

    assert large.setup.height < usual.setup.height
    assert large.setup.width > usual.setup.width
