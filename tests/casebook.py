"""Ready-made stages of a case, made by the same functions that the program uses."""

from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from kotoutus_desktop.casework import agreement, assess, plans, register
from kotoutus_desktop.models.assessment import Assessment, Interpretation, Outcome, Place
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.models.plan import Acceptance, Plan, Term
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import GoalKind, InterviewHead, MeasureKind

NOW = datetime(2026, 11, 24, 7, 31, tzinfo=UTC)


def text(words: str) -> Wording:
    """Return free Finnish text."""
    return Wording.free(words, "fi")


def registered(session: Session, client: Client, officer: Officer, today: date) -> Client:
    """Register a client in the care of an officer."""
    client.officer_id, client.created_at = officer.id, NOW
    register.store_client(session, client, today)
    return client


def answer_everything(assessment: Assessment, today: date) -> None:
    """Fill an assessment so that nothing is missing."""
    for entry in assessment.heads:
        entry.nothing_found = True
    language = assessment.head(InterviewHead.FINNISH_AND_SWEDISH)
    assert language is not None
    language.nothing_found = False
    language.finding, language.need = "Ymmärtää tervehdykset.", text("Tarvitsee kielen opetusta.")
    language.goal = text("Opin suomea.")
    for told in assessment.told:
        told.told_on, told.language = today, "ar"
    assessment.interviewed_on = today
    assessment.interpretation = Interpretation.ON_SITE
    assessment.interpreter = "Tulkkikeskus"
    assessment.place = Place.PREMISES
    assessment.outcome = Outcome.PLAN_NEEDED
    assessment.outcome_reason = text("Tarvitsee monta palvelua.")
    assessment.plan_planned_on = today


def assessed(session: Session, client_id: UUID, officer: Officer, today: date) -> Client:
    """Assess a client to the end."""
    client = register.get_client(session, client_id)
    assessment = assess.open_assessment(session, client, officer.id, today, NOW)
    answer_everything(assessment, today)
    assert assess.complete(session, assessment, officer, today) == []
    return client


def fill_plan(plan: Plan, today: date) -> None:
    """Fill a drafted plan of somebody who is no jobseeker so that nothing is missing."""
    plan.goals[0].kind = GoalKind.LANGUAGE
    long_term = plans.new_goal(plan, Term.LONG)
    long_term.kind, long_term.goal = GoalKind.EMPLOYMENT, text("Työ keittiössä.")
    skills = plans.new_goal(plan)
    skills.kind, skills.goal = GoalKind.WORKING_LIFE_SKILLS, text("Tunnen työelämän.")
    course = plans.new_measure(plan.goals[1], text("Kotoutumiskoulutus."))
    course.kind, course.suitability = MeasureKind.INTEGRATION_TRAINING, text("Opettaa kieltä.")
    course.provider = "Oulun seudun ammattiopisto"
    plan.guidance, plan.follow_up = text("Ohjausta kerran kuussa."), text("Puhelu kuukausittain.")
    plan.rights_explained_on, plan.rights_language, plan.rights_interpreted = today, "ar", True
    plan.acceptance, plan.accepted_on = Acceptance.SIGNED, today


def with_plan(session: Session, client_id: UUID, officer: Officer, today: date) -> Plan:
    """Agree a plan for a client who has been assessed."""
    client = register.get_client(session, client_id)
    plan = plans.draw_up(session, client, officer.id, today, NOW)
    fill_plan(plan, today)
    office = register.the_office(session)
    ready = agreement.agree(session, client, plan, office, officer, today)
    assert ready.is_ready, ready
    return plan
