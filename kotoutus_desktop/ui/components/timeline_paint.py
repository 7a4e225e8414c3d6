"""How a time line is drawn: lanes, today, flags whose labels never run into each other."""

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.timeline_data import Flag, Mark, TimelineData
from kotoutus_desktop.ui.components.timeline_geometry import (
    Box,
    PlacedLane,
    PlacedSpan,
    Scale,
    Sizes,
    place_lanes,
    step_down,
)
from kotoutus_desktop.ui.theme import theme

ROW_HEIGHT, BAR_HEIGHT = 34, 22
LEAST_WIDTH = 8  # a bar that is wider than its time would push its neighbour down
MARK = 9  # width of the diamond of a review
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class TimelinePainter:
    """Places everything for one width; asked for its height before it draws.

    The bars themselves are widgets: see `TimelineBar`.
    """

    def __init__(self, data: TimelineData, width: int) -> None:
        self.data = data
        self.width = width
        self.small = QFontMetrics(theme().font("small"))
        labels = [lane.label for lane in data.lanes] + [data.flags_label]
        self.left = max((self.small.horizontalAdvance(t) for t in labels), default=0)
        self.left += theme().space(5)
        self.first, self.last = data.range()
        self.scale = Scale(self.first, self.last, self.left, width)
        self.top = self.small.height() + theme().space(2)
        self.lanes: list[PlacedLane] = place_lanes(
            data.lanes, self.top, self.scale, _sizes(self.small), self.small.horizontalAdvance
        )
        self.flags_top = round(self.lanes[-1].box.bottom) if self.lanes else self.top
        self.levels = self._place_flags()

    def height(self) -> int:
        """Return the height that lanes and flags need."""
        depth = max(self.levels, default=-1) + 1
        return self.flags_top + max(depth, 1) * self._label_height() + theme().space(3)

    def x(self, day: date) -> float:
        """Return where a day stands."""
        return self.scale.x(day)

    def year_left(self, x: float) -> float:
        """Return where the number of a year that begins at `x` stands, beside today's word."""
        tag = self.today_box().adjusted(-theme().px(4), 0, theme().px(4), 0)
        left = x + theme().px(5)
        covers = left < tag.right() and left + self.small.horizontalAdvance("2026") > tag.left()
        return tag.right() if covers else left

    def today_box(self) -> QRectF:
        """Return the ground of the word at the head of today's line, within the time line."""
        wide = self.small.horizontalAdvance(_("today")) + theme().px(8)
        left = min(max(self.x(self.data.today) - wide / 2, self.left), self.width - wide)
        return QRectF(left, 0, wide, self.small.height() + 2)

    def flag_box(self, flag: Flag, level: int) -> QRect:
        """Return where the two lines of a flag stand when they stepped down to a level."""
        wide = max(self.small.horizontalAdvance(line) for line in (flag.text, flag.note))
        left = round(self.x(flag.day)) + theme().px(7)
        left = max(min(left, self.width - wide - theme().px(2)), self.left)
        top = self.flags_top + theme().px(12) + level * self._label_height()
        return QRect(left, top, wide + theme().px(2), 2 * self.small.height())

    def paint(self, painter: QPainter) -> None:
        """Draw: years, lanes, stems, today, and all labels on their own ground at last."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font("small"))
        self._draw_years(painter)
        for flag, level in zip(self.data.flags, self.levels, strict=True):
            self._draw_stem(painter, flag, level)
        self._draw_today(painter)
        for lane in self.lanes:
            self._draw_lane(painter, lane)
        self._draw_name(painter, self.flags_top, self.data.flags_label)
        for flag, level in zip(self.data.flags, self.levels, strict=True):
            self._draw_label(painter, flag, level)

    def _label_height(self) -> int:
        return 2 * self.small.height() + theme().space(2)

    def _place_flags(self) -> list[int]:
        """Let a label that would run into its neighbour step down."""
        rects = [self.flag_box(flag, 0) for flag in self.data.flags]
        boxes = [Box(rect.x(), rect.y(), rect.width(), rect.height()) for rect in rects]
        return step_down(boxes, theme().space(2))

    def _draw_years(self, painter: QPainter) -> None:
        for year in range(self.first.year, self.last.year + 1):
            x = self.x(date(year, 1, 1))
            painter.setPen(QPen(theme().color("line"), 1))
            painter.drawLine(QPointF(x, self.top - 4), QPointF(x, self.height() - theme().space(2)))
            painter.setPen(theme().color("text_muted"))
            left = self.year_left(x)
            if left + self.small.horizontalAdvance(str(year)) <= self.x(date(year, 12, 31)):
                painter.drawText(QPointF(left, self.small.ascent()), str(year))

    def _draw_name(self, painter: QPainter, top: float, name: str) -> None:
        painter.setPen(theme().color("text_muted"))
        painter.drawText(QRectF(0, top, self.left, theme().px(ROW_HEIGHT)), _MIDDLE, name)

    def _draw_lane(self, painter: QPainter, placed: PlacedLane) -> None:
        self._draw_name(painter, placed.box.y, placed.lane.label)
        for span in placed.spans:
            self._draw_words(painter, span)
            for mark in span.span.marks:
                self._draw_mark(painter, span.bar, mark)

    def _draw_words(self, painter: QPainter, placed: PlacedSpan) -> None:
        """Write the words that do not fit into their bar, on a ground that hides today's line."""
        if placed.label is None:
            return
        box = QRectF(placed.label.x, placed.label.y, placed.label.width, placed.label.height)
        painter.fillRect(box, theme().color("surface"))
        painter.setPen(theme().color("text_muted"))
        text = self.small.elidedText(
            placed.span.text, Qt.TextElideMode.ElideRight, round(box.width()) + 1
        )
        painter.drawText(box, _MIDDLE | int(Qt.TextFlag.TextDontClip), text)

    def _draw_mark(self, painter: QPainter, bar: Box, mark: Mark) -> None:
        """Draw a diamond under the bar: full for a review that was held, else its outline."""
        half = theme().px(MARK) / 2
        x, y = self.x(mark.day), bar.bottom + half
        points = [QPointF(x - half, y), QPointF(x, y - half), QPointF(x + half, y)]
        painter.setPen(QPen(theme().color("text"), theme().px(1.5)))
        painter.setBrush(theme().color("text" if mark.done else "surface"))
        painter.drawPolygon(QPolygonF([*points, QPointF(x, y + half)]))

    def _draw_stem(self, painter: QPainter, flag: Flag, level: int) -> None:
        color = theme().color("danger" if flag.overdue else "lane_limit")
        x, top = self.x(flag.day), self.flags_top + theme().px(4)
        foot = self.flag_box(flag, level).bottom()
        painter.setPen(QPen(color, theme().px(1.5)))
        painter.drawLine(QPointF(x, top), QPointF(x, foot))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        wide, high = theme().px(9), theme().px(9)
        points = [QPointF(x, top), QPointF(x + wide, top + high / 2), QPointF(x, top + high)]
        painter.drawPolygon(QPolygonF(points))

    def _draw_label(self, painter: QPainter, flag: Flag, level: int) -> None:
        rect = self.flag_box(flag, level)
        painter.fillRect(rect, theme().color("surface"))
        painter.setPen(theme().color("danger" if flag.overdue else "text"))
        line = self.small.height()
        for number, text in enumerate((flag.text, flag.note)):
            painter.drawText(rect.x(), rect.y() + number * line + self.small.ascent(), text)

    def _draw_today(self, painter: QPainter) -> None:
        x, box = self.x(self.data.today), self.today_box()
        painter.setPen(QPen(theme().color("text"), theme().px(1.5)))
        painter.drawLine(QPointF(x, self.small.height()), QPointF(x, self.flags_top - 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("text"))
        painter.drawRoundedRect(box, theme().px(3), theme().px(3))
        painter.setPen(theme().color("surface"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), _("today"))


def _sizes(small: QFontMetrics) -> Sizes:
    return Sizes(
        row=theme().px(ROW_HEIGHT),
        bar=theme().px(BAR_HEIGHT),
        least=LEAST_WIDTH,
        line=small.height(),
        room=theme().px(8),
    )
