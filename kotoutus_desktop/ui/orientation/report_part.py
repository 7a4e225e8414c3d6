"""The report on courses: numbers of a period on the screen, and as a file."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from kotoutus_desktop.casework.orientation.course_report import (
    CourseLine,
    CourseReport,
    ReportScope,
    course_report,
    municipalities_with_courses,
)
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.documents.course_report_sheet import (
    CourseReportSheet,
    LanguageForm,
    Sums,
    Table,
    report_tables,
)
from kotoutus_desktop.documents.ledger_sheet import Scope
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.clients.client_list_filters import Counted, MenuChip
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.dates import period_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.log.exports import note_export
from kotoutus_desktop.ui.orientation.report_face import COLUMNS, report_face, sums_text
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.words import enum_text, language_name, municipality_name
from kotoutus_desktop.ui.workspace import Workspace

YEARS = 5


class ReportPart(Part):
    """A line for each course; files have the same numbers, small ones hidden."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.report: CourseReport | None = None
        self.year = MenuChip(_("Year"), self._years, str)
        self.year.set_value(str(workspace.today().year))
        self.municipality = MenuChip(_("Municipality"), self._municipalities, municipality_name)
        self.sums = wrapped("", "body")
        self.list = RowList(report_face, COLUMNS, name=_("Courses of the period"))
        self.nothing = EmptyState(
            "school",
            _("No course in this period"),
            _("Choose another year, or all municipalities."),
        )
        self.spreadsheet_button = Button(_("Save as a spreadsheet"), icon="download")
        self.paper_button = Button(_("Save as PDF"), icon="file-type-pdf")
        self.stack = QStackedWidget()
        self._lay_out()

    def arrive(self, _focus: str) -> None:
        """Count, and put the keyboard into the list."""
        self.refresh()
        (self.list if self.report and self.report.lines else self.year).setFocus()

    def refresh(self) -> None:
        """Count again."""
        with self.workspace.database.reading() as session:
            self.report = course_report(session, self.scope())
        self.list.set_items(self.report.lines)
        if self.report.lines and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.sums.setText(sums_text(self.report))
        self.stack.setCurrentIndex(0 if self.report.lines else 1)
        for button in (self.spreadsheet_button, self.paper_button):
            button.setEnabled(bool(self.report.lines))

    def acts(self) -> Sequence[QWidget]:
        """Return the buttons that save the report."""
        return (self.spreadsheet_button, self.paper_button)

    def scope(self) -> ReportScope:
        """Return what is chosen; all years go as far back as the menu does."""
        last = self.workspace.today().year
        year = int(self.year.value) if self.year.value else 0
        first = year or last - YEARS + 1
        return ReportScope(date(first, 1, 1), date(year or last, 12, 31), self.municipality.value)

    def sheet(self) -> CourseReportSheet:
        """Return the report as it leaves the office."""
        assert self.report is not None, "a report was counted"
        scope = self.report.scope
        with self.workspace.database.reading() as session:
            office = the_office(session)
        name = municipality_name(scope.municipality)
        chosen = (f"{_('Municipality')}: {name}",) if name else ()
        made = self.workspace.today()
        period = period_text(scope.first, scope.last)
        head = Scope(office.name_fi or office.name_sv, period, chosen, made)
        return CourseReportSheet(head, _tables(self.report))

    def save_to(self, path: Path, content: Callable[[CourseReportSheet], bytes]) -> bool:
        """Save a file; tell whether it could be written."""
        try:
            save_paper(path, content(self.sheet()))
        except KotoutusError as error:
            self.refuse(explain(error))
            return False
        self.workspace.preferences.last_folder = path.parent
        note_export(self.workspace, "course_report")
        return True

    def _save(self, ending: str) -> None:
        name = _("civic orientation report")
        start = self.workspace.preferences.last_folder / f"{name}{ending}"
        title = _("Save as PDF") if ending == ".pdf" else _("Save as a spreadsheet")
        chosen, _kind = QFileDialog.getSaveFileName(self, title, str(start), f"*{ending}")
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(ending), content_of(ending))

    def _open(self, line: CourseLine) -> None:
        self.navigate.emit(Destination(PageName.COURSE, record=line.course.id))

    def _years(self) -> Counted:
        last = self.workspace.today().year
        return [(str(year), 0) for year in range(last, last - YEARS, -1)]

    def _municipalities(self) -> Counted:
        with self.workspace.database.reading() as session:
            return municipalities_with_courses(session)

    def _lay_out(self) -> None:
        self.spreadsheet_button.clicked.connect(lambda: self._save(".xlsx"))
        self.paper_button.clicked.connect(lambda: self._save(".pdf"))
        self.list.opened.connect(self._open)
        for chip in (self.year, self.municipality):
            chip.picked.connect(lambda _value: self.refresh())
        self.stack.addWidget(ListCard(self.list))
        self.stack.addWidget(self.nothing)
        filters = Row(gap=2)
        filters.put(self.year, self.municipality, None)
        column = Column(self, (5, 1, 5, 4), 2)
        column.put(filters, self.sums, (self.stack, 1))


def content_of(ending: str) -> Callable[[CourseReportSheet], bytes]:
    """Return what makes the bytes of a file."""
    from kotoutus_desktop.documents import course_report_files  # reportlab is slow to load

    if ending == ".pdf":
        return course_report_files.course_report_pdf
    return course_report_files.course_report_xlsx


def _tables(report: CourseReport) -> tuple[Table, ...]:
    cells = [
        LanguageForm(
            language_name(line.course.language) or line.course.language,
            enum_text(line.course.form),
            *(line.started, line.completed, line.interrupted, line.taught, line.interpreted),
        )
        for line in report.lines
    ]
    sums = Sums(
        attended=report.total("attended"),
        present=report.total("present"),
        self_study=report.self_study,
        studying=report.studying,
        cost=report.cost_per_finisher,
        finishers=report.finishers,
    )
    return report_tables(cells, sums, report.reasons)
