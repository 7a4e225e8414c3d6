"""What every journey begins with: a clock, and the main window on a real file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.theme import Mode, start_theme
from kotoutus_desktop.ui.workspace import Workspace
from tests.conftest import TODAY
from tests.journeys.keyboard import Clock, wait_until


@pytest.fixture
def clock() -> Clock:
    return Clock(TODAY)


@pytest.fixture
def open_window(
    qtbot: QtBot,
    qapp: QApplication,
    database: Database,
    officer: Officer,
    clock: Clock,
    tmp_path: Path,
) -> Iterator[Callable[[], MainWindow]]:
    """Return what opens the window in English, once the file holds what the journey needs."""
    opened: list[MainWindow] = []

    def open_it() -> MainWindow:
        set_interface_language("en")
        start_theme(Mode.LIGHT, 1.0)
        database.act_as(officer.id)
        preferences = Preferences(tmp_path / "preferences.ini")
        window = MainWindow(Workspace(database, officer.id, preferences, clock))
        opened.append(window)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        wait_until(lambda: QApplication.focusWidget() is not None)
        return window

    yield open_it
    for window in opened:
        window.close()
