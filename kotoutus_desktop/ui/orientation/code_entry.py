"""A sign-in sheet typed back: one code after the other, or a row of marks in its order."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from kotoutus_desktop.casework.orientation.marking import Call, record_marks
from kotoutus_desktop.casework.orientation.roll import (
    Mark,
    Person,
    Roll,
    meeting_to_mark,
    meetings_of,
    roll,
)
from kotoutus_desktop.casework.orientation.sheet_reading import (
    marks_of_codes,
    marks_of_row,
    person_of_code,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _, ngettext
from kotoutus_desktop.models.orientation import CourseMeeting
from kotoutus_desktop.rules.sign_in_code import LENGTH
from kotoutus_desktop.ui.components.buttons import Button, Segments
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.components.settling import settle
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.orientation.roll_draft import RollDraft
from kotoutus_desktop.ui.orientation.roll_head import RollHead
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.workspace import Workspace

PRESENT, ABSENT, MARKS = "present", "absent", "marks"
_TOLD = {
    PRESENT: N_(
        "Type the codes of those who signed, one after the other: each is taken as soon as its "
        "three signs are there. Everybody else on the roll is marked as absent."
    ),
    ABSENT: N_(
        "Type the codes of those who did not sign, one after the other. Everybody else on the "
        "roll is marked as present. When nobody was absent, record at once."
    ),
    MARKS: N_(
        "Type one mark for each row, in the order of the sheet: P present, A absent, E excused, "
        "L late and D left early with minutes (L15, D30), - for no mark."
    ),
}


class CodeField(TextField):
    """Where codes are typed; Backspace in the empty field takes the last one back."""

    def __init__(self, part: "CodeEntry") -> None:
        super().__init__(_("Code"), width=220)
        self._part = part

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the last code back; everything else is typing."""
        pressed = event.type() == QEvent.Type.KeyPress and _is_backspace(event)
        if pressed and not self.line.text():
            self._part.take_back()
            return True
        return super().eventFilter(watched, event)


def _is_backspace(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Backspace


class CodeEntry(Part):
    """Nothing is recorded before the counsellor says so; then it is one act with one undo."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.meetings: Sequence[CourseMeeting] = ()
        self.called: Roll | None = None
        self.typed: list[Person] = []
        self.head = RollHead()
        self.way = Segments(
            [
                (PRESENT, _("Codes of those present")),
                (ABSENT, _("Codes of those absent")),
                (MARKS, _("Row of marks")),
            ],
            PRESENT,
            name=_("How the sheet is typed"),
            bulk="small",
        )
        self.told = wrapped("", "body", "muted")
        self.code = CodeField(self)
        self.marks = TextField(_("Marks"), placeholder="PPAPL15PE")
        self.names = wrapped("", "body")
        self.sums = Label("", "strong")
        self.record_button = Button(_("Record the sheet"), "primary", "check")
        self._lay_out()

    def acts(self) -> Sequence[QWidget]:
        """Return the button in the band."""
        return (self.record_button,)

    def arrive(self, focus: str) -> None:
        """Show a meeting by its id, today's, or the first that waits; ready to be typed."""
        self._read(UUID(focus) if focus else None)
        self._show_way()

    def refresh(self) -> None:
        """Read the roll again; what is typed stays."""
        self._read(self.called.meeting.id if self.called else None, keep=True)

    def primary(self) -> None:
        """Record what was typed."""
        if self.called is None or not self.record_button.isEnabled():
            return
        meeting = self.called.meeting
        call = Call(self.workspace.officer_id, self.workspace.today())
        try:
            marks = self._marks(self.called)
            with self.workspace.database.transaction(_("sign-in sheet typed")) as session:
                count = record_marks(session, meeting.id, marks, call)
        except InvalidInput as error:
            self._field().show_error(explain(error))
            settle(self._field())
            self._field().take_focus()
            return
        self._read(meeting.id)
        said = ngettext("{n} mark recorded.", "{n} marks recorded.", count).format(n=count)
        self.say_done(said)
        self.workspace.changed.emit()
        self._field().take_focus()

    def show_meeting(self, meeting_id: UUID) -> None:
        """Show another meeting; what was typed belongs to the one before, and goes."""
        self._read(meeting_id)
        self._field().take_focus()

    def take_back(self) -> None:
        """Take the code back that was typed last."""
        if self.typed:
            self.typed.pop()
            self._show()

    def _take_code(self) -> None:
        """Take a code when its signs are there; a wrong one is told and stays to be mended."""
        signs = "".join(self.code.value().split())
        if len(signs) < LENGTH or self.called is None:
            self.code.clear_error()
            return
        already = {person.enrolment_id for person in self.typed}
        try:
            with self.workspace.database.reading() as session:
                person = person_of_code(session, self.called, signs, already)
        except InvalidInput as error:
            self.code.show_error(explain(error))
            self.code.line.selectAll()
            settle(self.code)
            return
        self.code.clear_error()
        self.typed.append(person)
        self.code.set_value("")
        self._show()

    def _marks(self, called: Roll) -> dict[UUID, Mark | None]:
        if self.way.value() == MARKS:
            return marks_of_row(called, self.marks.value())
        if self.code.value():  # half a code is no sheet
            raise InvalidInput("code", N_("Type the code to its end, or clear it."))
        listed = {person.enrolment_id for person in self.typed}
        return marks_of_codes(called, listed, absent=self.way.value() == ABSENT)

    def _field(self) -> TextField:
        return self.marks if self.way.value() == MARKS else self.code

    def _show_way(self) -> None:
        way = self.way.value()
        self.told.setText(_(_TOLD[way]))
        self.code.setVisible(way != MARKS)
        self.names.setVisible(way != MARKS)
        self.marks.setVisible(way == MARKS)
        self._show()
        self._field().take_focus()

    def _show(self) -> None:
        """Show who is typed, and what will be recorded."""
        self.names.setText(
            "   ".join(f"{person.code} {person.name}" for person in reversed(self.typed))
        )
        count = len(self.called.rows) if self.called else 0
        typed = len(self.typed)
        left = count - typed
        words = {
            PRESENT: _("{typed} present, {left} absent"),
            ABSENT: _("{typed} absent, {left} present"),
            MARKS: _("{count} rows on the sheet"),
        }[self.way.value()]
        self.sums.setText(words.format(typed=typed, left=left, count=count))
        nobody = self.way.value() == PRESENT and not self.typed
        self.record_button.setEnabled(bool(count) and not nobody)

    def _turn(self, by: int) -> None:
        ids = [meeting.id for meeting in self.meetings]
        if self.called is not None:
            place = ids.index(self.called.meeting.id) + by
            if 0 <= place < len(ids):
                self.show_meeting(ids[place])

    def _read(self, meeting_id: UUID | None, *, keep: bool = False) -> None:
        assert self.course_id is not None, "a sheet is that of a course"
        today = self.workspace.today()
        with self.workspace.database.reading() as session:
            self.meetings = list(meetings_of(session, self.course_id))
            now = meeting_to_mark(self.meetings, today)
            known = {meeting.id for meeting in self.meetings}
            wanted = meeting_id if meeting_id in known else now and now.id
            self.called = roll(session, wanted) if wanted else None
        if not keep:
            self.typed = []
            for field in (self.code, self.marks):
                field.set_value("")
                field.clear_error()
        draft = RollDraft(self.called, today) if self.called else None
        self.head.show_draft(draft, self.meetings)
        self._show()

    def _lay_out(self) -> None:
        self.record_button.show_key("Ctrl+Return")
        self.record_button.clicked.connect(self.primary)
        self.way.chosen.connect(lambda _way: self._show_way())
        self.code.changed.connect(self._take_code)
        self.marks.changed.connect(self.marks.clear_error)
        self.marks.line.returnPressed.connect(self.primary)
        self.head.turned.connect(self._turn)
        self.head.chosen.connect(self.show_meeting)
        ways = QFrame()
        Row(ways, gap=0).put(self.way, None)
        area = ScrollColumn((0, 2, 0, 2), 3)
        area.put(ways, self.told, self.code, self.marks, self.sums, self.names, None)
        Column(self, (5, 0, 5, 2), 1).put(self.head, (area, 1))
