"""Over and under a roll: which meeting it is, how many are there, and what the keys do."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QMenu

from kotoutus_desktop.casework.orientation.roll import Person
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.orientation import CourseMeeting, MeetingState
from kotoutus_desktop.rules.orientation import Presence
from kotoutus_desktop.ui.components.buttons import Button, IconButton
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Row, clear
from kotoutus_desktop.ui.orientation.meeting_face import when_text
from kotoutus_desktop.ui.orientation.roll_draft import RollDraft
from kotoutus_desktop.ui.orientation.roll_face import ALL_KEY, KEYS
from kotoutus_desktop.ui.words import enum_text

_TONES = {MeetingState.HELD: "success", MeetingState.DID_NOT_HAPPEN: "warning"}


class RollHead(QFrame):
    """The meeting, with the way to the others, and the sums of the roll."""

    turned = Signal(int)
    chosen = Signal(object)  # the id of a meeting

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._meetings: Sequence[CourseMeeting] = ()
        self.before = IconButton("chevron-left", _("Meeting before (PgUp)"))
        self.after = IconButton("chevron-right", _("Next meeting (PgDn)"))
        self.meeting = Button("", "link", "chevron-down")
        self.state = Chip("")
        self.sums = Label("", "small", "muted")
        line = Row(self, gap=2)
        line.put(self.before, self.meeting, self.after, self.state, None, self.sums)
        self.before.clicked.connect(partial(self._turn, -1))
        self.after.clicked.connect(partial(self._turn, 1))
        self.meeting.clicked.connect(self.open_menu)

    def show_draft(self, draft: RollDraft | None, meetings: Sequence[CourseMeeting]) -> None:
        """Show whose roll it is and how many have which mark."""
        self._meetings = meetings
        self.setVisible(draft is not None)
        if draft is None:
            return
        meeting = draft.called.meeting
        place = [each.id for each in meetings].index(meeting.id)
        number = _("{n} of {all}").format(n=place + 1, all=len(meetings))
        self.meeting.set_label(f"{_when(meeting)} · {number}")
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place + 1 < len(meetings))
        self.state.set_text(enum_text(meeting.state))
        self.state.set_tone(_TONES.get(meeting.state, ""))
        self.state.setToolTip(meeting.reason)
        self.sums.setText(sums_text(draft))

    def open_menu(self) -> QMenu:
        """Offer the meetings of the course."""
        menu = QMenu(self)
        for meeting in self._meetings:
            text = f"{_when(meeting)} · {enum_text(meeting.state)}"
            menu.addAction(text, partial(self.chosen.emit, meeting.id))
        menu.popup(self.meeting.mapToGlobal(QPoint(0, self.meeting.height())))
        return menu

    def _turn(self, by: int, _checked: bool = False) -> None:
        self.turned.emit(by)


class RollKeys(QFrame):
    """What the keys do; each is a button too."""

    marked = Signal(object)  # Presence
    all_marked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        flow = Flow(self, gap=1)
        every = Button(f"{ALL_KEY}  {_('all present')}", bulk="small")
        every.clicked.connect(self.all_marked)
        flow.addWidget(every)
        self.buttons = {}
        for key, presence in KEYS.items():
            button = Button(f"{key}  {enum_text(presence)}", bulk="small")
            button.clicked.connect(partial(self._mark, presence))
            self.buttons[presence] = button
            flow.addWidget(button)
        flow.addWidget(Label(_("↑ ↓ next · Enter reason · Del no mark"), "small", "muted"))

    def _mark(self, presence: Presence, _checked: bool = False) -> None:
        self.marked.emit(presence)


class LaterLine(QFrame):
    """Who takes part only since a later day, and may have been there all the same."""

    were_there = Signal(object)  # Person

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._flow = Flow(self, gap=2)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show them, each with the act that puts them on the roll; nothing for none."""
        clear(self._flow)
        self.setVisible(bool(people))
        if people:
            self._flow.addWidget(Label(_("Joined later; was there already:"), "small", "muted"))
        for person in people:
            button = Button(person.name, "link", "user-plus", bulk="small")
            button.clicked.connect(partial(self._tell, person))
            self._flow.addWidget(button)

    def _tell(self, person: Person, _checked: bool = False) -> None:
        self.were_there.emit(person)


def sums_text(draft: RollDraft) -> str:
    """Return how many have which mark: 15 present, 2 late, 1 not marked."""
    counts = draft.counts()
    parts = [
        f"{counts[presence]} {enum_text(presence)}" for presence in Presence if counts[presence]
    ]
    if counts[None]:
        parts.append(
            ngettext("{n} not marked", "{n} not marked", counts[None]).format(n=counts[None])
        )
    said = ", ".join(parts)
    return _("{sums} · not recorded yet").format(sums=said) if draft.changes() else said


def _when(meeting: CourseMeeting) -> str:
    return when_text(meeting.held_on, meeting.starts, meeting.ends)
