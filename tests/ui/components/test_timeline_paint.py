from dataclasses import replace
from datetime import date

import pytest

from kotoutus_desktop.ui.components.timeline_data import Flag, Lane, LaneKind, Span, TimelineData
from kotoutus_desktop.ui.components.timeline_paint import TimelinePainter

FLAGS = (
    Flag(date(2026, 11, 20), "Review 20.11.", "22 §, 4 days late", overdue=True),
    Flag(date(2027, 1, 19), "Plan 1 ends", "23 §"),
    Flag(date(2027, 3, 1), "Referral", "20 §"),
    Flag(date(2029, 3, 12), "3 years", "14 §"),
)
PLAN = Lane("Plan", LaneKind.PLAN, (Span(date(2026, 5, 20), date(2027, 5, 19), "Plan 1"),))
DATA = TimelineData(date(2026, 11, 24), (PLAN,), FLAGS, "Limits")


@pytest.mark.parametrize("width", [500, 800, 1100])
def test_labels_of_limits_never_run_into_each_other(themed, width):
    painter = TimelinePainter(DATA, width)
    rects = [painter.flag_box(f, n) for f, n in zip(DATA.flags, painter.levels, strict=True)]
    overlaps = [
        (one, other)
        for i, one in enumerate(rects)
        for other in rects[i + 1 :]
        if one.intersects(other)
    ]
    assert overlaps == []
    assert all(rect.right() <= width for rect in rects)
    assert max(rect.bottom() for rect in rects) <= painter.height()


@pytest.mark.parametrize("month", range(1, 13))
def test_the_word_of_today_never_lies_on_the_number_of_a_year(themed, month):
    painter = TimelinePainter(replace(DATA, today=date(2026, month, 15)), 800)
    tag, wide = painter.today_box(), painter.small.horizontalAdvance("2026")

    for year in range(painter.first.year, painter.last.year + 1):
        left = painter.year_left(painter.x(date(year, 1, 1)))
        assert left >= tag.right() or left + wide <= tag.left()
