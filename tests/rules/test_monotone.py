"""Counting goes one way: what happens later, or lasts longer, never ends earlier."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.deadlines import (
    all_plans_end_latest,
    continues_for_studies,
    first_plan_end_latest,
    next_review_by,
    plan_edition,
    referral_by,
)
from kotoutus_desktop.rules.entitlement import entitlement_ends
from kotoutus_desktop.rules.facts import Extension, Obstacle, Protection
from kotoutus_desktop.rules.fee import due_earliest
from kotoutus_desktop.rules.months import add_months, add_years, is_under
from kotoutus_desktop.rules.registers import deletion_proposed_on
from kotoutus_desktop.rules.reimbursement import (
    claim_latest,
    reimbursement_edition,
    reimbursement_ends,
)
from tests.fact_sets import BORN, DAYS, agreed_plans, people, prolongations

TWO_DAYS = st.tuples(DAYS, DAYS).map(sorted)
LENGTHS = st.integers(0, 400).map(lambda days: timedelta(days=days))


def end_of_plans(made, prolongation, born):
    """The last day of all plans; where § 31(2) sets none, later than any."""
    if continues_for_studies(made, prolongation, born):
        return date.max
    return all_plans_end_latest(made, prolongation, born)


@given(TWO_DAYS, people())
def test_who_came_later_is_entitled_at_least_as_long(days, person):
    """681/2023 § 14(1)."""
    one, other = (entitlement_ends(replace(person, first_granted=day)) for day in days)

    assert one is other is None or one <= other


@given(TWO_DAYS)
def test_a_later_plan_is_due_for_nothing_earlier(days):
    """681/2023 § 20(5), § 23(2); within one edition, for § 102(2) shortens at the turn of 2025."""
    one, other = days

    assert referral_by(one) <= referral_by(other)
    assert first_plan_end_latest(one) <= first_plan_end_latest(other)
    if plan_edition(one) == plan_edition(other):
        assert all_plans_end_latest(one) <= all_plans_end_latest(other)


@given(TWO_DAYS, prolongations(), BORN)
def test_a_later_first_plan_lets_plans_end_no_earlier(days, prolongation, born):
    """681/2023 § 23(2)-(4): where no obstacle falls between the two days."""
    one, other = days
    obstacles = tuple(each for each in prolongation.obstacles if each.first > other)
    without_studies = replace(prolongation, obstacles=obstacles, unfinished_studies=False)

    if plan_edition(one) == plan_edition(other):
        assert all_plans_end_latest(one, without_studies, born) <= all_plans_end_latest(
            other, without_studies, born
        )


@given(DAYS, prolongations(), BORN, st.integers(0, 2), LENGTHS)
def test_a_longer_obstacle_never_ends_plans_earlier(made, prolongation, born, which, longer):
    """681/2023 § 23(4), § 31(1)-(2)."""
    obstacles = list(prolongation.obstacles)
    if which < len(obstacles):
        obstacles[which] = replace(obstacles[which], last=obstacles[which].last + longer)
    lengthened = replace(prolongation, obstacles=tuple(obstacles))

    assert end_of_plans(made, prolongation, born) <= end_of_plans(made, lengthened, born)


@given(DAYS, prolongations(), BORN, DAYS, LENGTHS)
def test_one_more_obstacle_never_shortens(made, prolongation, born, first, length):
    """681/2023 § 23(4), § 31(1)-(2)."""
    more = (*prolongation.obstacles, Obstacle(first, first + length))
    lengthened = replace(prolongation, obstacles=more)

    assert end_of_plans(made, prolongation, born) <= end_of_plans(made, lengthened, born)


@given(DAYS, prolongations(), BORN, st.sampled_from(Extension))
def test_an_extension_and_studies_never_shorten(made, prolongation, born, extension):
    """681/2023 § 23(3), § 31(1)-(2)."""
    bare = replace(prolongation, extension=None, unfinished_studies=False)
    extended = replace(bare, extension=extension)
    studying = replace(extended, unfinished_studies=True)

    assert (
        first_plan_end_latest(made)
        <= end_of_plans(made, bare, born)
        <= end_of_plans(made, extended, born)
        <= end_of_plans(made, studying, born)
    )


@given(agreed_plans(), TWO_DAYS)
def test_a_later_review_never_makes_the_next_one_due_earlier(plan, days):
    """681/2023 § 22(1)."""
    one, other = (next_review_by(replace(plan, ends=date(2040, 1, 1)), day) for day in days)

    assert one <= other


@given(TWO_DAYS, st.sampled_from(Protection))
def test_a_later_home_municipality_is_paid_for_at_least_as_long(days, protection):
    """681/2023 § 61(3), § 102(6)."""
    one, other = days

    if reimbursement_edition(one) == reimbursement_edition(other):
        assert reimbursement_ends(protection, one) <= reimbursement_ends(protection, other)


@given(TWO_DAYS)
def test_later_days_never_become_due_earlier(days):
    """681/2023 § 32 a(2), § 70(1), § 77."""
    one, other = days

    assert due_earliest(one) <= due_earliest(other)
    assert claim_latest(one.year) <= claim_latest(other.year)
    assert deletion_proposed_on(one) <= deletion_proposed_on(other)


@given(TWO_DAYS, BORN, st.sampled_from([18, 23, 25]))
def test_nobody_grows_younger(days, born, years):
    """681/2023 § 2(6), § 31(1), § 32 a(1)."""
    one, other = (is_under(born, years, day) for day in days)

    assert one is other is None or one >= other


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_more_months_never_end_earlier_and_never_skip_a_month(day, fewer, more):
    """150/1930 § 3: also from the end of a month and over leap days."""
    fewer, more = sorted((fewer, more))
    one, other = add_months(day, fewer), add_months(day, more)

    assert one <= other
    assert one.day <= day.day
    assert (other.year - one.year) * 12 + other.month - one.month == more - fewer


@given(DAYS, st.integers(0, 10))
def test_a_year_from_a_leap_day_ends_in_february(day, years):
    """150/1930 § 3."""
    ends = add_years(day, years)

    assert (ends.month, ends.day) in {(day.month, day.day), (2, 28)}
    assert ends.month == day.month
