"""A paper of the office that is saved where the counsellor says."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.message_bar import Act, Message, MessageBars, Tone
from kotoutus_desktop.ui.preferences import Preferences

FAILED = "save"


class PaperSaver:
    """Asks where to, and saves; what goes wrong is said in the bars, with a way to try again."""

    def __init__(self, parent: QWidget, preferences: Preferences, bars: MessageBars) -> None:
        self._parent, self._preferences, self._bars = parent, preferences, bars

    def choose_and_save(self, content: bytes, name: str) -> bool:
        """Ask for the place of the file; `name` is suggested and names nobody.

        Tells whether it was saved.
        """
        start = self._preferences.last_folder / f"{name}.pdf"
        title = _("Save as PDF")
        chosen, _kind = QFileDialog.getSaveFileName(self._parent, title, str(start), "*.pdf")
        if not chosen:
            return False
        path = Path(chosen)
        return self.save_to(path if path.suffix else path.with_suffix(".pdf"), content, name)

    def save_to(self, path: Path, content: bytes, name: str) -> bool:
        """Save the file; tells whether it was."""
        try:
            save_paper(path, content)
        except KotoutusError as error:
            again = Act(
                _("Save under another name"),
                lambda: self.choose_and_save(content, name),
                plain=False,
            )
            self._bars.show_message(Message(explain(error), Tone.DANGER, (again,), key=FAILED))
            return False
        self._bars.withdraw(FAILED)
        self._preferences.last_folder = path.parent
        self._bars.show_success(_("Saved: {name}").format(name=path.name))
        return True
