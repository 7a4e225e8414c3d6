"""Where bars and words of a time line stand, for any series of spans."""

from datetime import date, timedelta
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.ui.components.timeline_data import Lane, LaneKind, Span
from kotoutus_desktop.ui.components.timeline_geometry import (
    Box,
    Direction,
    Scale,
    Sizes,
    place_lane,
    place_lanes,
    step_down,
    step_to,
)

SIZES = Sizes(row=34, bar=22, least=8, line=16, room=8)
FIRST, LAST = date(2023, 1, 1), date(2031, 12, 31)
SCALE = Scale(FIRST, LAST, 100, 900)
days = st.dates(FIRST, LAST)
words = st.text("abc ", min_size=1, max_size=60)


def measure(text):
    return 7.0 * len(text)


spans = st.builds(
    lambda first, length, text: Span(first, min(first + timedelta(days=length), LAST), text),
    days,
    st.integers(0, 1500),
    words,
)
lanes = st.lists(spans, max_size=7).map(lambda found: Lane("Plan", LaneKind.PLAN, tuple(found)))
scales = st.builds(
    lambda left, wide: Scale(FIRST, LAST, left, left + wide),
    st.floats(0, 200),
    st.floats(20, 2000),
)
NEAR = 0.001


@given(lanes, scales)
def test_bars_and_words_stay_within_the_frame(lane, scale):
    placed = place_lane(lane, 30, scale, SIZES, measure)

    boxes = [part for span in placed.spans for part in (span.bar, span.label) if part]
    for box in boxes:
        assert scale.left - NEAR <= box.x
        assert box.right <= scale.right + NEAR
        assert placed.box.y <= box.y
        assert box.bottom <= placed.box.bottom + NEAR


@given(lanes, scales)
def test_no_two_bars_and_no_two_words_lie_on_each_other(lane, scale):
    placed = place_lane(lane, 30, scale, SIZES, measure)

    boxes = [part for span in placed.spans for part in (span.bar, span.label) if part]
    assert [(one, other) for one, other in combinations(boxes, 2) if one.meets(other)] == []


@given(lanes, scales)
def test_bars_keep_the_order_of_their_days(lane, scale):
    placed = place_lane(lane, 0, scale, SIZES, measure)

    assert sorted(lane.spans, key=lambda s: (s.first, s.last)) == [p.span for p in placed.spans]
    lefts = [p.bar.x for p in placed.spans]
    assert all(later >= earlier - SIZES.least for earlier, later in pairwise(lefts))


@given(lanes)
def test_words_in_a_bar_have_room_there(lane):
    placed = place_lane(lane, 0, SCALE, SIZES, measure)

    for span in placed.spans:
        if span.label is None:
            assert measure(span.span.text) <= span.bar.width


@given(days, days)
def test_a_later_day_stands_further_right(one, other):
    assert (SCALE.x(one) <= SCALE.x(other)) or one > other


def test_days_outside_stand_at_the_edge():
    assert SCALE.x(date(2000, 1, 1)) == 100
    assert SCALE.x(date(2050, 1, 1)) == 900


@given(st.lists(st.builds(Box, st.floats(0, 900), st.just(0.0), st.floats(1, 400), st.just(10.0))))
def test_no_two_boxes_of_a_level_come_near(boxes):
    placed = list(zip(boxes, step_down(boxes, 8), strict=True))

    for (one, level), (other, beside) in combinations(placed, 2):
        if level == beside:
            assert one.right + 8 <= other.x or other.right + 8 <= one.x


@given(st.lists(lanes, max_size=4))
def test_lanes_lie_under_each_other(found):
    placed = place_lanes(found, 20, SCALE, SIZES, measure)

    tops = [lane.box.y for lane in placed]
    assert tops == sorted(tops)
    assert all(later.box.y == earlier.box.bottom for earlier, later in pairwise(placed))


@given(st.lists(lanes, min_size=1, max_size=4).filter(lambda found: any(x.spans for x in found)))
def test_the_right_arrow_reaches_every_bar_and_the_left_one_comes_back(found):
    placed = place_lanes(found, 20, SCALE, SIZES, measure)
    every = [(lane, n) for lane, part in enumerate(placed) for n in range(len(part.spans))]

    at = step_to(placed, every[0], Direction.FIRST)
    there = [at]
    while (after := step_to(placed, at, Direction.AFTER)) != at:
        at = after
        there.append(at)

    assert there == every
    assert at == step_to(placed, every[0], Direction.LAST)
    back = [at]
    while (before := step_to(placed, at, Direction.BEFORE)) != at:
        at = before
        back.append(at)
    assert back == every[::-1]


@given(st.lists(lanes, min_size=1, max_size=4).filter(lambda found: any(x.spans for x in found)))
def test_up_and_down_change_the_lane_or_stay(found):
    placed = place_lanes(found, 20, SCALE, SIZES, measure)
    every = [(lane, n) for lane, part in enumerate(placed) for n in range(len(part.spans))]

    for at in every:
        below, above = step_to(placed, at, Direction.BELOW), step_to(placed, at, Direction.ABOVE)
        assert below in every
        assert above in every
        assert below[0] > at[0] or below == at
        assert above[0] < at[0] or above == at


def test_a_bar_that_is_gone_leads_to_the_first_and_no_bars_to_nowhere():
    lane = Lane("Plan", LaneKind.PLAN, (Span(FIRST, LAST, "Plan 1"),))
    placed = place_lanes([lane], 0, SCALE, SIZES, measure)

    assert step_to(placed, (4, 2), Direction.AFTER) == (0, 0)
    assert step_to([], (4, 2), Direction.AFTER) == (4, 2)
