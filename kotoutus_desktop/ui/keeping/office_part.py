"""The whole office as files, in the settings: for supervisors and administrators."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from kotoutus_desktop.casework.log.spot_check import CHECKERS
from kotoutus_desktop.casework.office_export.files import Wanted
from kotoutus_desktop.casework.office_export.tables import open_with_reason
from kotoutus_desktop.casework.people import Administrator, require_own_passphrase
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.key_slots import STRONG
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.jobs import Job, JobDialog
from kotoutus_desktop.ui.keeping.office_saving import OfficeOrder, Saved, save_office
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.settings.part import Part
from kotoutus_desktop.ui.settings.passphrase_part import ASK_CURRENT
from kotoutus_desktop.ui.start.passphrase import PassphraseField
from kotoutus_desktop.ui.workspace import Workspace

FAILED = "office"
_NO_PASSWORD = N_("Write a password, or choose to save without one.")


class OfficeExportPart(Part):
    """What goes along, the lock of the file, and the passphrase of whoever exports."""

    def __init__(self, workspace: Workspace, bars: MessageBars, cost: Cost = STRONG) -> None:
        super().__init__(
            _("Whole office as files"),
            _(
                "Every table that people recorded, as JSON and as CSV, with a paper that says what "
                "each table and column holds: to move to another program, or to keep. It holds the "
                "data of all clients; the log notes it of each."
            ),
        )
        self._workspace, self._bars, self._cost = workspace, bars, cost
        self._jobs: list[Job] = []
        self.scans = CheckField(_("With the scans"))
        self.history = CheckField(
            _("With the history"), hint=_("What stood there before, and what was deleted.")
        )
        self.reason = TextField(
            _("Why restricted cases go along"),
            hint=_(
                "The log keeps it of each case that you were let in to. Left empty, only those go "
                "along that you have opened since the file was unlocked."
            ),
        )
        self.password = TextField(
            _("Password of the file"),
            hint=_(
                "The archive then lies inside a locked PDF (AES-256), as its attachment. Tell the "
                "password by another way than the file."
            ),
        )
        self.unlocked = CheckField(
            _("Without a password"), hint=_("The files may then go to an encrypted disk only.")
        )
        self.own = PassphraseField(_("Your own passphrase"))
        self.button = Button(
            _("Choose a folder and save …"), "primary", "folder-open", key="Ctrl+Return"
        )
        self.button.clicked.connect(self.choose_and_save)
        self.own.line.returnPressed.connect(self.choose_and_save)
        self._lay_out()

    def shown(self) -> None:
        """Forget the password and the passphrase of before."""
        for field in (self.password, self.own, self.reason):
            field.set_value("")
            field.clear_error()

    def choose_and_save(self) -> None:
        """Check what was entered, ask for the folder, and save there."""
        if not self._is_complete():
            return
        start = str(self._workspace.preferences.last_folder)
        folder = QFileDialog.getExistingDirectory(self, _("Where to save"), start)
        if folder:
            self.save_to(Path(folder))

    def save_to(self, folder: Path) -> Job | None:
        """Open the cases that go along, and save off the main thread; None when refused."""
        if not self._is_complete() or not self._opened():
            return None
        workspace, order = self._workspace, self._order()
        job = Job(lambda report: save_office(workspace, folder, order, report))
        job.succeeded.connect(lambda saved: self._saved(saved, folder))
        job.failed.connect(self._failed)
        self._jobs = [job]
        JobDialog(_("The office is being exported"), job, self).open()
        return job

    def _order(self) -> OfficeOrder:
        wanted = Wanted(scans=bool(self.scans.value()), history=bool(self.history.value()))
        return OfficeOrder(wanted, str(self.password.value()))

    def _is_complete(self) -> bool:
        if not str(self.password.value()).strip() and not self.unlocked.value():
            return self._refuse(self.password, _(_NO_PASSWORD))
        if self.own.is_empty():
            return self._refuse(self.own, _(ASK_CURRENT))
        by = Administrator(self.own.value(), self._cost)
        try:
            require_own_passphrase(self._workspace.database, by, CHECKERS)
        except KotoutusError as error:
            return self._refuse(self.own, explain(error))
        return True

    def _opened(self) -> bool:
        reason = str(self.reason.value()).strip()
        if not reason:
            return True
        try:
            with self._workspace.database.transaction() as session:
                open_with_reason(session, reason)
        except InvalidInput as error:
            return self._refuse(self.reason, explain(error))
        return True

    def _refuse(self, field: Field, words: str) -> bool:
        field.show_error(words)
        field.take_focus()
        return False

    def _saved(self, saved: Saved, folder: Path) -> None:
        self._workspace.preferences.last_folder = folder
        self._bars.withdraw(FAILED)
        self._bars.show_success(saved.text)
        self.shown()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KotoutusError):
            raise error
        self._bars.show_message(Message(explain(error), Tone.DANGER, key=FAILED))

    def _lay_out(self) -> None:
        along = Card(_("What goes along"))
        along.put(self.scans, self.history, self.reason)
        lock = Card(_("The lock of the file"))
        advice = _(
            "Erase the files when they have served: erasing a case here does not reach them."
        )
        lock.put(self.password, self.unlocked, wrapped(advice, "small", "muted"))
        self.put(along, lock, self.own, row(self.button, None))
