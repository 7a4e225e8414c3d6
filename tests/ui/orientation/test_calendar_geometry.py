"""Where everything in a calendar stands."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.ui.orientation.calendar_geometry import (
    Box,
    Span,
    cells,
    day_at,
    days_shown,
    hours_shown,
    lines_in,
    minute_at,
    month_later,
    side_by_side,
    week_boxes,
)

DAYS = st.dates(date(2025, 1, 1), date(2032, 12, 31))
AREA = Box(50, 20, 700, 600)
MONDAY = date(2026, 11, 23)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    starts = draw(st.integers(0, 1400))
    ends = draw(st.integers(starts + 1, 1440))
    return Span(MONDAY + timedelta(days=draw(st.integers(0, 6))), starts, ends)


@given(DAYS, st.booleans())
def test_whole_weeks_from_monday_hold_the_day(day: date, month: bool) -> None:
    days = days_shown(day, month=month)

    assert len(days) % 7 == 0
    assert days[0].weekday() == 0
    assert day in days
    if month:
        of_month = [each for each in days if each.month == day.month]
        assert of_month[0].day == 1
        assert (of_month[-1] + timedelta(days=1)).day == 1


@given(DAYS)
def test_every_day_has_a_cell_and_the_middle_of_a_cell_is_its_day(day: date) -> None:
    found = cells(days_shown(day, month=True), AREA)

    for each, box in found.items():
        assert day_at(found, box.x + box.width / 2, box.y + box.height / 2) == each
    assert day_at(found, AREA.x - 1, AREA.y) is None


@given(st.integers(0, 40), st.floats(20, 400))
def test_no_meeting_of_a_day_is_lost(count: int, height: float) -> None:
    cell = Box(0, 0, 100, height)
    boxes, hidden = lines_in(cell, count, 20, 22)

    assert len(boxes) + hidden == count
    assert all(box.y + box.height <= height for box in boxes)


@given(st.lists(spans(), max_size=12))
def test_meetings_at_the_same_time_never_cover_each_other(given_spans: list[Span]) -> None:
    shown = hours_shown(given_spans)
    columns = cells(days_shown(MONDAY, month=False), AREA)
    boxes = week_boxes(given_spans, columns, shown)

    for place, (span, box) in enumerate(zip(given_spans, boxes, strict=True)):
        column = columns[span.day]
        assert column.x - 0.01 <= box.x
        assert box.x + box.width <= column.x + column.width + 0.01
        assert shown[0] <= span.starts < span.ends <= shown[1]
        for other, other_box in list(zip(given_spans, boxes, strict=True))[place + 1 :]:
            meets = other.day == span.day and other.starts < span.ends and span.starts < other.ends
            apart = (
                box.x + box.width <= other_box.x + 0.01
                or other_box.x + other_box.width <= box.x + 0.01
            )
            assert apart or not meets


def test_two_at_a_time_share_the_day_and_a_third_later_has_it_alone() -> None:
    day = MONDAY
    found = side_by_side([Span(day, 540, 660), Span(day, 600, 720), Span(day, 720, 780)])

    assert found == [(0, 2), (1, 2), (0, 1)]


@given(st.floats(-50, 700))
def test_a_height_is_a_quarter_of_an_hour_of_the_day(y: float) -> None:
    minute = minute_at(y, AREA, (480, 1080))

    assert minute % 15 == 0
    assert 0 <= minute < 1440


@given(DAYS, st.integers(-30, 30))
def test_a_month_later_is_a_month_later(day: date, by: int) -> None:
    later = month_later(day, by)

    assert (later.year - day.year) * 12 + later.month - day.month == by
    assert later.day <= day.day
