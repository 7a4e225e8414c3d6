"""How a calendar is drawn: days, weekends, holidays, today, meetings and their clashes."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from kotoutus_desktop.casework.orientation.calendar import CalendarMeeting
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.reference.course_days import public_holiday
from kotoutus_desktop.ui.dates import DATE_LOCALES
from kotoutus_desktop.ui.icons import icon_pixmap
from kotoutus_desktop.ui.orientation.calendar_geometry import HOUR, Box
from kotoutus_desktop.ui.orientation.times import time_text
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import language_name

SATURDAY = 5
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


def rect(box: Box, edge: float = 0) -> QRectF:
    """Return a box as Qt draws it, smaller by an edge."""
    return QRectF(box.x, box.y, box.width, box.height).adjusted(edge, edge, -edge, -edge)


def meeting_words(meeting: CalendarMeeting) -> str:
    """Return what a meeting is called in a calendar: time, number, language."""
    name = meeting.name or language_name(meeting.language)
    return f"{time_text(meeting.starts)} {meeting.number} {name}"


def weekday_name(day: date) -> str:
    """Return the short name of a weekday in the interface's language."""
    from babel.dates import format_date

    return str(format_date(day, "ccc", locale=DATE_LOCALES[interface_language()]))


def draw_ground(painter: QPainter, box: Box, day: date, *, outside: bool) -> None:
    """Draw the ground of a day: weekends and holidays are sunken, days of other months too."""
    off = day.weekday() >= SATURDAY or public_holiday(day) is not None
    painter.fillRect(rect(box), theme().color("sunken" if off or outside else "surface"))
    painter.setPen(QPen(theme().color("line"), theme().line()))
    painter.drawRect(rect(box))


def draw_head(painter: QPainter, box: Box, day: date, today: date, text: str) -> None:
    """Write the day into its head, today on a filled ground, and the name of a holiday."""
    small = QFontMetrics(theme().font("smallstrong"))
    painter.setFont(theme().font("smallstrong"))
    room = theme().px(6)
    wide = small.horizontalAdvance(text) + 2 * room
    place = QRectF(box.x + 2, box.y + 2, wide, small.height() + 2)
    if day == today:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent"))
        painter.drawRoundedRect(place, theme().px(4), theme().px(4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(theme().color("on_accent" if day == today else "text"))
    painter.drawText(place, _CENTRE, text)
    holiday = public_holiday(day)
    if holiday is not None:
        left = place.right() + room
        right = QRectF(left, place.y(), box.x + box.width - left - 2, place.height())
        _write(painter, right, holiday.name(interface_language()), theme().font("small"), "danger")


def draw_meeting(
    painter: QPainter, box: Box, meeting: CalendarMeeting, *, clash: bool, chosen: bool
) -> None:
    """Draw a meeting: struck through when it did not happen, with a sign when it clashes."""
    edge = rect(box, 1.5)
    role = "danger" if clash else "line_strong"
    painter.setPen(QPen(theme().color("focus" if chosen else role), theme().px(2 if chosen else 1)))
    painter.setBrush(theme().color("selected" if meeting.happens else "sunken"))
    painter.drawRoundedRect(edge, theme().px(3), theme().px(3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = edge.adjusted(theme().px(4), 0, -theme().px(2), 0)
    line = QFontMetrics(theme().font("small")).height()
    if clash:
        side = theme().px(14)
        high = min(line, inner.height())
        pixmap = icon_pixmap("alert-triangle", "danger", 14)
        painter.drawPixmap(QPointF(inner.x(), inner.y() + (high - side) / 2), pixmap)
        inner.setLeft(inner.x() + side + theme().px(3))
    font = theme().font("small")
    font.setStrikeOut(not meeting.happens)
    tone = "text" if meeting.happens else "text_muted"
    if inner.height() < 2 * line:
        _write(painter, inner, meeting_words(meeting), font, tone)
        return
    for number, words in enumerate((meeting_words(meeting), meeting.title, meeting.place)):
        if (number + 1) * line <= inner.height():
            place = QRectF(inner.x(), inner.y() + number * line, inner.width(), line)
            _write(painter, place, words, font, tone)


def draw_more(painter: QPainter, box: Box, count: int) -> None:
    """Say how many meetings of a day have no room."""
    words = _("{n} more").format(n=count)
    _write(painter, rect(box, 2), words, theme().font("small"), "accent_text")


def draw_hours(painter: QPainter, area: Box, left: float, shown: tuple[int, int]) -> None:
    """Draw a line for each full hour, with its time at the left."""
    first, last = shown
    painter.setFont(theme().font("small"))
    for minute in range(first, last + 1, HOUR):
        y = area.y + (minute - first) / (last - first) * area.height
        painter.setPen(QPen(theme().color("line"), theme().line()))
        painter.drawLine(QPointF(area.x, y), QPointF(area.x + area.width, y))
        if minute < last:
            painter.setPen(theme().color("text_muted"))
            place = QRectF(0, y, left - theme().px(6), theme().px(18))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight), time_text(minute))


def _write(painter: QPainter, place: QRectF, text: str, font: QFont, role: str) -> None:
    painter.setFont(font)
    painter.setPen(theme().color(role))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, _LEFT, shown)
