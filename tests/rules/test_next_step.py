from datetime import date

import pytest

from kotoutus_desktop.rules.due import CaseStanding, StepKind, Targets
from kotoutus_desktop.rules.facts import AgreedPlan, AgreedService, Jobseeker, RightOfResidence
from kotoutus_desktop.rules.next_step import NOTHING_TO_DO, next_step

TODAY = date(2026, 2, 2)
PLAN = AgreedPlan(date(2025, 12, 1), date(2026, 12, 1))
OPEN = AgreedPlan(
    date(2026, 1, 20), date(2026, 12, 1), services=(AgreedService("lukutaitokoulutus"),)
)
SHORT = AgreedPlan(date(2026, 1, 1), date(2026, 3, 1))
ASSESSED = {"assessed_on": date(2026, 1, 20)}


@pytest.fixture
def step(make_person):
    person = make_person(jobseeker=Jobseeker.UNEMPLOYED)
    return lambda **fields: next_step(CaseStanding(**({"person": person} | fields)), TODAY)


@pytest.mark.parametrize(
    ("fields", "kind", "due", "section"),
    [
        ({}, "start_assessment", None, "14.2"),
        ({"contact_on": TODAY}, "start_assessment", None, "14.2"),
        ({"assessment_started": TODAY}, "continue_assessment", None, "14.2"),
        (ASSESSED | {"plan_needed": True}, "make_plan", None, "20.1"),
        (ASSESSED | {"plan_needed": False}, "give_guidance", None, "14.7"),
        ({"draft_plan": True}, "agree_plan", "2028-03-10", "20.3"),
        ({"plans": (OPEN,)}, "refer_to_service", "2026-02-20", "20.5"),
        ({"plans": (PLAN,)}, "review_plan", "2026-06-01", "22.1"),
        ({"plans": (PLAN,), "review_wanted": True}, "review_plan", None, "22.1"),
        ({"plans": (SHORT,)}, "renew_or_close_plan", "2026-03-01", "23"),
        ({"plans": (SHORT,), "draft_plan": True}, "agree_plan", "2026-03-01", "23"),
    ],
)
def test_the_next_step_of_a_case(step, fields, kind, due, section):
    found = step(**fields)

    assert found.kind == kind
    assert found.due == (None if due is None else date.fromisoformat(due))
    assert found.section.code == section
    assert not found.overdue
    assert not found.target


def test_what_is_overdue_comes_first(step):
    late = AgreedPlan(date(2025, 7, 1), date(2026, 6, 30), services=OPEN.services)

    found = step(plans=(late,), review_wanted=True)

    assert (found.kind, found.due, found.overdue) == (
        StepKind.REFER_TO_SERVICE,
        date(2025, 8, 1),
        True,
    )


def test_a_target_of_the_office_is_marked(step):
    found = step(learned_on=date(2026, 1, 5), targets=Targets(start_assessment=14))

    assert (found.due, found.target, found.overdue) == (date(2026, 1, 19), True, True)


@pytest.mark.parametrize(
    "fields",
    [{}, {"right_of_residence": RightOfResidence.NONE}, {"first_granted": date(2020, 1, 1)}],
)
def test_who_is_not_entitled_is_given_guidance(make_person, fields):
    person = make_person(**fields)

    found = next_step(CaseStanding(person), TODAY)

    assert (found.kind, found.section.code) == (StepKind.GIVE_GUIDANCE, "10.1")
    assert next_step(CaseStanding(person, guidance_given=True), TODAY) == NOTHING_TO_DO


def test_after_the_right_of_residence_is_lost_only_general_guidance_is_left(make_person):
    """681/2023 § 2(2), § 10(1)."""
    person = make_person(right_of_residence=RightOfResidence.NONE)

    found = next_step(CaseStanding(person, **ASSESSED, plan_needed=True), TODAY)

    assert (found.kind, found.section.code) == (StepKind.GIVE_GUIDANCE, "10.1")


@pytest.mark.parametrize(
    "fields",
    [
        {"case_closed": True},
        {"left_out": True},
        {"plans": (AgreedPlan(date(2025, 4, 1), date(2026, 1, 1)),), "plan_closed": True},
    ],
)
def test_nothing_is_left_to_do(step, fields):
    assert step(**fields) == NOTHING_TO_DO
