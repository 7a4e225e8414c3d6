"""A phrase field in a window, for a client who reads Arabic."""

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.phrases.phrase_field import PhraseField
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.workspace import Workspace


@pytest.fixture(autouse=True)
def in_finnish(plain_clothes: None) -> None:
    """The words of the phrases that these tests type are Finnish."""
    set_interface_language("fi")


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
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.take_focus()
    return field
