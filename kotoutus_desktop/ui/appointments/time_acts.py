"""What can be recorded of a booked time: came, did not come, cancelled, taken back."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.appointments.booked import BookedTime
from kotoutus_desktop.casework.appointments.booking import cancel, mark_came, mark_missed, unmark
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.appointment import CancelledBy
from kotoutus_desktop.ui.appointments.cancel_dialog import CancelDialog
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.note_dialog import NoteDialog, Question
from kotoutus_desktop.ui.workspace import Workspace

Done = Callable[[str], None]


class TimeActs:
    """Asks and records; `done` is told in words what was done."""

    def __init__(self, parent: QWidget, workspace: Workspace, done: Done) -> None:
        self._parent, self._workspace, self._done = parent, workspace, done

    def came(self, time: BookedTime) -> None:
        """Record that the client came."""
        self._record(N_("client came"), lambda s: mark_came(s, time.id, self._workspace.today()))
        self._done(_("Recorded: the client came."))

    def ask_missed(self, time: BookedTime) -> NoteDialog:
        """Ask which reason the client gave for not coming."""
        words = Question(
            _("The client did not come"),
            _(
                "Write the reason that the client gave, and leave it empty while you do not know "
                "one. Write no diagnosis. Whether it is acceptable is judged with the fee."
            ),
            _("Reason that was given"),
            _("Record"),
        )
        dialog = NoteDialog(words, self._workspace.today, partial(self._missed, time), self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def ask_cancel(self, time: BookedTime) -> CancelDialog:
        """Ask by whom, when and why a time is cancelled."""
        dialog = CancelDialog(self._workspace, partial(self._cancelled, time), self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def unmark(self, time: BookedTime) -> None:
        """Take back what was recorded of a time."""
        try:
            self._record(N_("mark taken back"), lambda session: unmark(session, time.id))
        except InvalidInput as error:
            refuse = getattr(self._parent, "refuse", None)
            if refuse is not None:
                refuse(explain(error))
            return
        self._done(_("The time is open again."))

    def _missed(self, time: BookedTime, excuse: str, _day: date | None) -> None:
        today = self._workspace.today()
        self._record(
            N_("client did not come"), lambda session: mark_missed(session, time.id, excuse, today)
        )
        self._done(_("Recorded: the client did not come."))

    def _cancelled(self, time: BookedTime, by: CancelledBy, on: date | None, reason: str) -> None:
        self._record(
            N_("appointment cancelled"), lambda session: cancel(session, time.id, by, on, reason)
        )
        self._done(_("The appointment was cancelled."))

    def _record(self, label: str, act: Callable[[Any], object]) -> None:
        with self._workspace.database.transaction(_(label)) as session:
            act(session)
        self._workspace.changed.emit()
