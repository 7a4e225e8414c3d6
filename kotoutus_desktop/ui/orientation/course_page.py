"""A course: what it is in its band, and its tabs."""

from kotoutus_desktop.casework.orientation.courses import (
    get_course,
    may_cancel,
    may_end,
    state_on,
)
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.orientation import Course
from kotoutus_desktop.ui.components.buttons import MenuButton
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.orientation.course_acts import CourseActs
from kotoutus_desktop.ui.orientation.course_face import STATE_TONES, course_title
from kotoutus_desktop.ui.orientation.parts import ON_COURSE
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.tabbed_page import TabbedPage
from kotoutus_desktop.ui.words import enum_text, language_name
from kotoutus_desktop.ui.workspace import Workspace


class CoursePage(TabbedPage):
    """`destination.record` is the course."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        assert destination.record is not None, "a course page shows a course"
        super().__init__(workspace, ON_COURSE, destination.record, back=_("Courses"))
        self._record = destination.record
        self.course_acts = CourseActs(self, workspace, destination.record, self._done)
        self.more = MenuButton(_("Acts for this course"))
        self.change = self.more.act(_("Change course"), self._change, "pencil")
        self.end = self.more.act(_("End the course …"), self.course_acts.ask_end, "check")
        self.cancel = self.more.act(_("Cancel the course …"), self.course_acts.ask_cancel, "x")
        self.band.put_acts(self.more)

    def arrive(self, destination: Destination) -> None:
        """Show the course and its tab."""
        self._show_course()
        super().arrive(destination)

    def refresh(self) -> None:
        """Read the course and its part again."""
        self._show_course()
        super().refresh()

    def _show_course(self) -> None:
        with self.workspace.database.reading() as session:
            course = get_course(session, self._record)
        today = self.workspace.today()
        state = state_on(course, today)
        self.end.setVisible(may_end(course, today))
        self.cancel.setVisible(may_cancel(course, today))
        self.band.set_title(course_title(course))
        self.band.set_subtitle(_subtitle(course))
        self.band.set_chips(Chip(enum_text(state), STATE_TONES.get(state, "")))

    def _done(self, words: str) -> None:
        self.refresh()
        self.part.say_done(words)

    def _change(self) -> None:
        self.navigate.emit(Destination(PageName.COURSE_FORM, record=self._record))


def _subtitle(course: Course) -> str:
    """Return number, language, form and who teaches where."""
    where = course.place or course.link
    parts = (course.number, language_name(course.language), enum_text(course.form))
    return " · ".join(part for part in (*parts, course.trainer, where) if part)
