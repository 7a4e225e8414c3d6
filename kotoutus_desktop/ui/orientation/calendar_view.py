"""The calendar itself: one widget, a week or a month of all courses.

A meeting is moved by dragging it, or with the keyboard: M takes it up, the arrow keys carry it,
Enter puts it down and Esc lets it be.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from kotoutus_desktop.casework.orientation.calendar import CalendarMeeting
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.orientation import calendar_paint as paint
from kotoutus_desktop.ui.orientation.calendar_face import CalendarFace
from kotoutus_desktop.ui.orientation.calendar_geometry import SNAP, day_at, minute_at
from kotoutus_desktop.ui.orientation.meeting_face import when_text

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CalendarView(CalendarFace):
    """What keys and the mouse do in it."""

    chosen = Signal(object)  # the meeting, or None
    moved = Signal(object, object, int)  # meeting, day, minutes from midnight
    opened = Signal(object)
    day_changed = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__(today)
        self._pressed: QPointF | None = None

    def show_meetings(self, meetings: Sequence[CalendarMeeting], clashing: frozenset[str]) -> None:
        """Show these; the chosen one stays chosen while it is among them."""
        self._meetings, self._clashing = list(meetings), clashing
        kept = self.meeting.id if self.meeting else None
        self.choose(next((each for each in meetings if each.id == kept), None))

    def choose(self, meeting: CalendarMeeting | None) -> None:
        """Choose a meeting, or none."""
        self.meeting, self.carried = meeting, None
        self.setAccessibleDescription(self.said())
        self.chosen.emit(meeting)
        self.update()

    def said(self) -> str:
        """Return the chosen meeting or the day in words."""
        if self.meeting is None:
            return paint.weekday_name(self.day) + f" {self.day.day}.{self.day.month}."
        held_on, starts = self.carried or (self.meeting.held_on, self.meeting.starts)
        length = self.meeting.ends - self.meeting.starts
        return f"{when_text(held_on, starts, starts + length)}, {paint.meeting_words(self.meeting)}"

    def go_to(self, day: date) -> None:
        """Stand on a day; other days are asked for when it lies outside."""
        self.day = day
        self.day_changed.emit(day)
        of_day = [each for each in self._meetings if each.held_on == day]
        self.choose(of_day[0] if of_day else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows go from day to day, Tab-like N and P from meeting to meeting, M carries."""
        key = Qt.Key(event.key())
        if event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self._arrow(*_ARROWS[key])
        elif key in (Qt.Key.Key_N, Qt.Key.Key_P):
            self._next(1 if key == Qt.Key.Key_N else -1)
        elif key == Qt.Key.Key_T:
            self.go_to(self.today)
        elif not self._act(key):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose what is under the mouse; dragging may begin."""
        self._pressed = event.position()
        at = event.position()
        hit = next((m for m, box in self.boxes() if box.holds(at.x(), at.y())), None)
        day = hit.held_on if hit else day_at(self._cells(), at.x(), at.y())
        if day is not None and day != self.day:
            self.day = day
            self.day_changed.emit(day)
        self.choose(hit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Carry the meeting that was pressed."""
        at, from_ = event.position(), self._pressed
        if from_ is None or self.meeting is None or not self.meeting.happens:
            return
        far = (at - from_).manhattanLength() >= QApplication.startDragDistance()
        day = day_at(self._cells(), at.x(), at.y())
        if (far or self.carried) and day is not None:
            self.carried = day, self._minute(day, at.y(), from_.y())
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Put down what was carried."""
        self._pressed = None
        self._put_down()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the meeting."""
        if self.meeting is not None:
            self.opened.emit(self.meeting)

    def event(self, event: QEvent) -> bool:
        """Show a meeting whole as tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = event.pos()
            hit = next((m for m, box in self.boxes() if box.holds(at.x(), at.y())), None)
            words = f"{paint.meeting_words(hit)}\n{hit.title}" if hit else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _act(self, key: Qt.Key) -> bool:
        """Do what a key means for the chosen meeting; tell whether it meant anything."""
        if self.meeting is None:
            return False
        if key == Qt.Key.Key_M and self.meeting.happens:
            self.carried = self.meeting.held_on, self.meeting.starts
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.carried:
                self._put_down()
            else:
                self.opened.emit(self.meeting)
        elif key == Qt.Key.Key_Escape and self.carried:
            self.carried = None
        else:
            return False
        self.update()
        return True

    def _arrow(self, days: int, steps: int) -> None:
        if self.carried is not None:
            day, starts = self.carried
            rows = steps * 7 if self.month else 0
            later = starts if self.month else starts + steps * SNAP
            self.carried = day + timedelta(days=days + rows), max(later, 0)
            announce(self, self.said())
            self.update()
        elif self.month or days:
            self.go_to(self.day + timedelta(days=days + 7 * steps))
        else:
            self._next(steps)

    def _next(self, by: int) -> None:
        if not self._meetings:
            return
        ids = [each.id for each in self._meetings]
        at = ids.index(self.meeting.id) + by if self.meeting else 0
        meeting = self._meetings[at % len(ids)]
        self.day = meeting.held_on
        self.choose(meeting)
        announce(self, self.said())

    def _put_down(self) -> None:
        carried, meeting = self.carried, self.meeting
        self.carried = None
        self.update()
        if carried and meeting and carried != (meeting.held_on, meeting.starts):
            self.moved.emit(meeting, *carried)

    def _minute(self, day: date, y: float, from_y: float) -> int:
        assert self.meeting is not None, "a meeting is carried"
        if self.month:
            return self.meeting.starts
        column, hours = self._cells()[day], self._hours()
        moved = minute_at(y, column, hours) - minute_at(from_y, column, hours)
        return max(self.meeting.starts + moved, 0)
