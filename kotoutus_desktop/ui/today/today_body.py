"""The lists of Today under each other, and the keyboard's way through them."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.due import DueRow
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.layout import ScrollColumn, clear
from kotoutus_desktop.ui.today.due_face import DueFace
from kotoutus_desktop.ui.today.group_list import GroupFrame, GroupList
from kotoutus_desktop.ui.today.groups import TITLES, TONES, Entry, Group
from kotoutus_desktop.ui.today.place import Place


class TodayBody(ScrollColumn):
    """One list a heading; what is put off stands folded at the end."""

    acted = Signal(object)
    opened = Signal(object)
    why_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, today: date) -> None:
        super().__init__((5, 4, 5, 5), 3)
        self.lists: list[GroupList] = []
        self.snoozed: GroupFrame | None = None
        self.face = DueFace(today)
        self._last: GroupList | None = None  # the list that had the keyboard last

    def show_groups(
        self, face: DueFace, groups: dict[Group, list[Entry]], snoozed: Sequence[DueRow]
    ) -> None:
        """Show these rows and no others."""
        folded = self.snoozed is None or self.snoozed.is_folded
        clear(self.column)
        self.lists.clear()
        self.snoozed, self.face = None, face
        for group, entries in groups.items():
            rows = self._list(_(TITLES[group]), entries)
            self.lists.append(rows)
            self.put(GroupFrame(rows, _(TITLES[group]), TONES.get(group, "")))
        if snoozed:
            rows = self._list(_("What is put off"), snoozed)
            self.snoozed = GroupFrame(rows, _("What is put off"), folded=folded)
            self.put(self.snoozed)
        self.put(None)

    def put_first(self, widget: QWidget) -> None:
        """Show something over the lists: that there is nothing."""
        self.column.insertWidget(0, widget)

    def focus_first(self) -> bool:
        """Put the keyboard on the first row, if there is one."""
        if self.lists:
            self.lists[0].setFocus()
        return bool(self.lists)

    def current(self) -> Entry | None:
        """Return the row with the keyboard, else the first one; None for none."""
        shown = self._shown()
        if not shown:
            return None
        focused = next((rows for rows in shown if rows.hasFocus()), None)
        entry: Entry | None = focused.current_item() if focused else self.face.first
        return entry

    def place(self) -> Place | None:
        """Return the row that had the keyboard last."""
        return Place.of(self._shown(), self._last)

    def return_to(self, place: Place) -> bool:
        """Put the keyboard there again, or on the row that follows; tell if there is one."""
        found = place.find(self._shown())
        if found is None:
            return False
        rows, row = found
        rows.choose(row)
        rows.setFocus()
        QTimer.singleShot(0, rows, partial(self._reveal, rows))  # once the lists have their places
        return True

    def _shown(self) -> list[GroupList]:
        if self.snoozed is None or self.snoozed.is_folded:
            return self.lists
        return [*self.lists, self.snoozed.rows]

    def _list(self, title: str, entries: Sequence[Entry]) -> GroupList:
        rows = GroupList(self.face, title, entries)
        rows.acted.connect(self.acted)
        rows.opened.connect(self.opened)
        rows.why_wanted.connect(self.why_wanted)
        rows.menu_wanted.connect(self.menu_wanted)
        rows.passed.connect(lambda step: self._pass(rows, step))
        rows.chosen.connect(lambda _entry: self._reveal(rows))
        rows.entered.connect(lambda: self._enter(rows))
        return rows

    def _pass(self, rows: GroupList, step: int) -> None:
        """Go on with the arrows into the next list, or back into the one before."""
        shown = self._shown()
        place = shown.index(rows) + step
        if 0 <= place < len(shown):
            shown[place].choose(0 if step > 0 else len(shown[place].entries) - 1)
            shown[place].setFocus()

    def _enter(self, rows: GroupList) -> None:
        self._last = rows
        self._reveal(rows)

    def _reveal(self, rows: GroupList) -> None:
        """Scroll to the row with the keyboard: the lists do not scroll themselves."""
        ground = self.widget()
        if ground is not None and rows.hasFocus():
            row = rows.visualRect(rows.currentIndex())
            middle = rows.viewport().mapTo(ground, row.center())
            self.ensureVisible(0, middle.y(), 0, row.height())
