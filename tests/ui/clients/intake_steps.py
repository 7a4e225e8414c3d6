"""What the tests of the intake do again and again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_keys import leave, type_text

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.casework.search import Filters, list_clients
from kotoutus_desktop.ui.clients.intake_page import IntakePage
from kotoutus_desktop.ui.page import Destination, PageName


def opened(qtbot, workspace, client=None, **place):
    """Return the intake page as the main window opens it."""
    destination = Destination(PageName.INTAKE, client=client, **place)
    page = IntakePage(workspace, destination)
    qtbot.addWidget(page)
    page.resize(1150, 768)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.arrive(destination)
    settle()
    return page


def settle():
    """Let the layout come to rest."""
    for _round in range(3):
        QApplication.processEvents()


def say(page, **texts):
    """Type into fields by their names."""
    for name, text in texts.items():
        field = page.fields[name]
        line = getattr(field, "line", None) or getattr(field, "text", None)
        line = line if hasattr(line, "setFocus") else field.box.line
        line.setFocus()
        type_text(line, text)
        leave(line)


def choose(field, typed):
    """Type into a combo box until one value fits, and leave it."""
    field.box.line.setFocus()
    type_text(field.box.line, typed)
    leave(field.box.line)


def press(key, modifier=Qt.KeyboardModifier.NoModifier, times=1):
    """Press a key where the keyboard is: in an open list, or else where the focus is."""
    for _ in range(times):
        where = QApplication.activePopupWidget() or QApplication.focusWidget()
        QTest.keyClick(where, key, modifier)


def recorded(workspace):
    """Return the one client of the file, with the whole case."""
    with workspace.database.reading() as session:
        (row,) = list_clients(session, Filters())
        return get_client(session, row.id)


def everybody(workspace):
    """Return the rows of the list of clients."""
    with workspace.database.reading() as session:
        return list_clients(session, Filters())
