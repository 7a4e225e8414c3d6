"""Clients whose plans are printed."""

import pytest
from PySide6.QtTest import QTest

from kotoutus_desktop.casework.search import Filters, list_clients
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.printing.paper_kinds import PaperKind
from kotoutus_desktop.ui.printing.print_page import PrintPage
from tests import casebook

WAIT_MS = 20_000


@pytest.fixture
def with_plan(database, office, officer, make_client, today):
    """Return a maker of clients with an agreed plan."""

    def make(**known: object) -> None:
        with database.transaction() as session:
            client = casebook.registered(session, make_client(**known), officer, today)
        with database.transaction() as session:
            casebook.assessed(session, client.id, officer, today)
        with database.transaction() as session:
            casebook.with_plan(session, client.id, officer, today)

    return make


def listed(database):
    """Return everybody as the list shows them."""
    with database.reading() as session:
        return list_clients(session, Filters(), 0, 100)


@pytest.fixture
def open_papers(qtbot, workspace, database):
    """Return what opens the page of papers of the only client, at one of them."""

    def open_it(kind: PaperKind) -> PrintPage:
        with database.reading() as session:
            [row] = list_clients(session, Filters(), 0, 2)
        destination = Destination(PageName.PRINT, client=row.id, focus=kind)
        page = PrintPage(workspace, destination)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        if kind is PaperKind.INVITATION:
            page.arrive(destination)
        else:
            with qtbot.waitSignal(page.panel.checked, timeout=WAIT_MS):
                page.arrive(destination)
        QTest.qWait(20)
        return page

    return open_it
