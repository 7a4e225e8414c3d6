"""A meeting as a row of a list, and in words."""

from datetime import date

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.orientation import CourseMeeting, MeetingState, known_topics
from kotoutus_desktop.ui.components.row_face import MENU_COLUMN, Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.orientation.times import hours_text, times_text
from kotoutus_desktop.ui.words import enum_text, weekday_text

COLUMNS = (
    ListColumn(share=3),
    ListColumn(share=4),
    ListColumn(width=140),
    MENU_COLUMN,
)
_TONES = {MeetingState.HELD: "success", MeetingState.DID_NOT_HAPPEN: "warning"}


def when_text(held_on: date, starts: int, ends: int) -> str:
    """Return day and time in words: Monday 2.11.2026, 9.00-12.00."""
    return f"{weekday_text(held_on)}, {times_text(starts, ends)}"


def meeting_face(meeting: CourseMeeting) -> RowFace:
    """Return the row: when and how long, about what, state."""
    topics = ", ".join(enum_text(topic) for topic in sorted(known_topics(meeting.topics)))
    note = topics
    if meeting.state is MeetingState.DID_NOT_HAPPEN:
        note = _("did not happen: {reason}").format(reason=meeting.reason)
    elif meeting.replaces is not None:
        note = " · ".join(part for part in (_("in place of another meeting"), topics) if part)
    length = hours_text(meeting.minutes)
    when = when_text(meeting.held_on, meeting.starts, meeting.ends)
    cells = (
        Cell(
            weekday_text(meeting.held_on), f"{times_text(meeting.starts, meeting.ends)}, {length}"
        ),
        Cell(meeting.title or _("no title"), note, small_note=True),
        Cell(enum_text(meeting.state), tone=_TONES.get(meeting.state, ""), kind=CellKind.CHIP),
        Cell(_("More"), icon="dots-vertical", kind=CellKind.MENU),
    )
    return RowFace(cells, f"{when}, {length}, {meeting.title}, {enum_text(meeting.state)}", note)
