"""A calendar as it looks: the days, and the meetings in their places."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.orientation.calendar import CalendarMeeting
from kotoutus_desktop.ui.orientation import calendar_paint as paint
from kotoutus_desktop.ui.orientation.calendar_geometry import (
    Box,
    Span,
    cells,
    days_shown,
    hours_shown,
    lines_in,
    week_boxes,
)
from kotoutus_desktop.ui.style import draw_focus_ring
from kotoutus_desktop.ui.theme import theme


class CalendarFace(QWidget):
    """Shows `day`'s week or month; `meeting` is the chosen one, None on a day without.

    `single` shows the one day instead of its week.
    """

    def __init__(self, today: date) -> None:
        super().__init__()
        self.today = self.day = today
        self.month, self.single = True, False
        self.meeting: CalendarMeeting | None = None
        self.carried: tuple[date, int] | None = None  # where a meeting is being moved to
        self._meetings: list[CalendarMeeting] = []
        self._clashing: frozenset[str] = frozenset()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme().changed.connect(self.update)

    def days(self) -> list[date]:
        """Return the days that are shown."""
        return [self.day] if self.single else days_shown(self.day, month=self.month)

    def boxes(self) -> list[tuple[CalendarMeeting, Box]]:
        """Return the meetings that have room, each with its place."""
        cells_ = self._cells()
        if not self.month:
            spans = [Span(each.held_on, *self._times(each)) for each in self._meetings]
            return list(zip(self._meetings, week_boxes(spans, cells_, self._hours()), strict=True))
        found = []
        for day, cell in cells_.items():
            of_day = [each for each in self._meetings if each.held_on == day]
            lines, _more = lines_in(cell, len(of_day), self._head(), self._line())
            found += list(zip(of_day, lines, strict=False))
        return found

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the room of a month."""
        return QSize(theme().px(800), theme().px(520))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with little."""
        return QSize(theme().px(420), theme().px(260))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw days, then meetings, then the one that is being carried."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cells_ = self._cells()
        for day, box in cells_.items():
            outside = self.month and day.month != self.day.month
            paint.draw_ground(painter, box, day, outside=outside)
        if not self.month:
            area = self._area()
            paint.draw_hours(painter, area, self._left(), self._hours())
        self._draw_heads(painter, cells_)
        for meeting, box in self.boxes():
            chosen = self.meeting is not None and meeting.id == self.meeting.id
            clash = meeting.id.hex in self._clashing
            paint.draw_meeting(painter, box, meeting, clash=clash, chosen=chosen)
        target = cells_.get(self.carried[0] if self.carried else self.day)
        if target is not None and (self.carried or self.hasFocus()):
            draw_focus_ring(painter, paint.rect(target, 2))
        painter.end()

    def is_clashing(self, meeting: UUID) -> bool:
        """Tell whether a meeting clashes with another one."""
        return meeting.hex in self._clashing

    def _draw_heads(self, painter: QPainter, cells_: dict[date, Box]) -> None:
        for place, (day, cell) in enumerate(cells_.items()):
            named = place < 7
            text = f"{day.day}.{day.month}." if not self.month or day.day == 1 else str(day.day)
            text = f"{paint.weekday_name(day)} {text}" if named else text
            top = cell.y if self.month else 0
            head = Box(cell.x, top, cell.width, self._head())
            paint.draw_head(painter, head, day, self.today, text)
            if self.month:
                self._draw_more(painter, day, cell)

    def _draw_more(self, painter: QPainter, day: date, cell: Box) -> None:
        count = sum(each.held_on == day for each in self._meetings)
        lines, more = lines_in(cell, count, self._head(), self._line())
        if more:
            top = cell.y + self._head() + len(lines) * self._line()
            paint.draw_more(painter, Box(cell.x, top, cell.width, self._line()), more)

    def _times(self, meeting: CalendarMeeting) -> tuple[int, int]:
        return meeting.starts, meeting.ends

    def _hours(self) -> tuple[int, int]:
        return hours_shown([Span(each.held_on, *self._times(each)) for each in self._meetings])

    def _cells(self) -> dict[date, Box]:
        return cells(self.days(), self._area())

    def _area(self) -> Box:
        left, top = (0, 0) if self.month else (self._left(), self._head())
        return Box(left, top, max(self.width() - left - 1, 1), max(self.height() - top - 1, 1))

    def _left(self) -> int:
        return theme().px(52)

    def _head(self) -> int:
        return theme().px(22)

    def _line(self) -> int:
        return theme().px(22)
