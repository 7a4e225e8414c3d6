"""The meetings of a course, in a list."""

from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QStackedWidget

from kotoutus_desktop.casework.orientation.courses import get_course
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.orientation import CourseMeeting, MeetingState
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.icons import icon
from kotoutus_desktop.ui.orientation.meeting_acts import MeetingActs
from kotoutus_desktop.ui.orientation.meeting_face import COLUMNS, meeting_face
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.workspace import Workspace


class MeetingsPart(Part):
    """What is planned, what was held, what did not happen."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.list = RowList(meeting_face, COLUMNS, name=_("Meetings"))
        self.nothing = EmptyState("calendar", _("No meetings yet"), "")
        self.meeting_acts = MeetingActs(self, workspace, self._done)
        self.list.opened.connect(self.open_meeting)
        self.list.menu_asked.connect(self._show_menu)
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

    def open_meeting(self, meeting: CourseMeeting) -> None:
        """Do what is next: move what is planned, replace what did not happen, else the roll."""
        if meeting.state is MeetingState.PLANNED:
            self._ask_move(meeting)
        elif meeting.state is MeetingState.DID_NOT_HAPPEN:
            self._ask_replace(meeting)
        else:
            self._open_roll(meeting)

    def menu_of(self, meeting: CourseMeeting) -> QMenu:
        """Return what can be done with a meeting; the roll of one that was held."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if meeting.state is MeetingState.DID_NOT_HAPPEN:
            menu.addAction(
                icon("refresh", "text"), _("Replace …"), lambda: self._ask_replace(meeting)
            )
            return menu
        menu.addAction(
            icon("list-check", "text"), _("Open the roll"), lambda: self._open_roll(meeting)
        )
        if meeting.state is MeetingState.HELD:
            return menu
        menu.addAction(icon("calendar-event", "text"), _("Move …"), lambda: self._ask_move(meeting))
        menu.addAction(
            icon("x", "text"),
            _("Did not happen …"),
            lambda: self.meeting_acts.ask_cancel(meeting.id),
        )
        return menu

    def _show_menu(self, meeting: CourseMeeting, place: QPoint) -> None:
        self.menu_of(meeting).popup(place)

    def _open_roll(self, meeting: CourseMeeting) -> None:
        self.navigate.emit(
            Destination(PageName.COURSE, record=meeting.course_id, focus=f"roll:{meeting.id}")
        )

    def _ask_move(self, meeting: CourseMeeting) -> None:
        self.meeting_acts.ask_move(meeting.id, meeting.held_on, meeting.starts)

    def _ask_replace(self, meeting: CourseMeeting) -> None:
        self.meeting_acts.ask_replace(meeting.id, meeting.held_on, meeting.starts)

    def _done(self, words: str) -> None:
        self.refresh()
        self.say_done(words)
