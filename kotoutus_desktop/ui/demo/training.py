"""The program to practise with: fictional clients, and nothing that is done is kept."""

import secrets
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from kotoutus_desktop.demo.filling import fill
from kotoutus_desktop.i18n import _, set_interface_language
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import create_keys, keys_beside, wipe
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.ui.components.labels import IconLabel, wrapped
from kotoutus_desktop.ui.components.layout import Row
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.message_bar import Message
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.workspace import Clock, Workspace, clock

FILE_NAME = "harjoittelu.kotoutus"
QUICK = Cost(memory=64, passes=1, lanes=1)  # the passphrase is random: no guess will find it


class TrainingBar(QFrame):
    """Says all the time that this is practice. It cannot be closed."""

    def __init__(self) -> None:
        super().__init__()
        words = _("Training: fictional clients; nothing is kept")
        self.setProperty("kind", "bar")
        self.setProperty("tone", "info")
        self.setAccessibleName(words)
        row = Row(self, (5, 1, 5, 1), 3)
        row.put(IconLabel("info-circle", "info", 20), (wrapped(words, "small"), 1))


class Training:
    """A copy of the program in a folder of its own, which is gone afterwards.

    The file is encrypted like any other, with a key that nobody has been told: should the
    program be stopped by force, what stays in the folder cannot be read.
    """

    def __init__(self, preferences: Preferences | None = None, now: Clock = clock) -> None:
        self._chosen, self._now = preferences or Preferences(), now
        self._folder = TemporaryDirectory(prefix="kotoutus-", ignore_cleanup_errors=True)
        self.folder = Path(self._folder.name)
        self.workspace: Workspace | None = None
        self.window: MainWindow | None = None

    def __enter__(self) -> Self:
        """Fill the file."""
        try:
            self.workspace = self._filled()
        except BaseException:
            self._folder.cleanup()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        """Close the window and remove the folder."""
        self._shut()
        if self.workspace is not None:
            self.workspace.database.close()
            self.workspace.preferences.keep()  # or they are written later, into a new folder
            self.workspace = None
        self._folder.cleanup()

    def open(self) -> None:
        """Show the window as the settings of the training are, in place of one shown before."""
        assert self.workspace is not None, "training is opened inside its block"
        self._shut()
        chosen = self.workspace.preferences
        theme().apply(chosen.mode, chosen.text_factor)
        set_interface_language(chosen.language)
        self.window = MainWindow(self.workspace)
        self.window.locked.connect(self._not_locked)
        show_training_bar(self.window)
        self.window.show()

    def _shut(self) -> None:
        if self.window is not None:
            window, self.window = self.window, None
            be_rid_of(window)

    def _not_locked(self) -> None:
        """Stay open: there is no passphrase to ask for."""
        assert self.window is not None
        self.window.open(Destination(PageName.TODAY))
        words = _("In training there is no passphrase: the window stays open.")
        self.window.bars.show_message(Message(words, key="lock"))

    def _filled(self) -> Workspace:
        path = self.folder / FILE_NAME
        key, _code = create_keys(keys_beside(path), secrets.token_urlsafe(), cost=QUICK)
        try:
            database = Database(path, key)
        finally:
            wipe(key)
        now = self._now()
        officer, _count = fill(database, now.astimezone().date(), now)
        return Workspace(database, officer.id, self._preferences(), self._now)

    def _preferences(self) -> Preferences:
        """Return settings that begin as the counsellor's own and are forgotten with the rest."""
        kept = Preferences(self.folder / "settings.ini")
        kept.mode, kept.text_factor = self._chosen.mode, self._chosen.text_factor
        kept.language, kept.last_folder = self._chosen.language, self._chosen.last_folder
        return kept


def be_rid_of(window: QWidget) -> None:
    """Close a window and destroy it at once: its timers must not ask a file that is closed."""
    window.close()
    QThreadPool.globalInstance().waitForDone()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def show_training_bar(window: MainWindow) -> None:
    """Put the bar over the pages of a window."""
    content = window.bars.parentWidget()
    column = content.layout() if content else None
    assert isinstance(column, QBoxLayout), "the messages of the window stand in a column"
    column.insertWidget(0, TrainingBar())
