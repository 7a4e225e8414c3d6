import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kotoutus_desktop.casework.office_file import create_file, open_file
from kotoutus_desktop.models.backups.making import back_up
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.key_slots import keys_beside, unlock
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.ui.start.start_window import StartWindow
from tests.casebook import NOW

NAME = "asiakkaat.kotoutus"
QUICK = Cost(memory=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "neljä harmaata kissaa katolla"
WAIT_MS = 60_000


def make_file(folder):
    path = folder / NAME
    office, officer = Office(municipality="889", name_fi="Utajärvi"), Officer(name="Maija")
    opened = create_file(path, PASSPHRASE, office, officer, QUICK)
    key = unlock(keys_beside(path), PASSPHRASE).key
    back_up(path, key, Reason.HAND, NOW)
    opened.database.act_as(opened.officer_id)
    with opened.database.transaction() as session:
        session.add(Client(given_names="Later"))
    opened.database.close()


@pytest.fixture
def path(tmp_path, lay):
    """A file of which there is a copy, and a client who came afterwards."""
    lay(make_file, tmp_path)
    return tmp_path / NAME


@pytest.fixture
def window(qtbot, preferences, path):
    window = StartWindow(path, preferences, QUICK)
    qtbot.addWidget(window)
    window.resize(1024, 640)
    window.show()
    window.unlock_card.restore.click()
    return window


def said(window):
    labels = window.restore.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def clients(path):
    database = open_file(path, PASSPHRASE).database
    with database.reading() as session:
        found = session.query(Client).count()
    database.close()
    return found


def look(qtbot, window, passphrase=PASSPHRASE):
    window.restore.passphrase.set_value(passphrase)
    QTest.keyClick(window.restore.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(window.restore.look.isEnabled, timeout=WAIT_MS)
    QTest.qWait(10)


def test_the_newest_copy_is_chosen_and_spoken_of(window):
    assert "24.11.2026" in window.restore.copy.box.currentText()
    assert "by hand, 0 clients, proven" in said(window)


def test_what_would_be_lost_is_told_by_person_before_anything_is_changed(qtbot, window, path):
    look(qtbot, window)

    assert "Maija: 1 change about 1 client" in said(window)
    assert "Clients now 1, in the copy 0." in said(window)
    assert window.restore.agree.hasFocus()
    assert clients(path) == 1


def test_agreeing_goes_back_and_says_where_the_file_of_before_is(qtbot, window, path):
    look(qtbot, window)
    with qtbot.waitSignal(window.restoring.restored, timeout=WAIT_MS):
        QTest.keyClick(window.restore.agree, Qt.Key.Key_Space)

    assert "again as it was" in window.unlock_card.text.text()
    assert "restore.kotoutus" in window.unlock_card.text.text()
    assert clients(path) == 0


def test_a_wrong_passphrase_is_said_and_shows_nothing(qtbot, window):
    look(qtbot, window, "aivan väärä salalause")

    assert "passphrase does not open" in said(window)
    assert window.restore.agree.isHidden()


def test_back_leads_to_the_passphrase(window):
    window.restore.back.click()

    assert window.unlock_card.passphrase.isVisible()


def test_without_copies_one_is_chosen_elsewhere(qtbot, window, path):
    copy = window.restore.chosen
    window.restore.offer([])
    assert "No copy was found" in said(window)
    assert window.restore.passphrase.isHidden()

    window.restore.add(copy.path)
    assert window.restore.chosen.path == copy.path
    assert window.restore.passphrase.isVisible()
