"""What ends a course: it is cancelled with a reason, or closed when its meetings are over."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.orientation.courses import cancel_course, end_course, get_course
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.ui.note_dialog import NoteDialog, Question, Save
from kotoutus_desktop.ui.workspace import Workspace

Done = Callable[[str], None]
Ending = Callable[..., None]


class CourseActs:
    """Asks and records; `done` is told in words what was done."""

    def __init__(self, parent: QWidget, workspace: Workspace, course: UUID, done: Done) -> None:
        self._parent, self._workspace = parent, workspace
        self._course, self._done = course, done

    def ask_cancel(self) -> NoteDialog:
        """Ask why the course is cancelled."""
        words = Question(
            _("Cancel the course"),
            _(
                "None of its planned meetings happens, and participants have to be told. "
                "Hours that were held stay with them."
            ),
            _("Reason"),
            _("Cancel the course"),
        )
        return self._ask(words, self._cancelled)

    def ask_end(self) -> NoteDialog:
        """Ask for a note, which may be empty, and close the course."""
        words = Question(
            _("End the course"),
            _(
                "Nobody is taken on any more. Rolls can still be corrected, and certificates "
                "be given; who has not completed it waits for another course."
            ),
            _("Note"),
            _("End the course"),
        )
        return self._ask(words, self._ended)

    def _cancelled(self, reason: str, _day: date | None) -> None:
        self._record(N_("course cancelled"), cancel_course, reason)
        self._done(_("The course was cancelled."))

    def _ended(self, note: str, _day: date | None) -> None:
        self._record(N_("course ended"), end_course, note)
        self._done(_("The course was ended."))

    def _record(self, label: str, ending: Ending, words: str) -> None:
        with self._workspace.database.transaction(_(label)) as session:
            ending(session, get_course(session, self._course), words)
        self._workspace.changed.emit()

    def _ask(self, words: Question, save: Save) -> NoteDialog:
        dialog = NoteDialog(words, self._workspace.today, save, self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog
