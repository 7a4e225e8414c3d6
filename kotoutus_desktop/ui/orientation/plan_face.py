"""A planned meeting as a row, and a plan in a sentence."""

from collections.abc import Sequence
from typing import NamedTuple

from kotoutus_desktop.casework.orientation.plan_clashes import PlanClashes
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.rules.course_calendar import PlannedMeeting
from kotoutus_desktop.rules.orientation import REQUIRED_MINUTES
from kotoutus_desktop.ui.components.row_face import Cell, ListColumn, RowFace
from kotoutus_desktop.ui.orientation.clash_words import clashes_of, hints_of
from kotoutus_desktop.ui.orientation.times import hours_text, times_text
from kotoutus_desktop.ui.words import enum_text, weekday_text

COLUMNS = (ListColumn(share=3), ListColumn(share=4))


class PlannedRow(NamedTuple):
    """A planned meeting, and its clashes with other courses in words."""

    meeting: PlannedMeeting
    clashes: tuple[str, ...] = ()


def rows_of(meetings: Sequence[PlannedMeeting], found: PlanClashes) -> list[PlannedRow]:
    """Return planned meetings with what each clashes with."""
    shown = [*found.planned, *found.others]
    return [
        PlannedRow(meeting, tuple(clashes_of(own, found.clashes, shown)))
        for meeting, own in zip(meetings, found.planned, strict=True)
    ]


def planned_face(row: PlannedRow) -> RowFace:
    """Return a planned meeting as a row: when, about what, what the day is, clashes first."""
    meeting, slot = row.meeting, row.meeting.slot
    when = times_text(slot.starts, slot.starts + slot.minutes + slot.break_minutes)
    topics = ", ".join(enum_text(topic) for topic in sorted(meeting.topics))
    note = " · ".join(part for part in (*row.clashes, *hints_of(meeting.held_on), topics) if part)
    day = weekday_text(meeting.held_on)
    cells = (
        Cell(
            day,
            f"{when}, {hours_text(slot.minutes)}",
            tone="danger" if row.clashes else "",
            icon="alert-triangle" if row.clashes else "",
        ),
        Cell(meeting.title, note, small_note=True),
    )
    return RowFace(cells, f"{day}, {when}, {meeting.title}, {note}")


def plan_text(rows: Sequence[PlannedRow]) -> str:
    """Return how many meetings and hours a plan has, its last day, and how many clash."""
    meetings = [row.meeting for row in rows]
    minutes = sum(meeting.slot.minutes for meeting in meetings)
    count = ngettext("{n} meeting", "{n} meetings", len(meetings)).format(n=len(meetings))
    hours = _("{hours} of {required}").format(
        hours=hours_text(minutes), required=hours_text(REQUIRED_MINUTES)
    )
    last = weekday_text(meetings[-1].held_on) if meetings else ""
    clashing = sum(bool(row.clashes) for row in rows)
    clash = ngettext("{n} clashes with another course", "{n} clash with other courses", clashing)
    told = clash.format(n=clashing) if clashing else ""
    return " · ".join(part for part in (count, hours, last, told) if part)
