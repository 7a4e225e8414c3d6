"""Startup in order: log, toolkit, theme, then the passphrase; or the demo without a screen."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kotoutus_desktop.assets import resource
from kotoutus_desktop.log import start_log

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kotoutus_desktop.ui.preferences import Preferences

DEMO_FOLDER = "kotoutus-demo"


def has_screen() -> bool:
    """Tell whether windows can be seen; Qt's own variable for offscreen work says no."""
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def forbid_core_dumps() -> None:
    """Leave no picture of the memory on the disk when the program crashes."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(*, demo: bool = False) -> int:
    """Open the program, or the demo; returns the exit status."""
    start_log()
    forbid_core_dumps()
    dressed_application(offscreen=not has_screen())
    from kotoutus_desktop.ui.failures import install_excepthook, show_failure

    if demo and not has_screen():
        from kotoutus_desktop.ui.demo.tour import tour

        return tour(Path.cwd() / DEMO_FOLDER)
    install_excepthook(show_failure)
    return _demo() if demo else _work()


def dressed_application(*, offscreen: bool) -> "QApplication":
    """Return the toolkit's application in the program's own style and fonts.

    `offscreen` paints into memory. The caller keeps nothing: the toolkit holds it while it runs.
    """
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")  # noise about fonts
    if offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        if sys.platform == "win32":  # there the toolkit looks for fonts in a folder it lacks
            os.environ.setdefault("QT_QPA_FONTDIR", str(resource("fonts")))
    from PySide6.QtWidgets import QApplication

    from kotoutus_desktop.ui.style import HouseStyle
    from kotoutus_desktop.ui.theme import load_fonts

    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Kotoutus Desktop")
    application.setStyle(HouseStyle())
    load_fonts()
    return application


def usual_file(preferences: "Preferences") -> Path:
    """Return the file to open: as decided for this computer, the last one, or the usual place."""
    from kotoutus_desktop.models.place import FILE_NAME, default_folder
    from kotoutus_desktop.policies import policies

    decided, last = policies().file, preferences.last_file
    if decided is not None:
        return decided
    return last if last and last.exists() else default_folder() / FILE_NAME


def _work() -> int:
    from PySide6.QtWidgets import QApplication

    from kotoutus_desktop.ui.preferences import Preferences
    from kotoutus_desktop.ui.program import Program

    preferences = Preferences()
    program = Program(usual_file(preferences), preferences)
    program.start()
    try:
        return QApplication.exec()
    finally:
        program.stop()


def _demo() -> int:
    from PySide6.QtWidgets import QApplication

    from kotoutus_desktop.ui.demo.training import Training

    with Training() as training:
        training.open()
        return QApplication.exec()
