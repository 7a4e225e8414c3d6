"""The courses of the office, in a list."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from kotoutus_desktop.casework.orientation.courses import CourseFilter, CourseRow, list_courses
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.orientation import CourseState
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.chip import FilterChip
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.orientation.course_face import COLUMNS, course_face
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.workspace import Workspace

GOING_ON = frozenset({CourseState.PLANNED, CourseState.RUNNING})


class CoursesPart(Part):
    """Courses that are planned or running; those that are over when asked for."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.over = FilterChip(_("Also ended and cancelled"))
        self.list = RowList(course_face, COLUMNS, name=_("Courses"), row_size="row")
        self.add = Button(_("New course"), "primary", "plus")
        self.nothing = EmptyState("school", "", "")
        self.stack = QStackedWidget()
        self._rows: list[CourseRow] = []
        self._lay_out()

    def arrive(self, _focus: str) -> None:
        """Read the courses, and put the keyboard into the list."""
        self.refresh()
        (self.list if self._rows else self.add).setFocus()

    def refresh(self) -> None:
        """Read the courses again."""
        states = frozenset(CourseState) if self.over.isChecked() else GOING_ON
        with self.workspace.database.reading() as session:
            self._rows = list_courses(session, self.workspace.today(), CourseFilter(states))
        self.list.set_items(self._rows)
        if self._rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._say_nothing()
        self.stack.setCurrentIndex(0 if self._rows else 1)

    def primary(self) -> None:
        """Begin a new course."""
        self.navigate.emit(Destination(PageName.COURSE_FORM))

    def acts(self) -> Sequence[QWidget]:
        """Return the button for a new course."""
        return (self.add,)

    def open_course(self, row: CourseRow) -> None:
        """Show a course."""
        self.navigate.emit(Destination(PageName.COURSE, record=row.course.id))

    def _say_nothing(self) -> None:
        self.nothing.set_words(
            _("No courses yet"),
            _("Plan a course: its meetings, hours and topics come from a rule and a frame."),
        )

    def _lay_out(self) -> None:
        self.over.toggled.connect(lambda _on: self.refresh())
        self.add.show_key("Ctrl+Return")
        self.add.clicked.connect(self.primary)
        self.list.opened.connect(self.open_course)
        self.stack.addWidget(ListCard(self.list))
        self.stack.addWidget(self.nothing)
        filters = Row(gap=2)
        filters.put(self.over, None)
        column = Column(self, (5, 1, 5, 4), 2)
        column.addLayout(filters)
        column.addWidget(self.stack, 1)
