import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import text
from walker import nameless

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.ui.main_window import READ_FIRST_MS, MainWindow
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.theme import theme
from tests import casebook

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def client(database, office, officer, make_client, today):
    with database.transaction() as session:
        return casebook.registered(session, make_client(), officer, today)


@pytest.fixture
def window(qtbot, workspace, client):
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
    QApplication.processEvents()


def shown(window):
    return type(window.page).__name__


def test_it_opens_on_today(window):
    assert shown(window) == "TodayPage"
    assert window.windowTitle() == "Kotoutus Desktop"


def test_the_list_of_clients_is_made_while_today_is_read(qtbot, window):
    focus = QApplication.focusWidget()

    qtbot.waitUntil(lambda: window.stack.count() == 2)
    prepared = window.stack.widget(1)

    assert shown(window) == "TodayPage"
    assert QApplication.focusWidget() is focus
    window.open(Destination(PageName.CLIENTS))
    assert window.page is prepared


def test_nothing_is_made_in_a_window_that_was_locked_at_once(qtbot, window):
    window.lock()
    qtbot.wait(READ_FIRST_MS + 100)
    assert window.stack.count() == 1


@pytest.mark.parametrize(
    ("key", "modifiers", "page"),
    [
        (Qt.Key.Key_1, CTRL, "TodayPage"),
        (Qt.Key.Key_2, CTRL, "ClientListPage"),
        (Qt.Key.Key_K, CTRL, "ClientListPage"),
        (Qt.Key.Key_N, CTRL, "IntakePage"),
    ],
)
def test_every_page_has_its_key(window, key, modifiers, page):
    press(window, key, modifiers)

    assert shown(window) == page


def test_back_and_forward_by_keyboard(window, client):
    press(window, Qt.Key.Key_2, CTRL)
    window.open(Destination(PageName.CLIENT, client=client.id))
    press(window, Qt.Key.Key_Left, ALT)
    before = shown(window)
    press(window, Qt.Key.Key_Right, ALT)

    assert (before, shown(window)) == ("ClientListPage", "ClientPage")


def test_the_last_change_is_undone_and_done_again_by_name(window, database, client, today):
    with database.transaction("address changed") as session:
        get_client(session, client.id).street = "Uusi tie 2"
    press(window, Qt.Key.Key_Z, CTRL)
    with database.reading() as session:
        undone = get_client(session, client.id).street
    told = [message.text for message in window.page.bars.messages()]
    press(window, Qt.Key.Key_Z, CTRL | SHIFT)

    with database.reading() as session:
        assert (undone, get_client(session, client.id).street) == ("", "Uusi tie 2")
    assert told == ["Undone: address changed"]


def test_nothing_to_undo_is_no_matter(window):
    press(window, Qt.Key.Key_Z, CTRL)

    assert window.page.bars.messages() == []


def test_locking_keeps_what_is_being_typed(qtbot, window, database):
    press(window, Qt.Key.Key_N, CTRL)
    window.page.fields["family_names"].set_value("Warsame")
    with qtbot.waitSignal(window.locked):
        press(window, Qt.Key.Key_L, CTRL)

    with database.reading() as session:
        names = session.execute(text("select family_names from client")).scalars().all()
        drafts = session.execute(text("select content from draft")).scalars().all()
    assert "Warsame" in names or any("Warsame" in draft for draft in drafts)


def test_the_text_grows_and_shrinks_by_key_and_is_remembered(window, preferences):
    press(window, Qt.Key.Key_Plus, CTRL)
    grown = theme().factor
    press(window, Qt.Key.Key_0, CTRL)

    assert (grown, theme().factor) == (1.1, 1.0)
    assert preferences.text_factor == 1.0


def test_the_sidebar_shows_icons_only_where_there_is_little_room(window):
    wide = window.sidebar.width()
    window.resize(1040, 700)
    QApplication.processEvents()

    assert window.sidebar.width() < wide


def test_what_is_overdue_is_counted_in_the_sidebar(window, database, client, officer, clock):
    with database.transaction() as session:
        casebook.assessed(session, client.id, officer, clock().date())
    with database.transaction() as session:
        casebook.with_plan(session, client.id, officer, clock().date())
    clock.forward(days=40)  # the month for the referral is over
    window.workspace.changed.emit()
    QTest.qWait(50)

    assert window.sidebar._buttons[PageName.TODAY].accessibleName() == "Today, 1"


def test_f6_moves_between_sidebar_and_page(window):
    press(window, Qt.Key.Key_F6)
    in_sidebar = window.sidebar.isAncestorOf(QApplication.focusWidget())
    press(window, Qt.Key.Key_F6)

    assert in_sidebar
    assert window.stack.isAncestorOf(QApplication.focusWidget())


def test_the_place_of_the_window_is_remembered(window, preferences):
    window.close()

    assert not preferences.geometry.isEmpty()


def test_everything_has_a_name_for_readers(window):
    assert nameless(window) == []


def test_a_page_that_cannot_be_shown_yet_says_why_on_the_one_that_stays(window, client):
    window.open(Destination(PageName.CLIENT, client=client.id))
    window.open(Destination(PageName.PLAN, client=client.id))

    assert shown(window) == "ClientPage"
    (message,) = window.page.bars.messages()
    assert "assessment first" in message.text


def test_a_name_that_was_searched_is_brought_along_to_the_new_client(window):
    press(window, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "Zarina")
    press(window, Qt.Key.Key_N, CTRL)

    assert shown(window) == "IntakePage"
    fields = window.page.fields
    assert "Zarina" in (fields["family_names"].value(), fields["given_names"].value())
