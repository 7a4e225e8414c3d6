"""The roll call of a course: one meeting at a time, by keyboard."""

from datetime import date
from functools import partial
from uuid import UUID

from kotoutus_desktop.casework.orientation.marking import (
    PARTLY,
    Call,
    did_not_happen,
    record_marks,
    was_there_already,
)
from kotoutus_desktop.casework.orientation.roll import (
    Person,
    meeting_to_mark,
    meetings_of,
    roll,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.rules.orientation import Presence
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.text_field import NOT_A_NUMBER
from kotoutus_desktop.ui.note_dialog import NoteDialog, Question
from kotoutus_desktop.ui.orientation.roll_draft import DraftRow, RollDraft
from kotoutus_desktop.ui.orientation.roll_frame import RollFrame
from kotoutus_desktop.ui.workspace import Workspace

_NO_ROOM = Presence.ABSENT, Presence.EXCUSED


class RollPart(RollFrame):
    """Marks are kept while they are made, and recorded together: one act, one undo."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self._asked_why = False
        self.record_button.clicked.connect(self.primary)
        self.missed_button.clicked.connect(self.ask_did_not_happen)
        self.list.marked.connect(self.mark)
        self.list.all_marked.connect(self.mark_all)
        self.list.reason_asked.connect(self.ask_reason)
        self.list.turned.connect(self.turn)
        self.head.turned.connect(self.turn)
        self.head.chosen.connect(self.show_meeting)
        self.keys.all_marked.connect(self.mark_all)
        self.keys.marked.connect(self._mark_current)
        self.later.were_there.connect(self._take_on)

    def arrive(self, focus: str) -> None:
        """Show a meeting by its id, today's, or the first that waits; the keyboard on the names."""
        self._read(UUID(focus) if focus else None)
        self.list.setFocus()

    def leave(self) -> None:
        """Record what was marked: nobody loses a roll by going elsewhere."""
        if self.draft is not None and self.draft.changes():
            self.record()

    def refresh(self) -> None:
        """Read the roll again, unless marks wait to be recorded."""
        if self.draft is None or not self.draft.changes():
            self._read(self.draft.called.meeting.id if self.draft else None)

    def primary(self) -> None:
        """Record the roll; where marks of an earlier day change, ask once why."""
        if self.draft is not None and self.draft.corrects() and not self._asked_why:
            self._asked_why = True
            if not self.why.value():
                self.why.take_focus()
                return
        self.record()

    def record(self) -> None:
        """Record the marks that were made."""
        draft = self.draft
        if draft is None or not draft.changes():
            return
        meeting = draft.called.meeting
        call = Call(self.workspace.officer_id, self.workspace.today(), self.why.value())
        try:
            with self.workspace.database.transaction(_("roll called")) as session:
                count = record_marks(session, meeting.id, draft.changes(), call)
        except InvalidInput as error:
            self.refuse(explain(error))
            return
        self._read(meeting.id)
        said = ngettext("{n} mark recorded.", "{n} marks recorded.", count).format(n=count)
        self.say_done(said)
        self.workspace.changed.emit()
        self.list.setFocus()

    def turn(self, by: int) -> None:
        """Show the meeting before or after; what was marked is recorded first."""
        ids = [meeting.id for meeting in self.meetings]
        if self.draft is None:
            return
        place = ids.index(self.draft.called.meeting.id) + by
        if 0 <= place < len(ids):
            self.show_meeting(ids[place])

    def show_meeting(self, meeting_id: UUID) -> None:
        """Show another meeting; what was marked is recorded first."""
        self.leave()
        self._read(meeting_id)
        self.list.setFocus()

    def mark(self, row: DraftRow, presence: Presence | None) -> None:
        """Mark someone; minutes and a reason are asked for where they are wanted."""
        draft, enrolment = self.draft, row.person.enrolment_id
        if draft is None or not self._may_mark():
            return
        if presence is None:
            draft.put(enrolment, None)
            self.show_draft()
        elif presence in PARTLY:
            missed = row.mark.missed if row.mark else 0
            self.list.ask_minutes(missed, presence, partial(self._take_minutes, row, presence))
        else:
            draft.give_presence(enrolment, presence)
            self.show_draft()
            if presence in _NO_ROOM:
                self.ask_reason(row)
            else:
                self.list.go_on()

    def mark_all(self) -> None:
        """Mark everybody as present who has no mark yet."""
        if self.draft is not None and self._may_mark():
            self.draft.all_present()
            self.show_draft()

    def ask_reason(self, row: DraftRow) -> None:
        """Have a reason typed for someone who has a mark."""
        mark = self.draft.mark_of(row.person.enrolment_id) if self.draft else None
        if mark is not None:
            reason = "" if row.person.hidden else mark.reason
            self.list.ask_reason(reason, partial(self._take_reason, row))

    def ask_did_not_happen(self) -> NoteDialog | None:
        """Ask why the meeting did not take place, and record it."""
        if self.draft is None:
            return None
        question = Question(
            _("The meeting did not happen"),
            _("Nobody gets hours for it. Marks that it has are taken away."),
            _("Why it did not happen"),
            _("Record"),
        )
        dialog = NoteDialog(question, self.workspace.today, self._take_missed, self)
        dialog.open()
        return dialog

    def _take_minutes(self, row: DraftRow, presence: Presence, typed: str) -> bool:
        assert self.draft is not None
        highest = self.draft.length - 1
        if not typed.strip().isdecimal() or not 1 <= int(typed) <= highest:
            self.refuse(_(NOT_A_NUMBER).format(lowest=1, highest=highest))
            return False
        self.draft.give_presence(row.person.enrolment_id, presence, int(typed))
        self.show_draft()
        self.list.go_on()
        return True

    def _take_reason(self, row: DraftRow, typed: str) -> bool:
        assert self.draft is not None
        self.draft.give_reason(row.person.enrolment_id, typed)
        self.show_draft()
        self.list.go_on()
        return True

    def _take_missed(self, reason: str, _day: date | None) -> None:
        assert self.draft is not None
        meeting = self.draft.called.meeting
        with self.workspace.database.transaction(_("meeting did not happen")) as session:
            did_not_happen(session, meeting.id, reason)
        self._read(meeting.id)
        self.say_done(_("The meeting is recorded as not held."))
        self.workspace.changed.emit()

    def _take_on(self, person: Person) -> None:
        if self.draft is None:
            return
        meeting = self.draft.called.meeting
        with self.workspace.database.transaction(_("took part from this meeting on")) as session:
            was_there_already(session, meeting.id, person.enrolment_id)
        self.leave()
        self._read(meeting.id)
        self.workspace.changed.emit()

    def _may_mark(self) -> bool:
        assert self.draft is not None
        to_come = self.draft.called.meeting.held_on > self.workspace.today()
        if to_come:
            self.refuse(_("The meeting is still to come. Call its roll that day."))
        return not to_come

    def _read(self, meeting_id: UUID | None) -> None:
        """Read a meeting of the course; None for the one whose roll is called now."""
        assert self.course_id is not None, "a roll is that of a course"
        self._asked_why = False
        self.why.set_value("")
        today = self.workspace.today()
        with self.workspace.database.reading() as session:
            self.meetings = list(meetings_of(session, self.course_id))
            now = meeting_to_mark(self.meetings, today)
            known = {meeting.id for meeting in self.meetings}
            wanted = meeting_id if meeting_id in known else now and now.id
            called = roll(session, wanted) if wanted else None
        self.draft = RollDraft(called, today) if called else None
        self.later.show_people(called.later if called else ())
        self.show_draft()

    def _mark_current(self, presence: Presence) -> None:
        row = self.list.current_item()
        if row is not None:
            self.mark(row, presence)
