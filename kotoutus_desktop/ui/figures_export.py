"""Numbers of the office saved as a file: never a row about a client."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.log.exports import note_export
from kotoutus_desktop.ui.message_bar import Act, Message, MessageBars, Tone
from kotoutus_desktop.ui.workspace import Workspace

FAILED = "save"
_TITLES = {
    ".xlsx": N_("Save as a spreadsheet"),
    ".csv": N_("Save as CSV"),
    ".pdf": N_("Save as PDF"),
}
Sheet = TypeVar("Sheet")
Kind = TypeVar("Kind", bound=StrEnum)


class FiguresExport(Generic[Sheet, Kind]):
    """Asks where to, and saves; what goes wrong is said in the bars of the page.

    The value of a kind is the ending of the name; `subject` is what the log calls the file.
    """

    subject: str

    def __init__(self, page: QWidget, workspace: Workspace, bars: MessageBars) -> None:
        self._page, self._workspace, self._bars = page, workspace, bars

    def content(self, sheet: Sheet, kind: Kind) -> bytes:
        """Return the bytes of a file; each export makes its own."""
        raise NotImplementedError

    def choose_and_save(self, sheet: Sheet, kind: Kind, name: str) -> None:
        """Ask for the place of the file and save it."""
        start = self._workspace.preferences.last_folder / f"{name}{kind.value}"
        chosen, _kind = QFileDialog.getSaveFileName(
            self._page, _(_TITLES[kind.value]), str(start), f"*{kind.value}"
        )
        if chosen:
            path = Path(chosen)
            path = path if path.suffix else path.with_suffix(kind.value)
            self.save_to(path, sheet, kind, lambda: self.choose_and_save(sheet, kind, name))

    def save_to(self, path: Path, sheet: Sheet, kind: Kind, again: Callable[[], None]) -> bool:
        """Save the file; `again` asks for another place when it could not be written."""
        try:
            save_paper(path, self.content(sheet, kind))
        except KotoutusError as error:
            act = Act(_("Save under another name"), again, plain=False)
            self._bars.show_message(Message(explain(error), Tone.DANGER, (act,), key=FAILED))
            return False
        self._bars.withdraw(FAILED)
        self._workspace.preferences.last_folder = path.parent
        note_export(self._workspace, self.subject)
        self._bars.show_success(_("Saved: {name}").format(name=path.name))
        return True
