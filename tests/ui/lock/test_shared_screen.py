from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.ui.lock.roles import first_page, sees
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.workspace import Workspace
from tests.conftest import TODAY


@pytest.fixture
def client(database, office, officer, make_client):
    client = make_client()
    with database.transaction() as session:
        store_client(session, client, TODAY)
    return client


@pytest.fixture
def window(qtbot, workspace: Workspace, client):
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    yield window
    window.close()


def shows_pages(window):
    return window.stack.isVisible()


def test_f8_hides_everything_but_the_client_at_hand(qtbot, window, client):
    window.open(Destination(PageName.CLIENT, client.id))
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert shows_pages(window)

    for page in (PageName.TODAY, PageName.CLIENTS, PageName.LEDGER):
        window.open(Destination(page))
        assert not shows_pages(window), page
    window.open(Destination(PageName.CLIENT, client.id))
    assert shows_pages(window)
    window.open(Destination(PageName.TODAY))
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert shows_pages(window)


def test_on_a_list_f8_hides_the_list(window):
    QTest.keyClick(window, Qt.Key.Key_F8)

    assert not shows_pages(window)
    assert window.focusWidget() is window.shared.end
    window.shared.end.click()
    assert shows_pages(window)


def test_another_client_is_covered(window, client):
    window.open(Destination(PageName.CLIENT, client.id))
    window.shared.turn(window.here)
    window.shared.follow(Destination(PageName.CLIENT, uuid4()))

    assert not shows_pages(window)


def test_that_things_are_hidden_stays_in_sight(window):
    window.shared.turn(window.here)
    assert any("F8" in each.text for each in window.bars.messages())
    window.shared.turn(None)
    assert not any("F8" in each.text for each in window.bars.messages())


def test_a_trainer_sees_courses_only(qtbot, workspace, client):
    workspace.show_to(Role.TRAINER)
    workspace.database.show_to(Role.TRAINER)
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()

    assert list(window.sidebar._buttons) == [PageName.ORIENTATION]
    assert window.here.page is PageName.ORIENTATION
    for page in PageName:
        if not sees(Role.TRAINER, page):
            window.open(Destination(page, client.id))
            assert window.here.page is PageName.ORIENTATION, page
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.here.page is PageName.ORIENTATION
    window.open(Destination(PageName.SETTINGS))
    assert window.here.page is PageName.SETTINGS
    window.close()


def test_everybody_else_begins_with_today():
    assert first_page(Role.COUNSELLOR) is PageName.TODAY
    assert first_page(Role.TRAINER) is PageName.ORIENTATION
