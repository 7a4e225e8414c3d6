"""Right of access: everything that is held on one person, saved with one click."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kotoutus_desktop.casework.attachments import held_scans
from kotoutus_desktop.casework.held import held_on, note_given
from kotoutus_desktop.casework.held_file import held_json
from kotoutus_desktop.casework.own_phrases import office_library
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.documents.facts_sheet import facts_pdf, made_line
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.typesetting import attached
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.keeping.held_sheet import held_sheet
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.workspace import Workspace

JSON = "application/json"


class HeldDialog(QDialog):
    """Asks for a password and a folder; `saved` is told the names of the files."""

    def __init__(
        self,
        workspace: Workspace,
        client_id: UUID,
        saved: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._client_id, self._saved = workspace, client_id, saved
        title = _("All that is held on this person")
        self.setWindowTitle(title)
        said = _(
            "Every record of the case, what stood there earlier, half-typed forms and when the "
            "data was handled: as PDF to read and as JSON for programs. Data of other people is "
            "blacked out where a field holds it. Read the paper before you give it out: running "
            "text may speak of others."
        )
        self.password = TextField(
            _("Password, if the PDF is sent"),
            hint=_(
                "Tell it by another way than the file. With a password the JSON lies inside the "
                "locked PDF; without one it is saved beside it."
            ),
        )
        self.button = Button(_("Choose a folder and save …"), "primary", "folder-open")
        self.button.show_key("Ctrl+Return")
        self.button.setShortcut("Ctrl+Return")
        self.button.clicked.connect(self.choose_and_save)
        self.password.line.returnPressed.connect(self.choose_and_save)
        stay = Button(_("Back"))
        stay.clicked.connect(self.reject)
        buttons = Row(gap=2)
        buttons.put(None, stay, self.button)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(title, "title"), wrapped(said, "body", "muted"), self.password, None, buttons
        )
        self.setMinimumWidth(theme().px(540))
        self.password.take_focus()

    def choose_and_save(self) -> None:
        """Ask for the folder, and save there."""
        start = str(self._workspace.preferences.last_folder)
        folder = QFileDialog.getExistingDirectory(self, _("Where to save"), start)
        if folder:
            self.save_to(Path(folder))

    def save_to(self, folder: Path) -> None:
        """Save paper and file; what goes wrong is said at the password."""
        password = str(self.password.value())
        try:
            pdf, content, name = self._made()
            target = folder / f"{name}.pdf"
            with self._workspace.database.reading() as session:
                for scan in held_scans(session, self._client_id):
                    pdf = attached(pdf, *scan)
            if password:
                pdf = attached(pdf, f"{name}.json", content, JSON)
            save_paper(target, pdf, password)
            if not password:
                save_paper(target.with_suffix(".json"), content)
            with self._workspace.database.transaction() as session:
                note_given(session, self._client_id)
        except (InvalidInput, KotoutusError) as error:
            self.password.show_error(explain(error))
            self.password.take_focus()
            return
        self._workspace.preferences.last_folder = folder
        names = target.name if password else f"{target.name}, {target.stem}.json"
        self.accept()
        self._saved(_("Saved: {name}").format(name=names))

    def _made(self) -> tuple[bytes, bytes, str]:
        now, today = self._workspace.now(), self._workspace.today()
        with self._workspace.database.reading() as session:
            held = held_on(session, self._client_id)
            office, library = the_office(session), office_library(session)
        swedish = interface_language() == "sv" and office.name_sv
        sender = office.name_sv if swedish else office.name_fi or office.name_sv
        sheet = held_sheet(held, sender, made_line(sender, today), library)
        name = f"{held.number or 'case'}-{today:%Y%m%d}"
        return facts_pdf(sheet), held_json(held, now), name
