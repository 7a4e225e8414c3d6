"""The meetings of a course, in a list."""

from uuid import UUID

from PySide6.QtWidgets import QStackedWidget

from kotoutus_desktop.casework.orientation.courses import get_course
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.orientation import CourseMeeting
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.orientation.meeting_face import COLUMNS, meeting_face
from kotoutus_desktop.ui.orientation.part import Part
from kotoutus_desktop.ui.workspace import Workspace


class MeetingsPart(Part):
    """What is planned, what was held, what did not happen."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.list = RowList(meeting_face, COLUMNS, name=_("Meetings"))
        self.nothing = EmptyState("calendar", _("No meetings yet"), "")
        self.stack = QStackedWidget()
        self.stack.addWidget(ListCard(self.list))
        self.stack.addWidget(self.nothing)
        Column(self, (5, 1, 5, 4), 2).put((self.stack, 1))

    def arrive(self, _focus: str) -> None:
        """Read the meetings, and put the keyboard into the list."""
        self.refresh()
        self.list.setFocus()

    def refresh(self) -> None:
        """Read the meetings again."""
        assert self.course_id is not None, "meetings are those of a course"
        with self.workspace.database.reading() as session:
            meetings: list[CourseMeeting] = list(get_course(session, self.course_id).meetings)
        self.list.set_items(meetings)
        if meetings and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.stack.setCurrentIndex(0 if meetings else 1)
