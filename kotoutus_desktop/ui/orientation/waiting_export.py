"""The waiting list as numbers in a file: no names, small numbers hidden."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kotoutus_desktop.casework.orientation.waiting_rows import WaitingRow, counts_of
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.documents.waiting_counts import WaitingCounts, waiting_csv, waiting_xlsx
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.log.exports import note_export
from kotoutus_desktop.ui.message_bar import Act, Message, Tone
from kotoutus_desktop.ui.words import language_name, municipality_name
from kotoutus_desktop.ui.workspace import Workspace

Say = Callable[[Message], object]


class CountsFile(StrEnum):
    """The two files; the value is the ending of the name."""

    SPREADSHEET = ".xlsx"
    CSV = ".csv"


def table_of(workspace: Workspace, rows: Sequence[WaitingRow]) -> WaitingCounts:
    """Return the counts of rows in words, whole: what is small is hidden when it is written."""
    counts = counts_of(rows)
    with workspace.database.reading() as session:
        office = the_office(session)
    swedish = interface_language() == "sv" and office.name_sv
    return WaitingCounts(
        office=office.name_sv if swedish else office.name_fi or office.name_sv,
        made_on=workspace.today(),
        languages=[language_name(each) or _("not recorded") for each in counts.languages],
        municipalities=[municipality_name(each) or _("not told") for each in counts.municipalities],
        lines=counts.lines,
    )


def content_of(counts: WaitingCounts, kind: CountsFile) -> bytes:
    """Return the bytes of a file."""
    return waiting_xlsx(counts) if kind is CountsFile.SPREADSHEET else waiting_csv(counts)


class WaitingExport:
    """Asks where to, and saves; what happened is told by `say`."""

    def __init__(self, page: QWidget, workspace: Workspace, say: Say) -> None:
        self._page, self._workspace, self._say = page, workspace, say

    def choose_and_save(self, rows: Sequence[WaitingRow], kind: CountsFile) -> None:
        """Ask for the place of the file and save it."""
        name = f"{_('waiting-list')}-{self._workspace.today()}{kind.value}"
        start = self._workspace.preferences.last_folder / name
        chosen, _kind = QFileDialog.getSaveFileName(
            self._page, _("Save the numbers"), str(start), f"*{kind.value}"
        )
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(kind.value), rows, kind)

    def save_to(self, path: Path, rows: Sequence[WaitingRow], kind: CountsFile) -> bool:
        """Save the numbers of rows."""
        try:
            save_paper(path, content_of(table_of(self._workspace, rows), kind))
        except KotoutusError as error:
            again = Act(
                _("Save under another name"), lambda: self.choose_and_save(rows, kind), plain=False
            )
            self._say(Message(explain(error), Tone.DANGER, (again,), key="save"))
            return False
        self._workspace.preferences.last_folder = path.parent
        note_export(self._workspace, "waiting")
        self._say(Message(_("Saved: {name}").format(name=path.name), Tone.SUCCESS, key="save"))
        return True
