"""The booked times of the day, over what is due: when, whom, about what, where."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.appointments.booked import BookedTime, booked_between
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.appointment import AppointmentState
from kotoutus_desktop.ui.appointments.time_words import (
    interpreter_text,
    state_text,
    what_text,
    where_text,
    who_text,
)
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_face import Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.orientation.times import times_text
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.today.today_body import TodayBody
from kotoutus_desktop.ui.workspace import Workspace

_COLUMNS = (
    ListColumn(width=110),
    ListColumn(share=3),
    ListColumn(share=2, folds=True),
    ListColumn(width=120),
)


class TimesToday(QFrame):
    """A heading with how many there are, over their list."""

    opened = Signal(object)  # the BookedTime

    def __init__(self, times: Sequence[BookedTime], *, hide_names: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._hide_names = hide_names
        self.rows = RowList(
            self._face, _COLUMNS, name=_("Appointments today"), fits=True, enter_acts=True
        )
        self.rows.mark_with_keyboard()
        self.rows.set_items(list(times))
        self.rows.acted.connect(self.opened)
        self.rows.opened.connect(self.opened)
        card = Card(margins=(0, 0, 0, 0), gap=0)
        card.put(self.rows)
        head = Row(margins=(0, 1, 0, 0), gap=2)
        count = Label(str(len(times)), "body", "muted")
        head.put(Label(_("Appointments today"), "heading"), count, None)
        Column(self, gap=2).put(head, card)

    def _face(self, time: BookedTime) -> RowFace:
        when = times_text(time.starts, time.ends)
        who = who_text(time, hide_names=self._hide_names)
        what, state = what_text(time), state_text(time)
        said = ", ".join(part for part in (what, state) if part)
        where, language = where_text(time), interpreter_text(time)
        cells = (
            Cell(when, strong=True),
            Cell(who, note=said, strong=True, icon="lock" if time.hidden else ""),
            Cell(where, note=language, small_note=True),
            Cell(_("Open"), kind=CellKind.BUTTON),
        )
        parts = (when, who, said, where, language)
        return RowFace(cells, ", ".join(part for part in parts if part))


def times_of_today(workspace: Workspace, today: date, officer_id: UUID | None) -> list[BookedTime]:
    """Return the times of the day that were not cancelled; of one counsellor where named."""
    with workspace.database.reading() as session:
        found = booked_between(session, today, today, officer_id)
    return [each for each in found if each.state is not AppointmentState.CANCELLED]


def put_times(
    body: TodayBody,
    workspace: Workspace,
    officer_id: UUID | None,
    go: Callable[[Destination], object],
) -> None:
    """Show the booked times of the day over everything else; nothing where there are none."""
    times = times_of_today(workspace, workspace.today(), officer_id)
    if not times:
        return
    shown = TimesToday(times, hide_names=workspace.preferences.initials_in_lists)
    shown.opened.connect(
        lambda time: go(Destination(PageName.APPOINTMENTS, focus=f"calendar:{time.id}"))
    )
    body.put_first(shown)
