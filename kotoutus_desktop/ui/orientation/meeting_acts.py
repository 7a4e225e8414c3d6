"""What can be done with one meeting: move it, say why it did not happen, replace it."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.orientation.meetings import (
    did_not_happen,
    move_meeting,
    replace_meeting,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.ui.note_dialog import NoteDialog, Question, Save
from kotoutus_desktop.ui.orientation.times import NOT_A_TIME, read_time, time_text
from kotoutus_desktop.ui.workspace import Workspace

Done = Callable[[str], None]


class MeetingActs:
    """Asks and records; `done` is told in words what was done."""

    def __init__(self, parent: QWidget, workspace: Workspace, done: Done) -> None:
        self._parent, self._workspace, self._done = parent, workspace, done

    def ask_move(self, meeting: UUID, held_on: date, starts: int) -> NoteDialog:
        """Ask for another day and time."""
        words = Question(
            _("Move the meeting"),
            _("It stays the same meeting. Participants have to be told."),
            _("Begins at"),
            _("Move"),
            _("Day"),
        )
        return self._ask(words, partial(self._moved, meeting), time_text(starts), held_on)

    def ask_cancel(self, meeting: UUID) -> NoteDialog:
        """Ask why the meeting did not happen."""
        words = Question(
            _("The meeting did not happen"),
            _("It stays in the calendar, struck through, and gives nobody hours."),
            _("Reason"),
            _("Record"),
        )
        return self._ask(words, partial(self._cancelled, meeting), "", None)

    def ask_replace(self, meeting: UUID, held_on: date, starts: int) -> NoteDialog:
        """Ask when the meeting is held that takes the place of one that did not happen."""
        words = Question(
            _("Replace the meeting"),
            _("A new meeting with the same topics and length takes its place."),
            _("Begins at"),
            _("Add the meeting"),
            _("Day"),
        )
        return self._ask(words, partial(self._replaced, meeting), time_text(starts), held_on)

    def move(self, meeting: UUID, held_on: date, starts: int) -> None:
        """Move a meeting; raises InvalidInput when it cannot be then."""
        act = partial(move_meeting, meeting_id=meeting, held_on=held_on, starts=starts)
        self._record(N_("meeting moved"), act)
        self._done(_("The meeting was moved."))

    def _moved(self, meeting: UUID, typed: str, day: date | None) -> None:
        held_on, starts = _when(typed, day)
        _at_field(partial(self.move, meeting, held_on, starts))

    def _cancelled(self, meeting: UUID, reason: str, _day: date | None) -> None:
        act = partial(did_not_happen, meeting_id=meeting, reason=reason)
        self._record(N_("meeting did not happen"), act)
        self._done(_("The reason was saved."))

    def _replaced(self, meeting: UUID, typed: str, day: date | None) -> None:
        held_on, starts = _when(typed, day)
        act = partial(replace_meeting, meeting_id=meeting, held_on=held_on, starts=starts)
        _at_field(partial(self._record, N_("meeting added"), act))
        self._done(_("The meeting was added."))

    def _record(self, label: str, act: Callable[..., Any]) -> None:
        with self._workspace.database.transaction(_(label)) as session:
            act(session)
        self._workspace.changed.emit()

    def _ask(self, words: Question, save: Save, text: str, day: date | None) -> NoteDialog:
        dialog = NoteDialog(words, self._workspace.today, save, self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fill(text, day)
        dialog.open()
        return dialog


def _when(typed: str, day: date | None) -> tuple[date, int]:
    """Return day and time of a dialog; raises InvalidInput for its "text" or "day"."""
    if day is None:
        raise InvalidInput("day", N_("Write the day of the meeting."))
    try:
        starts = read_time(typed)
    except InvalidInput as error:
        raise InvalidInput("text", NOT_A_TIME) from error
    if starts is None:
        raise InvalidInput("text", NOT_A_TIME)
    return day, starts


def _at_field(act: Callable[[], None]) -> None:
    """Let what is wrong with a time be said at the field of the time."""
    try:
        act()
    except InvalidInput as error:
        if error.field != "starts":
            raise
        raise InvalidInput("text", error.message) from error
