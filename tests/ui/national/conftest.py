"""The page of a client's pack."""

import pytest
from PySide6.QtWidgets import QLabel

from kotoutus_desktop.ui.national.pack_page import PackPage
from kotoutus_desktop.ui.page import Destination, PageName
from tests.casework.conftest import assessed, client, planned
from tests.casework.national.conftest import enter_all, pack, reviewed

__all__ = ["assessed", "client", "enter_all", "pack", "planned", "reviewed"]


@pytest.fixture
def open_pack(qtbot, workspace):
    """Return what opens the page."""

    def open_it(client, width=1150, height=700):
        destination = Destination(PageName.NATIONAL, client.id)
        page = PackPage(workspace, destination)
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
