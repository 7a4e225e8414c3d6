"""The sum behind the last day of a plan (681/2023 §§ 23, 31, 102(2); 1386/2010 § 12)."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.deadlines import (
    all_plans_end_latest,
    first_plan_end_latest,
    obstacle_spells,
)
from kotoutus_desktop.rules.facts import Extension, Obstacle, Prolongation
from kotoutus_desktop.rules.plan_sum import (
    StudiesEffect,
    TermKind,
    all_plans_sum,
    counted_spells,
    do_overlap,
    first_plan_sum,
    is_of_older_act,
    is_unknown_ground,
    studies_effect,
)

MADE = date(2026, 11, 24)
OLDER = date(2024, 5, 10)
days = st.dates(date(2020, 1, 1), date(2032, 12, 31))
obstacles = st.lists(
    st.builds(
        lambda first, length: Obstacle(first, first + timedelta(days=length)),
        days,
        st.integers(0, 400),
    ),
    max_size=5,
).map(tuple)
prolongations = st.builds(
    Prolongation, st.sampled_from([None, *Extension]), obstacles, st.booleans()
)


def said(terms):
    return [(t.kind, t.months or t.days, t.until, str(t.section)) for t in terms]


def test_the_first_plan_lasts_a_year_by_section_23_2():
    assert said(first_plan_sum(MADE)) == [
        (TermKind.FIRST_PLAN, 12, date(2027, 11, 24), "681/2023 § 23(2)")
    ]


def test_special_measures_obstacles_and_studies_add_up_in_that_order():
    illness = Obstacle(date(2027, 3, 1), date(2027, 4, 30))
    prolongation = Prolongation(Extension.SPECIAL_MEASURES, (illness,), unfinished_studies=True)

    assert said(all_plans_sum(MADE, prolongation, date(2008, 1, 1))) == [
        (TermKind.ALL_PLANS, 24, date(2028, 11, 24), "681/2023 § 23(2)"),
        (TermKind.EXTENSION, 24, date(2030, 11, 24), "681/2023 § 23(3)"),
        (TermKind.OBSTACLES, 61, date(2031, 1, 24), "681/2023 § 23(4)"),
        (TermKind.STUDIES, 12, date(2032, 1, 24), "681/2023 § 31(1)"),
    ]


def test_plans_of_the_older_act_keep_its_three_years_by_section_102_2():
    assert said(all_plans_sum(OLDER)) == [
        (TermKind.ALL_PLANS, 36, date(2027, 5, 10), "1386/2010 § 12")
    ]


def test_the_older_act_did_not_know_home_care_as_a_ground():
    home_care = Prolongation(Extension.HOME_CARE_PART_TIME)

    assert is_unknown_ground(OLDER, home_care.extension)
    assert not is_unknown_ground(MADE, home_care.extension)
    assert not is_unknown_ground(OLDER, None)
    assert [term.kind for term in all_plans_sum(OLDER, home_care)] == [TermKind.ALL_PLANS]


@given(days, prolongations, st.none() | st.dates(date(1950, 1, 1), date(2015, 1, 1)))
def test_the_sum_ends_on_the_day_that_the_rule_gives(made, prolongation, born):
    terms = all_plans_sum(made, prolongation, born)

    assert terms[-1].until == all_plans_end_latest(made, prolongation, born)
    assert [t.until for t in terms] == sorted(t.until for t in terms)
    assert all(bool(t.months) != bool(t.days) for t in terms)


@given(days)
def test_the_sum_of_the_first_plan_ends_on_the_day_that_the_rule_gives(made):
    assert first_plan_sum(made)[-1].until == first_plan_end_latest(made)


@given(days, obstacles)
def test_counted_obstacles_are_joined_and_hold_each_day_once(made, periods):
    spells = counted_spells(made, date.max - timedelta(days=5000), periods)

    assert all(first <= last for first, last in spells)
    assert all(later[0] > earlier[1] + timedelta(days=1) for earlier, later in pairwise(spells))
    held = sum((last - first).days + 1 for first, last in spells)
    raw = sum((last - first).days + 1 for first, last in obstacle_spells(made, periods))
    assert held == raw


def test_an_obstacle_after_the_maximum_gives_no_time():
    late = Obstacle(date(2029, 1, 1), date(2029, 2, 1))

    assert counted_spells(MADE, date(2028, 11, 24), (late,)) == ()


def test_overlapping_obstacles_are_noticed_and_touching_ones_are_not():
    march, april = (date(2027, 3, 1), date(2027, 3, 31)), (date(2027, 4, 1), date(2027, 4, 30))

    assert not do_overlap([Obstacle(*april), Obstacle(*march)])
    assert do_overlap([Obstacle(march[0], april[0]), Obstacle(*april)])
    assert do_overlap([Obstacle(march[0], april[1]), Obstacle(*march), Obstacle(*april)])


@pytest.mark.parametrize(
    ("born", "effect"),
    [
        (date(2008, 1, 1), StudiesEffect.EXTENDS),
        (date(1999, 1, 1), StudiesEffect.CONTINUES),
        (None, StudiesEffect.AGE_UNKNOWN),
    ],
)
def test_studies_act_by_the_age_at_the_maximum_in_section_31(born, effect):
    studying = Prolongation(unfinished_studies=True)

    assert studies_effect(date(2028, 11, 24), born, studying) is effect


def test_without_studies_the_age_does_not_matter():
    assert studies_effect(MADE, None, Prolongation()) is StudiesEffect.NONE


def test_the_older_act_governs_plans_made_before_2025():
    assert is_of_older_act(date(2024, 12, 31))
    assert not is_of_older_act(date(2025, 1, 1))
