import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from walker import clipped, nameless

from kotoutus_desktop.casework.office_file import create_file
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.key_slots import keys_beside, unlock
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.ui.start.start_window import StartWindow
from tests.models.mending.conftest import damage, page_of

QUICK = Cost(memory=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "neljä harmaata kissaa katolla"
WAIT_MS = 60_000


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "asiakkaat.kotoutus"
    office, officer = Office(municipality="889", name_fi="Utajärvi"), Officer(name="Maija")
    opened = create_file(path, PASSPHRASE, office, officer, QUICK)
    with opened.database.transaction() as session:
        session.add_all(Client(given_names="Hodan", need_reason="x" * 900) for _ in range(30))
    opened.database.close()
    return path


@pytest.fixture
def window(qtbot, preferences, path):
    window = StartWindow(path, preferences, QUICK)
    qtbot.addWidget(window)
    window.resize(1024, 640)
    window.show()
    window.unlock_card.check.click()
    return window


def said(card):
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def check(qtbot, window, passphrase=PASSPHRASE):
    window.check.passphrase.set_value(passphrase)
    QTest.keyClick(window.check.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.check.back.isEnabled(), timeout=WAIT_MS)
    QTest.qWait(20)  # what was added is shown


def harm(path):
    key = unlock(keys_beside(path), PASSPHRASE).key
    damage(path, page_of(path, key, "client")[0])


def test_a_whole_file_is_said_to_be_whole_and_there_is_nothing_to_mend(qtbot, window):
    check(qtbot, window)

    assert "The file is whole" in said(window.check)
    assert not window.check.mend.isVisible()
    QTest.keyClick(window.check.back, Qt.Key.Key_Space)
    assert window.unlock_card.isVisible()


def test_a_damaged_file_is_mended_and_the_card_says_what_was_done(qtbot, window, path):
    harm(path)
    check(qtbot, window)
    assert "1 page of the file is damaged" in said(window.check)

    QTest.keyClick(window.check.mend, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.check.back.isEnabled(), timeout=WAIT_MS)
    QTest.qWait(20)  # what was added is shown

    told = said(window.check)
    assert "made again from the log" in told
    assert "Could not be mended\nNothing." in told
    assert "copies/asiakkaat-as-it-was-" in told
    assert clipped(window) == []
    assert nameless(window) == []


def test_a_wrong_passphrase_is_said_at_its_field(qtbot, window):
    check(qtbot, window, "something else")

    assert "does not open this file" in said(window.check)
    assert set(window.mending._key) <= {0}


def test_the_file_can_be_opened_for_reading_from_here(qtbot, window, path):
    harm(path)
    window.check.passphrase.set_value(PASSPHRASE)
    with qtbot.waitSignal(window.opened, timeout=WAIT_MS) as caught:
        QTest.mouseClick(window.check.read, Qt.MouseButton.LeftButton)
    (opened,) = caught.args

    assert opened.read_from == path
    opened.database.close()


def test_at_an_error_the_check_is_offered_where_the_passphrase_is_asked(qtbot, window, path):
    window.check.gave_up.emit()
    keys_beside(path).unlink()
    window.unlock_card.passphrase.set_value(PASSPHRASE)
    window.unlock_card.open.click()
    qtbot.waitUntil(lambda: window.unlock_card.text.isVisible(), timeout=WAIT_MS)

    assert "Check it, then repair it" in window.unlock_card.text.text()
