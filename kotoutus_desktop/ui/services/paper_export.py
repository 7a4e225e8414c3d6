"""A paper of the services saved as PDF: in which language, where to, and what happened."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import INTERFACE_LANGUAGES, _
from kotoutus_desktop.ui.components.buttons import MenuButton
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.message_bar import Act, Message, Tone
from kotoutus_desktop.ui.phrases.phrasebook import written_in
from kotoutus_desktop.ui.workspace import Workspace

Make = Callable[[str], bytes]


class SaveButton(MenuButton):
    """Saves a paper of the municipality in one of the three languages."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Save as PDF"), "file-type-pdf")
        for code in INTERFACE_LANGUAGES:
            text = _("Save as PDF {language}").format(language=written_in(code))
            self.act(text, partial(self.chosen.emit, code), "file-type-pdf")


class PaperExport:
    """Asks where to, and saves; what happened is told by `say`."""

    def __init__(
        self, page: QWidget, workspace: Workspace, say: Callable[[Message], object]
    ) -> None:
        self._page, self._workspace, self._say = page, workspace, say

    def choose_and_save(self, make: Make, language: str, name: str) -> None:
        """Ask for the place of the file and save what `make` returns for the language."""
        start = self._workspace.preferences.last_folder / f"{name}-{language}.pdf"
        chosen, _kind = QFileDialog.getSaveFileName(
            self._page, _("Save as PDF"), str(start), "*.pdf"
        )
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(".pdf"), make, language)

    def save_to(self, path: Path, make: Make, language: str) -> bool:
        """Save a paper; tell whether it is there."""
        try:
            save_paper(path, make(language))
        except KotoutusError as error:
            again = Act(
                _("Save under another name"),
                lambda: self.choose_and_save(make, language, path.stem),
                plain=False,
            )
            self._say(Message(explain(error), Tone.DANGER, (again,), key="save"))
            return False
        self._workspace.preferences.last_folder = path.parent
        self._say(Message(_("Saved: {name}").format(name=path.name), Tone.SUCCESS, key="save"))
        return True
