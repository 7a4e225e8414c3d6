from dataclasses import replace
from datetime import date, timedelta

import pytest

from kotoutus_desktop.rules.coming import coming_items, shown_from
from kotoutus_desktop.rules.due import Basis, CaseStanding, DueItem, StepKind
from kotoutus_desktop.rules.facts import (
    AgreedPlan,
    Jobseeker,
    Person,
    Prolongation,
    Protection,
    RightOfResidence,
)
from kotoutus_desktop.rules.section import PLAN_LATEST, REVIEW

TODAY = date(2026, 11, 24)
PERSON = Person(date(1990, 5, 1), RightOfResidence.PERMIT, first_granted=date(2024, 3, 1))
JOBLESS = replace(PERSON, jobseeker=Jobseeker.UNEMPLOYED)
PLAN = AgreedPlan(date(2026, 6, 1), date(2027, 5, 31))


def days(person=PERSON, on=TODAY, **fields):
    items = coming_items(CaseStanding(person, **fields), on)
    return {item.kind: item.due for item in items}


def test_the_three_years_run_out_for_whoever_has_no_plan():
    """Source: 681/2023 § 20(3)."""
    (item,) = coming_items(CaseStanding(JOBLESS), TODAY)

    assert (item.kind, item.due) == (StepKind.THREE_YEARS_END, date(2027, 3, 1))
    assert (item.section, item.basis, item.overdue) == (PLAN_LATEST, Basis.STATUTORY, False)


def test_an_assessment_that_was_begun_keeps_the_three_years_in_sight():
    assert StepKind.THREE_YEARS_END in days(assessment_started=TODAY)
    assert StepKind.THREE_YEARS_END in days(assessed_on=TODAY, plan_needed=True)


@pytest.mark.parametrize(
    "fields",
    [
        {"plans": (PLAN,)},
        {"draft_plan": True},
        {"left_out": True},
        {"plan_needed": False},
        {"case_closed": True},
    ],
)
def test_the_three_years_no_longer_matter(fields):
    assert StepKind.THREE_YEARS_END not in days(JOBLESS, **fields)


def test_the_three_years_do_not_run_for_whoever_has_no_claim_or_no_first_day():
    assert days() == {}
    assert days(replace(JOBLESS, first_granted=None)) == {}


def test_a_day_that_has_passed_is_told_no_more():
    latest = date(2027, 3, 1)

    assert days(JOBLESS, latest, assessed_on=TODAY) == {StepKind.THREE_YEARS_END: latest}
    assert days(JOBLESS, latest + timedelta(days=1), assessed_on=TODAY) == {}


def test_birthdays_end_what_whoever_came_alone_is_given():
    """Source: 681/2023 § 2(6), § 38(5)."""
    alone = replace(PERSON, born=date(2009, 1, 31), came_unaccompanied=True)
    found = days(alone, plans=(PLAN,))

    assert found == {StepKind.TURNS_18: date(2027, 1, 31), StepKind.TURNS_23: date(2032, 1, 31)}
    assert days(replace(alone, came_unaccompanied=False)) == {}
    assert days(replace(alone, born=None), plans=(PLAN,)) == {}


def test_the_25th_birthday_counts_while_studies_lengthen_a_plan():
    """Source: 681/2023 § 31(1)."""
    young = replace(PERSON, born=date(2002, 2, 1))
    studies = Prolongation(unfinished_studies=True)

    found = days(young, plans=(PLAN,), prolongation=studies)
    assert found == {StepKind.TURNS_25: date(2027, 2, 1)}
    assert days(young, plans=(PLAN,)) == {}
    assert StepKind.TURNS_25 not in days(young, prolongation=studies)


def test_the_imputed_reimbursement_ends():
    """Source: 681/2023 § 61(3)."""
    person = replace(
        PERSON,
        protection=Protection.INTERNATIONAL_PROTECTION,
        first_home_municipality=date(2025, 1, 15),
    )

    assert days(person, plans=(PLAN,)) == {StepKind.REIMBURSEMENT_ENDS: date(2027, 1, 15)}


def test_what_is_sooner_comes_first():
    person = replace(
        JOBLESS,
        protection=Protection.INTERNATIONAL_PROTECTION,
        first_home_municipality=date(2025, 1, 15),
    )
    items = coming_items(CaseStanding(person), TODAY)

    assert [item.kind for item in items] == [StepKind.REIMBURSEMENT_ENDS, StepKind.THREE_YEARS_END]


@pytest.mark.parametrize(
    ("kind", "before"),
    [
        (StepKind.REVIEW_PLAN, 30),
        (StepKind.TURNS_18, 90),
        (StepKind.REIMBURSEMENT_ENDS, 90),
        (StepKind.THREE_YEARS_END, 180),
    ],
)
def test_each_kind_is_shown_some_days_before(kind, before):
    item = DueItem(kind, TODAY, REVIEW, Basis.STATUTORY, overdue=False)

    assert shown_from(item) == TODAY - timedelta(days=before)


def test_what_must_be_done_without_delay_is_shown_at_once():
    item = DueItem(StepKind.START_ASSESSMENT, None, REVIEW, Basis.STATUTORY, overdue=False)

    assert shown_from(item) == date.min
    assert shown_from(replace(item, due=TODAY, basis=Basis.OWN_TARGET)) == date.min
