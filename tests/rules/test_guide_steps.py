from datetime import date

import pytest

from kotoutus_desktop.rules.facts import Jobseeker, Protection, RightOfResidence
from kotoutus_desktop.rules.guide_steps import GuideStep, steps
from kotoutus_desktop.rules.responsibility import Situation

ON = date(2026, 11, 24)


@pytest.fixture
def led(make_person):
    """Return the steps of a person with these facts, by kind."""

    def lead(situation=None, **fields):
        found = steps(Situation(make_person(**fields), ON, **(situation or {})))
        return {step.kind: step for step in found}

    return lead


@pytest.mark.parametrize("fields", [{}, {"right_of_residence": RightOfResidence.NONE}])
def test_without_a_right_there_is_guidance_alone(led, fields):
    [(kind, step)] = led(**fields).items()

    assert (kind, str(step.section)) == (GuideStep.GIVE_GUIDANCE, "681/2023 § 10(1)")


def test_the_way_of_a_protected_person(led):
    found = led(protection=Protection.QUOTA_REFUGEE)

    assert {kind: str(step.section) for kind, step in found.items()} == {
        GuideStep.ASSESS: "681/2023 § 14(2)",
        GuideStep.ASK_COUNTY: "681/2023 § 14(4)",
        GuideStep.GUIDE_ONWARD: "681/2023 § 14(7)",
        GuideStep.MAKE_PLAN: "681/2023 § 20(1)",
        GuideStep.REFER: "681/2023 § 20(5)",
        GuideStep.ORIENTATION: "681/2023 § 25(1)",
        GuideStep.TRAINING: "681/2023 § 27(1)",
        GuideStep.REVIEW: "681/2023 § 22(1)",
        GuideStep.END_PLAN: "681/2023 § 23",
    }
    assert found[GuideStep.ASSESS].latest == found[GuideStep.MAKE_PLAN].latest == date(2028, 3, 10)


def test_a_need_is_judged_before_the_assessment(led):
    found = list(led(asked_or_contacted=True))

    assert found[:2] == [GuideStep.JUDGE_NEED, GuideStep.ASSESS]


def test_a_jobseeker_has_a_goal_of_work_and_labour_market_training(led):
    found = led(jobseeker=Jobseeker.UNEMPLOYED)

    assert str(found[GuideStep.JOB_GOAL].section) == "681/2023 § 18(2)"
    assert str(found[GuideStep.TRAINING].section) == "681/2023 § 27(2)"
    assert GuideStep.ASK_COUNTY not in found


def test_a_young_person_who_came_alone_may_have_another_plan(led):
    found = led(came_unaccompanied=True, born=date(2010, 1, 1))

    assert str(found[GuideStep.LEAVE_OUT].section) == "681/2023 § 14(5)"


def test_with_a_valid_plan_the_assessment_is_behind(led):
    found = led({"plan_valid": True, "compulsory_education": True})

    assert list(found) == [
        GuideStep.REFER,
        GuideStep.ORIENTATION,
        GuideStep.REVIEW,
        GuideStep.END_PLAN,
    ]
