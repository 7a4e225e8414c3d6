"""Levels of language over time: a line for each skill, drawn by ourselves."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kotoutus_desktop.casework.training.levels import LevelPoint
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.training import Skill
from kotoutus_desktop.reference.language_levels import language_levels
from kotoutus_desktop.rules.training import TARGET_LEVEL
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import date_text, enum_text

ROW, LEAST_ROWS = 26, 4
MARK = 4
DAY_ROOM = 30
_COLORS = {
    None: "text_muted",
    Skill.LISTENING: "accent",
    Skill.SPEAKING: "warning",
    Skill.READING: "info",
    Skill.WRITING: "success",
}
_DASHES = {
    None: Qt.PenStyle.DotLine,
    Skill.LISTENING: Qt.PenStyle.SolidLine,
    Skill.SPEAKING: Qt.PenStyle.DashLine,
    Skill.READING: Qt.PenStyle.DashDotLine,
    Skill.WRITING: Qt.PenStyle.DashDotDotLine,
}


def skill_text(skill: Skill | None) -> str:
    """Return what a line of the chart is about."""
    return enum_text(skill) if skill is not None else _("language as a whole")


def point_text(point: LevelPoint) -> str:
    """Return a point in words: "12.1.2026 Reading A1.2, entry level"."""
    what = f"{date_text(point.day)} {skill_text(point.skill)} {point.level}"
    return f"{what}, {enum_text(point.source)}"


class LevelsChart(QWidget):
    """The levels on their rungs, the days from left to right; B1.1 is the aim (§ 26(3))."""

    def __init__(self) -> None:
        super().__init__()
        self.points: list[LevelPoint] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_points(self, points: Sequence[LevelPoint]) -> None:
        """Show these levels; the accessible name says them all."""
        self.points = list(points)
        self.setAccessibleName(
            _("Levels of language: {list}").format(list="; ".join(map(point_text, points)))
        )
        self.updateGeometry()
        self.update()

    def rungs(self) -> list[tuple[int, str]]:
        """Return the levels that are drawn, from low to high: at least up to the aim."""
        known = [level for level in language_levels() if level.measured and level.cefr]
        aim = next(level.place for level in known if level.code == TARGET_LEVEL)
        lowest = min((point.place for point in self.points), default=1)
        highest = max([aim, *(point.place for point in self.points)])
        named = {level.place: level.code for level in known}
        return [(place, named.get(place, "")) for place in range(lowest, highest + 1)]

    def skills(self) -> list[Skill | None]:
        """Return the lines that there are."""
        found = {point.skill for point in self.points}
        return [skill for skill in (None, *Skill) if skill in found]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for every rung, the days and the words of the lines."""
        rows = max(LEAST_ROWS, len(self.rungs())) + len(self.skills())
        return QSize(theme().px(320), theme().px(ROW * rows + DAY_ROOM))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with little width."""
        return QSize(theme().px(200), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw rungs, days, lines and their words."""
        if not self.points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font("small"))
        self._draw_rungs(painter)
        self._draw_days(painter)
        for skill in self.skills():
            self._draw_line(painter, skill)
        self._draw_words(painter)
        painter.end()

    def place_of(self, point: LevelPoint) -> QPointF:
        """Return where a point is drawn."""
        ground = self._ground()
        first, last = self.points[0].day, self.points[-1].day
        span = max(1, (last - first).days)
        share = (point.day - first).days / span if last > first else 0.5
        rungs = self.rungs()
        step = ground.height() / max(1, len(rungs) - 1)
        return QPointF(
            ground.left() + share * ground.width(),
            ground.bottom() - (point.place - rungs[0][0]) * step,
        )

    def _ground(self) -> QRectF:
        words = QFontMetrics(theme().font("small"))
        left = words.horizontalAdvance(TARGET_LEVEL) + theme().space(4)
        side = words.horizontalAdvance(date_text(date(2026, 12, 28))) / 2
        below = theme().px(ROW * len(self.skills()) + DAY_ROOM)
        top = theme().px(ROW / 2)
        return QRectF(
            left + side / 2, top, self.width() - left - side * 1.5, self.height() - below - top
        )

    def _draw_rungs(self, painter: QPainter) -> None:
        ground, rungs = self._ground(), self.rungs()
        step = ground.height() / max(1, len(rungs) - 1)
        for number, (_place, code) in enumerate(rungs):
            y = ground.bottom() - number * step
            aim = code == TARGET_LEVEL
            painter.setPen(QPen(theme().color("accent" if aim else "line"), theme().line()))
            painter.drawLine(QPointF(ground.left(), y), QPointF(ground.right(), y))
            painter.setPen(theme().color("accent_text" if aim else "text_muted"))
            box = QRectF(0, y - theme().px(10), ground.left() - theme().space(2), theme().px(20))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, code)

    def _draw_days(self, painter: QPainter) -> None:
        """Write the first and the last day, and those between that have room."""
        words, ground = QFontMetrics(theme().font("small")), self._ground()
        painter.setPen(theme().color("text_muted"))
        top, gap = ground.bottom() + theme().px(8), theme().space(2)
        written: list[QRectF] = []
        for point in (self.points[0], self.points[-1], *self.points[1:-1]):
            text = date_text(point.day)
            half = words.horizontalAdvance(text) / 2
            x = self.place_of(point).x()
            box = QRectF(x - half, top, 2 * half + 2, theme().px(20))
            if not any(box.adjusted(-gap, 0, gap, 0).intersects(each) for each in written):
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
                written.append(box)

    def _draw_line(self, painter: QPainter, skill: Skill | None) -> None:
        places = [self.place_of(point) for point in self.points if point.skill is skill]
        painter.setPen(_pen(skill))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(places)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_color(skill))
        size = theme().px(MARK)
        for place in places:
            painter.drawEllipse(place, size, size)

    def _draw_words(self, painter: QPainter) -> None:
        """Name each line beside a piece of it, with its last level."""
        top = self.height() - theme().px(ROW * len(self.skills()))
        for number, skill in enumerate(self.skills()):
            y = top + theme().px(ROW * (number + 0.5))
            painter.setPen(_pen(skill))
            painter.drawLine(QPointF(0, y), QPointF(theme().px(34), y))
            last = [point for point in self.points if point.skill is skill][-1]
            painter.setPen(theme().color("text"))
            box = QRectF(theme().px(44), y - theme().px(12), self.width(), theme().px(24))
            said = f"{skill_text(skill)}: {last.level}"
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, said)


def _color(skill: Skill | None) -> QColor:
    return theme().color(_COLORS[skill])


def _pen(skill: Skill | None) -> QPen:
    return QPen(_color(skill), theme().px(2), _DASHES[skill])
