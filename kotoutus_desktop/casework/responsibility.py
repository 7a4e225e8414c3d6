"""The responsibility guide: who has which task for a client, or for supposed facts."""

from dataclasses import dataclass
from datetime import date

from kotoutus_desktop.casework.assess import completed_assessment
from kotoutus_desktop.casework.facts import person_facts
from kotoutus_desktop.casework.plans import plan_in_force
from kotoutus_desktop.models.circumstances import GuardianKind
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.models.plan import Measure, MeasureState, Plan
from kotoutus_desktop.rules.county_prompts import CountyPrompt, county_prompts
from kotoutus_desktop.rules.facts import MeasureKind, Person, RightOfResidence
from kotoutus_desktop.rules.guide_steps import GuideStep, Step, steps
from kotoutus_desktop.rules.months import is_under
from kotoutus_desktop.rules.responsibility import (
    FULL_AGE,
    Keeping,
    Responsibility,
    Situation,
    keepings,
    responsibilities,
)

TRAININGS = {
    MeasureKind.INTEGRATION_TRAINING,
    MeasureKind.LITERACY_TRAINING,
    MeasureKind.BASIC_EDUCATION,
}
"""What § 26 takes as integration training."""


@dataclass(frozen=True)
class Guide:
    """The answers to a situation; `done` are the steps that the records show as taken."""

    situation: Situation
    responsible: list[Responsibility]
    kept: list[Keeping]
    steps: list[Step]
    county: list[CountyPrompt]
    done: frozenset[GuideStep] = frozenset()


def guide(situation: Situation, done: frozenset[GuideStep] = frozenset()) -> Guide:
    """Return what the Act says about a situation; nothing is read or stored."""
    prompts = county_prompts(situation.person, situation.on, health_or_social_needs=False)
    return Guide(
        situation=situation,
        responsible=responsibilities(situation),
        kept=keepings(situation),
        steps=steps(situation),
        county=prompts,
        done=done,
    )


def nobody(office: Office, today: date) -> Situation:
    """Return the situation that a "what if" begins with: a permit, and nothing else known."""
    person = Person(born=None, right_of_residence=RightOfResidence.PERMIT)
    return Situation(person, today, delegates=office.delegates_to_employment_authority)


def client_situation(client: Client, office: Office, today: date) -> Situation:
    """Return the situation of a client as it is recorded; the case must be loaded whole.

    Whether somebody was directed to a municipal place is not recorded. Compulsory education is
    taken to last until the 18th birthday.
    """
    kinds = {guardian.kind for guardian in client.guardians}
    appointed = any(
        guardian.kind is GuardianKind.REPRESENTATIVE and guardian.appointed_on
        for guardian in client.guardians
    )
    return Situation(
        person=person_facts(client, today),
        on=today,
        delegates=office.delegates_to_employment_authority,
        plan_valid=plan_in_force(client, today) is not None,
        guardian=GuardianKind.GUARDIAN in kinds,
        representative=appointed,
        compulsory_education=is_under(client.born, FULL_AGE, today) is True,
    )


def client_guide(client: Client, office: Office, today: date) -> Guide:
    """Return the guide of a client; the case must be loaded whole."""
    return guide(client_situation(client, office, today), done_steps(client, today))


def done_steps(client: Client, today: date) -> frozenset[GuideStep]:
    """Return the steps of the guide that the records show as taken."""
    assessment, plan = completed_assessment(client), plan_in_force(client, today)
    taken = {
        GuideStep.JUDGE_NEED: client.judged_to_need is not None,
        GuideStep.ASSESS: assessment is not None,
        GuideStep.ASK_COUNTY: any(a.county_needed is not None for a in client.assessments),
        GuideStep.GUIDE_ONWARD: assessment is not None and not assessment.guidance.is_empty,
        GuideStep.MAKE_PLAN: plan is not None,
        **(_steps_of(plan) if plan else {}),
    }
    return frozenset(step for step, done in taken.items() if done)


def _steps_of(plan: Plan) -> dict[GuideStep, bool]:
    services = [m for m in plan.measures if m.kind is not MeasureKind.JOB_SEARCH]
    return {
        GuideStep.REFER: bool(services) and all(map(_is_referred, services)),
        GuideStep.ORIENTATION: any(
            m.kind is MeasureKind.CIVIC_ORIENTATION and _has_begun(m) for m in services
        ),
        GuideStep.TRAINING: any(m.kind in TRAININGS and _has_begun(m) for m in services),
    }


def _is_referred(measure: Measure) -> bool:
    return measure.referred_on is not None or measure.state is not MeasureState.AGREED


def _has_begun(measure: Measure) -> bool:
    return measure.state in (MeasureState.STARTED, MeasureState.DONE)
