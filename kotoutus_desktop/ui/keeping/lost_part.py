"""A computer was lost: the paper for the notification of the same day, also from a copy."""

from datetime import UTC, datetime, time
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from kotoutus_desktop.casework.lost_laptop import keys_of, lost_file
from kotoutus_desktop.documents.facts_sheet import facts_pdf
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.history.noting import Act, Note
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.turning import Turning
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.keeping.lost_copy import NAME, CopyRead, read_copy
from kotoutus_desktop.ui.keeping.lost_sheet import Loss, lost_sheet
from kotoutus_desktop.ui.keeping.saving import PaperSaver
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.settings.part import BESIDE_FROM, Part
from kotoutus_desktop.ui.start.passphrase import PassphraseField
from kotoutus_desktop.ui.workspace import Workspace

LOST = "lost_laptop"


class LostPart(Part):
    """When it was seen and missed; the paper of this file, or of a copy of the lost one."""

    def __init__(self, workspace: Workspace, bars: MessageBars) -> None:
        super().__init__(
            _("Lost computer"),
            _(
                "The paper says what was on the computer, since when, how it was protected and "
                "which clients it concerns, by number: what the Data Protection Ombudsman is told "
                "within 72 hours."
            ),
        )
        self._workspace = workspace
        self._saver = PaperSaver(self, workspace.preferences, bars)
        self._jobs: list[Job] = []
        self._copy: Path | None = None
        self.seen = DateField(_("Last seen on"), workspace.today)
        self.noticed = DateField(_("Noticed on"), workspace.today, hint=_("Left empty, it is now."))
        self.what = TextField(
            _("What happened"), hint=_("For example: left in the bus, bag stolen.")
        )
        self.save = Button(_("Paper of this file"), icon="file-type-pdf")
        self.choose = Button(_("Choose a copy of the lost file …"), icon="folder-open")
        self.chosen = wrapped("", "small", "muted")
        self.passphrase = PassphraseField(_("Passphrase of the day of the copy"))
        self.from_copy = Button(_("Paper of the copy"), icon="file-type-pdf")
        self._lay_out()
        self.save.clicked.connect(self.save_own)
        self.choose.clicked.connect(self.choose_copy)
        self.from_copy.clicked.connect(self.save_of_copy)
        self.passphrase.line.returnPressed.connect(self.save_of_copy)

    def shown(self) -> None:
        """Forget the passphrase and the copy of before."""
        self.passphrase.set_value("")
        self.use_copy(None)

    def save_own(self) -> None:
        """Make the paper of the file that is open here."""
        try:
            loss = self._loss()
        except InvalidInput:
            return
        database, last = self._workspace.database, self._workspace.keeper.last
        with database.reading() as session:
            lost = lost_file(session, keys_of(database.path))
        loss = Loss(
            loss.noticed,
            loss.seen,
            loss.what,
            copy_at=last.made_at if last else None,
            lock_minutes=self._workspace.preferences.lock_minutes,
        )
        database.note_soon(Note(Act.EXPORT, subject=LOST))
        self._saver.choose_and_save(facts_pdf(lost_sheet(lost, loss)), NAME)

    def choose_copy(self) -> None:
        """Ask for the copy: on a stick, in the second place, from another computer."""
        preferences = self._workspace.preferences
        start = str(preferences.second_place or preferences.last_folder)
        title, ending = _("Choose a copy"), self._workspace.database.path.suffix
        name, _kind = QFileDialog.getOpenFileName(self, title, start, f"*{ending}")
        if name:
            self.use_copy(Path(name))
            self.passphrase.take_focus()

    def use_copy(self, copy: Path | None) -> None:
        """Show which copy is read."""
        self._copy = copy
        self.chosen.setText(str(copy) if copy else "")
        for widget in (self.chosen, self.passphrase, self.from_copy):
            widget.setVisible(copy is not None)

    def save_of_copy(self) -> None:
        """Open the copy off the main thread, and make its paper."""
        copy, passphrase = self._copy, self.passphrase.value()
        if copy is None or not passphrase or not self.from_copy.isEnabled():
            return
        try:
            loss = self._loss()
        except InvalidInput:
            return
        self.from_copy.setEnabled(False)
        job = Job(lambda _report: read_copy(copy, passphrase))
        job.succeeded.connect(lambda read: self._read(read, loss))
        job.failed.connect(self._failed)
        job.finished.connect(lambda: self.from_copy.setEnabled(True))
        self._jobs = [job]
        job.start()

    def _read(self, read: CopyRead, loss: Loss) -> None:
        loss = Loss(loss.noticed, loss.seen, loss.what, read_from=read.made_at)
        self._saver.choose_and_save(facts_pdf(lost_sheet(read.lost, loss)), NAME)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KotoutusError):
            raise error
        self.passphrase.show_error(explain(error))
        self.passphrase.take_focus()

    def _loss(self) -> Loss:
        """Return what was entered; raises InvalidInput, which is shown at its field."""
        seen, noticed = self._moment(self.seen), self._moment(self.noticed)
        return Loss(noticed or self._workspace.now(), seen, str(self.what.value()).strip())

    def _moment(self, field: DateField) -> datetime | None:
        try:
            day = field.day()
        except InvalidInput as error:
            field.show_error(explain(error))
            field.take_focus()
            raise
        return datetime.combine(day, time()).astimezone().astimezone(UTC) if day else None

    def _lay_out(self) -> None:
        days = Turning(BESIDE_FROM, gap=4)
        days.row.addWidget(self.seen, 1)
        days.row.addWidget(self.noticed, 1)
        here = Card(_("This file"))
        said = _(
            "Made while the computer is here, it says what would be lost: print it now and then, "
            "and keep it where the copies are not."
        )
        here.put(wrapped(said, "small", "muted"), _line(self.save))
        other = Card(_("From a copy, on another computer"))
        more = _("The copy is only read. What was recorded after it was made is not in the paper.")
        other.put(wrapped(more, "small", "muted"), _line(self.choose), self.chosen)
        fields: list[Field] = [self.passphrase]
        other.put(*fields, _line(self.from_copy))
        self.put(days, self.what, here, other)


def _line(button: Button) -> Turning:
    line = Turning(BESIDE_FROM, gap=2)
    line.row.put(button, None)
    return line
