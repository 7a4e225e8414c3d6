import pytest

from kotoutus_desktop.ui.clients.field_grid import FieldGrid
from kotoutus_desktop.ui.fields.text_field import TextField
from tests.ui.clients.intake_steps import settle


@pytest.fixture
def grid(qtbot):
    grid = FieldGrid()
    grid.fields = [TextField(name) for name in ("One", "Two", "Three", "Four")]
    grid.put(*grid.fields)
    qtbot.addWidget(grid)
    grid.resize(640, 300)
    grid.show()
    settle()
    return grid


def places(grid):
    return [(field.x() > 0, field.y() > 0) for field in grid.fields if field.isVisible()]


def test_fields_stand_in_pairs_of_one_width(grid):
    assert places(grid) == [(False, False), (True, False), (False, True), (True, True)]
    assert len({field.width() for field in grid.fields}) == 1


def test_a_hidden_field_leaves_no_gap_and_comes_back_without_covering_another(grid):
    grid.fields[1].hide()
    settle()
    assert places(grid) == [(False, False), (True, False), (False, True)]
    grid.fields[1].show()
    settle()
    assert places(grid) == [(False, False), (True, False), (False, True), (True, True)]


def test_a_narrow_grid_puts_them_under_each_other(grid):
    grid.resize(400, 600)
    settle()

    assert {field.x() for field in grid.fields} == {0}
