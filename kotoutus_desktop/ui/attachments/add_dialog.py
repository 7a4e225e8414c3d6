"""A scan is chosen, named and taken in."""

from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kotoutus_desktop.casework.attachments import LARGEST, MEGABYTE, Scan, add_scan, checked_type
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.attachment import AttachmentKind
from kotoutus_desktop.ui.attachments.pictures import picture_of
from kotoutus_desktop.ui.clients.intake_choices import enum_choices
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import ChoiceField
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.workspace import Workspace

_NO_FILE = N_("Choose a file first.")
_UNREAD = N_("The file cannot be read. Check that it is still there.")


class AddScanDialog(QDialog):
    """Asks until the scan is taken in; what is wrong with it is said before anything is kept."""

    def __init__(
        self, workspace: Workspace, client_id: UUID, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._client_id = workspace, client_id
        self._scan: Scan | None = None
        title = _("Add a scan")
        self.setWindowTitle(title)
        said = _(
            "PDF, PNG or JPEG, at most {most} MB. The scan lies encrypted in the office’s file. "
            "Delete the original from the computer’s folders when it is not needed there. Keep "
            "only what the client’s matter needs."
        ).format(most=LARGEST // MEGABYTE)
        self.choose = Button(_("Choose the file…"), icon="folder-open")
        self.choose.clicked.connect(self.ask_file)
        self.file = wrapped("", "body")
        self.error = wrapped("", "body", "danger")
        self.error.hide()
        self.kind = ChoiceField(_("What it is"), enum_choices(AttachmentKind))
        self.kind.set_value(AttachmentKind.PERMIT.value)
        self.title = TextField(_("What the scan shows"))
        self.save = Button(_("Keep the scan"), "primary", key="Ctrl+Return")
        self.save.clicked.connect(self.accept)
        stay = Button(_("Back"))
        stay.clicked.connect(self.reject)
        chosen = Row(gap=2)
        chosen.put(self.choose, (self.file, 1))
        buttons = Row(gap=2)
        buttons.put(None, stay, self.save)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(title, "title"), wrapped(said, "body", "muted"), chosen, self.error, self.kind,
            self.title, None, buttons,
        )  # fmt: skip
        self.title.line.returnPressed.connect(self.accept)
        self.resize(theme().px(540), theme().px(470))
        self.choose.setFocus()

    def ask_file(self) -> None:
        """Ask which file."""
        start = str(self._workspace.preferences.last_folder)
        kinds = _("Scans (*.pdf *.png *.jpg *.jpeg)")
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose the file…"), start, kinds)
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """Look at a file: what it is by its content, how large, whether it can be shown."""
        self._scan = None
        try:
            scan = _read(path)
            picture_of(scan.content, checked_type(scan))
        except InvalidInput as error:
            self._refuse(error)
            return
        self._scan = scan
        self._say("")
        self.file.setText(scan.name)
        self.title.take_focus()

    def accept(self) -> None:
        """Keep the scan and close."""
        if self._scan is None:
            self._refuse(InvalidInput("file", _NO_FILE))
            return
        try:
            kind = AttachmentKind(self.kind.value() or AttachmentKind.OTHER)
            with self._workspace.database.transaction(_("scan added")) as session:
                today = self._workspace.today()
                add_scan(session, self._client_id, self._scan, kind, self.title.value(), today)
        except InvalidInput as error:
            self._refuse(error)
            return
        super().accept()

    def _refuse(self, error: InvalidInput) -> None:
        if error.field == "title":
            self.title.show_error(explain(error))
            self.title.take_focus()
            return
        self._say(explain(error))
        self.choose.setFocus()

    def _say(self, fault: str) -> None:
        self.error.setText(fault)
        self.error.setVisible(bool(fault))
        if fault:
            self.file.setText("")


def _read(path: Path) -> Scan:
    """Read a file, of one that is too large only its size."""
    try:
        with path.open("rb") as file:
            return Scan(path.name, file.read(LARGEST + 1))
    except OSError as error:
        raise InvalidInput("file", _UNREAD) from error
