"""The chart of bars on paper."""

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from kotoutus_desktop.documents.bars import Bar, Box, described, placed_bars
from kotoutus_desktop.documents.ledger_sheet import HIDDEN, number_text
from kotoutus_desktop.typesetting import Figure, Paragraph, TaggedCanvas, TextStyle, style_for
from kotoutus_desktop.typesetting.stack import Stack

ROW, SIZE, GAP = 15.0, 8.5, 5.0
INK = (0.13, 0.42, 0.45)


class BarFigure(Flowable):  # type: ignore[misc] # reportlab has no types
    """Bars with their words and numbers: the bars are a described figure, the rest is decoration.

    The table after it says the same in a way that can be read cell by cell.
    """

    def __init__(self, title: str, bars: Sequence[Bar], width: float, language: str) -> None:
        super().__init__()
        self._title, self._bars, self._language = title, list(bars), language
        self.width, self.height = width, ROW * len(self._bars)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the space of the chart; it does not shrink."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the bars as a figure, the words and numbers beside them as decoration."""
        canvas: TaggedCanvas = self.canv
        alternative = described(self._title, self._bars, HIDDEN)
        figure = Figure(self._paint, (self.width, self.height), alternative)
        figure.wrap(self.width, self.height)
        figure.drawOn(canvas, 0, 0)
        usual = style_for(self._language, SIZE)
        strong = style_for(self._language, SIZE, bold=True)
        with canvas.artifact():
            for placed in placed_bars(self._bars, self.width, ROW):
                self._write(canvas, placed.bar.label, placed.label, usual)
                self._write(canvas, number_text(placed.bar.count), placed.number, strong)

    def _paint(self, canvas: TaggedCanvas) -> None:
        canvas.setFillColorRGB(*INK)
        for placed in placed_bars(self._bars, self.width, ROW):
            body = placed.body
            if body is not None and body.width:
                bottom = self.height - body.top - body.height
                canvas.rect(body.left, bottom, body.width, body.height, stroke=0, fill=1)

    def _write(self, canvas: TaggedCanvas, text: str, box: Box, style: TextStyle) -> None:
        """Write a text in the middle of the height of its box; a long one takes two lines."""
        stack = Stack([Paragraph(text, style)])
        left = box.left + (GAP if box.left else 0)
        height = stack.wrap(box.width - GAP)
        stack.draw(canvas, left, self.height - box.top - (box.height - height) / 2)
