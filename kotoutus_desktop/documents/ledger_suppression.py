"""Small numbers of the ledger are hidden before it leaves the office.

A number from one to four could point at a person. It is hidden, and so is as much beside it
that no hidden number follows from the others: in each line the parts are together what fell
due, and the months are together the whole period. Whoever reckons knows that a hidden number
is at least one, because zeros are shown; nothing more is relied on.
"""

from collections.abc import Iterable, Iterator, Sequence

SMALLEST_SHOWN = 5

Counts = Sequence[int]
Shown = tuple[int | None, ...]
_Cell = tuple[int, int]


def published(lines: Sequence[Counts], hidden_sums: Iterable[int] = ()) -> list[Shown]:
    """Return the lines of one rule as they may leave the office, None for what is hidden.

    The first line is the whole period, the others its months; the first number of a line is
    the sum of the others, the first line that of the months. `hidden_sums` are columns of the
    first line that have to be hidden whatever they are.
    """
    hidden = {cell for cell, count in _cells(lines) if 0 < count < SMALLEST_SHOWN}
    hidden |= {(0, column) for column in hidden_sums if lines[0][column]}
    while exposed := [cell for cell in sorted(hidden) if not can_differ(lines, hidden, cell)]:
        hidden.add(_beside(lines, hidden, exposed[0]))
    return [
        tuple(None if (row, column) in hidden else count for column, count in enumerate(line))
        for row, line in enumerate(lines)
    ]


def published_together(tables: Sequence[Sequence[Counts]]) -> list[list[Shown]]:
    """Return tables that divide the same whole: a sum hidden in one is hidden in all."""
    hidden: set[int] = set()
    while True:
        shown = [published(lines, hidden) for lines in tables]
        found = {
            column for lines in shown for column, count in enumerate(lines[0]) if count is None
        }
        if found == hidden:
            return shown
        hidden = found


def published_column(counts: Sequence[int]) -> list[int | None]:
    """Return a column of numbers, of which the first is the sum of the others."""
    return [shown[0] for shown in published([(count, count) for count in counts])]


def published_line(counts: Counts) -> Shown:
    """Return a line that belongs to no whole; its first number is the sum of any others."""
    if len(counts) == 1:
        return (None if 0 < counts[0] < SMALLEST_SHOWN else counts[0],)
    return published([counts, counts])[0]


def can_differ(lines: Sequence[Counts], hidden: set[_Cell], cell: _Cell) -> bool:
    """Tell whether other numbers fit as well: a hidden one could be larger or smaller by one.

    Lines and columns are joined by their hidden cells. To change a cell by one, a way must
    lead round from its column to its line along cells that can give or take one. Sums count
    negatively, so that every line and every column adds up to nothing.
    """
    return any(_leads_round(lines, hidden, cell, up) for up in (True, False))


def _leads_round(lines: Sequence[Counts], hidden: set[_Cell], cell: _Cell, up: bool) -> bool:
    """Search for a way that makes up for raising (or lowering) the signed number of a cell."""
    if not _can_move(lines, cell, up):
        return False
    row, column = cell
    start, goal = (("c", column), ("r", row)) if up else (("r", row), ("c", column))
    others, seen, waiting = hidden - {cell}, {start}, [start]
    while waiting:
        node = waiting.pop()
        if node == goal:
            return True
        for following in _reached(lines, others, node):
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return False


def _reached(
    lines: Sequence[Counts], hidden: set[_Cell], node: tuple[str, int]
) -> Iterator[tuple[str, int]]:
    """Yield where one can go on to: from a line by raising a cell, from a column by lowering."""
    kind, number = node
    for row, column in hidden:
        if kind == "r" and row == number and _can_move(lines, (row, column), up=True):
            yield "c", column
        if kind == "c" and column == number and _can_move(lines, (row, column), up=False):
            yield "r", row


def _can_move(lines: Sequence[Counts], cell: _Cell, up: bool) -> bool:
    """Tell whether the signed number can change; the number itself stays at least one."""
    row, column = cell
    negative = (row == 0) != (column == 0)
    return up != negative or lines[row][column] > 1


def _beside(lines: Sequence[Counts], hidden: set[_Cell], cell: _Cell) -> _Cell:
    """Return the smallest shown number in the line or the column of a cell, else of hidden ones.

    The sum of everything, which most ask for, is hidden last.
    """
    shown = [(count, each) for each, count in _cells(lines) if count and each not in hidden]
    parts = [(count, each) for count, each in shown if each != (0, 0)]
    near = [(count, each) for count, each in parts if each[0] == cell[0] or each[1] == cell[1]]
    rows, columns = {row for row, _column in hidden}, {column for _row, column in hidden}
    crossing = [(count, each) for count, each in parts if each[0] in rows and each[1] in columns]
    return min(near or crossing or shown)[1]


def _cells(lines: Sequence[Counts]) -> Iterator[tuple[_Cell, int]]:
    for row, line in enumerate(lines):
        for column, count in enumerate(line):
            yield (row, column), count
