import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from walker import clipped, nameless, never_reached, out_of_order

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.ui.joining.join_page import JoinPage
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.theme import theme
from tests.ui.joining.conftest import said


@pytest.fixture
def page(open_page, twice):
    return open_page(JoinPage, Destination(PageName.JOIN, *twice))


def choice(page, name):
    return next(each for each in page.choices if each.difference.name == name)


def test_both_values_stand_side_by_side_and_the_filled_one_is_proposed(page):
    assert {each.difference.name for each in page.choices} == {"given_names", "phone"}
    assert choice(page, "phone").second.isChecked()
    assert choice(page, "given_names").first.isChecked()
    words = said(page)
    assert "U7-0300 stays; U7-0301 finds the same person from now on." in words
    assert "Assessment 1" in words


def test_ctrl_enter_joins_with_what_was_picked_and_leads_to_the_person(
    qtbot, page, twice, database, workspace
):
    choice(page, "given_names").second.click()
    with qtbot.waitSignal(page.navigate) as led:
        QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert led.args[0] == Destination(PageName.CLIENT, twice[0])
    with database.reading() as session:
        client = session.get_one(Client, twice[0])
        assert (client.given_names, client.phone) == ("Muhammad", "040 1")
        assert session.get(Client, twice[1]) is None
    assert workspace.undo_label() == "two records joined"
    workspace.undo()
    with database.reading() as session:
        assert session.get_one(Client, twice[0]).given_names == "Mohammed"
        assert session.get_one(Client, twice[1]).phone == "040 1"


def test_the_other_number_may_be_the_one_that_stays(page, twice, database):
    page.swap.click()
    assert "U7-0301 stays" in said(page)
    page.primary()

    with database.reading() as session:
        assert session.get(Client, twice[0]) is None
        assert session.get_one(Client, twice[1]).phone == "040 1"


def test_that_the_second_record_was_looked_at_stands_in_the_log(page, twice, database):
    database.write_notes()

    with database.reading() as session:
        looks = session.execute(LOG_ENTRY.select().where(LOG_ENTRY.c.act == "view")).all()
    assert twice[1] in {each.case_id for each in looks}


def test_a_restriction_is_not_a_choice(open_page, twice, database):
    with database.transaction() as session:
        session.get_one(Client, twice[1]).restricted = True
    database.visit.opened.add(twice[1])
    page = open_page(JoinPage, Destination(PageName.JOIN, *twice))

    picked = choice(page, "restricted")

    assert picked.second.isChecked()
    assert not picked.first.isEnabled()
    assert "restricted afterwards" in said(page)
    page.primary()
    with database.reading() as session:
        assert session.get_one(Client, twice[0]).restricted


def test_what_was_joined_meanwhile_is_said(page):
    page.primary()
    page.primary()

    assert "not there any more" in said(page.bars)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(("width", "factor"), [(964, 1.0), (934, 1.5)])
def test_everything_fits_is_named_and_reached_by_tab(
    qtbot, open_page, twice, language, width, factor
):
    set_interface_language(language)
    theme().apply(factor=factor)
    page = open_page(JoinPage, Destination(PageName.JOIN, *twice), width=width)

    qtbot.waitUntil(lambda: clipped(page) == [])
    assert not nameless(page)
    assert not never_reached(page)
    page.resize(width, 3000)
    assert not out_of_order(page)
