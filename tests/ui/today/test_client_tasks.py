from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kotoutus_desktop.casework.own_tasks import add_task
from kotoutus_desktop.ui.clients.client_page import ClientPage
from kotoutus_desktop.ui.components.row_model import ITEM_ROLE
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.today.client_tasks import ClientTasks
from tests import casebook


@pytest.fixture
def client(database, office, officer, make_client, today):
    with database.transaction() as session:
        return casebook.registered(session, make_client(), officer, today)


@pytest.fixture
def tasks(qtbot, workspace, client):
    bars = MessageBars()
    qtbot.addWidget(bars)
    card = ClientTasks(workspace, bars)
    qtbot.addWidget(card)
    card.resize(352, 300)
    card.show()
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    card.show_client(client.id)
    return card


def texts(card):
    model = card.rows.model()
    return [model.data(model.index(n, 0), ITEM_ROLE).task.text for n in range(model.rowCount())]


def add(card, text, day):
    card.add_button.click()
    card.acts.dialog.fill(text, day)
    card.acts.dialog.accept()


def test_without_a_task_only_the_button_is_shown(tasks):
    assert tasks.rows.isHidden()
    assert tasks.add_button.isVisible()


def test_a_task_about_the_client_is_added(qtbot, tasks, workspace):
    with qtbot.waitSignal(workspace.changed):
        add(tasks, "Soita kouluun", date(2027, 3, 1))

    assert texts(tasks) == ["Soita kouluun"]
    assert tasks.rows.model().data(tasks.rows.model().index(0, 0)).startswith("Soita kouluun, 1.3.")


def test_another_clients_task_is_not_here(database, officer, tasks, client, today):
    with database.transaction() as session:
        add_task(session, "Muuta", today, officer.id, today)
    tasks.show_client(client.id)

    assert texts(tasks) == []


def test_enter_changes_a_task_and_the_menu_deletes_it(tasks):
    add(tasks, "Soita kouluun", date(2027, 3, 1))
    tasks.rows.setFocus()
    QTest.keyClick(tasks.rows, Qt.Key.Key_Return)
    tasks.acts.dialog.fill("Soita kotiin", date(2027, 3, 2))
    tasks.acts.dialog.accept()
    assert texts(tasks) == ["Soita kotiin"]

    menu = tasks.acts.menu(tasks.rows.current_item())
    assert [action.text() for action in menu.actions()] == ["Edit", "Delete"]
    menu.actions()[1].trigger()
    assert texts(tasks) == []


def test_the_last_one_done_leaves_the_keyboard_on_the_button(tasks):
    add(tasks, "Soita kouluun", date(2027, 3, 1))
    tasks.rows.setFocus()
    tasks.rows.acted.emit(tasks.rows.current_item())

    assert texts(tasks) == []
    assert tasks.add_button.hasFocus()


def test_the_clients_page_shows_their_tasks_and_says_what_was_done(qtbot, workspace, client):
    page = ClientPage(workspace, Destination(PageName.CLIENT, client.id))
    qtbot.addWidget(page)
    page.show()
    add(page.frame.tasks, "Soita kouluun", date(2027, 3, 1))

    assert texts(page.frame.tasks) == ["Soita kouluun"]
    assert [message.text for message in page.bars.messages()] == ["The task was added."]
