"""The two buttons that save a report as a spreadsheet or as PDF."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from kotoutus_desktop.documents.course_report_sheet import CourseReportSheet
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.log.exports import note_export
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.orientation.report_part import content_of
from kotoutus_desktop.ui.tab_part import Part

SPREADSHEET, PAPER = ".xlsx", ".pdf"


class ReportSaving:
    """Asks where to, and saves; what goes wrong is said on the page's bars."""

    def __init__(self, part: Part, sheet: Callable[[], CourseReportSheet], name: str) -> None:
        self._part, self._sheet, self._name = part, sheet, name
        self.spreadsheet = Button(_("Save as a spreadsheet"), icon="download")
        self.paper = Button(_("Save as PDF"), icon="file-type-pdf")
        self.buttons = (self.spreadsheet, self.paper)
        self.spreadsheet.clicked.connect(lambda: self._ask(SPREADSHEET))
        self.paper.clicked.connect(lambda: self._ask(PAPER))

    def allow(self, there_is: bool) -> None:
        """Offer to save only where there is something."""
        for button in self.buttons:
            button.setEnabled(there_is)

    def save_to(self, path: Path) -> bool:
        """Save the file that the ending of its name asks for; tell whether it was written."""
        workspace = self._part.workspace
        try:
            save_paper(path, content_of(path.suffix)(self._sheet()))
        except KotoutusError as error:
            self._part.refuse(explain(error))
            return False
        workspace.preferences.last_folder = path.parent
        note_export(workspace, "appointments_report")
        words = _("Saved: {name}").format(name=path.name)
        self._part.said.emit(Message(words, Tone.SUCCESS, key="file"))
        return True

    def _ask(self, ending: str) -> None:
        start = self._part.workspace.preferences.last_folder / f"{self._name}{ending}"
        title = _("Save as PDF") if ending == PAPER else _("Save as a spreadsheet")
        chosen, _kind = QFileDialog.getSaveFileName(self._part, title, str(start), f"*{ending}")
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(ending))
