import pytest
from reportlab.platypus.flowables import Flowable

from kotoutus_desktop.typesetting import Cell, Grid, GridLook, Paragraph, style_for

FI = style_for("fi", 10)


def grid(rows: int, header_rows: int = 0, text: str = "rivi") -> Grid:
    cells: list[list[Flowable]] = [[Paragraph(text, FI), Paragraph(text, FI)] for _ in range(rows)]
    return Grid(cells, [100, 100], header_rows=header_rows)


def test_a_grid_is_as_high_as_its_rows() -> None:
    padding = GridLook().padding
    assert grid(3).wrap(500, 500) == (200, 3 * (FI.leading + 2 * padding))


def test_a_grid_divides_between_rows_and_repeats_its_header() -> None:
    whole = grid(10, header_rows=1)
    row = whole.wrap(500, 500)[1] / 10
    first, second = whole.split(500, row * 4.5)
    assert first.wrap(500, 500)[1] == pytest.approx(row * 4)
    assert second.wrap(500, 500)[1] == pytest.approx(row * 7)


@pytest.mark.parametrize("short", [0.009, 1e-4, 1e-5, 0.0])
def test_no_part_is_higher_than_its_room_by_a_hair(short: float) -> None:
    whole = grid(10, header_rows=1)
    room = whole.wrap(500, 500)[1] / 10 * 4 - short
    first, _ = whole.split(500, room)
    assert first.wrap(500, 500)[1] <= room + 1e-6


def test_a_grid_moves_on_when_only_its_header_would_fit() -> None:
    whole = grid(3, header_rows=1)
    row = whole.wrap(500, 500)[1] / 3
    assert whole.split(500, row * 1.5) == []


def test_a_row_that_no_page_holds_is_divided_inside() -> None:
    whole = grid(1, text="sana " * 400)
    height = whole.wrap(500, 500)[1]
    first, second = whole.split(500, height / 2)
    total = first.wrap(500, 500)[1] + second.wrap(500, 500)[1]
    assert total == pytest.approx(height + 2 * GridLook().padding)


def test_a_wide_cell_takes_the_room_of_its_columns() -> None:
    text = "Tavoite on suomen kielen taso"
    narrow = Grid([[Cell(Paragraph(text, FI)), Cell([])]], [100, 100])
    wide = Grid([[Cell(Paragraph(text, FI), columns=2)]], [100, 100])
    assert wide.wrap(500, 500)[1] < narrow.wrap(500, 500)[1]


def test_first_lines_of_a_row_stand_level() -> None:
    urdu = Paragraph("خطہ", style_for("ur", 10))
    single = Grid([[urdu]], [100]).wrap(500, 500)[1]
    assert Grid([[Paragraph("Suunnitelma", FI), urdu]], [100, 100]).wrap(500, 500)[1] == single


def test_header_rows_that_fill_a_page_are_divided_like_others() -> None:
    whole = Grid([[Paragraph("sana " * 900, FI)], [Paragraph("rivi", FI)]], [100], header_rows=1)
    height = whole.wrap(500, 500)[1]
    parts = whole.split(500, height / 2)
    assert len(parts) == 2
    assert parts[1].wrap(500, 500)[1] < height
