"""A client in a real file, and the main window beside whose pages the panel opens."""

import pytest

from kotoutus_desktop.ui.main_window import MainWindow
from tests import casebook


@pytest.fixture
def client(database, office, officer, make_client, today):
    with database.transaction() as session:
        return casebook.registered(session, make_client(), officer, today)


@pytest.fixture
def agreed(database, officer, client, today):
    """The client with an agreed plan."""
    with database.transaction() as session:
        casebook.assessed(session, client.id, officer, today)
    with database.transaction() as session:
        casebook.with_plan(session, client.id, officer, today)
    return client


@pytest.fixture
def window(qtbot, workspace, client):
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
