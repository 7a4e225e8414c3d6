"""A client at the stage that a test needs, and a maker of more of them."""

import pytest

from kotoutus_desktop.ui.clients.client_page import ClientPage
from kotoutus_desktop.ui.page import Destination, PageName
from tests import casebook


@pytest.fixture
def register(database, office, officer, make_client, today):
    """Return a maker of registered clients, each with a number of its own."""

    def register_it(**fields):
        with database.transaction() as session:
            return casebook.registered(session, make_client(number="", **fields), officer, today)

    return register_it


@pytest.fixture
def assess(database, officer, today):
    """Return what assesses a client to the end."""

    def assess_it(client, on=today):
        with database.transaction() as session:
            return casebook.assessed(session, client.id, officer, on)

    return assess_it


@pytest.fixture
def agree(database, officer, today, assess):
    """Return what assesses a client and agrees a plan."""

    def agree_it(client, on=today):
        assess(client, on)
        with database.transaction() as session:
            return casebook.with_plan(session, client.id, officer, on)

    return agree_it


@pytest.fixture
def open_client(qtbot, workspace):
    """Return a maker of the page of a client, shown as the main window shows it."""

    def open_it(client, width=1150, height=768) -> ClientPage:
        destination = Destination(PageName.CLIENT, client.id)
        page = ClientPage(workspace, destination)
        qtbot.addWidget(page)
        workspace.changed.connect(page.refresh)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.arrive(destination)
        return page

    return open_it
