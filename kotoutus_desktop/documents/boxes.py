"""Boxes with arrows between them: drawn once, for the paper and for its picture on the screen.

The text in the boxes is real text in reading order, each group of boxes a list; frames and
arrows are decoration.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reportlab.platypus.flowables import Flowable

from kotoutus_desktop.typesetting.stack import Stack
from kotoutus_desktop.typesetting.structure import Element
from kotoutus_desktop.typesetting.style import Colour
from kotoutus_desktop.typesetting.tagged import TaggedCanvas

INK: Colour = (0.28, 0.33, 0.36)
PALE: Colour = (0.93, 0.95, 0.96)
WHITE: Colour = (1.0, 1.0, 1.0)
PADDING = 6.0
_ROUND, _THIN, _HEAD = 4.0, 0.8, 4.0
_DASHES = (3, 2)

Point = tuple[float, float]


@dataclass
class Box:
    """What a box holds, and how it looks; a `dashed` one is not offered now."""

    content: Sequence[Flowable]
    fill: Colour = WHITE
    dashed: bool = False
    framed: bool = True
    padding: float = PADDING

    def height(self, width: float) -> float:
        """Return how high the box is in a width."""
        return Stack(self.content).wrap(width - 2 * self.padding) + 2 * self.padding


@dataclass(frozen=True)
class Placed:
    """A box where it stands: left edge and top edge, measured down from the top."""

    box: Box
    left: float
    top: float
    width: float
    height: float


@dataclass
class Picture:
    """Boxes in reading order, group by group, with arrows: lines through points.

    A group of one box alone (a heading) is no list.
    """

    width: float
    height: float = 0.0
    groups: list[list[Placed]] = field(default_factory=list)
    arrows: list[list[Point]] = field(default_factory=list)


class Boxes(Flowable):  # type: ignore[misc] # reportlab has no types
    """A picture of boxes as a flowable; it is never divided."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self._picture = picture

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the space of the picture; it does not shrink."""
        self.width, self.height = self._picture.width, self._picture.height
        return self.width, self.height

    def draw(self) -> None:
        """Draw frames and arrows, then the text of the boxes in their order."""
        canvas: TaggedCanvas = self.canv
        with canvas.artifact():
            for group in self._picture.groups:
                for placed in group:
                    self._outline(canvas, placed)
            for arrow in self._picture.arrows:
                self._arrow(canvas, arrow)
        for group in self._picture.groups:
            if len(group) == 1:
                self._text(canvas, group[0])
            elif group:
                self._list(canvas, group)

    def _list(self, canvas: TaggedCanvas, group: list[Placed]) -> None:
        with canvas.inside(canvas.current.add(Element("L"))):
            for placed in group:
                with (
                    canvas.inside(canvas.current.add(Element("LI"))),
                    canvas.inside(canvas.current.add(Element("LBody"))),
                ):
                    self._text(canvas, placed)

    def _text(self, canvas: TaggedCanvas, placed: Placed) -> None:
        stack, padding = Stack(placed.box.content), placed.box.padding
        stack.wrap(placed.width - 2 * padding)
        stack.draw(canvas, placed.left + padding, self.height - placed.top - padding)

    def _outline(self, canvas: TaggedCanvas, placed: Placed) -> None:
        if not placed.box.framed:
            return
        canvas.setFillColorRGB(*placed.box.fill)
        canvas.setStrokeColorRGB(*INK)
        canvas.setLineWidth(_THIN)
        canvas.setDash(*(_DASHES if placed.box.dashed else ()))
        bottom = self.height - placed.top - placed.height
        canvas.roundRect(placed.left, bottom, placed.width, placed.height, _ROUND, stroke=1, fill=1)
        canvas.setDash()

    def _arrow(self, canvas: TaggedCanvas, points: list[Point]) -> None:
        canvas.setStrokeColorRGB(*INK)
        canvas.setFillColorRGB(*INK)
        canvas.setLineWidth(_THIN)
        path = canvas.beginPath()
        turned = [(x, self.height - y) for x, y in points]
        path.moveTo(*turned[0])
        for point in turned[1:]:
            path.lineTo(*point)
        canvas.drawPath(path, stroke=1, fill=0)
        (x, y), (a, b) = turned[-1], turned[-2]
        # the head points the way of the last line, which runs straight along or down
        dx, dy = _sign(x - a), _sign(y - b)
        head = canvas.beginPath()
        head.moveTo(x, y)
        head.lineTo(x - _HEAD * dx - _HEAD / 2 * dy, y - _HEAD * dy - _HEAD / 2 * dx)
        head.lineTo(x - _HEAD * dx + _HEAD / 2 * dy, y - _HEAD * dy + _HEAD / 2 * dx)
        head.close()
        canvas.drawPath(head, stroke=0, fill=1)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def in_rows(boxes: Sequence[Box], width: float, most: int, gap: float) -> Picture:
    """Return boxes in rows from left to right, an arrow from each to the next.

    `most` is how many stand in a row, `gap` the distance between them in points.
    """
    picture = Picture(width)
    across = (width - gap * (most - 1)) / most
    placed: list[Placed] = []
    top = 0.0
    for start in range(0, len(boxes), most):
        row = boxes[start : start + most]
        height = max(box.height(across) for box in row)
        for column, box in enumerate(row):
            placed.append(Placed(box, column * (across + gap), top, across, height))
        top += height + gap
    picture.groups = [placed]
    picture.height = top - gap if placed else 0.0
    picture.arrows = [_between(first, second) for first, second in pairwise(placed)]
    return picture


def _between(first: Placed, second: Placed) -> list[Point]:
    """Return the arrow from a box to the next: along the row, or down to the next row."""
    if second.top == first.top:
        middle = first.top + first.height / 2
        return [(first.left + first.width, middle), (second.left, middle)]
    x, bottom = first.left + first.width / 2, first.top + first.height
    half = (bottom + second.top) / 2
    target = second.left + second.width / 2
    return [(x, bottom), (x, half), (target, half), (target, second.top)]
