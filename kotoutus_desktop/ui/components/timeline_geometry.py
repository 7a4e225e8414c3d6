"""Where everything on a time line stands: plain numbers, nothing is drawn here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kotoutus_desktop.ui.components.timeline_data import Lane, Span

Measure = Callable[[str], float]
"""The width of a text in pixels."""


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.height

    def meets(self, other: "Box") -> bool:
        """Tell whether the two share a point that is not on an edge."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True)
class Scale:
    """The days `first` to `last` between `left` and `right`."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Return where a day stands; days outside stand at the edge."""
        days = max((self.last - self.first).days, 1)
        share = (min(max(day, self.first), self.last) - self.first).days / days
        return self.left + share * max(self.right - self.left, 0)


@dataclass(frozen=True)
class Sizes:
    """Sizes in pixels: a row of bars, a bar, the least width of one, a line of text, room."""

    row: float
    bar: float
    least: float
    line: float
    room: float


@dataclass(frozen=True)
class PlacedSpan:
    """A bar, and the box of its words when they do not fit into it."""

    span: Span
    bar: Box
    label: Box | None = None


@dataclass(frozen=True)
class PlacedLane:
    """A lane with its bars; `box` holds all of it, with the words that stepped down."""

    lane: Lane
    box: Box
    spans: tuple[PlacedSpan, ...]


class Direction(StrEnum):
    """Where an arrow key leads."""

    BEFORE = "before"
    AFTER = "after"
    ABOVE = "above"
    BELOW = "below"
    FIRST = "first"
    LAST = "last"


def step_down(boxes: Sequence[Box], room: float) -> list[int]:
    """Return a level for each box, so that no two on a level are nearer than `room`.

    Each takes the highest level that is free where it stands.
    """
    levels: list[int] = []
    taken: list[float] = []  # right end of the last box on each level
    for box in boxes:
        free = [level for level, right in enumerate(taken) if box.x >= right + room]
        level = free[0] if free else len(taken)
        taken[level : level + 1] = [box.right]
        levels.append(level)
    return levels


def place_lanes(
    lanes: Sequence[Lane], top: float, scale: Scale, sizes: Sizes, measure: Measure
) -> list[PlacedLane]:
    """Place lanes under each other."""
    placed = []
    for lane in lanes:
        placed.append(place_lane(lane, top, scale, sizes, measure))
        top = placed[-1].box.bottom
    return placed


def place_lane(lane: Lane, top: float, scale: Scale, sizes: Sizes, measure: Measure) -> PlacedLane:
    """Place the bars of a lane, then their words: inside, behind the bar, or under the lane.

    Bars that would cover each other lie in rows under each other.
    """
    spans = sorted(lane.spans, key=lambda span: (span.first, span.last))
    bars = [_bar(span, scale, sizes) for span in spans]
    rows = step_down(bars, 0)
    inset = (sizes.row - sizes.bar) / 2
    bars = [
        replace(bar, y=top + row * sizes.row + inset) for bar, row in zip(bars, rows, strict=True)
    ]
    foot = top + (max(rows, default=0) + 1) * sizes.row
    labels, foot = _place_words(spans, bars, foot, scale, sizes, measure)
    box = Box(scale.left, top, max(scale.right - scale.left, 0), foot - top)
    return PlacedLane(lane, box, tuple(map(PlacedSpan, spans, bars, labels)))


def _bar(span: Span, scale: Scale, sizes: Sizes) -> Box:
    """Return a bar that can be hit, within the frame."""
    left, right = scale.x(span.first), scale.x(span.last)
    wide = min(max(right - left, sizes.least), max(scale.right - scale.left, 0))
    return Box(max(min(left, scale.right - wide), scale.left), 0, wide, sizes.bar)


def _place_words(
    spans: Sequence[Span],
    bars: Sequence[Box],
    foot: float,
    scale: Scale,
    sizes: Sizes,
    measure: Measure,
) -> tuple[list[Box | None], float]:
    """Return the boxes of words that stand outside, and the foot of the lane under them."""
    labels: list[Box | None] = [None] * len(spans)
    under: list[int] = []
    for number, (span, bar) in enumerate(zip(spans, bars, strict=True)):
        wide = min(measure(span.text), max(scale.right - scale.left, 0))
        if wide + 2 * sizes.room <= bar.width:
            continue
        behind = Box(bar.right + sizes.room / 2, bar.y, wide, bar.height)
        taken = [*bars, *(label for label in labels if label)]
        if behind.right <= scale.right and not any(behind.meets(other) for other in taken):
            labels[number] = behind
        else:
            under.append(number)
            left = max(min(bar.x, scale.right - wide), scale.left)
            labels[number] = Box(left, foot, wide, sizes.line)
    return _under(labels, under, foot, sizes)


def _under(
    labels: list[Box | None], under: Sequence[int], foot: float, sizes: Sizes
) -> tuple[list[Box | None], float]:
    """Let the words under a lane step down where they would run into each other."""
    boxes = [box for number in under if (box := labels[number]) is not None]
    levels = step_down(boxes, sizes.room)
    for number, box, level in zip(under, boxes, levels, strict=True):
        labels[number] = replace(box, y=foot + level * sizes.line)
    deep = max(levels, default=-1) + 1
    return labels, foot + deep * sizes.line


def step_to(lanes: Sequence[PlacedLane], at: tuple[int, int], where: Direction) -> tuple[int, int]:
    """Return lane and number of the bar that an arrow leads to; the same where none is.

    Before and after go through all bars lane by lane; above and below to the nearest bar of
    the next lane that has any.
    """
    order = [(lane, bar) for lane, placed in enumerate(lanes) for bar in range(len(placed.spans))]
    if at not in order:
        return order[0] if order else at
    if where in (Direction.FIRST, Direction.LAST):
        return order[0 if where is Direction.FIRST else -1]
    if where in (Direction.BEFORE, Direction.AFTER):
        place = order.index(at) + (1 if where is Direction.AFTER else -1)
        return order[min(max(place, 0), len(order) - 1)]
    return _beside(lanes, at, -1 if where is Direction.ABOVE else 1)


def _beside(lanes: Sequence[PlacedLane], at: tuple[int, int], step: int) -> tuple[int, int]:
    bar = lanes[at[0]].spans[at[1]].bar
    lane = at[0] + step
    while 0 <= lane < len(lanes):
        if spans := lanes[lane].spans:
            near = min(range(len(spans)), key=lambda number: _apart(spans[number].bar, bar))
            return lane, near
        lane += step
    return at


def _apart(one: Box, other: Box) -> float:
    """Return how far two bars are from each other sideways; 0 when they lie over each other."""
    return max(one.x - other.right, other.x - one.right, 0)
