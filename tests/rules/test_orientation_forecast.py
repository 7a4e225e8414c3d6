from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.orientation import Topic
from kotoutus_desktop.rules.orientation_forecast import (
    Ahead,
    Forecast,
    attended_percent,
    falls_behind,
    forecast,
)

NOTHING: frozenset[Topic] = frozenset()
FIRST = date(2026, 11, 2)
topic_sets = st.frozensets(st.sampled_from(Topic))
meetings = st.builds(
    Ahead,
    held_on=st.dates(FIRST, FIRST + timedelta(days=120)),
    minutes=st.integers(1, 400),
    topics=topic_sets,
)
plans = st.lists(meetings, max_size=30)


def test_hours_are_full_with_the_meeting_that_brings_the_last_minute():
    weeks = [Ahead(FIRST + timedelta(weeks=week), 180) for week in range(4)]

    assert forecast(361, NOTHING, weeks).finishing_day == FIRST + timedelta(weeks=2)
    assert forecast(360, NOTHING, weeks).finishing_day == FIRST + timedelta(weeks=1)


def test_a_missing_topic_is_waited_for_though_the_hours_are_full():
    first = Ahead(FIRST, 180, frozenset({Topic.STUDYING}))
    between = Ahead(FIRST + timedelta(days=7), 180)
    last = Ahead(FIRST + timedelta(days=14), 180, frozenset({Topic.SOCIETY}))

    found = forecast(60, frozenset({Topic.STUDYING, Topic.SOCIETY}), [last, between, first])

    assert found == Forecast(last.held_on)


def test_meetings_that_do_not_suffice_say_what_will_be_short():
    found = forecast(200, frozenset({Topic.SOCIETY}), [Ahead(FIRST, 180)])

    assert found == Forecast(None, 20, frozenset({Topic.SOCIETY}))


def test_nothing_missing_waits_for_no_day():
    assert forecast(0, NOTHING, [Ahead(FIRST, 180)]) == Forecast(None)


@given(st.integers(0, 5000), topic_sets, plans, meetings)
def test_another_meeting_never_makes_it_later(missing, topics, ahead, one_more):
    before, after = forecast(missing, topics, ahead), forecast(missing, topics, [*ahead, one_more])

    if before.finishing_day is not None:
        assert after.finishing_day is not None
        assert after.finishing_day <= before.finishing_day
    assert after.minutes_short <= before.minutes_short
    assert after.topics_short <= before.topics_short


@given(st.integers(0, 5000), topic_sets, plans, st.integers(0, 600))
def test_more_missing_never_makes_it_earlier(missing, topics, ahead, more):
    less, much = forecast(missing, topics, ahead), forecast(missing + more, topics, ahead)

    if less.finishing_day is not None and much.finishing_day is not None:
        assert less.finishing_day <= much.finishing_day
    assert less.minutes_short <= much.minutes_short


@given(st.integers(0, 5000), topic_sets, plans)
def test_the_day_is_that_of_a_meeting_and_all_up_to_it_suffice(missing, topics, ahead):
    found = forecast(missing, topics, ahead)
    if found.finishing_day is None:
        return
    till = [each for each in ahead if each.held_on <= found.finishing_day]
    before = [each for each in ahead if each.held_on < found.finishing_day]

    def full(some: list[Ahead]) -> bool:
        had = frozenset().union(*(each.topics for each in some))
        return sum(each.minutes for each in some) >= missing and topics <= had

    assert found.finishing_day in {each.held_on for each in ahead}
    assert full(till)
    assert not full(before)  # never before the last meeting that is needed


def test_less_than_the_share_that_the_office_set_falls_behind():
    assert falls_behind(attended=479, held=600, limit=80)
    assert not falls_behind(attended=480, held=600, limit=80)


def test_nobody_falls_behind_before_anything_was_held():
    assert not falls_behind(0, 0, 80)
    assert attended_percent(0, 0) is None


def test_a_share_is_rounded_down_so_that_it_never_seems_enough():
    assert attended_percent(599, 750) == 79
