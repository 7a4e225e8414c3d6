import pytest
from PySide6.QtWidgets import QLabel
from walker import nameless

from kotoutus_desktop.models.backups.shelf import copies_in
from kotoutus_desktop.models.key_slots import Cost, create_keys, keys_beside
from kotoutus_desktop.models.place import copies_folder
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.settings.settings_page import SettingsPage

WAIT_MS = 60_000


@pytest.fixture
def page(qtbot, workspace, office):
    page = SettingsPage(workspace, Destination(PageName.SETTINGS, focus="backups"))
    qtbot.addWidget(page)
    page.resize(1024, 640)
    page.show()
    yield page
    workspace.keeper.wait(WAIT_MS)


def said(page):
    return "\n".join(
        label.text() for label in page.backups.findChildren(QLabel) if label.isVisible()
    )


def test_before_the_first_copy_it_says_so(page):
    assert "There is no proven copy yet." in said(page)
    assert "There is no copy yet." in said(page)
    assert not list(nameless(page.backups))


def test_a_failure_is_told_plainly(qtbot, page, workspace):
    page.backups.make.click()
    qtbot.waitUntil(lambda: not workspace.keeper.is_busy, timeout=WAIT_MS)

    assert "keys file" in said(page)


def test_a_copy_made_by_hand_is_listed(qtbot, page, workspace, monkeypatch):
    path = workspace.database.path
    keys_beside(path).unlink(missing_ok=True)
    create_keys(keys_beside(path), "kolme hyvää sanaa", cost=Cost(64, 1, 1))
    monkeypatch.setattr("kotoutus_desktop.models.backups.proving._prove_keys", lambda *_args: None)
    page.backups.make.click()
    assert not page.backups.make.isEnabled()
    assert page.backups.bar.isVisible()
    qtbot.waitUntil(lambda: not workspace.keeper.is_busy, timeout=WAIT_MS)

    qtbot.waitUntil(lambda: "by hand, 0 clients" in said(page))  # new lines show a turn later
    assert "Last proven copy: 24.11.2026" in said(page)
    assert page.backups.make.isEnabled()
    assert len(copies_in(copies_folder(path), path)) == 1


def test_the_folder_of_the_file_is_no_second_place(page, workspace):
    page.backups.use_second(workspace.database.path.parent)

    assert workspace.preferences.second_place is None
    assert "already" in said(page)


def test_a_second_place_that_is_not_there_is_said(page, workspace, tmp_path):
    page.backups.use_second(tmp_path / "stick")
    workspace.keeper.wait(WAIT_MS)

    assert "It is not there now." in said(page)
    page.backups.forget.click()
    assert workspace.preferences.second_place is None
