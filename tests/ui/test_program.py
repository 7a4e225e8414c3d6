import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from kotoutus_desktop.casework import office_file
from kotoutus_desktop.casework.exchange.packing import Order, pack_suitcase
from kotoutus_desktop.casework.office_file import create_file, open_file
from kotoutus_desktop.casework.people import Administrator, add_person
from kotoutus_desktop.errors import OnlyForReading, WrongPassphrase
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.keys_file import Cost, Role
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.only_reading import reading_room
from kotoutus_desktop.ui.exchange.suitcase_watch import SuitcaseWatch
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.program import Program
from kotoutus_desktop.ui.start.refused import RefusedWindow
from kotoutus_desktop.ui.start.start_window import StartWindow

NAME = "asiakkaat.kotoutus"
QUICK = Cost(memory=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "neljä harmaata kissaa katolla"
WAIT_MS = 20_000

HOLD = """
import sys, time
from pathlib import Path
from kotoutus_desktop.models.place import only_program
with only_program(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def make_file(folder: Path) -> None:
    office, officer = Office(municipality="889", name_fi="Utajärvi"), Officer(name="Maija")
    create_file(folder / NAME, PASSPHRASE, office, officer, QUICK).database.close()


@pytest.fixture
def path(tmp_path: Path, lay) -> Path:
    lay(make_file, tmp_path)
    return tmp_path / NAME


@pytest.fixture
def program(path, preferences, clock, qapp):
    program = Program(path, preferences, QUICK, clock)
    yield program
    program.stop()


def unlock(qtbot, program):
    start = program.window
    assert isinstance(start, StartWindow)
    start.unlock_card.passphrase.set_value(PASSPHRASE)
    start.unlock_card.open.click()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=WAIT_MS)


def test_the_passphrase_leads_to_the_cases(qtbot, program, path, preferences):
    program.start()
    unlock(qtbot, program)

    assert program.workspace is not None
    assert preferences.last_file == path


def test_locked_means_that_the_windows_show_nothing_and_the_key_is_forgotten(qtbot, program):
    program.start()
    unlock(qtbot, program)
    database = program.workspace.database
    program.window.lock()
    QTest.qWait(20)

    assert isinstance(program.window, StartWindow)
    assert program.workspace is None
    assert set(database._key) == {0}
    unlock(qtbot, program)


def test_a_file_that_is_open_elsewhere_is_said_and_tried_again(program, path):
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        program.start()
        assert isinstance(program.window, RefusedWindow)
        assert program.workspace is None
    finally:
        other.kill()
        other.wait()
        other.stdout.close()
    program.window.again.click()
    assert isinstance(program.window, StartWindow)


def test_left_alone_it_locks_and_comes_back_where_one_was(qtbot, program, path):
    program.start()
    unlock(qtbot, program)
    program.window.open(Destination(PageName.INTAKE))
    page = program.window.page
    page.fields["family_names"].set_value("Al-Khat")
    page.note_change()
    database, window = program.workspace.database, program.window
    QApplication.clipboard().setText("131052-308T")

    program._watch.left.emit()
    QTest.qWait(20)

    assert isinstance(program.window, StartWindow)
    assert set(database._key) == {0}
    assert QApplication.clipboard().text() == ""
    assert not isValid(window)
    assert b"Al-Khat" not in path.read_bytes()

    unlock(qtbot, program)
    assert program.window.here.page is PageName.INTAKE
    assert program.window.page.fields["family_names"].value() == "Al-Khat"


def test_a_dialog_in_front_does_not_keep_it_from_locking(qtbot, program):
    program.start()
    unlock(qtbot, program)
    dialog = QDialog(program.window)
    dialog.setModal(True)
    dialog.show()
    program.lock_at_once()

    qtbot.waitUntil(lambda: isinstance(program.window, StartWindow))
    assert program.workspace is None


def test_a_person_who_was_added_sees_nothing_before_the_passphrase_is_their_own(
    qtbot, program, path
):
    added = open_file(path, PASSPHRASE)
    first = add_person(
        added.database, Administrator(PASSPHRASE, QUICK), Officer(name="Pekka"), Role.TRAINER
    )
    added.database.close()
    program.start()
    program.window.unlock_card.passphrase.set_value(first)
    program.window.unlock_card.open.click()
    start = program.window
    qtbot.waitUntil(lambda: hasattr(start, "first"), timeout=WAIT_MS)
    assert isinstance(program.window, StartWindow)
    start.first.passphrase.set_value("pekan ihan oma lause kettu")
    start.first.again.set_value("pekan ihan oma lause kettu")
    start.first.open.click()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=WAIT_MS)

    assert program.workspace.role is Role.TRAINER
    assert program.window.here.page is PageName.ORIENTATION


def test_wrong_tries_make_wait_also_after_a_restart_and_are_told(qtbot, program, path):
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            open_file(path, "väärin")
    program.start()
    card = program.window.unlock_card
    card.passphrase.set_value(PASSPHRASE)
    card.open.click()
    qtbot.waitUntil(card.passphrase.has_error, timeout=WAIT_MS)
    assert not card.open.isEnabled()

    qtbot.waitUntil(card.open.isEnabled, timeout=WAIT_MS)
    card.open.click()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=WAIT_MS)
    assert any("3" in each.text for each in program.window.bars.messages())


def test_after_a_crash_the_check_is_offered_by_itself(qtbot, program, path):
    path.with_name(path.name + "-wal").touch()  # which closing takes away
    program.start()

    assert "ei viimeksi suljettu" in program.window.unlock_card.text.text()
    unlock(qtbot, program)
    program.window.lock()
    QTest.qWait(20)
    assert not program.window.unlock_card.text.isVisible()


def test_a_file_that_is_only_read_says_so_and_refuses_what_is_recorded(qtbot, program, path):
    program.start()
    program.window.show_check()
    program.window.check.passphrase.set_value(PASSPHRASE)
    program.window.check.read.click()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=WAIT_MS)
    window = program.window
    before = path.read_bytes()

    assert "vain luettavaksi" in window.windowTitle()
    assert any("muuttaa" in each.text for each in window.bars.messages())
    with pytest.raises(OnlyForReading), program.workspace.database.transaction() as session:
        session.add(Officer(name="Somebody"))
    window.lock()
    QTest.qWait(20)
    assert path.read_bytes() == before
    assert not reading_room(path).exists()
    unlock(qtbot, program)


def test_the_settings_lead_to_the_check(qtbot, program):
    program.start()
    unlock(qtbot, program)
    program.workspace.check_wanted.emit()

    assert program.workspace is None
    assert program.window.check.isVisible()


def test_a_suitcase_is_opened_beside_the_offices_file_says_so_and_locks_at_its_time(
    qtbot, program, path, preferences, tmp_path, clock
):
    stick = tmp_path / "stick"
    stick.mkdir()
    opened = open_file(path, PASSPHRASE)
    client = Client(number="U7-0001", family_names="Haddad")
    with opened.database.transaction() as session:
        session.add(client)
    order = Order(frozenset([client.id]), clock() + timedelta(days=2), clock())
    suitcase = pack_suitcase(opened.database, stick / "suitcase", order).path
    opened.database.close()
    program.start()
    program.window.show_other(suitcase)
    with patch.object(office_file, "datetime") as moment:
        moment.now.return_value = clock()
        unlock(qtbot, program)

    assert program.path == suitcase
    assert preferences.last_file != suitcase
    assert "suitcase" in {message.key for message in program.window.bars.messages()}
    assert program.workspace.keeper.stays_beside
    program.window.findChild(SuitcaseWatch).over.emit()
    qtbot.waitUntil(lambda: isinstance(program.window, StartWindow), timeout=WAIT_MS)
