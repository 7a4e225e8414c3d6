"""The calendar of all courses: a week or a month, and what is known of the chosen meeting."""

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.orientation.calendar import (
    CalendarMeeting,
    clashes_among,
    meetings_between,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.models.orientation import MeetingState
from kotoutus_desktop.rules.course_calendar import Clash
from kotoutus_desktop.ui.components.buttons import Button, IconButton, Segments
from kotoutus_desktop.ui.components.labels import ElidedLabel, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.dates import DATE_LOCALES, weekday_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.orientation.calendar_geometry import month_later
from kotoutus_desktop.ui.orientation.calendar_view import CalendarView
from kotoutus_desktop.ui.orientation.clash_words import clashes_of, hints_of
from kotoutus_desktop.ui.orientation.meeting_acts import MeetingActs
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.workspace import Workspace

WEEK_VIEW, MONTH_VIEW = "week", "month"


class CalendarPart(Part):
    """Reads only the days that are shown."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.meetings: list[CalendarMeeting] = []
        self.clashes: tuple[Clash, ...] = ()
        self._shown: tuple[date, date] | None = None
        self.view = CalendarView(workspace.today())
        self.view.setAccessibleName(_("Calendar"))
        self.meeting_acts = MeetingActs(self, workspace, self.say_done)
        self.span = Segments(
            [(WEEK_VIEW, _("Week")), (MONTH_VIEW, _("Month"))], MONTH_VIEW, name=_("View")
        )
        self.title = ElidedLabel("", "heading")
        self.about = wrapped("", "strong")
        self.hints = wrapped("", "small", "muted")
        self.shift = Button(_("Move …"), icon="calendar-event")
        self.call_off = Button(_("Did not happen …"))
        self.substitute = Button(_("Replace …"))
        self.visit = Button(_("Open the course"), icon="school")
        self._lay_out()
        self._listen()

    def arrive(self, _focus: str) -> None:
        """Read what is shown, and put the keyboard into the calendar."""
        self._read()
        self.view.setFocus()

    def refresh(self) -> None:
        """Read what is shown again."""
        self._read()

    def primary(self) -> None:
        """Open the course of the chosen meeting."""
        if self.view.meeting is not None:
            self._open(self.view.meeting)

    def turn(self, by: int) -> None:
        """Show the next or the previous week or month."""
        day = self.view.day
        later = month_later(day, by) if self.view.month else day + timedelta(days=7 * by)
        self.view.go_to(later)

    def _read(self) -> None:
        days = self.view.days()
        with self.workspace.database.reading() as session:
            self.meetings = meetings_between(session, days[0], days[-1])
            self.clashes = clashes_among(session, self.meetings)
        self._shown = days[0], days[-1]
        clashing = {key for clash in self.clashes for key in (clash.first, clash.second)}
        self.view.show_meetings(self.meetings, frozenset(clashing))
        self.title.setText(_title(self.view.day, days, month=self.view.month))
        self.title.updateGeometry()

    def _follow(self, _day: date) -> None:
        days = self.view.days()
        if self._shown != (days[0], days[-1]):
            self._read()

    def _show_span(self, value: str) -> None:
        self.view.month = value == MONTH_VIEW
        self._read()
        self.view.update()

    def _show_chosen(self, meeting: CalendarMeeting | None) -> None:
        lines = hints_of(meeting.held_on if meeting else self.view.day)
        if meeting is not None:
            lines = [*clashes_of(meeting, self.clashes, self.meetings), *lines]
            who = (meeting.title, meeting.trainer, meeting.interpreter, meeting.place)
            words = " · ".join(part for part in (self.view.said(), *who) if part)
            if not meeting.happens:
                why = _("did not happen: {reason}").format(reason=meeting.reason)
                lines = [why, *lines]
        else:
            words = weekday_text(self.view.day)
        self.about.setText(words)
        self.hints.setText(" · ".join(lines) or _("No clashes, no holidays."))
        self.hints.set_tone("danger" if meeting and self.view.is_clashing(meeting.id) else "muted")
        planned = meeting is not None and meeting.state is MeetingState.PLANNED
        off = meeting is not None and meeting.state is MeetingState.DID_NOT_HAPPEN
        for button, on in (
            (self.shift, planned),
            (self.call_off, planned),
            (self.substitute, off),
            (self.visit, meeting is not None),
        ):
            button.setVisible(on)

    def _moved(self, meeting: CalendarMeeting, day: date, starts: int) -> None:
        try:
            self.meeting_acts.move(meeting.id, day, starts)
        except InvalidInput as error:
            self.refuse(explain(error))
        else:
            self.view.day = day
            self._read()

    def _open(self, meeting: CalendarMeeting) -> None:
        self.navigate.emit(Destination(PageName.COURSE, record=meeting.course_id))

    def _ask_move(self) -> None:
        if (meeting := self.view.meeting) is not None:
            self.meeting_acts.ask_move(meeting.id, meeting.held_on, meeting.starts)

    def _ask_cancel(self) -> None:
        if (meeting := self.view.meeting) is not None:
            self.meeting_acts.ask_cancel(meeting.id)

    def _ask_replace(self) -> None:
        if (meeting := self.view.meeting) is not None:
            self.meeting_acts.ask_replace(meeting.id, meeting.held_on, meeting.starts)

    def _lay_out(self) -> None:
        self.before = IconButton("chevron-left", _("Earlier"), key="PgUp")
        self.after = IconButton("chevron-right", _("Later"), key="PgDown")
        self.today = Button(_("Today"))
        head = Row(gap=2)
        head.put(self.before, self.after, self.today, (self.title, 1), self.span)
        words = Column(gap=0)
        words.put(self.about, self.hints)
        foot = QFrame()
        foot.setProperty("kind", "card")
        line = Row(foot, (3, 2, 3, 2), 2)
        line.addLayout(words, 1)
        line.put(self.shift, self.call_off, self.substitute, self.visit)
        column = Column(self, (5, 1, 5, 4), 2)
        column.addLayout(head)
        column.put((self.view, 1), foot)

    def _listen(self) -> None:
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.today.clicked.connect(lambda: self.view.go_to(self.workspace.today()))
        self.span.chosen.connect(self._show_span)
        self.view.chosen.connect(self._show_chosen)
        self.view.day_changed.connect(self._follow)
        self.view.moved.connect(self._moved)
        self.view.opened.connect(self._open)
        self.shift.clicked.connect(self._ask_move)
        self.call_off.clicked.connect(self._ask_cancel)
        self.substitute.clicked.connect(self._ask_replace)
        self.visit.clicked.connect(self.primary)


def _title(day: date, days: list[date], *, month: bool) -> str:
    """Return the name of the month, or the number of the week with its days."""
    from babel.dates import format_date

    if month:
        locale = DATE_LOCALES[interface_language()]
        name = str(format_date(day, "LLLL y", locale=locale))
        return name[:1].upper() + name[1:]
    first, last = days[0], days[-1]
    period = f"{first.day}.{first.month}.–{last.day}.{last.month}.{last.year}"
    return _("Week {n}: {days}").format(n=day.isocalendar().week, days=period)
