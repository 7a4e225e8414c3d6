from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.deadlines import all_plans_end_latest
from kotoutus_desktop.rules.facts import (
    AgreedPlan,
    Extension,
    Obstacle,
    Person,
    Prolongation,
    RightOfResidence,
)
from kotoutus_desktop.rules.reason import Change, Doubt, EventKind, TermKind, add_up
from kotoutus_desktop.rules.reckoning import (
    all_plans_end,
    entitlement,
    first_plan_end,
    referral,
    review,
    unchecked,
)
from kotoutus_desktop.rules.section import (
    ASSESSMENT,
    JOB_SEARCH,
    OLDER_PLAN_MAXIMUM,
    PLAN_LATEST,
    PLAN_MAXIMUM,
    PLANS_BEFORE_2025,
    REVIEW,
    STUDIES_FROM_25,
)

MADE = date(2026, 11, 24)
DAYS = st.dates(date(2015, 1, 1), date(2032, 12, 31))
OBSTACLES = st.tuples(DAYS, st.integers(0, 300)).map(
    lambda each: Obstacle(each[0], each[0] + timedelta(days=each[1]))
)
PROLONGATIONS = st.builds(
    Prolongation,
    st.none() | st.sampled_from(Extension),
    st.lists(OBSTACLES, max_size=4).map(tuple),
    st.booleans(),
)


def person(**facts):
    usual = {"born": date(1988, 3, 14), "first_granted": date(2026, 3, 12)}
    return Person(right_of_residence=RightOfResidence.PERMIT, **(usual | facts))


def test_three_years_run_from_the_first_permit():
    """§ 14(1) and § 20(3)."""
    reason = entitlement(person())

    assert reason.event.day == date(2026, 3, 12)
    assert reason.result == add_up(reason.event, reason.terms) == date(2029, 3, 12)
    assert reason.sections == (ASSESSMENT, PLAN_LATEST)


@pytest.mark.parametrize(
    "facts", [{"first_granted": None}, {"trafficking_victim": True, "reached_on": date(2030, 1, 1)}]
)
def test_no_sum_is_shown_where_the_three_years_do_not_bind(facts):
    """§ 14(6) and § 20(4); and nobody is held to a date that is not known."""
    assert entitlement(person(**facts)) is None


def test_only_of_a_victim_is_it_said_that_being_reached_late_would_change_the_day():
    """§ 14(6)."""
    assert Change.REACHED_LATE in entitlement(person(trafficking_victim=True)).changed_by
    assert Change.REACHED_LATE not in entitlement(person()).changed_by


def test_the_first_plan_lasts_a_year():
    """§ 23(2)."""
    reason = first_plan_end(MADE)

    assert reason.result == add_up(reason.event, reason.terms) == date(2027, 11, 24)
    assert reason.section == PLAN_MAXIMUM


@given(DAYS, PROLONGATIONS, st.none() | st.dates(date(1950, 1, 1), date(2014, 1, 1)))
def test_the_sum_of_all_plans_is_always_the_day_of_the_rules(first_made, prolongation, born):
    """§ 23(2)-(4), § 31(1)-(2), § 102(2)."""
    reason = all_plans_end(first_made, prolongation, born)

    assert reason.result == all_plans_end_latest(first_made, prolongation, born)
    assert add_up(reason.event, reason.terms) == reason.result


def test_extension_and_obstacles_together_are_said_to_be_an_inference():
    """§ 23(3) and (4): that they add up is read from "also"."""
    obstacle = Obstacle(date(2026, 12, 1), date(2026, 12, 10))
    both = Prolongation(Extension.SPECIAL_MEASURES, (obstacle,))

    reason = all_plans_end(MADE, both)

    kinds = [term.kind for term in reason.terms]
    assert kinds == [TermKind.ALL_PLANS, TermKind.SPECIAL_MEASURES, TermKind.OBSTACLES]
    assert Doubt.ADDED_UP in reason.doubts
    assert Doubt.ADDED_UP not in all_plans_end(MADE, Prolongation(obstacles=(obstacle,))).doubts


def test_what_is_already_so_is_not_named_as_what_would_change_the_day():
    whole = Prolongation(Extension.SPECIAL_MEASURES, (), unfinished_studies=True)

    changes = all_plans_end(MADE, whole, date(2010, 1, 1)).changed_by

    assert Change.EXTENSION not in changes
    assert Change.STUDIES not in changes
    assert Change.OBSTACLE in changes


def test_studies_from_25_on_have_no_last_day():
    """§ 31(2): an employment plan takes over (§ 31(3))."""
    reason = all_plans_end(MADE, Prolongation(unfinished_studies=True), date(1988, 3, 14))

    assert reason.sections[-1] == STUDIES_FROM_25
    assert Doubt.ENDS_WITH_STUDIES in reason.doubts
    assert Change.EMPLOYMENT_PLAN in reason.changed_by


def test_a_plan_from_before_2025_keeps_three_years_and_says_by_which_section():
    """§ 102(2), 1386/2010 § 12."""
    reason = all_plans_end(date(2024, 6, 3))

    assert reason.result == date(2027, 6, 3)
    assert reason.sections == (OLDER_PLAN_MAXIMUM, PLANS_BEFORE_2025)
    assert reason.edition == date(2011, 9, 1)


def test_a_referral_is_due_a_month_from_the_making():
    """§ 20(5)."""
    reason = referral(AgreedPlan(MADE, date(2027, 11, 24)), 1)

    assert (reason.event.kind, reason.event.number) == (EventKind.PLAN_MADE, 1)
    assert reason.result == add_up(reason.event, reason.terms) == date(2026, 12, 24)


def test_a_review_is_counted_from_the_last_one():
    """§ 22(1)."""
    plan = AgreedPlan(date(2026, 1, 10), date(2027, 1, 10), reviewed=(date(2026, 6, 1),))

    reason = review(plan, MADE)

    assert reason.event.kind is EventKind.PLAN_REVIEWED
    assert reason.result == add_up(reason.event, reason.terms) == date(2026, 12, 1)
    assert reason.section == REVIEW


def test_no_review_falls_due_after_the_plan():
    """§ 22(1)."""
    assert review(AgreedPlan(MADE, date(2027, 1, 1)), MADE) is None


def test_a_statute_without_editions_here_is_said_to_be_uncertain():
    assert unchecked(JOB_SEARCH) == (Doubt.EDITION,)
    assert unchecked(REVIEW) == ()
