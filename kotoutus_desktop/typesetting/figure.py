"""Pictures that are described, and rules that are only decoration."""

from collections.abc import Callable

from reportlab.platypus.flowables import Flowable

from kotoutus_desktop.typesetting.structure import Element
from kotoutus_desktop.typesetting.style import BLACK, Colour
from kotoutus_desktop.typesetting.tagged import TaggedCanvas
from kotoutus_desktop.typesetting.writer import number


class Figure(Flowable):  # type: ignore[misc] # reportlab has no types
    """A picture such as a QR code. `paint` draws it from (0, 0); `alternative` describes it."""

    def __init__(
        self,
        paint: Callable[[TaggedCanvas], None],
        size: tuple[float, float],
        alternative: str,
        at_right: bool = False,
    ) -> None:
        super().__init__()
        self._paint = paint
        self._size = size
        self._alternative = alternative
        self._at_right = at_right

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the space of the picture; it does not shrink."""
        self.width = width
        self.height = self._size[1]
        return width, self.height

    def draw(self) -> None:
        """Draw the picture as a Figure."""
        canvas: TaggedCanvas = self.canv
        left = self.width - self._size[0] if self._at_right else 0.0
        canvas.saveState()
        canvas.translate(left, 0)
        if canvas.in_artifact:
            self._paint(canvas)
        else:
            with canvas.content(canvas.current.add(self._element(canvas))):
                self._paint(canvas)
        canvas.restoreState()

    def _element(self, canvas: TaggedCanvas) -> Element:
        x, y = canvas.absolutePosition(0, 0)
        corners = (x, y, x + self._size[0], y + self._size[1])
        box = " ".join(number(corner) for corner in corners)
        return Element(
            "Figure",
            alternative=self._alternative,
            attributes=f"<</O/Layout/Placement/Block/BBox[{box}]>>",
        )


class Rule(Flowable):  # type: ignore[misc] # reportlab has no types
    """A line across the column. Lengths in points."""

    def __init__(self, thickness: float = 0.5, colour: Colour = BLACK, space: float = 4.0) -> None:
        super().__init__()
        self._thickness = thickness
        self._colour = colour
        self._space = space

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the space of the line and of the distance around it."""
        self.width = width
        self.height = 2 * self._space + self._thickness
        return width, self.height

    def draw(self) -> None:
        """Draw the line as an artifact."""
        canvas: TaggedCanvas = self.canv
        with canvas.artifact():
            canvas.setStrokeColorRGB(*self._colour)
            canvas.setLineWidth(self._thickness)
            canvas.line(0, self.height / 2, self.width, self.height / 2)
