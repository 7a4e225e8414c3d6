"""Line drawings from SVG: the outlines of an icon, for a canvas.

Reads what icons of lines consist of: `path` elements of moves, lines, curves and arcs. It is no
reader of SVG at large: fills, transformations and other shapes are not known to it.
"""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas

from kotoutus_desktop.typesetting.style import BLACK

Point = tuple[float, float]
Numbers = list[float]

_DATA = re.compile(r'<path[^>]*\sd="([^"]*)"')
_TOKEN = re.compile(r"([A-Za-z])|([-+]?(?:\d+\.?\d*|\.\d+))")
_BOX = re.compile(r'viewBox="0 0 ([\d.]+) \1"')
_THICKNESS = re.compile(r'stroke-width="([\d.]+)"')
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "a": 7, "z": 0}


@dataclass(frozen=True)
class Step:
    """One step of an outline, in absolute coordinates: a move, a line or a cubic curve."""

    kind: str  # "move", "line" or "curve"
    points: tuple[Point, ...]


@dataclass(frozen=True)
class LineDrawing:
    """Outlines in a square whose y grows downwards, and how thick they are drawn."""

    side: float
    thickness: float
    outlines: tuple[tuple[Step, ...], ...]

    def paint(self, canvas: Canvas, size: float) -> None:
        """Draw it from (0, 0) as large as `size`, in points."""
        canvas.saveState()
        canvas.translate(0, size)
        canvas.scale(size / self.side, -size / self.side)
        canvas.setStrokeColorRGB(*BLACK)
        canvas.setLineWidth(self.thickness)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        for outline in self.outlines:
            path = canvas.beginPath()
            for step in outline:
                numbers = [number for point in step.points for number in point]
                draw = {"move": path.moveTo, "line": path.lineTo, "curve": path.curveTo}[step.kind]
                draw(*numbers)
            canvas.drawPath(path, stroke=1, fill=0)
        canvas.restoreState()


def line_drawing(svg: str) -> LineDrawing:
    """Return the drawing of an SVG text. Raises ValueError where it is not one of lines."""
    box, thickness = _BOX.search(svg), _THICKNESS.search(svg)
    if box is None or thickness is None:
        raise ValueError("no square drawing of lines")
    outlines = tuple(tuple(_Pen().steps(data)) for data in _DATA.findall(svg))
    return LineDrawing(float(box[1]), float(thickness[1]), outlines)


@dataclass
class _Pen:
    """Follows the commands of a path."""

    x: float = 0.0
    y: float = 0.0
    start: Point = (0.0, 0.0)
    control: Point | None = None  # the second control point of the curve before
    _draw: dict[str, Callable[[Numbers], Iterator[Step]]] = field(init=False)

    def __post_init__(self) -> None:
        self._draw = {"m": self._move, "l": self._line, "c": self._curve, "a": self._arc}

    def steps(self, data: str) -> Iterator[Step]:
        """Yield the steps of the data of a path."""
        for command, numbers in _commands(data):
            yield from self._step(command, numbers)

    def _step(self, command: str, numbers: Numbers) -> Iterator[Step]:
        kind = command.lower()
        absolute = self._absolute(kind, numbers) if command.islower() else numbers
        if kind == "z":
            yield from self._line([*self.start])
            return
        if kind in "hv":
            kind, absolute = "l", self._whole(kind, absolute)
        if kind == "s":
            kind, absolute = "c", [*self._reflected(), *absolute]
        control = (absolute[2], absolute[3]) if kind == "c" else None
        yield from self._draw[kind](absolute)
        self.x, self.y = absolute[-2:]
        self.control = control

    def _absolute(self, kind: str, numbers: Numbers) -> Numbers:
        if kind == "h":
            return [self.x + numbers[0]]
        if kind == "v":
            return [self.y + numbers[0]]
        if kind == "a":
            return [*numbers[:5], self.x + numbers[5], self.y + numbers[6]]
        here = (self.x, self.y)
        return [here[place % 2] + number for place, number in enumerate(numbers)]

    def _whole(self, kind: str, numbers: Numbers) -> Numbers:
        return [numbers[0], self.y] if kind == "h" else [self.x, numbers[0]]

    def _reflected(self) -> Point:
        if self.control is None:
            return self.x, self.y
        return 2 * self.x - self.control[0], 2 * self.y - self.control[1]

    def _move(self, numbers: Numbers) -> Iterator[Step]:
        self.start = (numbers[0], numbers[1])
        yield Step("move", (self.start,))

    def _line(self, numbers: Numbers) -> Iterator[Step]:
        yield Step("line", ((numbers[0], numbers[1]),))

    def _curve(self, numbers: Numbers) -> Iterator[Step]:
        yield Step("curve", tuple(zip(numbers[::2], numbers[1::2], strict=True)))

    def _arc(self, numbers: Numbers) -> Iterator[Step]:
        across, down, _turned, large, clockwise, x, y = numbers
        ends = ((self.x, self.y), (x, y))
        yield from _arc_curves(ends, (across, down), bool(large), bool(clockwise))


def _commands(data: str) -> Iterator[tuple[str, Numbers]]:
    """Yield each command with its numbers; numbers that follow repeat the command."""
    command, numbers = "", list[float]()
    for letter, number in _TOKEN.findall(data):
        if letter:
            command, numbers = letter, []
        else:
            numbers.append(float(number))
        if _TAKES[command.lower()] == len(numbers):
            yield command, numbers
            command, numbers = {"M": "L", "m": "l"}.get(command, command), []
    if numbers:
        raise ValueError("a path that ends inside a command")


def _arc_curves(
    ends: tuple[Point, Point], radii: Point, large: bool, clockwise: bool
) -> Iterator[Step]:
    """Yield curves for an arc of an upright ellipse (SVG 1.1, appendix F.6)."""
    (x1, y1), (x2, y2) = ((x / radii[0], y / radii[1]) for x, y in ends)
    half = math.hypot(x2 - x1, y2 - y1) / 2
    if half == 0:
        return
    grown = max(1.0, half)  # too small an ellipse is grown until it reaches
    away = math.sqrt(max(0.0, grown**2 - half**2)) * (-1 if large == clockwise else 1)
    centre_x = (x1 + x2) / 2 - away * (y2 - y1) / (2 * half)
    centre_y = (y1 + y2) / 2 + away * (x2 - x1) / (2 * half)
    first = math.atan2(y1 - centre_y, x1 - centre_x)
    turn = (math.atan2(y2 - centre_y, x2 - centre_x) - first) % math.tau
    turn -= 0 if clockwise else math.tau
    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    part = turn / count
    pull = 4 / 3 * math.tan(part / 4)

    def point(angle: float, along: float) -> Point:
        x = math.cos(angle) - along * math.sin(angle)
        y = math.sin(angle) + along * math.cos(angle)
        return (centre_x + grown * x) * radii[0], (centre_y + grown * y) * radii[1]

    for place in range(count):
        start, end = first + place * part, first + (place + 1) * part
        yield Step("curve", (point(start, pull), point(end, -pull), point(end, 0)))
