from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from walker import clipped, nameless, never_reached

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.theme import Mode, theme
from kotoutus_desktop.ui.today.today_page import TodayPage
from tests import casebook


@pytest.fixture
def open_page(qtbot, workspace, office):
    """Return a maker of the page, shown."""

    def open_it() -> TodayPage:
        page = TodayPage(workspace, Destination(PageName.TODAY))
        qtbot.addWidget(page)
        page.resize(1150, 768)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.arrive(Destination(PageName.TODAY))
        return page

    return open_it


@pytest.fixture
def register(database, office, officer, make_client, today):
    """Return a maker of registered clients."""

    def register_it(**fields):
        with database.transaction() as session:
            return casebook.registered(session, make_client(number="", **fields), officer, today)

    return register_it


def sentences(page):
    return [
        due.model().data(due.model().index(row, 0))
        for due in page.lists
        for row in range(due.model().rowCount())
    ]


def test_an_empty_office_is_told_how_to_begin(qtbot, open_page):
    page = open_page()
    (button,) = [b for b in page.body.findChildren(QPushButton) if "Add a client" in b.text()]

    assert page.lists == []
    with qtbot.waitSignal(page.navigate) as asked:
        button.click()
    assert asked.args[0].page is PageName.INTAKE


def test_who_waits_without_delay_is_said_in_one_sentence(open_page, register):
    register()

    (sentence,) = sentences(open_page())
    assert sentence.startswith(
        "Amal Hassan Al-Khatib, Start the assessment, "
        "known to the municipality for 0 days, without delay, own target 8.12."
    )


def test_enter_does_what_the_row_asks_for(qtbot, open_page, register):
    client = register()
    page = open_page()

    with qtbot.waitSignal(page.navigate) as asked:
        QTest.keyClick(page.lists[0], Qt.Key.Key_Return)

    assert asked.args[0] == Destination(PageName.ASSESSMENT, client=client.id)


def test_ctrl_enter_does_the_first_thing(qtbot, open_page, register):
    client = register()
    page = open_page()

    with qtbot.waitSignal(page.navigate) as asked:
        page.primary()

    assert asked.args[0].client == client.id


def test_a_restricted_client_is_shown_by_number_only(open_page, register):
    client = register(non_disclosure=True)

    (sentence,) = sentences(open_page())
    assert client.number in sentence
    assert "Amal" not in sentence


def test_names_become_initials_on_a_screen_that_others_see(open_page, register, preferences):
    register()
    preferences.initials_in_lists = True

    (sentence,) = sentences(open_page())
    assert sentence.startswith("A. H. A.,")


def test_searching_leads_to_the_list(qtbot, open_page, register):
    register()
    page = open_page()
    QTest.keyClicks(page.head.search, "amal")
    with qtbot.waitSignal(page.navigate) as asked:
        QTest.keyClick(page.head.search, Qt.Key.Key_Return)

    assert asked.args[0] == Destination(PageName.CLIENTS, focus="amal")


def test_others_clients_are_shown_on_wish(open_page, register, database):
    client = register()
    with database.transaction() as session:
        get_client(session, client.id).officer_id = None
    page = open_page()
    own = len(page.lists)
    page.head.filters.clear_button.click()

    assert (own, len(sentences(page))) == (0, 1)


def test_what_is_due_is_read_again_when_something_was_recorded(
    open_page, register, database, officer, today
):
    client = register()
    page = open_page()
    with database.transaction() as session:
        casebook.assessed(session, client.id, officer, today)
    page.refresh()

    (sentence,) = sentences(page)
    assert "Draw up the integration plan" in sentence


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_everything_is_named_reached_and_uncut(open_page, register, factor, language):
    set_interface_language(language)
    theme().apply(Mode.LIGHT, factor)
    register(given_names="Maria José " * 12)
    page = open_page()

    assert nameless(page) == []
    assert clipped(page) == []
    assert never_reached(page) == []
    assert page.body.horizontalScrollBar().maximum() == 0


def test_a_contact_is_handled_by_its_button_and_taken_back(
    open_page, register, database, workspace, officer, today
):
    client = register()
    came = today - timedelta(days=2)
    with database.transaction() as session:
        session.add(Contact(client_id=client.id, learned_on=came, channel=ContactChannel.KELA))
    page = open_page()
    rows = [entry for each in page.lists for entry in each.entries]
    (row,) = [entry for entry in rows if entry.item.kind is StepKind.HANDLE_CONTACT]
    assert "2 days since the contact" in page.body.face(row).sentence
    page.act(row)

    left = [entry.item.kind for each in page.lists for entry in each.entries]
    assert StepKind.HANDLE_CONTACT not in left
    with database.reading() as session:
        (contact,) = get_client(session, client.id).contacts
        assert (contact.handled_on, contact.handled_by) == (today, officer.id)
    workspace.undo()
    page.refresh()

    again = [entry.item.kind for each in page.lists for entry in each.entries]
    assert StepKind.HANDLE_CONTACT in again
