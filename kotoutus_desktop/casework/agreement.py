"""The moment a plan is agreed: what is still missing, what departs from a rule, the freezing."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casefile.writer import case_text
from kotoutus_desktop.casework.assess import completed_assessment
from kotoutus_desktop.casework.facts import jobseeker, person_facts, prolongation
from kotoutus_desktop.casework.own_phrases import office_library
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.issued import OwnPhrase
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Plan, PlanState, Term
from kotoutus_desktop.phrases.library import Library, library
from kotoutus_desktop.phrases.render import missing_slots
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules import deadlines
from kotoutus_desktop.rules.completeness import (
    Missing,
    PlanContent,
    PlannedMeasure,
    Told,
    missing_in_plan,
)
from kotoutus_desktop.rules.departures import Departure, DepartureKey, PlanAims, departures
from kotoutus_desktop.rules.facts import AgreedPlan
from kotoutus_desktop.rules.plan_limits import (
    PlanDatesFault,
    PlanFault,
    PlanSeries,
    next_review_fault,
    plan_dates_faults,
)
from kotoutus_desktop.rules.section import PLAN_EXTENSION, STORED_PLAN, STUDIES_UNDER_25

AFTER_AGREEING = {"copy_given"}
"""What a plan lacks only once it has been agreed and printed."""

WORDINGS = (
    "goal_reason",
    "education_reason",
    "language_reason",
    "job_search_reason",
    "guidance",
    "follow_up",
)

FAULTS = {
    PlanFault.ENDS_BEFORE_IT_BEGINS: (
        "ends_on",
        N_("The plan ends before it begins. Choose {day} or a later day."),
    ),
    PlanFault.MADE_BEFORE_ASSESSMENT: (
        "starts_on",
        N_("The plan is made after the interview: on {day} at the earliest (§ 20)."),
    ),
    PlanFault.MADE_TOO_LATE: (
        "starts_on",
        N_("A plan could be made until {day}, three years from the first permit (§ 20)."),
    ),
    PlanFault.FIRST_PLAN_TOO_LONG: (
        "ends_on",
        N_(
            "The first plan lasts a year at most, and nothing lengthens it. Choose {day} or "
            "earlier; the next plan goes on from there (§ 23)."
        ),
    ),
    PlanFault.BEYOND_MAXIMUM: (
        "ends_on",
        N_("The maximum is reached on {day}. Shorten, or record the ground of extension (§ 23)."),
    ),
    PlanFault.REVIEW_BEFORE_PLAN: (
        "next_review_on",
        N_("The review is before the plan begins. Choose a later day."),
    ),
    PlanFault.REVIEW_TOO_LATE: (
        "next_review_on",
        N_("The plan is reviewed every six months, at the latest on {day} (§ 22)."),
    ),
}


@dataclass(frozen=True)
class Readiness:
    """What stands between a draft and the agreement."""

    missing: list[Missing]
    departures: list[Departure]
    faults: list[PlanDatesFault]

    @property
    def is_ready(self) -> bool:
        """Whether the plan can be agreed as it stands."""
        return not (self.missing or self.departures or self.faults)


def readiness(client: Client, plan: Plan, today: date, phrases: Library | None = None) -> Readiness:
    """Return what a draft still lacks; the client must be loaded whole.

    `phrases` hold the office's own ones; those that ship unless given.
    """
    content = plan_content(client, plan, today)
    missing = [m for m in missing_in_plan(content) if m.key not in AFTER_AGREEING]
    return Readiness(
        missing=[*missing, *_unreasoned(plan), *unfilled(plan, phrases or library())],
        departures=departures(_aims(content, today), _reasons(plan)),
        faults=date_faults(client, plan, today),
    )


def still_missing(client: Client, plan: Plan, today: date) -> list[Missing]:
    """Return what an agreed plan lacks: the copy in the client's hand."""
    return [m for m in missing_in_plan(plan_content(client, plan, today)) if m.key == "copy_given"]


def unfilled(plan: Plan, phrases: Library) -> list[Missing]:
    """Return the phrases with an empty slot: frozen like that, the plan could not be printed.

    The key is "unfilled." with the code of the phrase.
    """
    codes = [
        wording.phrase
        for wording in _wordings(plan)
        if (phrase := phrases.get(wording.phrase)) and missing_slots(wording, phrase)
    ]
    return [Missing(f"unfilled.{code}", STORED_PLAN) for code in dict.fromkeys(codes)]


def _unreasoned(plan: Plan) -> Iterator[Missing]:
    """An extension needs its reason (§ 23(3)), and so do studies that lengthen the plan (§ 31)."""
    if plan.extension_reason.strip():
        return
    if plan.extension is not None:
        yield Missing("extension_reason", PLAN_EXTENSION)
    elif plan.unfinished_studies:
        yield Missing("extension_reason", STUDIES_UNDER_25)


def date_faults(client: Client, plan: Plan, today: date) -> list[PlanDatesFault]:
    """Return what is wrong with the days of a plan, the gravest first."""
    made = plan.made_on or plan.starts_on or today
    if plan.ends_on is None:
        return []
    assessment = _assessment_of(client, plan)
    earlier = [p.made_on for p in client.plans if p.made_on and p.id != plan.id]
    series = PlanSeries(
        first_made=min(earlier, default=None),
        assessed_on=assessment.interviewed_on if assessment else None,
        plan_latest=deadlines.plan_latest(person_facts(client, today)),
        prolongation=prolongation(client),
        born=client.born,
    )
    faults = plan_dates_faults(made, plan.ends_on, series)
    if plan.next_review_on and plan.ends_on >= made:
        fault = next_review_fault(AgreedPlan(made, plan.ends_on), plan.next_review_on)
        faults += [fault] if fault else []
    return faults


def as_invalid_input(fault: PlanDatesFault) -> InvalidInput:
    """Return the fault in the words of the form, on its field."""
    field, message = FAULTS[fault.kind]
    return InvalidInput(field, message, day=fault.lawful_day)


def agree(
    session: Session, client: Client, plan: Plan, office: Office, officer: Officer, today: date
) -> Readiness:
    """Agree the plan when nothing is missing, and freeze it; return what was missing.

    From then on its content is not edited: changes come with a review or the next plan. The
    plan before ends the day before. Raises InvalidInput when a date cannot be right.
    """
    ready = readiness(client, plan, today, office_library(session))
    for fault in ready.faults:
        raise as_invalid_input(fault)
    if not ready.is_ready:
        return ready
    plan.made_on = plan.starts_on or today
    plan.state = PlanState.AGREED
    _end_earlier(client, plan, plan.made_on)
    assessment = _assessment_of(client, plan)
    own = session.scalars(select(OwnPhrase)).all()
    plan.frozen_case = case_text(
        office, officer, client, assessment, plan, own_phrases=own, freezing=library()
    )
    plan.frozen_digest = hashlib.sha256(plan.frozen_case.encode()).hexdigest()
    session.add(client)
    return ready


def plan_content(client: Client, plan: Plan, today: date) -> PlanContent:
    """Return what the rules ask about a plan."""
    return PlanContent(
        made=plan.made_on or plan.starts_on,
        ends=plan.ends_on,
        born=client.born,
        jobseeker=jobseeker(client, today) is not None,
        long_term_goal=any(g.term is Term.LONG and not g.goal.is_empty for g in plan.goals),
        period_goal=any(g.term is Term.PERIOD and not g.goal.is_empty for g in plan.goals),
        goal_kinds=frozenset(goal.kind for goal in plan.goals if not goal.goal.is_empty),
        measures=tuple(
            PlannedMeasure(measure.kind, not measure.suitability.is_empty)
            for measure in plan.measures
        ),
        no_language_studies_reason=not plan.language_reason.is_empty,
        guidance=not plan.guidance.is_empty,
        job_search_exception=not plan.job_search_reason.is_empty,
        follow_up=not plan.follow_up.is_empty,
        next_review=plan.next_review_on,
        rights_explained=Told(plan.rights_explained_on, plan.rights_language),
        accepted_on=plan.accepted_on,
        copy_given=plan.copy_given_on is not None,
        authors=plan.officer_id is not None,
    )


def _wordings(plan: Plan) -> Iterator[Wording]:
    yield from (getattr(plan, field) for field in WORDINGS)
    for goal in plan.goals:
        yield from (goal.need, goal.goal)
        for measure in goal.measures:
            yield from (measure.what, measure.suitability, measure.follow_up)


def _aims(content: PlanContent, today: date) -> PlanAims:
    return PlanAims(
        made=content.made or today,
        goal_kinds=content.goal_kinds,
        jobseeker=content.jobseeker,
        born=content.born,
    )


def _reasons(plan: Plan) -> set[DepartureKey]:
    """Return the departures for which the plan holds a reason."""
    given = set()
    if not plan.goal_reason.is_empty:
        given |= {DepartureKey.NO_WORK_GOAL, DepartureKey.NO_WORKING_LIFE_SKILLS}
    if not plan.education_reason.is_empty:
        given.add(DepartureKey.NO_UPPER_SECONDARY_EDUCATION)
    return given


def _assessment_of(client: Client, plan: Plan) -> Assessment | None:
    found = next((a for a in client.assessments if a.id == plan.assessment_id), None)
    return found or completed_assessment(client)


def _end_earlier(client: Client, plan: Plan, made_on: date) -> None:
    """End the plans before: each is valid until the day before the next is made."""
    for earlier in client.plans:
        running = earlier.made_on and earlier.ended_on is None and earlier.id != plan.id
        if running and earlier.made_on and earlier.ends_on:
            eve = max(earlier.made_on, made_on - timedelta(days=1))
            earlier.state, earlier.ended_on = PlanState.ENDED, min(eve, earlier.ends_on)
