"""The papers of a course: the page on the table, the choices beside it, calendar files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QStackedWidget

from kotoutus_desktop.casework.orientation.courses import get_course
from kotoutus_desktop.casework.orientation.roll import meeting_to_mark
from kotoutus_desktop.documents.problems import Problems
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.models.orientation import Course
from kotoutus_desktop.ui.components.buttons import Button, IconButton
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.orientation.course_notes import note_calendar, note_paper
from kotoutus_desktop.ui.orientation.course_papers import (
    ENDING,
    NAMES,
    CourseOrder,
    CoursePaper,
    course_maker,
    file_name,
    save_calendar,
    save_client_calendar,
    seated,
)
from kotoutus_desktop.ui.orientation.meeting_face import when_text
from kotoutus_desktop.ui.printing.papers import Paper
from kotoutus_desktop.ui.printing.printer import print_to, printer_names
from kotoutus_desktop.ui.printing.sheet_view import SheetView
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.workspace import Workspace

PANEL_WIDTH = 330
NO_PAPER = Paper(b"", (), 0)
_SAVED = N_("The paper was saved as PDF.")
_CALENDAR_SAVED = N_("The calendar file was saved.")
_TOLD = N_(
    "A sheet lists whoever has accepted. Under a non-disclosure order the code stands alone."
)


class PapersPart(Part):
    """What is shown is what is printed."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.paper = NO_PAPER
        self._course: Course | None = None
        self._ordered: CourseOrder | None = None
        self.kind = ChoiceField(_("Paper"), [Choice(each, _(NAMES[each])) for each in CoursePaper])
        self.kind.set_value(CoursePaper.SHEET)
        self.meeting = ChoiceField(_("Meeting"), [])
        self.bilingual = CheckField(_("Language of the group beside it"))
        self.bilingual.set_value(True)
        self.large = CheckField(_("Large print"))
        self.printer = QComboBox()
        self.printer.setAccessibleName(_("Printer"))
        self.print = Button(_("Print"), "primary", "printer", key="Ctrl+P")
        self.save = Button(_("Save as PDF"), icon="file-type-pdf")
        self.calendar = Button(_("Of this course"), icon="calendar")
        self.trainer_calendar = Button(_("Of the trainer, all courses"), icon="calendar")
        self.person = ChoiceField(_("Participant"), [])
        self.person_calendar = Button(_("Of this participant"), icon="calendar")
        self.view = SheetView()
        self.nothing = EmptyState(
            "printer", _("Sign-in sheet"), _("There are no meetings to print a sheet for.")
        )
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def arrive(self, focus: str) -> None:
        """Show the sheet of a meeting by its id, or of the one that is next."""
        self._read(focus)
        self.make()
        self.kind.take_focus()

    def refresh(self) -> None:
        """Read again what is printed."""
        self._read(str(self.meeting.value() or ""))
        self.make()

    def primary(self) -> None:
        """Print, or save where there is no printer."""
        button = self.print if self.printer.count() else self.save
        button.click()

    def make(self) -> None:
        """Make the paper that is chosen; nothing while a choice is still being typed."""
        if self.kind.fault() or self.meeting.fault():
            return
        kind = CoursePaper(self.kind.value() or CoursePaper.SHEET)
        for field, kinds in (
            (self.meeting, (CoursePaper.SHEET,)),
            (self.bilingual, (CoursePaper.SHEET, CoursePaper.ALL_SHEETS)),
        ):
            field.setVisible(kind in kinds)
        assert self.course_id is not None, "papers are those of a course"
        meeting = str(self.meeting.value() or "")
        order = CourseOrder(
            kind,
            self.course_id,
            UUID(meeting) if meeting else None,
            bool(self.bilingual.value()),
            bool(self.large.value()),
        )
        self._ordered = order
        make = course_maker(self.workspace.database, order)
        if make is None:
            self._show((order, NO_PAPER))
            return
        self.stack.setCurrentIndex(0)  # nothing is said before it is known that there is nothing
        job = Job(lambda report: (order, make(report)))
        job.succeeded.connect(self._show)
        job.failed.connect(self._fail)
        job.start()

    def save_to(self, path: Path) -> bool:
        """Save the paper that is shown; what goes wrong is said."""
        saved = self._saved(lambda: save_paper(path, self.paper.content), path, _SAVED)
        return saved and note_paper(self.workspace, self.course_id, self.kind.value(), Act.SAVE)

    def save_calendar_to(self, path: Path, *, whole_trainer: bool) -> bool:
        """Save the meetings of the course, or of its trainer, as a calendar file."""
        assert self.course_id is not None, "a calendar is that of a course"
        course, now = self.course_id, self.workspace.now()
        database = self.workspace.database
        saved = self._saved(
            lambda: save_calendar(database, path, course, now, whole_trainer=whole_trainer),
            path,
            _CALENDAR_SAVED,
        )
        return saved and note_calendar(self.workspace, course)

    def save_person_calendar_to(self, path: Path) -> bool:
        """Save the meetings for the participant who is chosen; without place where hidden."""
        assert self.course_id is not None, "a calendar is that of a course"
        course, now = self.course_id, self.workspace.now()
        person, database = UUID(self.person.value()), self.workspace.database
        saved = self._saved(
            lambda: save_client_calendar(database, path, person, course, now),
            path,
            _CALENDAR_SAVED,
        )
        return saved and note_calendar(self.workspace, course, person)

    def _saved(self, save: Callable[[], None], path: Path, words: str) -> bool:
        try:
            save()
        except KotoutusError as error:
            self.said.emit(Message(explain(error), Tone.DANGER, key="save"))
            return False
        self.workspace.preferences.last_folder = path.parent
        self.said.emit(Message(_(words), Tone.SUCCESS, key="save"))
        return True

    def _read(self, meeting: str) -> None:
        assert self.course_id is not None, "papers are those of a course"
        with self.workspace.database.reading() as session:
            self._course = get_course(session, self.course_id)
        meetings = self._course.meetings
        self.meeting.set_choices(
            [
                Choice(str(each.id), when_text(each.held_on, each.starts, each.ends))
                for each in meetings
            ]
        )
        upcoming = [each for each in meetings if each.held_on >= self.workspace.today()]
        usual = upcoming[0] if upcoming else meeting_to_mark(meetings, self.workspace.today())
        known = {str(each.id) for each in meetings}
        self.meeting.set_value(meeting if meeting in known else str(usual.id) if usual else "")
        self.meeting.box.line.setCursorPosition(0)  # the weekday is seen
        self.trainer_calendar.setEnabled(bool(self._course.trainer))
        people = seated(self.workspace.database, self.course_id)
        self.person.set_choices([Choice(str(each.enrolment_id), each.name) for each in people])
        self._offer_person()

    def _show(self, made: tuple[CourseOrder, Paper]) -> None:
        order, paper = made
        if order is not self._ordered:
            return
        self.paper = paper
        if paper.content:
            self.view.show_pdf(paper.content)
        blocking = Problems(each for each in paper.problems if each.blocks)
        if blocking:
            self.refuse(str(blocking))
        self.stack.setCurrentIndex(0 if paper.content else 1)
        for button in (self.print, self.save):
            button.setEnabled(bool(paper.content))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KotoutusError):
            raise error
        self.refuse(explain(error))

    def _print(self) -> None:
        title = _("Sign-in sheet")  # no name in the printer's list of jobs
        if not print_to(self.paper.content, self.printer.currentText(), 1, title):
            self.refuse(_("The printer does not answer. Check it, or save the PDF."))
            return
        note_paper(self.workspace, self.course_id, self.kind.value(), Act.PRINT)
        self.said.emit(Message(_("The paper was sent to the printer."), Tone.SUCCESS))

    def _ask_file(self) -> None:
        assert self._course is not None
        kind = CoursePaper(self.kind.value() or CoursePaper.SHEET)
        start = self.workspace.preferences.last_folder / file_name(kind, self._course.number)
        path, _kind = QFileDialog.getSaveFileName(self, _("Save as PDF"), str(start), "PDF (*.pdf)")
        if path:
            self.save_to(Path(path))

    def _offer_person(self) -> None:
        self.person_calendar.setEnabled(not self.person.fault() and bool(self.person.value()))

    def _connect(self) -> None:
        for field in (self.kind, self.meeting, self.bilingual, self.large):
            field.changed.connect(self.make)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._ask_file)
        for button, save in (
            (self.calendar, partial(self.save_calendar_to, whole_trainer=False)),
            (self.trainer_calendar, partial(self.save_calendar_to, whole_trainer=True)),
            (self.person_calendar, self.save_person_calendar_to),
        ):
            button.clicked.connect(partial(_ask_calendar, self, save))
        self.person.changed.connect(self._offer_person)

    def _lay_out(self) -> None:
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.nothing)
        names = printer_names()
        self.printer.addItems(names)
        for part in (self.printer, self.print):
            part.setVisible(bool(names))
        if not names:
            self.save.set_kind("primary")
        page = QFrame()
        Column(page, gap=1).put((self.stack, 1), _turning(self.view))
        Row(self, gap=0).put((page, 1), _panel(self))


def _ask_calendar(part: PapersPart, save: Callable[[Path], bool], _checked: bool = False) -> None:
    """Ask where to, and save a calendar file there."""
    start = part.workspace.preferences.last_folder / f"{_('course-meetings')}{ENDING}"
    path, _kind = QFileDialog.getSaveFileName(
        part, _("Save the calendar file"), str(start), f"*{ENDING}"
    )
    if path:
        save(Path(path).with_suffix(ENDING))


def _turning(view: SheetView) -> QFrame:
    """Return the buttons that turn the pages."""
    before = IconButton("chevron-left", _("Previous page"), key="PgUp")
    after = IconButton("chevron-right", _("Next page"), key="PgDown")
    before.clicked.connect(lambda: view.turn_to(view.number - 1))
    after.clicked.connect(lambda: view.turn_to(view.number + 1))
    frame = QFrame()
    Row(frame, gap=1).put(None, before, after, None)
    return frame


def _panel(part: PapersPart) -> QFrame:
    """Return what stands beside the page: choices, print and save, calendar files."""
    panel = QFrame()
    panel.setProperty("kind", "panel")
    area = ScrollColumn((4, 3, 4, 3), 3, kind="surface")
    buttons = Row(gap=2)
    buttons.put(part.print, part.save, None)
    area.put(part.kind, part.meeting, part.bilingual, part.large)
    area.put(wrapped(_(_TOLD), "small", "muted"), part.printer)
    area.column.addLayout(buttons)
    area.put(
        2,
        Label(_("Meetings as a calendar file"), "heading"),
        wrapped(_("The file names nobody. It is not encrypted."), "small", "muted"),
        part.calendar,
        part.trainer_calendar,
        part.person,
        part.person_calendar,
        None,
    )
    Column(panel, gap=0).put((area, 1))
    panel.setFixedWidth(theme().px(PANEL_WIDTH))
    return panel
