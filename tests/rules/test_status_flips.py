from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.facts import AgreedPlan, Jobseeker, Person, RightOfResidence
from kotoutus_desktop.rules.status_flips import (
    Change,
    SearchTime,
    StatusHistory,
    flips,
    joined,
)

TODAY = date(2026, 11, 24)
SINCE = date(2026, 1, 10)
PLAN = AgreedPlan(date(2026, 5, 1), date(2027, 4, 30))


@pytest.fixture
def found(make_person):
    """Return the changes of a person with these facts."""

    def find(person=None, **history):
        usual = {"first_granted": date(2025, 12, 1)}
        given = {"since": SINCE} | history
        who = make_person(**usual | (person or {}))
        return [(flip.change, flip.on) for flip in flips(StatusHistory(who, **given), TODAY)]

    return find


def test_section_3_changes_hands_on_the_first_day_of_job_search(found):
    begun = (SearchTime(date(2026, 11, 3)),)

    assert found(searches=begun) == [(Change.BECAME_JOBSEEKER, date(2026, 11, 3))]
    assert found(searches=(SearchTime(TODAY + timedelta(1)),)) == []


def test_section_3_changes_hands_on_the_day_after_job_search(found):
    ended = (SearchTime(date(2025, 12, 1), date(2026, 10, 31)),)

    assert found(searches=ended) == [(Change.STOPPED_BEING_JOBSEEKER, date(2026, 11, 1))]
    assert found(searches=(SearchTime(date(2025, 12, 1), TODAY),)) == []


def test_only_the_latest_change_of_job_search_counts(found):
    times = (
        SearchTime(date(2026, 2, 1), date(2026, 3, 31)),
        SearchTime(date(2026, 6, 1), date(2026, 8, 31)),
    )

    assert found(searches=times) == [(Change.STOPPED_BEING_JOBSEEKER, date(2026, 9, 1))]


def test_a_plan_made_since_or_over_has_overtaken_the_change(found):
    begun = (SearchTime(date(2026, 4, 1)),)

    assert found(searches=begun, plans=(PLAN,)) == []
    earlier = AgreedPlan(date(2026, 2, 1), date(2026, 12, 31))
    assert found(searches=begun, plans=(earlier,)) == [(Change.BECAME_JOBSEEKER, date(2026, 4, 1))]
    over = AgreedPlan(date(2026, 2, 1), date(2026, 8, 31))
    assert found(searches=begun, plans=(over,)) == [(Change.PLAN_ENDED, date(2026, 9, 1))]


def test_work_found_or_lost_during_job_search_is_no_change(found):
    touching = (
        SearchTime(date(2025, 12, 1), date(2026, 6, 30)),
        SearchTime(date(2026, 7, 1)),
    )

    assert found(searches=touching) == []


def test_who_was_a_jobseeker_when_the_office_came_to_know_them_has_not_changed(found):
    assert found(searches=(SearchTime(SINCE),)) == []


def test_outside_section_2_nobody_is_handed_over(found):
    nowhere = {"right_of_residence": RightOfResidence.NONE}

    assert found(nowhere, searches=(SearchTime(date(2026, 11, 3)),)) == []


def test_a_move_during_a_valid_plan_is_one_of_section_85(found):
    moved = {"plans": (PLAN,), "lived_in": "889", "lives_in": "564"}

    assert found(**moved) == [(Change.MOVED, None)]
    assert found(**moved | {"plans": ()}) == []
    assert found(**moved | {"lives_in": "889"}) == []
    assert found(**moved | {"lives_in": ""}) == []


def test_a_closed_case_has_only_the_changes_of_its_last_day(found):
    closed = date(2026, 10, 1)
    plan = AgreedPlan(date(2026, 5, 1), closed)
    history = {
        "plans": (plan,),
        "closed_on": closed,
        "searches": (SearchTime(date(2026, 3, 1)),),
        "lived_in": "889",
        "lives_in": "564",
    }

    assert found(**history) == [
        (Change.PLAN_ENDED, date(2026, 10, 2)),
        (Change.CASE_CLOSED, closed),
    ]
    away = found(**history, moved_away=True)
    assert (Change.MOVED, closed) in away


def test_the_three_years_of_section_14_run_out_without_a_plan(found):
    person = {"first_granted": date(2023, 11, 1)}

    assert found(person) == [(Change.THREE_YEARS_OVER, date(2026, 11, 2))]
    assert found(person, plans=(PLAN,)) == []
    assert found({"first_granted": TODAY.replace(year=2023)}) == []


def test_a_plan_that_is_over_without_another_has_ended(found):
    first = AgreedPlan(date(2026, 2, 1), date(2026, 8, 31))

    assert found(plans=(first,)) == [(Change.PLAN_ENDED, date(2026, 9, 1))]
    assert found(plans=(first, PLAN)) == []


@pytest.mark.parametrize(
    ("born", "change"),
    [(date(2008, 6, 1), Change.TURNED_18), (date(2003, 6, 1), Change.TURNED_23)],
)
def test_birthdays_end_the_representative_and_the_support_of_section_34(found, born, change):
    alone = {"came_unaccompanied": True, "born": born}

    assert found(alone) == [(change, date(2026, 6, 1))]
    assert found(alone | {"came_unaccompanied": False}) == []
    assert found(alone | {"born": None}) == []
    assert found(alone | {"born": date(2010, 1, 1)}) == []


days = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def _time(first, length):
    return SearchTime(first, None if length is None else first + timedelta(length))


lengths = st.none() | st.integers(0, 300)
times = st.lists(st.builds(_time, days, lengths), max_size=5)


@given(times)
def test_joined_times_cover_the_same_days_apart_from_each_other(searches):
    found = joined(searches)

    for earlier, later in pairwise(found):
        assert earlier.last is not None
        assert later.first - earlier.last > timedelta(1)
    for day in (date(2025, 1, 1) + timedelta(n) for n in range(0, 1500, 7)):
        assert _covered(searches, day) is _covered(found, day)


@given(times, days)
def test_the_change_agrees_with_the_standing_of_the_day(searches, today):
    person = Person(None, RightOfResidence.PERMIT, jobseeker=Jobseeker.UNEMPLOYED)
    history = StatusHistory(person, date(2024, 1, 1), tuple(searches))

    for flip in flips(history, today):
        assert flip.on is not None
        assert flip.on <= today
        seeks = flip.change is Change.BECAME_JOBSEEKER
        assert _covered(searches, flip.on) is seeks is _covered(searches, today)


def _covered(searches, day):
    return any(each.first <= day and (each.last is None or day <= each.last) for each in searches)
