"""What tests of the interface share: the theme, a workspace on a real file, a fixed clock."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parent))  # typing_keys and walker, for every folder below

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.theme import Mode, start_theme, theme
from kotoutus_desktop.ui.workspace import Workspace

NOW = datetime(2026, 11, 24, 7, 31, tzinfo=UTC)


class Clock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **length: float) -> None:
        self.now += timedelta(**length)


@pytest.fixture(scope="session")
def themed(qapp: QApplication) -> QApplication:
    """The application in its own clothes, dressed once."""
    start_theme(Mode.LIGHT, 1.0)
    return qapp


@pytest.fixture(autouse=True)
def plain_clothes(themed: QApplication) -> Iterator[None]:
    """Light, 100 %, English and no open list again after a test that changed them."""
    set_interface_language("en")
    yield
    while popup := QApplication.activePopupWidget():
        popup.close()
    # what pytest-qt closed waits for an event loop: until then every theme would dress it again
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if (theme().choice, theme().factor) != (Mode.LIGHT, 1.0):
        theme().apply(Mode.LIGHT, 1.0)
    set_interface_language("en")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "preferences.ini")


@pytest.fixture
def workspace(database, officer, preferences, clock) -> Workspace:
    return Workspace(database, officer.id, preferences, clock)
