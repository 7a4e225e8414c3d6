"""How long the pages take on the screen: from the act to the painted result.

The window is real and drawn without a screen; the file has ten thousand clients, of whom 600
are active. Times are printed and never asserted: they depend on the machine. Run with
`-m bench -s`.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import select
from sqlcipher3 import dbapi2 as driver

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.ui.clients.client_list import ClientListPage
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.theme import Mode, start_theme
from kotoutus_desktop.ui.workspace import Workspace
from tests.bench.stopwatch import line, listening, median, queries

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

NOW = datetime(2026, 11, 24, 7, 31, tzinfo=UTC)
TIMES = 25
CLIENTS = Destination(PageName.CLIENTS)
TODAY = Destination(PageName.TODAY)
INTAKE = Destination(PageName.INTAKE)
TYPED = ["m", "mo", "moha", "mohammed", "xuseen", "amina has", "Шевченко", "U7-0214", "1988"]


class Painted(QObject):
    """Notices that a widget has been painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.seen = False
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def settle() -> None:
    """Let everything be laid out and painted."""
    for _ in range(3):
        QApplication.processEvents()


def until_painted(widget: QWidget, act: Callable[[], object]) -> None:
    """Act, and wait until the widget has been painted after it."""
    painted = Painted(widget)
    act()
    while not painted.seen:
        QApplication.processEvents()
    QApplication.processEvents()
    widget.removeEventFilter(painted)


@pytest.fixture(scope="module", autouse=True)
def dressed(qapp: QApplication) -> None:
    start_theme(Mode.LIGHT, 1.0)
    set_interface_language("fi")


@pytest.fixture
def window(working_office: Database, tmp_path: Path) -> Iterator[MainWindow]:
    with working_office.reading() as session:
        officer = session.scalars(select(Officer.id)).first()
    assert officer is not None
    workspace = Workspace(working_office, officer, Preferences(tmp_path / "p.ini"), lambda: NOW)
    window = MainWindow(workspace)
    window.resize(1366, 768)
    window.show()
    settle()
    yield window
    window.close()
    window.deleteLater()
    settle()


@pytest.fixture
def everybody(window: MainWindow) -> ClientListPage:
    """The list with all ten thousand."""
    window.open(CLIENTS)
    page = window.page
    assert isinstance(page, ClientListPage)
    page.filters.switch_off()
    settle()
    return page


@pytest.fixture
def compare(bare_working: driver.Connection, report: Callable[[str], None]) -> Callable[..., None]:
    """Return a measurer that prints an act of the window beside its queries on the bare driver."""

    def measure(
        name: str, act: Callable[[], object], before: Callable[[], object] = lambda: None
    ) -> None:
        before()
        with listening() as sent:
            act()
        asked = queries(sent)

        def raw() -> list[Any]:
            return [bare_working.execute(sql, values).fetchall() for sql, values in asked]

        ours = median(act, before=before, times=TIMES)
        report(line(name, ours, median(raw, times=TIMES) if asked else None))

    return measure


def test_the_list_opens_again(window, everybody, compare):
    viewport = everybody.list.viewport()

    compare(
        "list of 10 000 opens again",
        lambda: until_painted(viewport, lambda: window.open(CLIENTS)),
        lambda: (window.open(TODAY), settle()),
    )
    compare(
        "  after something was recorded",
        lambda: until_painted(viewport, lambda: window.open(CLIENTS)),
        lambda: (window.open(TODAY), settle(), everybody.refresh()),
    )


def test_a_keystroke_in_the_search(everybody, compare):
    viewport, search = everybody.list.viewport(), everybody.search

    def prepare(typed: str) -> None:
        search.setText(typed[:-1])
        settle()

    for typed in TYPED:
        key = [Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, typed[-1]]
        compare(
            f"key of {typed!r}",
            lambda key=key: until_painted(viewport, lambda: press(search, *key)),
            lambda typed=typed: prepare(typed),
        )


def press(field: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier, letter: str) -> None:
    """Press one key; QTest takes no letters outside Latin-1."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(kind, key, modifiers, letter))


def test_a_page_of_the_list_further_down(everybody, compare):
    rows = everybody.list
    places = iter(range(150, 10_000, 200))

    def go_to_rows_not_seen() -> None:
        rows.setCurrentIndex(rows.model().index(next(places), 0))
        settle()

    compare(
        "page down, new rows",
        lambda: until_painted(rows.viewport(), lambda: QTest.keyClick(rows, Qt.Key.Key_PageDown)),
        go_to_rows_not_seen,
    )


def test_the_other_pages_open(window, compare, working_office):
    with working_office.reading() as session:
        open_case = Client.closed_on.is_(None)
        ids = list(session.scalars(select(Client.id).where(open_case).limit(4)))
    pages = [("today", TODAY), ("intake", INTAKE)]
    pages += [
        (f"client {n}", Destination(PageName.CLIENT, client=id_)) for n, id_ in enumerate(ids)
    ]
    for name, destination in pages:
        compare(
            f"{name} opens",
            lambda destination=destination: until_painted(
                window.stack, lambda: (window.open(destination), window.stack.update())
            ),
            lambda: (window.open(CLIENTS), settle()),
        )


def test_the_list_is_made(window, compare, working_office):
    pages = []

    def make() -> None:
        page = ClientListPage(window.workspace, CLIENTS)
        pages.append(page)
        window.stack.addWidget(page)
        window.stack.setCurrentWidget(page)
        page.arrive(CLIENTS)
        until_painted(page.list.viewport(), page.list.viewport().update)

    compare("list is made for the first time", make, lambda: [p.deleteLater() for p in pages[-1:]])


def test_the_list_opens_for_the_first_time(window, compare):
    """As it is opened: made beforehand, while Today was read."""
    windows = [window]

    def prepare() -> None:
        if len(windows) > 1:
            windows.pop().close()
        new = MainWindow(window.workspace)
        windows.append(new)
        new.resize(1366, 768)
        new.show()
        new.stack.prepare(CLIENTS)
        settle()

    def open_list() -> None:
        windows[-1].open(CLIENTS)
        page = windows[-1].page
        assert isinstance(page, ClientListPage)
        until_painted(page.list.viewport(), page.list.viewport().update)

    compare("list opens for the first time", open_list, prepare)
    windows[-1].close()
