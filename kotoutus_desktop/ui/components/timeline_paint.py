"""How a time line is drawn: lanes, today, flags whose labels never run into each other."""

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.timeline_data import Flag, Lane, LaneKind, Span, TimelineData
from kotoutus_desktop.ui.theme import Mode, theme

LANE_HEIGHT, BAR_HEIGHT = 38, 22
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class TimelinePainter:
    """Places everything for one width; asked for its height before it draws."""

    def __init__(self, data: TimelineData, width: int) -> None:
        self.data = data
        self.width = width
        self.small = QFontMetrics(theme().font("small"))
        labels = [lane.label for lane in data.lanes] + [data.flags_label]
        self.left = max((self.small.horizontalAdvance(t) for t in labels), default=0)
        self.left += theme().space(5)
        self.first, self.last = data.range()
        self.top = self.small.height() + theme().space(2)
        self.flags_top = self.top + len(data.lanes) * theme().px(LANE_HEIGHT)
        self.levels = self._place_flags()

    def height(self) -> int:
        """Return the height that lanes and flags need."""
        depth = max(self.levels, default=-1) + 1
        return self.flags_top + max(depth, 1) * self._label_height() + theme().space(3)

    def x(self, day: date) -> float:
        """Return where a day stands."""
        days = max((self.last - self.first).days, 1)
        share = (min(max(day, self.first), self.last) - self.first).days / days
        return self.left + share * (self.width - self.left)

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

    def paint(self, painter: QPainter) -> None:
        """Draw: years, lanes, stems, today, and all labels on their own ground at last."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font("small"))
        self._draw_years(painter)
        for number, lane in enumerate(self.data.lanes):
            self._draw_lane(painter, number, lane)
        for flag, level in zip(self.data.flags, self.levels, strict=True):
            self._draw_stem(painter, flag, level)
        self._draw_today(painter)
        self._draw_name(painter, self.flags_top, self.data.flags_label)
        for flag, level in zip(self.data.flags, self.levels, strict=True):
            self._draw_label(painter, flag, level)

    def _label_height(self) -> int:
        return 2 * self.small.height() + theme().space(2)

    def _label_rect(self, flag: Flag, level: int) -> QRect:
        wide = max(self.small.horizontalAdvance(line) for line in (flag.text, flag.note))
        left = round(self.x(flag.day)) + theme().px(7)
        left = max(min(left, self.width - wide - theme().px(2)), self.left)
        top = self.flags_top + theme().px(12) + level * self._label_height()
        return QRect(left, top, wide + theme().px(2), 2 * self.small.height())

    def _place_flags(self) -> list[int]:
        """Let a label that would run into its neighbour step down."""
        levels: list[int] = []
        taken: list[int] = []  # right end of the last label on each level
        for flag in self.data.flags:
            rect = self._label_rect(flag, 0)
            free = [n for n, right in enumerate(taken) if rect.left() > right + theme().space(2)]
            level = free[0] if free else len(taken)
            taken[level : level + 1] = [rect.right()]
            levels.append(level)
        return levels

    def _draw_years(self, painter: QPainter) -> None:
        for year in range(self.first.year, self.last.year + 1):
            x = self.x(date(year, 1, 1))
            painter.setPen(QPen(theme().color("line"), 1))
            painter.drawLine(QPointF(x, self.top - 4), QPointF(x, self.height() - theme().space(2)))
            painter.setPen(theme().color("text_muted"))
            left = self.year_left(x)
            if left + self.small.horizontalAdvance(str(year)) <= self.x(date(year, 12, 31)):
                painter.drawText(QPointF(left, self.small.ascent()), str(year))

    def _draw_name(self, painter: QPainter, top: int, name: str) -> None:
        painter.setPen(theme().color("text_muted"))
        rect = QRect(0, top, self.left, theme().px(LANE_HEIGHT))
        painter.drawText(rect, _MIDDLE, name)

    def _draw_lane(self, painter: QPainter, number: int, lane: Lane) -> None:
        top = self.top + number * theme().px(LANE_HEIGHT)
        self._draw_name(painter, top, lane.label)
        for span in lane.spans:
            self._draw_span(painter, top, lane, span)

    def _draw_span(self, painter: QPainter, top: int, lane: Lane, span: Span) -> None:
        inset = (theme().px(LANE_HEIGHT) - theme().px(BAR_HEIGHT)) / 2
        left, right = self.x(span.first), self.x(span.last)
        rect = QRectF(left, top + inset, max(right - left, 2), theme().px(BAR_HEIGHT))
        painter.setPen(Qt.PenStyle.NoPen)
        plan = lane.kind is LaneKind.PLAN
        text_role = "on_accent" if plan else "text"
        if span.open:
            painter.setPen(QPen(theme().color("line_strong"), theme().line(), Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            text_role = "text_muted"
        elif theme().mode is Mode.CONTRAST and not plan:
            painter.setPen(QPen(theme().color("text"), theme().line()))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(theme().color("lane_plan" if plan else "lane_residence"))
        painter.drawRoundedRect(rect, theme().px(4), theme().px(4))
        self._draw_words(painter, rect, span.text, text_role)

    def _draw_words(self, painter: QPainter, rect: QRectF, text: str, role: str) -> None:
        """Write into the bar; a bar that is too short has its words behind it."""
        inner = rect.adjusted(theme().px(8), 0, -theme().px(4), 0)
        painter.setPen(theme().color(role))
        if self.small.horizontalAdvance(text) > inner.width():
            inner = QRectF(rect.right() + theme().px(4), rect.y(), self.width, rect.height())
            painter.setPen(theme().color("text_muted"))
        painter.drawText(inner, _MIDDLE, text)

    def _draw_stem(self, painter: QPainter, flag: Flag, level: int) -> None:
        color = theme().color("danger" if flag.overdue else "lane_limit")
        x, top = self.x(flag.day), self.flags_top + theme().px(4)
        foot = self._label_rect(flag, level).bottom()
        painter.setPen(QPen(color, theme().px(1.5)))
        painter.drawLine(QPointF(x, top), QPointF(x, foot))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        wide, high = theme().px(9), theme().px(9)
        points = [QPointF(x, top), QPointF(x + wide, top + high / 2), QPointF(x, top + high)]
        painter.drawPolygon(QPolygonF(points))

    def _draw_label(self, painter: QPainter, flag: Flag, level: int) -> None:
        rect = self._label_rect(flag, level)
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
