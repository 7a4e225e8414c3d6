import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from walker import clipped, nameless

from kotoutus_desktop.casework.joining import join
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.ui.joining.pairs_page import PairsPage
from kotoutus_desktop.ui.page import Destination, PageName
from tests.ui.joining.conftest import said


def test_enter_on_a_pair_shows_both_side_by_side(qtbot, open_page, twice):
    page = open_page(PairsPage, Destination(PageName.PAIRS))

    assert [(each.first, each.second) for each in page.lines] == [tuple(twice)]
    with qtbot.waitSignal(page.navigate) as led:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert led.args[0] == Destination(PageName.JOIN, *twice)


def test_another_record_is_named_by_its_number(qtbot, open_page, twice):
    page = open_page(PairsPage, Destination(PageName.PAIRS, twice[0]))
    page.number.set_value("U7-9999")
    page.look.click()
    assert "no other record" in said(page.number)

    page.number.set_value("U7-0301")
    with qtbot.waitSignal(page.navigate) as led:
        page.look.click()
    assert led.args[0] == Destination(PageName.JOIN, *twice)


def test_what_was_joined_is_made_separate_again(open_page, twice, database, today):
    with database.transaction() as session:
        join(session, *twice, [], today=today)
    page = open_page(PairsPage, Destination(PageName.PAIRS, twice[0]))
    assert "U7-0301" in said(page.joined)

    page.separate(twice[1])

    assert not page.joined.isVisible()
    with database.reading() as session:
        assert session.get(Client, twice[1]) is not None


def test_where_nobody_is_registered_twice_it_says_so(qtbot, open_page, office):
    page = open_page(PairsPage, Destination(PageName.PAIRS))

    assert page.nothing.isVisible()
    with qtbot.waitSignal(page.back):
        QTest.keyClick(page, Qt.Key.Key_Escape)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_everything_fits_and_is_named(qtbot, open_page, twice, language):
    set_interface_language(language)
    page = open_page(PairsPage, Destination(PageName.PAIRS, twice[0]), width=964)

    qtbot.waitUntil(lambda: clipped(page) == [])
    assert not nameless(page)
