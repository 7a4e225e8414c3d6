import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.documents.bars import (
    LEAST_BAR,
    MOST_BARS,
    Bar,
    chart_bars,
    described,
    placed_bars,
)

BARS = [Bar("arabia", 40), Bar("somali", 10), Bar("tigrinja", None), Bar("dari", 0)]


def test_a_bar_is_as_long_as_its_number_and_a_hidden_one_is_not_drawn():
    arabic, somali, hidden, none = placed_bars(BARS, 500.0, 20.0)

    assert arabic.body.width == pytest.approx(4 * somali.body.width)
    assert hidden.body is None
    assert none.body.width == 0
    assert [each.label.top for each in (arabic, somali, hidden, none)] == [0, 20, 40, 60]


@given(st.lists(st.none() | st.integers(0, 10**6), max_size=12), st.floats(100, 2000))
def test_nothing_is_drawn_outside_the_chart(counts, width):
    for placed in placed_bars([Bar("x", count) for count in counts], width, 20.0):
        assert placed.number.left + placed.number.width <= width + LEAST_BAR
        assert placed.label.width <= width
        if placed.body is not None:
            assert placed.body.left >= placed.label.width
            assert placed.body.left + placed.body.width <= placed.number.left + LEAST_BAR


def test_a_number_that_is_small_beside_others_still_has_a_bar():
    small = placed_bars([Bar("a", 1_000_000), Bar("b", 1)], 500.0, 20.0)[1]

    assert small.body.width == LEAST_BAR


def test_of_many_bars_the_longest_stay_in_the_order_of_the_table():
    bars = [Bar(str(number), number % 7) for number in range(20)]
    shown = chart_bars(bars)

    assert len(shown) == MOST_BARS
    assert shown == [bar for bar in bars if bar in shown][:MOST_BARS]
    assert min(bar.count for bar in shown) >= 3
    assert chart_bars(bars[:3]) == bars[:3]


def test_the_chart_can_be_read_out():
    assert described("Clients", BARS, "*") == (
        "Bar chart. Clients: arabia 40; somali 10; tigrinja *; dari 0"
    )
