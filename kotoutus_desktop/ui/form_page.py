"""A form is a page: what is typed is kept as it comes, what is right is recorded."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent

from kotoutus_desktop.casework.drafts import discard_draft, draft_of, keep_draft
from kotoutus_desktop.errors import CannotWrite, InvalidInput, OnlyForReading
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.form_frame import AnyField, FormFrame
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.workspace import Workspace

KEEP_AFTER_MS = 5000
DISK_FULL = N_(
    "The disk is full. What you have typed is safe in this window. "
    "Free some space and saving goes on."
)
_DISK, _REFUSED = "disk", "refused"


class FormPage(FormFrame):
    """A form of one record. A subclass adds its fields, then overrides `load` and `store`.

    Two things are kept: the draft (as typed, within five seconds, no rules asked) and the
    record (`store` through the rules, when the page is left or Ctrl+Enter is pressed). What
    the rules refuse stays a draft with its fault shown; leaving a page never asks.
    """

    recorded = Signal()

    def __init__(self, workspace: Workspace, form: str, subject: UUID | None = None) -> None:
        super().__init__()
        self.workspace, self.form, self.subject = workspace, form, subject
        self._loading = False
        self._unkept = False  # typed since the draft was kept
        self._unrecorded = False  # typed since the record was kept
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep)

    def load(self) -> None:
        """Show what is recorded: read in a session, then set the fields."""

    def store(self, session: Any) -> None:
        """Write the fields to the record; InvalidInput(field) returns to its field.

        A form of a new record sets `subject` here.
        """
        raise NotImplementedError

    def undo_text(self) -> str | None:
        """Return what recording is called in the undo menu; None: it cannot be undone."""
        return None

    def primary(self) -> None:
        """Record, unless the page means something else by Ctrl+Enter."""
        self.record()

    def register(self, name: str, field: AnyField) -> AnyField:
        """Register a field and keep what is typed in it."""
        super().register(name, field)
        field.changed.connect(self.note_change)
        field.left.connect(self.keep)
        return field

    def open_form(self) -> bool:
        """Load the record, then the draft that was left over it; tell if there was one."""
        self._loading = True
        try:
            self.load()
            with self.workspace.database.reading() as session:
                draft = draft_of(session, self.form, self.subject)
            if draft is not None:
                self.restore(draft.content)
        finally:
            self._loading = False
        self._unkept, self._unrecorded = False, draft is not None
        if draft is not None:
            self.band.note.show_saved(draft.saved_at, self.faults())
        return draft is not None

    def state(self) -> dict[str, Any]:
        """Return the typing of the whole form: something that JSON can keep."""
        return {name: field.state() for name, field in self.fields.items()}

    def restore(self, content: dict[str, Any]) -> None:
        """Show a draft; a field that it does not know stays as it is."""
        for name, field in self.fields.items():
            if name in content:
                field.restore(content[name])

    def note_change(self) -> None:
        """Remember that something was typed; it is kept within five seconds."""
        if self._loading:
            return
        self._unkept = self._unrecorded = True
        self.bars.withdraw_successes()
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> bool:
        """Keep the typing as a draft now; False while the disk does not take it."""
        self._timer.stop()
        if not self._unkept:
            return True
        try:
            with self.workspace.database.transaction() as session:
                now = self.workspace.now()
                keep_draft(session, self.form, self.subject, self.state(), now)
        except CannotWrite as error:
            self._not_written(error)
            return False
        self._unkept = False
        self._say_saved()
        return True

    def record(self) -> bool:
        """Record the form through the rules; False when something is refused."""
        if wrong := self._show_faults():
            self._refused(wrong)
            return False
        before = self.subject
        try:
            with self.workspace.database.transaction(self.undo_text()) as session:
                self.store(session)
        except InvalidInput as error:
            self.subject = before
            self._refuse(error)
            return False
        except CannotWrite as error:
            self.subject = before
            self._not_written(error)
            return False
        self._after_recording(before)
        return True

    def leave(self) -> None:
        """Keep and record before another page is shown. Never asks, never holds back."""
        self.keep()
        if self._unrecorded:
            self.record()

    def pause(self) -> None:
        """Keep the draft only: what is half typed comes back as it was."""
        self.keep()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the typing when the page goes out of sight."""
        self.keep()
        super().hideEvent(event)

    def _after_recording(self, before: UUID | None) -> None:
        with self.workspace.database.transaction() as session:
            discard_draft(session, self.form, before)
            discard_draft(session, self.form, self.subject)
        self._unkept = self._unrecorded = False
        self._timer.stop()
        self.bars.withdraw(_REFUSED)
        self._say_saved()
        self.recorded.emit()
        self.workspace.changed.emit()

    def _refuse(self, error: InvalidInput) -> None:
        """Show a refusal at its field, or in a bar when no field has that name."""
        field = self.fields.get(error.field)
        if field is None:
            self.bars.show_message(Message(explain(error), Tone.WARNING, key=_REFUSED))
        else:
            field.show_error(explain(error))
        self._refused(error.field)

    def _refused(self, name: str) -> None:
        """Keep what was typed as a draft, and go to the field that was refused."""
        self._unkept = True
        self.keep()
        if name in self.fields and self.isVisible():
            self.go_to(name)

    def _show_faults(self) -> str:
        """Let every field say what is wrong with its typing; return the first that has a fault."""
        wrong = [name for name, field in self.fields.items() if field.show_fault()]
        return wrong[0] if wrong else ""

    def _say_saved(self) -> None:
        self.bars.withdraw(_DISK)
        self.band.note.show_saved(self.workspace.now(), self.faults())

    def _not_written(self, error: CannotWrite) -> None:
        """Say why, and try again where that may help: the typing stays in the window."""
        if isinstance(error, OnlyForReading):
            self.bars.show_message(Message(explain(error), Tone.WARNING, key=_REFUSED))
            return
        self._unkept = True
        self.bars.show_message(Message(_(DISK_FULL), Tone.DANGER, key=_DISK))
        self._timer.start()
