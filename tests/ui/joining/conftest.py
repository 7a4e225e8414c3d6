"""One person registered twice, with different phones."""

import pytest
from PySide6.QtWidgets import QLabel

from tests import casebook


@pytest.fixture
def twice(database, office, officer, make_client, today):
    """Return the two records."""
    found = []
    for number, fields in enumerate(
        ({"phone": "", "given_names": "Mohammed"}, {"phone": "040 1", "given_names": "Muhammad"})
    ):
        with database.transaction() as session:
            client = make_client(number=f"U7-030{number}", **fields)
            found.append(casebook.registered(session, client, officer, today).id)
    with database.transaction() as session:
        casebook.assessed(session, found[1], officer, today)
    return found


@pytest.fixture
def open_page(qtbot, workspace):
    """Return what opens a page of this room."""

    def open_it(kind, destination, width=1100, height=640):
        page = kind(workspace, destination)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.arrive(destination)
        return page

    return open_it


def said(widget):
    """Return all words of a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))
