"""Where everything in a calendar stands: plain numbers, nothing is drawn here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WEEK, HOUR, SNAP = 7, 60, 15
MIDNIGHT = 24 * HOUR
EARLIEST, LATEST = 8 * HOUR, 18 * HOUR  # hours of a week that are shown in any case


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True)
class Span:
    """What a meeting takes: day and minutes from midnight."""

    day: date
    starts: int
    ends: int


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def days_shown(day: date, *, month: bool) -> list[date]:
    """Return the days of a day's week, or the whole weeks of its month; Monday first."""
    first = monday_of(day.replace(day=1) if month else day)
    if not month:
        return [first + timedelta(days=number) for number in range(WEEK)]
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    last = monday_of(following - timedelta(days=1)) + timedelta(days=WEEK)
    return [first + timedelta(days=number) for number in range((last - first).days)]


def month_later(day: date, by: int) -> date:
    """Return the same day of another month, its last day where it is shorter."""
    count = day.year * 12 + day.month - 1 + by
    first = date(count // 12, count % 12 + 1, 1)
    length = ((first.replace(day=28) + timedelta(days=4)).replace(day=1) - first).days
    return first.replace(day=min(day.day, length))


def cells(days: Sequence[date], area: Box) -> dict[date, Box]:
    """Return the cell of each day: seven in a row, all rows of one height; one day has it all."""
    in_row = min(max(len(days), 1), WEEK)
    wide, high = area.width / in_row, area.height / max(len(days) // WEEK, 1)
    return {
        day: Box(area.x + place % WEEK * wide, area.y + place // WEEK * high, wide, high)
        for place, day in enumerate(days)
    }


def lines_in(cell: Box, count: int, head: float, line: float) -> tuple[list[Box], int]:
    """Return the lines of a day's meetings under its head, and how many do not fit.

    Where some do not fit, the last line is left to say how many; one alone is shown even in
    half a line.
    """
    room = cell.height - head
    if count == 1 and line > room > line / 2:
        return [Box(cell.x, cell.y + head, cell.width, room)], 0
    fitting = max(int(room // line), 0)
    shown = count if count <= fitting else max(fitting - 1, 0)
    boxes = [Box(cell.x, cell.y + head + place * line, cell.width, line) for place in range(shown)]
    return boxes, count - shown


def hours_shown(spans: Sequence[Span]) -> tuple[int, int]:
    """Return the first and the last minute of a week's view: whole hours around everything."""
    first = min([EARLIEST, *(span.starts for span in spans)])
    last = max([LATEST, *(span.ends for span in spans)])
    return first // HOUR * HOUR, min(-(-last // HOUR) * HOUR, MIDNIGHT)


def side_by_side(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return for each span its lane and how many lanes share its time; no two of a lane meet."""
    order = sorted(range(len(spans)), key=lambda at: (spans[at].day, spans[at].starts, at))
    found: list[tuple[int, int]] = [(0, 1)] * len(spans)
    group: list[tuple[int, int]] = []  # (place, lane) of spans that hang together
    ends: list[int] = []
    day: date | None = None
    for at in order:
        span = spans[at]
        if span.day != day or (ends and span.starts >= max(ends)):
            _share(found, group, len(ends))
            group, ends, day = [], [], span.day
        free = [lane for lane, end in enumerate(ends) if end <= span.starts]
        lane = free[0] if free else len(ends)
        ends[lane : lane + 1] = [span.ends]
        group.append((at, lane))
    _share(found, group, len(ends))
    return found


def week_boxes(
    spans: Sequence[Span], columns: dict[date, Box], shown: tuple[int, int]
) -> list[Box]:
    """Return the box of each span in the column of its day, in the hours shown."""
    first, last = shown
    boxes = []
    for span, (lane, lanes) in zip(spans, side_by_side(spans), strict=True):
        column = columns[span.day]
        minute = column.height / max(last - first, 1)
        wide = column.width / lanes
        top = column.y + (span.starts - first) * minute
        boxes.append(Box(column.x + lane * wide, top, wide, (span.ends - span.starts) * minute))
    return boxes


def day_at(columns: dict[date, Box], x: float, y: float) -> date | None:
    """Return the day under a point, None outside."""
    return next((day for day, box in columns.items() if box.holds(x, y)), None)


def minute_at(y: float, column: Box, shown: tuple[int, int]) -> int:
    """Return the time at a height, to a quarter of an hour, within the day."""
    first, last = shown
    minute = first + (y - column.y) / max(column.height, 1) * (last - first)
    return min(max(round(minute / SNAP) * SNAP, 0), MIDNIGHT - SNAP)


def _share(found: list[tuple[int, int]], group: Sequence[tuple[int, int]], lanes: int) -> None:
    for at, lane in group:
        found[at] = lane, max(lanes, 1)
