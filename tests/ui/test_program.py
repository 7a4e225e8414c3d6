import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from kotoutus_desktop.casework.office_file import create_file
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.program import Program
from kotoutus_desktop.ui.start.refused import RefusedWindow
from kotoutus_desktop.ui.start.start_window import StartWindow

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


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "asiakkaat.kotoutus"
    office, officer = Office(municipality="889", name_fi="Utajärvi"), Officer(name="Maija")
    create_file(path, PASSPHRASE, office, officer, QUICK).database.close()
    return path


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
