"""A new passphrase, and a new recovery sheet when the old one is lost or was seen."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.office import change_own_passphrase, new_recovery_codes
from kotoutus_desktop.casework.register import get_officer, the_office
from kotoutus_desktop.documents.recovery_sheet import RecoverySheet
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.key_slots import STRONG
from kotoutus_desktop.models.keys_file import Cost, Role
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, Rule, wrapped
from kotoutus_desktop.ui.components.layout import Row, column
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.settings.part import Part
from kotoutus_desktop.ui.start.passphrase import NewPassphraseField, PassphraseField
from kotoutus_desktop.ui.start.sheet_card import SheetCard
from kotoutus_desktop.ui.start.unlock_card import confirmed
from kotoutus_desktop.ui.workspace import Workspace

CHANGED = N_("The passphrase was changed. The recovery sheet is still good.")
ASK_CURRENT = N_("Write the passphrase that you use now.")


class PassphrasePart(Part):
    """Both acts ask for the current passphrase: the laptop may have been left open.

    `cost` is what deriving the new key takes.
    """

    def __init__(self, workspace: Workspace, bars: MessageBars, cost: Cost = STRONG) -> None:
        super().__init__(
            _("Passphrase"),
            _("It opens the file on this laptop. Nobody can find it out: not even the makers."),
        )
        self._workspace, self._bars, self.cost = workspace, bars, cost
        self._jobs: list[Job] = []
        self.current = PassphraseField(_("Current passphrase"))
        self.new = NewPassphraseField(_("New passphrase"))
        self.again = PassphraseField(_("New passphrase again"))
        self.change = Button(_("Change the passphrase"), icon="key")
        self.change.clicked.connect(self.change_passphrase)
        self.again.line.returnPressed.connect(self.change_passphrase)
        self.code = PassphraseField(_("Current passphrase"))
        self.renew = Button(_("Make a new recovery sheet"), icon="shield-lock")
        self.renew.clicked.connect(self.renew_sheet)
        self.code.line.returnPressed.connect(self.renew_sheet)
        self.split = CheckField(
            _("Two sheets for two people"), hint=_("Both together open the file, one alone not.")
        )
        self.sheet: SheetCard | None = None
        self._forms = column(
            self.current,
            self.new,
            self.again,
            _left(self.change),
            gap=4,
        )
        self._recovery = column(
            1,
            Rule(),
            Label(_("Recovery sheet"), "heading"),
            wrapped(
                _(
                    "Make a new sheet if the old one is lost, or if somebody may have seen it. "
                    "The old sheet then opens nothing any more."
                ),
                "body",
                "muted",
            ),
            self.code,
            self.split,
            _left(self.renew),
            gap=4,
        )
        self.put(self._forms, self._recovery)
        self._recovery.setVisible(workspace.role is Role.ADMINISTRATOR)

    def shown(self) -> None:
        """Give the words that somebody who guesses would try first; forget what was typed."""
        with self._workspace.database.reading() as session:
            office = the_office(session)
            name = get_officer(session, self._workspace.officer_id).name
        self.new.known = [*office.name_fi.split(), *office.name_sv.split(), *name.split()]
        self._empty()

    def change_passphrase(self) -> None:
        """Change it, off the main thread; what is wrong is said at its field."""
        if not self.change.isEnabled() or not _is_there(self.current):
            return
        new = confirmed(self.new, self.again)
        if new is None:
            return
        database, current = self._workspace.database, self.current.value()
        self._run(
            lambda: change_own_passphrase(database, current, new, self.cost),
            self._changed,
            self.current,
        )

    def renew_sheet(self) -> None:
        """Make a new code, and show it until the sheet is safe."""
        if not self.renew.isEnabled() or not _is_there(self.code):
            return
        database, current = self._workspace.database, self.code.value()
        split = self.split.value()
        self._run(
            lambda: new_recovery_codes(database, current, self.cost, split=split),
            self._show_sheets,
            self.code,
        )

    def _changed(self, _nothing: object) -> None:
        self._empty()
        self._bars.show_success(_(CHANGED))

    def _show_sheets(self, codes: tuple[str, ...], number: int = 1) -> None:
        self._empty()
        self._put_away()
        database = self._workspace.database
        with database.reading() as session:
            office = the_office(session).name_fi
        half = number if len(codes) > 1 else 0
        today = self._workspace.today()
        sheet = RecoverySheet(codes[number - 1], office, database.path.name, today, half)
        self.sheet = SheetCard(sheet, self._workspace.preferences.last_folder)
        self.sheet.go_on.set_label(_("Done"))
        is_last = number == len(codes)
        self.sheet.finished.connect(
            self._put_away if is_last else lambda: self._show_sheets(codes, number + 1)
        )
        self._forms.hide()
        self._recovery.hide()
        self.put(self.sheet)
        self.sheet.print.setFocus()

    def _put_away(self) -> None:
        if self.sheet is not None:
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None
        self._forms.show()
        self._recovery.setVisible(self._workspace.role is Role.ADMINISTRATOR)
        self.current.take_focus()

    def _run(
        self, work: Callable[[], object], done: Callable[[Any], None], field: PassphraseField
    ) -> None:
        def refused(error: Exception) -> None:
            if not isinstance(error, KotoutusError):
                raise error
            field.show_error(explain(error))
            field.line.selectAll()
            field.take_focus()

        self._set_busy(True)
        job = Job(lambda _report: work())
        job.succeeded.connect(done)
        job.failed.connect(refused)
        job.finished.connect(lambda: self._set_busy(False))
        self._jobs.append(job)  # a job must live until it has ended
        job.start()

    def _set_busy(self, busy: bool) -> None:
        self.change.setEnabled(not busy)
        self.renew.setEnabled(not busy)

    def _empty(self) -> None:
        for field in (self.current, self.new, self.again, self.code):
            field.set_value("")
            field.set_help("")
            field.clear_error()


def _is_there(field: PassphraseField) -> bool:
    """Tell whether a passphrase was typed; says what is missing."""
    if field.is_empty():
        field.show_error(_(ASK_CURRENT))
        field.take_focus()
    return not field.is_empty()


def _left(button: Button) -> QWidget:
    holder = QWidget()
    Row(holder, gap=0).put(button, None)
    return holder
