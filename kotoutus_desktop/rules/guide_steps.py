"""Which steps follow for a person, each with its section: the way through chapter 2 of the Act."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kotoutus_desktop.rules.county_prompts import county_prompts
from kotoutus_desktop.rules.deadlines import assessment_latest, plan_latest
from kotoutus_desktop.rules.entitlement import assessment_duty, may_be_left_out, start_section
from kotoutus_desktop.rules.facts import AssessmentDuty
from kotoutus_desktop.rules.responsibility import Situation
from kotoutus_desktop.rules.section import (
    ASSESSMENT_COUNTY,
    ASSESSMENT_NEED,
    GOALS_OF_JOBSEEKER,
    GUIDANCE,
    ONWARD_GUIDANCE,
    ORIENTATION_LANGUAGE,
    PLAN_END,
    PLAN_MAKING,
    REFERRAL,
    REVIEW,
    TRAINING_OF_JOBSEEKER,
    TRAINING_OFFERED,
    Section,
)


class GuideStep(StrEnum):
    """The steps of chapter 2, in their order."""

    GIVE_GUIDANCE = "give_guidance"
    JUDGE_NEED = "judge_need"
    ASSESS = "assess"
    LEAVE_OUT = "leave_out"
    ASK_COUNTY = "ask_county"
    GUIDE_ONWARD = "guide_onward"
    MAKE_PLAN = "make_plan"
    JOB_GOAL = "job_goal"
    REFER = "refer"
    ORIENTATION = "orientation"
    TRAINING = "training"
    REVIEW = "review"
    END_PLAN = "end_plan"


@dataclass(frozen=True)
class Step:
    """A step and its section; `latest` is the last day of the law, None where none binds."""

    kind: GuideStep
    section: Section
    latest: date | None = None


def steps(situation: Situation) -> list[Step]:
    """Return the steps that follow, in order; nobody without a right is led past guidance.

    Source: 681/2023 § 10(1), § 14, § 16, § 18(2), § 20, § 22(1), § 23, § 25(1), § 27.
    """
    duty = assessment_duty(situation.person, situation.on)
    if situation.plan_valid:
        return list(_plan_steps(situation))
    if duty in (AssessmentDuty.GUIDANCE_ONLY, AssessmentDuty.NOT_ENTITLED):
        return [Step(GuideStep.GIVE_GUIDANCE, GUIDANCE)]
    return [*_assessment_steps(situation, duty), *_plan_steps(situation)]


def _assessment_steps(situation: Situation, duty: AssessmentDuty) -> Iterator[Step]:
    person, on = situation.person, situation.on
    if duty is AssessmentDuty.JUDGE_NEED:
        yield Step(GuideStep.JUDGE_NEED, ASSESSMENT_NEED)
    yield Step(GuideStep.ASSESS, start_section(duty), assessment_latest(person))
    without = may_be_left_out(person, on, other_client_plan=True)
    if without is not None:
        yield Step(GuideStep.LEAVE_OUT, without)
    if county_prompts(person, on, health_or_social_needs=False):
        yield Step(GuideStep.ASK_COUNTY, ASSESSMENT_COUNTY)
    yield Step(GuideStep.GUIDE_ONWARD, ONWARD_GUIDANCE)
    yield Step(GuideStep.MAKE_PLAN, PLAN_MAKING, plan_latest(person))


def _plan_steps(situation: Situation) -> Iterator[Step]:
    seeks = situation.person.jobseeker is not None
    if seeks:
        yield Step(GuideStep.JOB_GOAL, GOALS_OF_JOBSEEKER)
    yield Step(GuideStep.REFER, REFERRAL)
    yield Step(GuideStep.ORIENTATION, ORIENTATION_LANGUAGE)
    if not situation.compulsory_education:
        yield Step(GuideStep.TRAINING, TRAINING_OF_JOBSEEKER if seeks else TRAINING_OFFERED)
    yield Step(GuideStep.REVIEW, REVIEW)
    yield Step(GuideStep.END_PLAN, PLAN_END)
