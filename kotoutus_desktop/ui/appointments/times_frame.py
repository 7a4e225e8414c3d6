"""How the calendar of booked times lies: filters and turning above, the chosen time below."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QWidget

from kotoutus_desktop.casework.appointments.booked import BookedTime
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.models.appointment import AppointmentState
from kotoutus_desktop.ui.clients.client_list_filters import Counted, MenuChip
from kotoutus_desktop.ui.components.buttons import Button, IconButton, Segments
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import ElidedLabel, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.dates import DATE_LOCALES, weekday_text
from kotoutus_desktop.ui.orientation.calendar_view import CalendarView
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.workspace import Workspace

DAY, WEEK, MONTH = "day", "week", "month"
LOWEST = 300  # height of the calendar at 100 % text


class OfficerChip(MenuChip):
    """Whose times are shown; what it offers is set later, as it is read from the file."""

    def __init__(self) -> None:
        self._source: Callable[[], Counted] = list
        self._called: Callable[[str], str] = str
        super().__init__(_("Counsellor"), lambda: self._source(), lambda value: self._called(value))

    def set_source(self, source: Callable[[], Counted], called: Callable[[str], str]) -> None:
        """Say who can be chosen and what they are called."""
        self._source, self._called = source, called


class TimesFrame(Part):
    """The widgets of the tab; `times_part` fills and connects them."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.view = CalendarView(workspace.today())
        self.view.month = False
        self.view.setAccessibleName(_("Calendar of appointments"))
        self.officer = OfficerChip()
        self.span = Segments(
            [(DAY, _("Day")), (WEEK, _("Week")), (MONTH, _("Month"))], WEEK, name=_("View")
        )
        self.title = ElidedLabel("", "heading")
        self.about = wrapped("", "strong")
        self.hints = wrapped("", "small", "muted")
        self.add = Button(_("New appointment"), "primary", "plus")
        self.add.show_key("Ctrl+Return")
        self.file = Button(_("Calendar file"), icon="calendar")
        self.came = Button(_("Came"), icon="check")
        self.missed = Button(_("Did not come …"))
        self.call_off = Button(_("Cancel …"))
        self.back_mark = Button(_("Take the mark back"), icon="arrow-back-up")
        self.invitation = Button(_("Invitation"), icon="printer")
        self.reminder = Button(_("Reminder"), icon="printer")
        self.visit = Button(_("Open"), icon="pencil")
        self.before = IconButton("chevron-left", _("Earlier"), key="PgUp")
        self.after = IconButton("chevron-right", _("Later"), key="PgDown")
        self.today = Button(_("Today"))
        self.body = ScrollColumn((0, 0, 0, 0), 2)
        self._lay_out()

    def say_about(self, words: str, lines: Sequence[str], *, clash: bool) -> None:
        """Say what is chosen, and under it clashes and holidays."""
        self.about.setText(words)
        self.hints.setText(" · ".join(lines) or _("No clashes, no holidays."))
        self.hints.set_tone("danger" if clash else "muted")

    def offer(self, time: BookedTime | None, today: date) -> None:
        """Show what can be done with the chosen time."""
        open_ = time is not None and time.state is AppointmentState.BOOKED
        here = open_ and time is not None and time.held_on <= today
        coming = open_ and time is not None and time.held_on >= today
        for button, on in (
            (self.came, here),
            (self.missed, here),
            (self.call_off, open_),
            (self.back_mark, time is not None and not open_),
            (self.invitation, coming),
            (self.reminder, coming),
            (self.visit, time is not None),
        ):
            button.setVisible(bool(on))

    def _lay_out(self) -> None:
        head = Row(gap=2)
        head.put(self.before, self.after, self.today, (self.title, 1), self.officer, self.span)
        buttons = QFrame()
        buttons.setProperty("kind", "plain")
        flow = Flow(buttons, gap=2)
        for button in (
            self.came,
            self.missed,
            self.call_off,
            self.back_mark,
            self.invitation,
            self.reminder,
            self.visit,
        ):
            flow.addWidget(button)
        foot = QFrame()
        foot.setProperty("kind", "card")
        Column(foot, (3, 2, 3, 2), 2).put(self.about, self.hints, buttons)
        # as high as there is room, or a column that scrolls would give it what it would like
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.body.put((self.view, 1), foot)
        column = Column(self, (5, 1, 5, 4), 2)
        column.addLayout(head)
        column.put((self.body, 1))
        theme().changed.connect(self._size)
        self._size()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._reveal)

    def _size(self) -> None:
        """Keep the hours of a day readable; where the window is low the tab scrolls."""
        self.view.setMinimumHeight(theme().px(LOWEST))

    def _reveal(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not self.view:
            self.body.reveal(now)


def calendar_title(day: date, days: Sequence[date], *, month: bool) -> str:
    """Return the name of the day or month, or the number of the week with its days."""
    from babel.dates import format_date

    if len(days) == 1:
        return weekday_text(day)
    if month:
        name = str(format_date(day, "LLLL y", locale=DATE_LOCALES[interface_language()]))
        return name[:1].upper() + name[1:]
    first, last = days[0], days[-1]
    period = f"{first.day}.{first.month}.–{last.day}.{last.month}.{last.year}"
    return _("Week {n}: {days}").format(n=day.isocalendar().week, days=period)
