"""Flowables below each other in a box of a given width: what cells and list items hold."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable


class Stack:
    """Flowables below each other. Lengths in points; there is no space around the stack."""

    def __init__(self, flowables: Sequence[Flowable]) -> None:
        self.flowables = list(flowables)
        self._heights: list[float] = []
        self._gaps: list[float] = []

    def wrap(self, width: float) -> float:
        """Return the height that the content takes in this width."""
        unlimited = 1e6
        self._heights = [flowable.wrap(width, unlimited)[1] for flowable in self.flowables]
        self._gaps = [
            max(above.getSpaceAfter(), below.getSpaceBefore())
            for above, below in zip(self.flowables, self.flowables[1:], strict=False)
        ]
        return sum(self._heights) + sum(self._gaps)

    @property
    def first_base_line(self) -> float:
        """How far the first base line is below the top; 0 where there is no text first."""
        first = self.flowables[0] if self.flowables else None
        return float(getattr(first, "first_base_line", 0.0))

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the content downwards from the top; call `wrap` first."""
        gaps = [*self._gaps, 0.0]
        for flowable, height, gap in zip(self.flowables, self._heights, gaps, strict=False):
            flowable.drawOn(canvas, x, top - height)
            top -= height + gap

    def split(self, width: float, height: float) -> "tuple[Stack, Stack] | None":
        """Divide at a height; None when nothing fits. The second part may be empty."""
        if self.wrap(width) <= height:
            return Stack(self.flowables), Stack([])
        used = 0.0
        for index, flowable in enumerate(self.flowables):
            taken = self._heights[index]
            if used + taken > height:
                parts = flowable.split(width, height - used)
                return self._divided(index, parts)
            used += taken + self._gaps[index]
        return None

    def _divided(self, index: int, parts: Sequence[Flowable]) -> "tuple[Stack, Stack] | None":
        before, after = self.flowables[:index], self.flowables[index + 1 :]
        if len(parts) > 1:
            return Stack([*before, parts[0]]), Stack([*parts[1:], *after])
        if not before:
            return None
        return Stack(before), Stack(self.flowables[index:])


def as_flowables(content: "Flowable | Sequence[Flowable]") -> list[Flowable]:
    """Return content as a list, whichever way it was given."""
    return [content] if isinstance(content, Flowable) else list(content)
