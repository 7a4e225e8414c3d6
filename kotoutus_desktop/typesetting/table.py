"""Rows of cells: bilingual text side by side, schedules, measures with their dates."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.platypus.flowables import Flowable

from kotoutus_desktop.typesetting.stack import Stack, as_flowables
from kotoutus_desktop.typesetting.structure import Element
from kotoutus_desktop.typesetting.style import Colour
from kotoutus_desktop.typesetting.tagged import Anchor, TaggedCanvas

GREY: Colour = (0.6, 0.6, 0.6)
# a row is divided in its middle only if this much of the page would stay empty (points)
EMPTY_HEIGHT_WORTH_DIVIDING = 110.0
# higher header rows (points) are divided like any other and not repeated
TALLEST_HEADER = 300.0
# less than what reportlab's frame allows: what is a little too high for it ends the print
_TOLERANCE = 1e-7


@dataclass(frozen=True)
class GridLook:
    """Lines, fills and distances of a grid. Lengths in points; None means not drawn.

    `data` False is for text that merely stands side by side: it is read cell by cell and
    is no table to a screen reader. A row is divided only where more than `largest_gap` would
    stay empty at the foot of a page.
    """

    padding: float = 4.0
    side_padding: float = 6.0
    rule: float | None = 0.5
    vertical_rules: bool = False
    rule_colour: Colour = GREY
    header_fill: Colour | None = None
    data: bool = True
    space_after: float = 8.0
    largest_gap: float = EMPTY_HEIGHT_WORTH_DIVIDING


@dataclass
class Cell:
    """What one cell holds; it may reach over several columns and have a fill of its own."""

    content: Flowable | Sequence[Flowable]
    columns: int = 1
    fill: Colour | None = None


@dataclass
class _Part:
    """A cell in place: its content, and its element in every part of a divided row."""

    stack: Stack
    column: int
    columns: int
    fill: Colour | None
    anchor: Anchor = field(default_factory=Anchor)


@dataclass
class _Row:
    parts: list[_Part]
    header: bool
    anchor: Anchor = field(default_factory=Anchor)
    height: float = 0.0


class Grid(Flowable):  # type: ignore[misc] # reportlab has no types
    """Rows of cells with fixed column widths in points, first column first.

    With `rtl` the first column stands at the right. The first `header_rows` are repeated
    on every page; the first `header_columns` cells of a row are its headers.
    """

    def __init__(
        self,
        rows: Sequence[Sequence[Cell | Flowable | Sequence[Flowable]]],
        widths: Sequence[float],
        rtl: bool = False,
        header_rows: int = 0,
        *,
        header_columns: int = 0,
        look: GridLook | None = None,
    ) -> None:
        super().__init__()
        self._widths = list(widths)
        self._rtl = rtl
        self._header_columns = header_columns
        self._look = look or GridLook()
        made = [_row(cells, index < header_rows) for index, cells in enumerate(rows)]
        self._headers = made[:header_rows]
        self._rows = made[header_rows:]
        self._anchor = Anchor()
        self._repeated = False
        self.spaceAfter = self._look.space_after

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the space of the grid: the sum of its columns, the heights of its rows."""
        for row in (*self._headers, *self._rows):
            row.height = self._row_height(row)
        self.width = sum(self._widths)
        self.height = sum(row.height for row in (*self._headers, *self._rows))
        return self.width, self.height

    def least_height(self, width: float) -> float:
        """Return the height of the header rows and the first row after them."""
        self.wrap(width, 0.0)
        return float(sum(row.height for row in (*self._headers, *self._rows[:1])))

    def split(self, width: float, height: float) -> "list[Grid]":
        """Divide between rows, or inside a row that would leave the page half empty."""
        self.wrap(width, height)
        if sum(row.height for row in self._headers) > TALLEST_HEADER:
            self._headers, self._rows = [], [*self._headers, *self._rows]
        room = height - sum(row.height for row in self._headers) + _TOLERANCE
        fitting: list[_Row] = []
        while len(fitting) < len(self._rows) and self._rows[len(fitting)].height <= room:
            room -= self._rows[len(fitting)].height
            fitting.append(self._rows[len(fitting)])
        rest = self._rows[len(fitting) :]
        if not rest:
            return [self] if self.height <= height + _TOLERANCE else []
        # a rest that fits nowhere goes to the next page: here its headers would stand twice
        if room > self._look.largest_gap:
            halves = self._divided_row(rest[0], room)
            if halves is not None:
                fitting.append(halves[0])
                rest = [halves[1], *rest[1:]]
        if not fitting:
            return []
        return [self._part(fitting, self._repeated), self._part(rest, bool(self._headers))]

    def draw(self) -> None:
        """Draw the rows from the top."""
        canvas: TaggedCanvas = self.canv
        top = self.height
        if canvas.in_artifact or not self._look.data:
            self._draw_rows(canvas, self._headers, top, tagged=False)
            top -= sum(row.height for row in self._headers)
            self._draw_rows(canvas, self._rows, top, tagged=False)
            return
        with canvas.inside(self._anchor.element(canvas, lambda: Element("Table"))):
            if self._repeated:
                with canvas.artifact("Pagination"):
                    self._draw_rows(canvas, self._headers, top, tagged=False)
            else:
                self._draw_rows(canvas, self._headers, top, tagged=True)
            top -= sum(row.height for row in self._headers)
            self._draw_rows(canvas, self._rows, top, tagged=True)

    def _part(self, rows: list[_Row], repeated: bool) -> "Grid":
        part = Grid([], self._widths, self._rtl, look=self._look)
        part._header_columns = self._header_columns
        part._headers, part._rows = self._headers, rows
        part._anchor, part._repeated = self._anchor, repeated
        return part

    def _inner_width(self, part: _Part) -> float:
        columns = self._widths[part.column : part.column + part.columns]
        return float(sum(columns)) - 2 * self._look.side_padding

    def _row_height(self, row: _Row) -> float:
        base_line = _base_line(row)
        heights = [
            part.stack.wrap(self._inner_width(part)) + _shift(part, base_line) for part in row.parts
        ]
        return max(heights, default=0.0) + 2 * self._look.padding

    def _divided_row(self, row: _Row, room: float) -> tuple[_Row, _Row] | None:
        """Divide every cell at the same height; None when some cell cannot be divided."""
        base_line = _base_line(row)
        first, second = _Row([], row.header, row.anchor), _Row([], row.header, row.anchor)
        for part in row.parts:
            height = room - 2 * self._look.padding - _shift(part, base_line)
            halves = part.stack.split(self._inner_width(part), height)
            if halves is None:
                return None
            for half, stack in zip((first, second), halves, strict=True):
                half.parts.append(_Part(stack, part.column, part.columns, part.fill, part.anchor))
        return first, second

    def _left(self, part: _Part) -> float:
        before = float(sum(self._widths[: part.column]))
        if not self._rtl:
            return before
        own = float(sum(self._widths[part.column : part.column + part.columns]))
        return float(sum(self._widths)) - before - own

    def _draw_rows(
        self, canvas: TaggedCanvas, rows: Sequence[_Row], top: float, tagged: bool
    ) -> None:
        for row in rows:
            with canvas.artifact():
                self._decorate(canvas, row, top)
            if tagged:
                with canvas.inside(row.anchor.element(canvas, lambda: Element("TR"))):
                    self._draw_cells(canvas, row, top, tagged=True)
            else:
                self._draw_cells(canvas, row, top, tagged=False)
            top -= row.height

    def _draw_cells(self, canvas: TaggedCanvas, row: _Row, top: float, tagged: bool) -> None:
        base_line = _base_line(row)
        for part in row.parts:
            x = self._left(part) + self._look.side_padding
            y = top - self._look.padding - _shift(part, base_line)
            if tagged:
                element = self._cell_element(canvas, row, part)
                with canvas.inside(element):
                    part.stack.draw(canvas, x, y)
            else:
                part.stack.draw(canvas, x, y)

    def _cell_element(self, canvas: TaggedCanvas, row: _Row, part: _Part) -> Element:
        header = row.header or part.column < self._header_columns
        span = f"/ColSpan {part.columns}" if part.columns > 1 else ""
        scope = f"/Scope/{'Column' if row.header else 'Row'}" if header else ""
        attributes = f"<</O/Table{scope}{span}>>" if scope or span else ""
        return part.anchor.element(
            canvas, lambda: Element("TH" if header else "TD", attributes=attributes)
        )

    def _decorate(self, canvas: TaggedCanvas, row: _Row, top: float) -> None:
        """Draw the fills and rules of a row."""
        bottom, right = top - row.height, float(sum(self._widths))
        for part in row.parts:
            fill = part.fill or (self._look.header_fill if row.header else None)
            if fill is not None:
                width = self._inner_width(part) + 2 * self._look.side_padding
                canvas.setFillColorRGB(*fill)
                canvas.rect(self._left(part), bottom, width, row.height, stroke=0, fill=1)
        if self._look.rule is None:
            return
        canvas.setStrokeColorRGB(*self._look.rule_colour)
        canvas.setLineWidth(self._look.rule)
        canvas.line(0, top, right, top)
        canvas.line(0, bottom, right, bottom)
        if self._look.vertical_rules:
            for x in (0.0, *(self._left(part) for part in row.parts), right):
                canvas.line(x, top, x, bottom)


def _row(cells: Sequence[Cell | Flowable | Sequence[Flowable]], header: bool) -> _Row:
    parts, column = [], 0
    for content in cells:
        cell = content if isinstance(content, Cell) else Cell(content)
        stack = Stack(as_flowables(cell.content))
        parts.append(_Part(stack, column, cell.columns, cell.fill))
        column += cell.columns
    return _Row(parts, header)


def _base_line(row: _Row) -> float:
    return max((part.stack.first_base_line for part in row.parts), default=0.0)


def _shift(part: _Part, base_line: float) -> float:
    """Return how far a cell is lowered so that the first lines of a row stand level."""
    own = part.stack.first_base_line
    return base_line - own if own else 0.0
