"""The program as a whole: asks for the passphrase, opens the window, locks it again."""

import logging
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, set_interface_language
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.models.only_reading import clear_room
from kotoutus_desktop.models.place import only_program, space_is_short, was_left_open
from kotoutus_desktop.ui.first_window import FIRST_SIZE, PROGRAM_NAME
from kotoutus_desktop.ui.greetings import (
    offer_check,
    reading_title,
    say_wrong_tries,
    window_to_read,
)
from kotoutus_desktop.ui.lock.watch import LockWatch
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.start.preload import preloading
from kotoutus_desktop.ui.start.refused import RefusedWindow
from kotoutus_desktop.ui.start.start_window import StartWindow
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.workspace import Clock, Workspace, clock

if TYPE_CHECKING:
    from kotoutus_desktop.casework.office_file import OpenFile
    from kotoutus_desktop.ui.backups.keeper import BackupKeeper
    from kotoutus_desktop.ui.main_window import MainWindow
    from kotoutus_desktop.ui.page import Destination

PAINTED_BY_MS = 200  # after that the passphrase is being typed
LONGEST_WAIT_MS = 10_000  # for work that goes on when the program is closed
LONGEST_COPY_MS = 120_000  # for the copy at closing: the window is gone by then

logger = logging.getLogger(__name__)


class Program(QObject):
    """One open file at a time, in one program at a time.

    `cost` is what the key derivation takes, None for the program's own strong one.
    """

    def __init__(
        self, path: Path, preferences: Preferences, cost: Cost | None = None, now: Clock = clock
    ) -> None:
        super().__init__()
        self.path, self.preferences, self._cost, self._now = path, preferences, cost, now
        self.window: QWidget | None = None
        self.workspace: Workspace | None = None
        self._held = ExitStack()
        self._was_left_open = False
        self._last_keeper: BackupKeeper | None = None  # alive until its copy is made
        self._left_at: dict[UUID, Destination] = {}  # where each person was, no data of anybody
        self._watch = LockWatch(preferences, self)
        self._watch.left.connect(self.lock_at_once)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(lambda: preloading().start())

    def start(self) -> None:
        """Show the first window: the passphrase, or why the file cannot be opened now."""
        theme().apply(self.preferences.mode, self.preferences.text_factor)
        set_interface_language(self.preferences.language)
        self._begin()
        self._idle.start(PAINTED_BY_MS)

    def _begin(self) -> None:
        try:
            if self.path.exists():
                self._held.enter_context(only_program(self.path))
            self._was_left_open = was_left_open(self.path)
            clear_room(self.path)  # what was looked at when the program was killed
        except KotoutusError as error:
            refused = RefusedWindow(error)
            refused.retried.connect(self._begin)
            self._show(refused)
        else:
            self._ask()

    def stop(self) -> None:
        """Let go of the window and of the file."""
        self._idle.stop()
        self._watch.stop()
        if self.window is not None:
            self.window.close()
            self.window = None
        QThreadPool.globalInstance().waitForDone(LONGEST_WAIT_MS)
        self._let_go("close")
        if self._last_keeper is not None:
            self._last_keeper.wait(LONGEST_COPY_MS)
        self.preferences.keep()
        self._held.close()

    def lock(self) -> None:
        """Forget the key and show nothing but the passphrase field.

        A copy of what was changed is begun; only it knows the key until it is made.
        """
        self._watch.stop()
        self._let_go("lock")
        self._ask()

    def lock_at_once(self) -> None:
        """Lock when nobody asked for it: hide everything first, then close what is in front.

        A dialog holds up the work behind it; it is closed unanswered, and the lock follows.
        """
        if self.workspace is None or self.window is None:
            return
        self.window.hide()
        front = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if front is not None:
            front.close()
            QTimer.singleShot(0, self.lock_at_once)
            return
        getattr(self.window, "lock", self.lock)()

    def _restore(self) -> None:
        """Lock, and show the copies that one can go back to."""
        self._locked_window().show_restore()

    def _check(self) -> None:
        """Lock, and show the check of the file."""
        self._locked_window().show_check()

    def _locked_window(self) -> StartWindow:
        assert self.window is not None
        self.window.close()
        self.lock()
        assert isinstance(self.window, StartWindow)
        return self.window

    def _let_go(self, reason: str) -> None:
        from kotoutus_desktop.models.backups.manifest import Reason
        from kotoutus_desktop.ui.log.anchors import close_log

        if self.workspace is not None and self.workspace.database.is_only_read:
            self.workspace.database.close()
            self.workspace = None
            clear_room(self.path)
        if self.workspace is not None:
            here = getattr(self.window, "here", None)
            if here is not None:
                self._left_at[self.workspace.officer_id] = here
            self._last_keeper = self.workspace.keeper
            try:
                close_log(self.workspace, reason)
                self._last_keeper.finish(Reason(reason))
            except KotoutusError:  # a file that cannot be read is closed all the same
                logger.warning("no copy at %s", reason)
            self.workspace.database.close()
            self.workspace = None

    def _ask(self) -> None:
        start = StartWindow(self.path, self.preferences, self._cost)
        start.opened.connect(self._open)
        self._show(start)
        if self._was_left_open:
            offer_check(start)
        self._was_left_open = False

    def _open(self, opened: object) -> None:
        from kotoutus_desktop.casework.office_file import OpenFile
        from kotoutus_desktop.ui.exchange.suitcase_watch import announce_suitcase
        from kotoutus_desktop.ui.keeping.emptying import empty_soon
        from kotoutus_desktop.ui.main_window import MainWindow

        assert isinstance(opened, OpenFile)
        if opened.read_from is not None:
            self._look(opened, opened.read_from)
            return
        path = opened.database.path
        if path != self.path or not path.with_name(path.name + ".lock").exists():
            self._held.enter_context(only_program(path))
            self.path = path
        self.workspace = Workspace(opened.database, opened.officer_id, self.preferences, self._now)
        self.workspace.show_to(opened.role)
        window = MainWindow(self.workspace)
        window.locked.connect(self.lock)
        if not announce_suitcase(self.workspace, window, self.lock_at_once):
            self.preferences.last_file = path
        self.workspace.restore_wanted.connect(self._restore)
        self.workspace.check_wanted.connect(self._check)
        self.workspace.keeper.watch()
        empty_soon(self.workspace)
        self._show(window)
        self._watch.start(window)
        self._return(window, opened)
        if space_is_short(path):
            window.bars.show_message(
                Message(_("There is little room on the disk. Free some space today."), Tone.WARNING)
            )

    def _look(self, opened: "OpenFile", source: Path) -> None:
        """Show a copy, or a damaged file, that nothing can be recorded in."""
        self.workspace = Workspace(opened.database, opened.officer_id, self.preferences, self._now)
        self.workspace.show_to(opened.role)
        window = window_to_read(self.workspace, source)
        window.locked.connect(self.lock)
        self._show(window)
        self._watch.start(window)
        window.setWindowTitle(reading_title(source))

    def _return(self, window: "MainWindow", opened: "OpenFile") -> None:
        """Go back to where this person was at the lock; say what was tried meanwhile."""
        before = self._left_at.pop(opened.officer_id, None)
        if before is not None and before.page is not window.here.page:
            window.open(before)
        say_wrong_tries(window, opened.wrong_tries)

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
        if before is not None:
            window.setGeometry(before.geometry())
        else:
            window.resize(*FIRST_SIZE)
        window.setWindowTitle(PROGRAM_NAME)
        window.show()
        if before is not None:
            before.hide()
            before.deleteLater()
