import gc
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from kotoutus_desktop.casework.register import is_empty_office
from kotoutus_desktop.casework.search import Filters, count_clients
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.ui.demo.offscreen import rest
from kotoutus_desktop.ui.demo.training import Training, TrainingBar
from kotoutus_desktop.ui.first_window import PROGRAM_NAME
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.preferences import Preferences


class Filled(NamedTuple):
    """What a training filled its folder with, and what opens it."""

    folder: Path
    in_use: list[bytes]
    key: bytes
    officer: Officer


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    chosen = Preferences(tmp_path / "settings.ini")
    chosen.language = "en"
    yield chosen
    set_interface_language("en")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """The file and the keys of one training, filled as every training fills them."""
    with Training(Preferences(tmp_path_factory.mktemp("chosen") / "settings.ini")) as training:
        assert training.workspace is not None
        workspace = training.workspace
        key = bytes(workspace.database.key_for_a_copy())
        with workspace.database.reading() as session:
            officer = session.get_one(Officer, workspace.officer_id)
        in_use = [path.read_bytes() for path in training.folder.iterdir() if path.is_file()]
        workspace.database.close()
        folder = tmp_path_factory.mktemp("filled") / "folder"
        shutil.copytree(training.folder, folder)
    return Filled(folder, in_use, key, officer)


@pytest.fixture
def prepared(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let trainings begin with a copy of the one that was filled: filling takes seconds."""

    def lay_keys(keys: Path, *_passphrase: Any, **_cost: Any) -> tuple[bytearray, str]:
        shutil.copytree(filled.folder, keys.parent, dirs_exist_ok=True)
        return bytearray(filled.key), ""

    monkeypatch.setattr("kotoutus_desktop.ui.demo.training.create_keys", lay_keys)
    monkeypatch.setattr(
        "kotoutus_desktop.ui.demo.training.fill", lambda *_file: (filled.officer, 40)
    )


def test_training_opens_on_forty_clients_without_a_passphrase(
    qtbot: QtBot, preferences: Preferences, prepared: None
) -> None:
    with Training(preferences) as training:
        training.open()

        assert training.window is not None
        assert training.window.isVisible()
        assert training.window.windowTitle() == PROGRAM_NAME
        assert training.workspace is not None
        with training.workspace.database.reading() as session:
            assert not is_empty_office(session)
            assert count_clients(session, Filters()) == 40


def test_a_bar_that_cannot_be_closed_says_that_it_is_practice(
    qtbot: QtBot, preferences: Preferences, prepared: None
) -> None:
    with Training(preferences) as training:
        training.open()
        assert training.window is not None
        training.window.open(Destination(PageName.CLIENTS))

        bar = training.window.findChild(TrainingBar)

        assert bar is not None
        assert bar.isVisible()
        assert "fictional" in bar.accessibleName()


def test_nothing_is_left_of_the_training(
    qtbot: QtBot, preferences: Preferences, prepared: None
) -> None:
    with Training(preferences) as training:
        training.open()
        folder = training.folder
        assert [path.name for path in folder.iterdir()]

    rest()
    gc.collect()
    assert not folder.exists()
    assert training.window is None


def test_the_folder_goes_also_when_something_fails(
    qtbot: QtBot, preferences: Preferences, prepared: None
) -> None:
    folders = []

    def break_off() -> None:
        with Training(preferences) as training:
            folders.append(training.folder)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert not folders[0].exists()


def test_nobody_reads_the_file_of_a_training_that_was_stopped_by_force(filled: Filled) -> None:
    assert filled.in_use
    assert not any(b"Al-Khatib" in content for content in filled.in_use)


def test_locking_stays_in_the_window(
    qtbot: QtBot, preferences: Preferences, prepared: None
) -> None:
    with Training(preferences) as training:
        training.open()
        window = training.window
        assert window is not None
        window.open(Destination(PageName.CLIENTS))

        window.lock()

        assert training.window is window
        assert window.isVisible()
        assert [message.key for message in window.bars.messages()] == ["lock"]


def test_settings_changed_in_training_are_not_kept(
    qtbot: QtBot, preferences: Preferences, prepared: None
) -> None:
    with Training(preferences) as training:
        assert training.workspace is not None
        training.workspace.preferences.language = "sv"

    assert preferences.language == "en"
