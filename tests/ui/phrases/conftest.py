"""A phrase field in a window, for a client who reads Arabic."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.phrases.phrase_field import PhraseField
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.theme import Mode, start_theme
from kotoutus_desktop.ui.workspace import Workspace
from tests.casebook import NOW


@pytest.fixture(autouse=True)
def dressed(qapp: object) -> Iterator[None]:
    set_interface_language("fi")
    start_theme(Mode.LIGHT)
    yield
    set_interface_language("en")


@pytest.fixture
def workspace(database: Database, officer: Officer, tmp_path: Path) -> Workspace:
    return Workspace(database, officer.id, Preferences(tmp_path / "ui.ini"), now=lambda: NOW)


@pytest.fixture
def phrasebook(workspace: Workspace) -> Phrasebook:
    return Phrasebook(workspace, "ar", "fi")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 600)
    return window


@pytest.fixture
def field(window: QWidget, phrasebook: Phrasebook, qtbot: QtBot) -> PhraseField:
    """A goal field with something after it, shown and with the keyboard in it."""
    field = PhraseField("Tavoite", [PhraseKind.GOAL], phrasebook)
    after = QLineEdit()
    after.setObjectName("after")
    Column(window, (4, 4, 4, 4)).put(field, after, None)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    field.take_focus()
    return field
