"""Where a case stands: what the client page and the lists show."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from kotoutus_desktop.casework import agreement, assess, reviews
from kotoutus_desktop.casework.county_aside import asides_of
from kotoutus_desktop.casework.facts import (
    agreed_plans,
    open_referrals,
    own_targets,
    person_facts,
    prolongation,
)
from kotoutus_desktop.casework.households import members
from kotoutus_desktop.casework.papers import papers_of
from kotoutus_desktop.casework.plans import dates_of, draft_plan, plan_in_force
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.casework.story import Event, story
from kotoutus_desktop.models.assessment import Outcome
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import PlanState, ReviewTrigger
from kotoutus_desktop.rules.completeness import Missing
from kotoutus_desktop.rules.county_prompts import CountyPrompt, county_prompts
from kotoutus_desktop.rules.due import CaseStanding, DueItem, due_items
from kotoutus_desktop.rules.entitlement import (
    assessment_duty,
    authority,
    authority_section,
    duty_section,
)
from kotoutus_desktop.rules.facts import AssessmentDuty, Authority, Person
from kotoutus_desktop.rules.next_step import NextStep, next_step
from kotoutus_desktop.rules.section import Section


class Stage(StrEnum):
    """How far a case has come."""

    REGISTERED = "registered"
    ASSESSING = "assessing"
    ASSESSED = "assessed"
    PLAN_DRAFTED = "plan_drafted"
    PLAN_IN_FORCE = "plan_in_force"
    PLAN_ENDED = "plan_ended"
    CLOSED = "closed"


class Form(StrEnum):
    """The form on which something is missing."""

    INTAKE = "intake"
    ASSESSMENT = "assessment"
    PLAN = "plan"
    REVIEW = "review"


@dataclass(frozen=True)
class MissingLine:
    """One thing missing, and the record and form where it is entered."""

    form: Form
    record: UUID
    missing: Missing


@dataclass(frozen=True)
class Overview:
    """Everything the client page shows; computed in one reading of the file."""

    client: Client
    standing: CaseStanding
    stage: Stage
    answered_heads: int
    plan_number: int | None
    next_step: NextStep
    due: list[DueItem]
    missing: list[MissingLine]
    duty: AssessmentDuty
    duty_section: Section
    authority: Authority
    authority_section: Section
    county: list[CountyPrompt]
    limits: dict[str, date | None]
    events: list[Event]
    household: Sequence[Client]


def overview(session: Session, client_id: UUID, today: date) -> Overview:
    """Return where a case stands on a day."""
    office, client = the_office(session), get_client(session, client_id)
    officer = session.get(Officer, client.officer_id) if client.officer_id else None
    standing = case_standing(client, office, today)
    person, plan = standing.person, plan_in_force(client, today)
    open_assessment = assess.unfinished_assessment(client)
    delegates = office.delegates_to_employment_authority
    duty, asides = assessment_duty(person, today), asides_of(session, client_id)
    return Overview(
        client=client,
        standing=standing,
        stage=stage(client, today),
        answered_heads=len(assess.answered_heads(open_assessment)) if open_assessment else 0,
        plan_number=plan.number if plan else None,
        next_step=next_step(standing, today),
        due=due_items(standing, today),
        missing=missing_lines(client, officer, today, asides),
        duty=duty,
        duty_section=duty_section(duty),
        authority=authority(person, delegates=delegates),
        authority_section=authority_section(person, delegates=delegates),
        county=_county(client, person, today, asides),
        limits=dates_of(client, today),
        events=story(client, papers_of(session, client_id)),
        household=members(session, client),
    )


def case_standing(client: Client, office: Office, today: date) -> CaseStanding:
    """Return what the rules ask about the case; the client must be loaded whole."""
    done, started = assess.completed_assessment(client), assess.unfinished_assessment(client)
    first_contact = min((c.learned_on for c in client.contacts), default=None)
    open_contact = min((c.learned_on for c in client.contacts if c.is_open), default=None)
    running = plan_in_force(client, today)
    review = reviews.unfinished_review(running) if running else None
    last = client.plans[-1] if client.plans else None
    return CaseStanding(
        person=person_facts(client, today),
        learned_on=first_contact or (client.created_at.date() if client.created_at else None),
        contact_on=open_contact,
        assessment_started=started.started_on if started else None,
        assessed_on=done.completed_on if done else None,
        left_out=bool(client.other_client_plan),
        plan_needed=None if done is None else done.outcome is Outcome.PLAN_NEEDED,
        planned_plan_date=done.plan_planned_on if done else None,
        draft_plan=draft_plan(client) is not None,
        plans=tuple(agreed_plans(client)),
        prolongation=prolongation(client),
        review_wanted=review is not None and review.trigger is not ReviewTrigger.SIX_MONTHS,
        plan_closed=last is not None and not last.onward_guidance.is_empty,
        guidance_given=done is not None and not done.guidance.is_empty,
        case_closed=client.closed_on is not None,
        targets=own_targets(office),
        referrals=open_referrals(client.referrals),
    )


def stage(client: Client, today: date) -> Stage:
    """Return how far the case has come."""
    if client.closed_on:
        return Stage.CLOSED
    if draft_plan(client) is not None:
        return Stage.PLAN_DRAFTED
    if plan_in_force(client, today) is not None:
        return Stage.PLAN_IN_FORCE
    if client.plans:
        return Stage.PLAN_ENDED
    if assess.unfinished_assessment(client) is not None:
        return Stage.ASSESSING
    return Stage.ASSESSED if client.assessments else Stage.REGISTERED


def _county(
    client: Client, person: Person, today: date, asides: Collection[UUID]
) -> list[CountyPrompt]:
    """Return why to ask about the county, nothing once that was set aside in this round."""
    forms = [*client.assessments[-1:], *client.plans[-1:]]
    if any(form.id in asides for form in forms):
        return []
    return county_prompts(person, today, health_or_social_needs=False)


def missing_lines(
    client: Client, officer: Officer | None, today: date, asides: Collection[UUID] = ()
) -> list[MissingLine]:
    """Return what is missing on the forms that are open now.

    `asides`: forms in which a reason is kept why the county did not take part.
    """
    lines = []
    assessment = assess.unfinished_assessment(client)
    if assessment is not None:
        found = assess.missing(assessment, officer)
        lines += [MissingLine(Form.ASSESSMENT, assessment.id, each) for each in found]
    for plan in client.plans:
        if plan.state is PlanState.DRAFT:
            ready = agreement.readiness(client, plan, today)
            lines += [MissingLine(Form.PLAN, plan.id, each) for each in ready.missing]
        elif plan.state is not PlanState.ENDED:
            found = agreement.still_missing(client, plan, today)
            lines += [MissingLine(Form.PLAN, plan.id, each) for each in found]
            review = reviews.unfinished_review(plan)
            if review is not None:
                found = reviews.missing(plan, review, county_aside=review.id in asides)
                lines += [MissingLine(Form.REVIEW, plan.id, each) for each in found]
    return lines
