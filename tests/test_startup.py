"""Nobody waits for the database and the papers before the passphrase can be typed."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAVY = {
    "alembic",
    "argon2",
    "babel.dates",
    "babel.localedata",
    "babel.messages",
    "babel.numbers",
    "cryptography",
    "jsonschema",
    "pypdfium2",
    "pyphen",
    "reportlab",
    "sqlalchemy",
    "sqlcipher3",
    "uharfbuzz",
    "zxcvbn",
    "kotoutus_desktop.documents",
    "kotoutus_desktop.ui.main_window",
}
UNTIL_PAINTED = """
import json, os, sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication

import kotoutus_desktop.app
from kotoutus_desktop.ui.failures import install_excepthook, show_failure
from kotoutus_desktop.ui.style import HouseStyle
from kotoutus_desktop.ui.theme import load_fonts

application = QApplication([])
application.setStyle(HouseStyle())
load_fonts()

from kotoutus_desktop.models.place import FILE_NAME, default_folder
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.program import Program

folder = Path(sys.argv[1])
(folder / FILE_NAME).write_bytes(b"closed")
preferences = Preferences(folder / "preferences.ini")
preferences.language = "en"  # nothing to compile, as in an installed copy
program = Program(folder / FILE_NAME, preferences)
program.start()
program.window.grab()
print(json.dumps([type(program.window).__name__, *sys.modules]))
program.stop()
"""


def test_the_passphrase_field_is_painted_before_anything_heavy_is_loaded(tmp_path):
    run = subprocess.run(
        [sys.executable, "-c", UNTIL_PAINTED, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    shown, *loaded = json.loads(run.stdout)

    assert shown == "StartWindow"
    assert HEAVY & set(loaded) == set()


def test_what_is_loaded_while_typing_is_what_opening_the_file_needs():
    code = (
        "import sys; from kotoutus_desktop.ui.start.preload import MODULES, preloading;"
        "assert 'sqlalchemy' not in sys.modules;"
        "preloading()._run();"
        "assert not set(MODULES) - set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
