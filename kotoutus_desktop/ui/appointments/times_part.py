"""The calendar of booked times: a day, a week or a month, and what is known of the chosen one."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.appointments.booked import BookedTime, booked_between
from kotoutus_desktop.casework.appointments.booking import move
from kotoutus_desktop.casework.appointments.cautions import clashes_among
from kotoutus_desktop.casework.orientation.calendar import CalendarMeeting
from kotoutus_desktop.casework.register import officers
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.appointment import AppointmentState, MeetingWay
from kotoutus_desktop.models.orientation import MeetingState
from kotoutus_desktop.rules.course_calendar import Clash
from kotoutus_desktop.ui.appointments.client_dialog import ClientDialog
from kotoutus_desktop.ui.appointments.time_acts import TimeActs
from kotoutus_desktop.ui.appointments.time_words import (
    clash_texts,
    interpreter_text,
    state_text,
    what_text,
    where_text,
    who_text,
)
from kotoutus_desktop.ui.appointments.times_export import save_times
from kotoutus_desktop.ui.appointments.times_frame import DAY, MONTH, TimesFrame, calendar_title
from kotoutus_desktop.ui.clients.client_list_filters import Counted
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.orientation.calendar_geometry import month_later
from kotoutus_desktop.ui.orientation.clash_words import hints_of
from kotoutus_desktop.ui.orientation.times import times_text
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.words import weekday_text
from kotoutus_desktop.ui.workspace import Workspace


class TimesPart(TimesFrame):
    """Reads only the days that are shown. At first one's own times."""

    def __init__(self, workspace: Workspace, _course_id: UUID | None = None) -> None:
        super().__init__(workspace)
        self.times: list[BookedTime] = []
        self.clashes: tuple[Clash, ...] = ()
        self._shown: tuple[date, date] | None = None
        self._names: dict[str, str] = {}
        self.time_acts = TimeActs(self, workspace, self.say_done)
        self.officer.set_source(self._officers, lambda value: self._names.get(value, ""))
        self._officers()
        self.officer.set_value(str(workspace.officer_id))
        self._listen()

    def arrive(self, focus: str) -> None:
        """Read what is shown, choose the time that is asked for, take the keyboard."""
        self.refresh()
        wanted = next((each for each in self.times if str(each.id) == focus), None)
        if wanted is not None:
            self.view.go_to(wanted.held_on)
        self.view.setFocus()

    def refresh(self) -> None:
        """Read what is shown again."""
        days = self.view.days()
        officer = UUID(self.officer.value) if self.officer.value else None
        with self.workspace.database.reading() as session:
            everybody = booked_between(session, days[0], days[-1])
            self.clashes = clashes_among(session, everybody)
        self._numbers = {each.id.hex: each.number for each in everybody}
        self.times = [each for each in everybody if officer in (None, each.officer_id)]
        self._shown = days[0], days[-1]
        clashing = {key for clash in self.clashes for key in (clash.first, clash.second)}
        self.view.show_meetings([self._entry(each) for each in self.times], frozenset(clashing))
        self.title.setText(calendar_title(self.view.day, days, month=self.view.month))
        self.title.updateGeometry()

    def acts(self) -> Sequence[QWidget]:
        """Return the buttons of the band."""
        return (self.file, self.add)

    def primary(self) -> None:
        """Book a new time on the chosen day."""
        dialog = ClientDialog(self.workspace, self)
        dialog.chosen.connect(self._book)
        dialog.open()

    def turn(self, by: int) -> None:
        """Show the next or the previous day, week or month."""
        day = self.view.day
        if self.span.value() == MONTH:
            self.view.go_to(month_later(day, by))
        else:
            self.view.go_to(day + timedelta(days=by * (1 if self.span.value() == DAY else 7)))

    @property
    def time(self) -> BookedTime | None:
        """The chosen time, None for none."""
        chosen = self.view.meeting
        found = (each for each in self.times if chosen is not None and each.id == chosen.id)
        return next(found, None)

    def open_time(self) -> None:
        """Open the form of the chosen time."""
        if (time := self.time) is not None:
            self.navigate.emit(Destination(PageName.BOOKING, time.client_id, time.id))

    def print_paper(self, kind: str) -> None:
        """Go to a paper of the chosen time."""
        if (time := self.time) is not None:
            focus = f"{kind}:{time.id}"
            self.navigate.emit(Destination(PageName.PRINT, time.client_id, focus=focus))

    def _book(self, client_id: UUID) -> None:
        focus = self.view.day.isoformat()
        self.navigate.emit(Destination(PageName.BOOKING, client_id, focus=focus))

    def _entry(self, time: BookedTime) -> CalendarMeeting:
        """Return a time as the calendar draws it."""
        off = time.state is AppointmentState.CANCELLED
        hide = self.workspace.preferences.initials_in_lists
        number, _space, name = who_text(time, hide_names=hide).partition(" ")
        said = ", ".join(part for part in (what_text(time), state_text(time)) if part)
        return CalendarMeeting(
            id=time.id,
            course_id=time.client_id,
            held_on=time.held_on,
            starts=time.starts,
            minutes=time.minutes,
            break_minutes=0,
            state=MeetingState.DID_NOT_HAPPEN if off else MeetingState.PLANNED,
            reason="",
            title=said,
            trainer=time.officer,
            interpreter=time.interpreter,
            place=where_text(time),
            remote=time.way is not MeetingWay.AT_PLACE,
            number=number,
            name=name or what_text(time),
            language="",
        )

    def _follow(self, _day: date) -> None:
        days = self.view.days()
        if self._shown != (days[0], days[-1]):
            self.refresh()

    def _show_chosen(self, _meeting: CalendarMeeting | None) -> None:
        time, today = self.time, self.workspace.today()
        lines = hints_of(time.held_on if time else self.view.day)
        words = weekday_text(self.view.day)
        if time is not None:
            hide = self.workspace.preferences.initials_in_lists
            parts = (
                f"{weekday_text(time.held_on)} {times_text(time.starts, time.ends)}",
                who_text(time, hide_names=hide),
                what_text(time),
                where_text(time),
                time.officer,
                interpreter_text(time),
                state_text(time),
            )
            words = " · ".join(part for part in parts if part)
            lines = [*clash_texts(time, self.clashes, self._numbers), *lines]
        self.say_about(words, lines, clash=time is not None and self.view.is_clashing(time.id))
        self.offer(time, today)

    def _moved(self, meeting: CalendarMeeting, day: date, starts: int) -> None:
        try:
            with self.workspace.database.transaction(_("appointment moved")) as session:
                move(session, meeting.id, day, starts, self.workspace.today())
        except InvalidInput as error:
            self.refuse(explain(error))
            return
        self.view.day = day
        self.workspace.changed.emit()
        self.refresh()
        self.say_done(_("The appointment was moved. Tell the client of the new time."))

    def _officers(self) -> Counted:
        with self.workspace.database.reading() as session:
            found = officers(session)
        self._names = {str(each.id): each.name for each in found}
        return [(value, 0) for value in self._names]

    def _listen(self) -> None:
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.today.clicked.connect(lambda: self.view.go_to(self.workspace.today()))
        self.span.chosen.connect(lambda _value: self._show_span())
        self.officer.picked.connect(lambda _value: self.refresh())
        self.view.chosen.connect(self._show_chosen)
        self.view.day_changed.connect(self._follow)
        self.view.moved.connect(self._moved)
        self.view.opened.connect(lambda _meeting: self.open_time())
        self.add.clicked.connect(self.primary)
        self.file.clicked.connect(lambda: save_times(self, self.times))
        acts = {
            self.came: self.time_acts.came,
            self.missed: self.time_acts.ask_missed,
            self.call_off: self.time_acts.ask_cancel,
            self.back_mark: self.time_acts.unmark,
        }
        for button, act in acts.items():
            button.clicked.connect(lambda _on=False, act=act: self._do(act))
        self.visit.clicked.connect(self.open_time)
        self.invitation.clicked.connect(lambda: self.print_paper("invitation"))
        self.reminder.clicked.connect(lambda: self.print_paper("reminder"))

    def _do(self, act: object) -> None:
        if (time := self.time) is not None and callable(act):
            act(time)

    def _show_span(self) -> None:
        self.view.month = self.span.value() == MONTH
        self.view.single = self.span.value() == DAY
        self.refresh()
        self.view.update()
