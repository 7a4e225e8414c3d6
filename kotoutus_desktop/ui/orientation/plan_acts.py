"""What is rarer in the planner: the office's own frames, and the school holidays."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.orientation.planning import remove_template, save_template
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import MenuButton
from kotoutus_desktop.ui.note_dialog import NoteDialog, Question
from kotoutus_desktop.ui.orientation.school_holidays_dialog import SchoolHolidaysDialog
from kotoutus_desktop.ui.workspace import Workspace

Done = Callable[[str], None]


class PlanActs(MenuButton):
    """The menu beside the button that plans; `done` is told in words what was done."""

    def __init__(self, parent: QWidget, workspace: Workspace, course: UUID, done: Done) -> None:
        super().__init__(_("Other acts of planning"))
        self._page, self._workspace = parent, workspace
        self._course, self._done = course, done
        self._frame: UUID | None = None
        self.keep = self.act(_("Keep the meetings as a frame …"), self.ask_keep, "device-floppy")
        self.drop = self.act(_("Remove the chosen frame"), self.remove_frame, "trash")
        self.holidays = self.act(_("School holidays …"), self.ask_holidays, "calendar")
        self.choose(None)

    def choose(self, frame: UUID | None) -> None:
        """Say which frame of the office is chosen; None for another."""
        self._frame = frame
        self.drop.setVisible(frame is not None)

    def ask_keep(self) -> NoteDialog:
        """Ask for a name, and keep the meetings of the course as a frame of the office."""
        words = Question(
            _("Keep the meetings as a frame"),
            _("Lengths, titles and topics are kept, in their order; days and people are not."),
            _("Name of the frame"),
            _("Save"),
        )
        dialog = NoteDialog(words, self._workspace.today, self._kept, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def remove_frame(self) -> None:
        """Take the chosen frame away; courses planned from it stay."""
        if self._frame is not None:
            with self._workspace.database.transaction(_("frame removed")) as session:
                remove_template(session, self._frame)
            self._workspace.changed.emit()
            self._done(_("The frame was removed."))

    def ask_holidays(self) -> SchoolHolidaysDialog:
        """Show the school holidays of the office."""
        dialog = SchoolHolidaysDialog(self._workspace, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _kept(self, name: str, _day: date | None) -> None:
        with self._workspace.database.transaction(_("frame kept")) as session:
            save_template(session, name, self._course)
        self._workspace.changed.emit()
        self._done(_("The frame was kept."))
