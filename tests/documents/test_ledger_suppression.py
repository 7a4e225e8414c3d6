from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kotoutus_desktop.documents.ledger_suppression import (
    SMALLEST_SHOWN,
    can_differ,
    published,
    published_column,
    published_line,
    published_together,
)

COUNTS = st.integers(0, 12)


def table(months):
    """Return whole period and months, each with its sum before it."""
    lines = [(sum(parts), *parts) for parts in months]
    return [tuple(map(sum, zip(*lines, strict=True))), *lines]


def fitting(shown, largest):
    """Yield every table of numbers that fits what is shown, hidden ones from one to `largest`.

    Tried out number by number, without the reckoning that is tested.
    """
    rows = []
    for line in shown[1:]:
        choices = [range(1, largest + 1) if c is None else (c,) for c in line]
        rows.append([r for r in product(*choices) if r[0] == sum(r[1:])])
    for lines in product(*rows):
        whole = tuple(map(sum, zip(*lines, strict=True)))
        if all(c in (None, w) for c, w in zip(shown[0], whole, strict=True)):
            yield [whole, *lines]


def hidden_cells(shown):
    return [(r, c) for r, line in enumerate(shown) for c, n in enumerate(line) if n is None]


def test_nothing_is_hidden_where_every_number_is_large_or_nothing():
    lines = table([(5, 0, 7, 20), (9, 0, 5, 6)])

    assert published(lines) == lines


def test_one_small_number_hides_enough_beside_it():
    shown = published(table([(3, 0, 7, 20), (9, 0, 5, 6)]))
    cells = hidden_cells(shown)

    assert (1, 1) in cells
    assert len(cells) >= 4
    for cell in cells:
        assert len([each for each in cells if each[0] == cell[0]]) > 1
        assert len([each for each in cells if each[1] == cell[1]]) > 1


def test_zeros_are_shown():
    shown = published(table([(3, 0, 7, 20), (9, 0, 5, 6)]))

    assert [line[2] for line in shown] == [0, 0, 0]


def test_two_ones_whose_sum_is_shown_do_not_betray_each_other():
    lines = table([(10, 1, 1, 0), (10, 1, 1, 0), (10, 9, 9, 0)])
    only_small = {(1, 2), (1, 3), (2, 2), (2, 3)}

    assert not can_differ(lines, only_small, (1, 2))
    shown = published(lines)
    assert set(hidden_cells(shown)) > only_small


def test_a_single_month_hides_itself_and_its_whole_alike():
    shown = published(table([(10, 2, 0, 0)]))
    values = {cell: set() for cell in hidden_cells(shown)}
    for other in fitting(shown, 14):
        for row, column in values:
            values[row, column].add(other[row][column])

    assert values
    assert all(len(found) > 1 for found in values.values())


@given(months=st.lists(st.tuples(COUNTS, COUNTS, COUNTS, COUNTS), min_size=1, max_size=13))
@settings(max_examples=60)
def test_no_number_under_five_is_shown_and_the_shown_ones_are_true(months):
    lines = table(months)
    shown = published(lines)

    for line, given_line in zip(shown, lines, strict=True):
        for count, true in zip(line, given_line, strict=True):
            assert count is None or (count == true and not 0 < count < SMALLEST_SHOWN)


@given(
    months=st.lists(
        st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(0, 6)),
        min_size=1,
        max_size=2,
    )
)
@settings(max_examples=60)
def test_no_hidden_number_can_be_reckoned_from_what_is_shown(months):
    lines = table(months)
    shown = published(lines)
    values = {cell: set() for cell in hidden_cells(shown)}
    largest = max(map(max, lines)) + 1
    for other in fitting(shown, min(largest, 20)):
        for row, column in values:
            values[row, column].add(other[row][column])
        if all(len(found) > 1 for found in values.values()):
            break

    assert all(len(found) > 1 for found in values.values())


@given(months=st.lists(st.tuples(COUNTS, COUNTS, COUNTS, COUNTS), min_size=1, max_size=13))
@settings(max_examples=60)
def test_every_hidden_number_of_a_year_has_another_that_fits(months):
    lines = table(months)
    cells = set(hidden_cells(published(lines)))

    assert all(can_differ(lines, cells, cell) for cell in cells)


@pytest.mark.parametrize("count", range(1, SMALLEST_SHOWN))
def test_a_table_of_one_small_number_is_hidden_whole(count):
    shown = published(table([(count, 0, 0, 0)]))

    assert shown == [(None, None, 0, 0, 0), (None, None, 0, 0, 0)]


def test_tables_of_one_whole_hide_the_same_sums():
    ones = table([(1, 0)] * 7)
    whole = table([(7, 0)])
    of_ones, of_whole = published_together([ones, whole])

    assert published(whole) == whole
    assert of_ones[0] == of_whole[0] == (None, None, 0)


def test_the_sum_of_everything_is_hidden_last():
    ages = table([(3, 1), (20, 6), (9, 1)])
    unknown = table([(32, 8)])

    assert [shown[0][0] for shown in published_together([ages, unknown])] == [40, 40]


def test_a_column_hides_a_second_number_and_keeps_its_sum():
    assert published_column([23, 12, 9, 2]) == [23, 12, None, None]
    assert published_column([21, 12, 9]) == [21, 12, 9]


def test_a_line_of_no_whole_hides_its_small_numbers_and_what_would_betray_them():
    assert published_line((3,)) == (None,)
    assert published_line((30,)) == (30,)
    assert published_line((33, 30, 3)).count(None) == 2
