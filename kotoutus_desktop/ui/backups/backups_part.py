"""Copies of the file in the settings: the last one, the second place, all that are kept."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QProgressBar

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.shelf import Copy, copies_in, newest_proven
from kotoutus_desktop.models.place import copies_folder
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.backups.words import about_copy, moment_text, state_of_copy
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import IconLabel, Label, Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear, row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.settings.part import Part
from kotoutus_desktop.ui.workspace import Workspace

SHOWN_AT_MOST = 100


class BackupsPart(Part):
    """Says whether the work is safe, and what to do when it is not."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            _("Backup copies"),
            _(
                "The program copies the file by itself: after half an hour of changes, when it is "
                "locked and when it is closed. Each copy is restored for a trial and checked "
                "before it is called proven. Old copies are thinned: a day of all, a week of "
                "days, a month of weeks, a year of months."
            ),
        )
        self._workspace, self._keeper = workspace, workspace.keeper
        self.state = wrapped("", "strong")
        self.fault = wrapped("", "body", "danger")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("A copy is being made"))
        self.make = Button(_("Make a copy now"), icon="copy")
        self.restore = Button(_("Go back to a copy …"), icon="history")
        self.place = wrapped("", "body")
        self.place_state = wrapped("", "small", "muted")
        self.choose = Button(_("Choose a folder …"), icon="usb")
        self.forget = Button(_("Do not use it"), "link")
        self._copies = Column(gap=2)
        self._lay_out()
        self._connect()

    def shown(self) -> None:
        """Look at the folders again: a stick may have been plugged in."""
        self._show_state()
        self._show_second()
        self._show_copies()

    def choose_second(self) -> None:
        """Ask for the second place."""
        start = self._workspace.preferences.second_place or self._workspace.preferences.last_folder
        folder = QFileDialog.getExistingDirectory(self, _("Second place for copies"), str(start))
        if folder:
            self.use_second(Path(folder))

    def use_second(self, folder: Path) -> None:
        """Carry copies there from now on; the folder of the file itself is no second place."""
        home = self._workspace.database.path.parent
        if folder.resolve() in (home.resolve(), copies_folder(home / "x").resolve()):
            self.place_state.setText(_("That is where the copies lie already. Choose another."))
            announce(self, self.place_state.text(), urgent=True)
            return
        self._workspace.preferences.second_place = folder
        self._keeper.look()
        self.shown()

    def forget_second(self) -> None:
        """Carry no copies to a second place any more; those that are there stay."""
        self._workspace.preferences.second_place = None
        self._keeper.second_failure = None
        self.shown()
        self.choose.setFocus()

    def _lay_out(self) -> None:
        last = Card(_("The last copy"))
        last.put(self.state, self.fault, self.bar)
        last.put(row(self.make, self.restore, None))
        second = Card(_("Second place"))
        second.put(self.place, self.place_state, row(self.choose, self.forget, None))
        kept = Card(_("Copies on this computer"))
        kept.column.addLayout(self._copies)
        advice = _(
            "A copy is encrypted like the file and opens with the passphrase of its day. Someone "
            "who was erased stays in older copies until these are thinned."
        )
        self.put(last, second, kept, wrapped(advice, "small", "muted"))
        self.bar.hide()

    def _connect(self) -> None:
        self.make.clicked.connect(lambda: self._keeper.make(Reason.HAND))
        self.restore.clicked.connect(self._workspace.restore_wanted)
        self.choose.clicked.connect(self.choose_second)
        self.forget.clicked.connect(self.forget_second)
        self._keeper.changed.connect(self.shown)
        self._keeper.progressed.connect(self._show_progress)

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _show_state(self) -> None:
        keeper = self._keeper
        self.state.setText(last_copy_text(keeper.last))
        failures = [each for each in (keeper.failure, keeper.second_failure) if each is not None]
        self.fault.setText(" ".join(explain(failure) for failure in failures))
        self.fault.setVisible(bool(failures))
        had_keyboard = self.make.hasFocus()
        self.bar.setVisible(keeper.is_busy)
        self.make.setEnabled(not keeper.is_busy)
        if had_keyboard and keeper.is_busy:
            self.restore.setFocus()

    def _show_second(self) -> None:
        folder = self._workspace.preferences.second_place
        self.forget.setVisible(folder is not None)
        self.place.setText(str(folder) if folder else _("No second place has been chosen."))
        self.place_state.setText(self._second_state(folder))

    def _second_state(self, folder: Path | None) -> str:
        if folder is None:
            return _(
                "If the computer is lost, the copies on it are lost too. Choose a folder on a "
                "stick, an external disk or a network drive."
            )
        try:
            there = folder.is_dir()
        except OSError:
            there = False
        if not there:
            return _("It is not there now. The last copy is carried there when it is plugged in.")
        return last_copy_text(newest_proven(folder, self._workspace.database.path))

    def _show_copies(self) -> None:
        clear(self._copies)
        path = self._workspace.database.path
        copies = copies_in(copies_folder(path), path)[:SHOWN_AT_MOST]
        for number, copy in enumerate(copies):
            if number:
                self._copies.addWidget(Rule())
            self._copies.addWidget(copy_line(copy))
        if not copies:
            self._copies.addWidget(wrapped(_("There is no copy yet."), "body", "muted"))


def last_copy_text(copy: Copy | None) -> str:
    """Say when the last proven copy was made."""
    if copy is None:
        return _("There is no proven copy yet.")
    return _("Last proven copy: {when}").format(when=moment_text(copy.made_at))


def copy_line(copy: Copy) -> QFrame:
    """Return a line about one copy."""
    frame = QFrame()
    frame.setProperty("kind", "plain")
    icon, tone = ("shield-check", "success") if copy.is_proven else ("copy", "text_muted")
    line = Row(frame, gap=2)
    words = Column(gap=0)
    words.put(
        Label(moment_text(copy.made_at), "strong"), wrapped(about_copy(copy), "small", "muted")
    )
    line.addWidget(IconLabel(icon, tone, 20))
    line.addLayout(words, 1)
    line.addWidget(Label(state_of_copy(copy), "small", "muted"))
    frame.setAccessibleName(
        f"{moment_text(copy.made_at)}, {about_copy(copy)}, {state_of_copy(copy)}"
    )
    return frame


def failure_text(error: KotoutusError) -> str:
    """Say that the copy did not succeed, and why."""
    return _("The backup copy did not succeed. {reason}").format(reason=explain(error))
