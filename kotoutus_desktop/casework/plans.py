"""What a counsellor does with integration plans (§§ 16-24): draw up, agree, refer, end."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.assess import completed_assessment
from kotoutus_desktop.casework.facts import (
    agreed_plans,
    jobseeker,
    person_facts,
    prolongation,
)
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.plan import Goal, Measure, MeasureState, Plan, PlanState, Term
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules import deadlines
from kotoutus_desktop.rules.facts import GoalKind, InterviewHead
from kotoutus_desktop.rules.months import add_months

KIND_OF_HEAD = {
    InterviewHead.LITERACY: GoalKind.LANGUAGE,
    InterviewHead.FINNISH_AND_SWEDISH: GoalKind.LANGUAGE,
    InterviewHead.STUDY_AND_WORKING_LIFE_SKILLS: GoalKind.WORKING_LIFE_SKILLS,
    InterviewHead.EMPLOYMENT_AND_TRAINING_NEEDS: GoalKind.EMPLOYMENT,
    InterviewHead.EDUCATION_AND_WORK_EXPERIENCE: GoalKind.EMPLOYMENT,
    InterviewHead.LIFE_SITUATION: GoalKind.EVERYDAY_LIFE,
}
"""Kind of goal that a need under a head usually leads to; the counsellor may change it."""

USUAL_DUTIES = ("V-001", "V-002", "V-003", "V-004", "V-005")
JOBSEEKERS_DUTY = "V-006"
USUAL_RIGHTS = ("O-001", "O-002", "O-013", "O-014")
"""Phrases that a new plan begins with (§§ 22, 24); the counsellor may change them."""

OPEN_STATES = {MeasureState.AGREED, MeasureState.STARTED}


def draft_plan(client: Client) -> Plan | None:
    """Return the plan that is being drawn up, None when there is none."""
    return next((plan for plan in client.plans if plan.state is PlanState.DRAFT), None)


def plan_in_force(client: Client, on: date) -> Plan | None:
    """Return the agreed plan that covers a day, None when there is none."""
    return next(
        (
            plan
            for plan in reversed(client.plans)
            if plan.made_on
            and plan.made_on <= on
            and plan.ends_on
            and on <= (plan.ended_on or plan.ends_on)
        ),
        None,
    )


def draw_up(
    session: Session, client: Client, officer_id: UUID | None, today: date, now: datetime
) -> Plan:
    """Begin the next plan of the series, or return the one that is being drawn up.

    Needs and goals come from the latest completed assessment, open measures of the plan
    before with their goals. The dates are offered: the last lawful end, a review in time.
    Raises KotoutusError when there is no completed assessment (§ 20(1)).
    """
    current = draft_plan(client)
    if current is not None:
        return current
    assessment = completed_assessment(client)
    if assessment is None:
        raise KotoutusError(N_("Complete the assessment first: the plan is built on it (§ 20)."))
    before = client.plans[-1] if client.plans else None
    plan = Plan(
        client_id=client.id,
        assessment_id=assessment.id,
        officer_id=officer_id,
        number=len(client.plans) + 1,
        starts_on=today,
        county_joined=assessment.county_joined,
        created_at=now,
    )
    plan.ends_on = latest_end(client, plan, today)
    plan.next_review_on = offered_review(plan.ends_on, today)
    plan.goals = _goals_carried_over(before) if before else _goals_from(assessment)
    plan.rights = list(before.rights if before and before.rights else _usual_rights(client, today))
    client.plans.append(plan)
    session.add(client)
    return plan


def latest_end(client: Client, plan: Plan, made_on: date) -> date:
    """Return the last lawful end of a plan made on a day (§ 23)."""
    earlier = [p.made_on for p in client.plans if p.made_on and p.id != plan.id]
    if not earlier:
        return deadlines.first_plan_end_latest(made_on)
    return deadlines.all_plans_end_latest(min(earlier), prolongation(client), client.born)


def offered_review(ends_on: date | None, today: date) -> date:
    """Return the review date to offer: six months from now, or the end when that is sooner."""
    review = add_months(today, 6)
    return min(review, ends_on) if ends_on else review


def new_goal(plan: Plan, term: Term = Term.PERIOD) -> Goal:
    """Add an empty goal at the end of its term; the long-term goals come first."""
    goal = Goal(client_id=plan.client_id, term=term, position=len(plan.goals))
    plan.goals.append(goal)
    renumber(plan)
    return goal


def new_measure(goal: Goal, what: Wording) -> Measure:
    """Add a measure to a goal, at the end."""
    measure = Measure(client_id=goal.client_id, what=what, position=len(goal.measures))
    goal.measures.append(measure)
    return measure


def renumber(plan: Plan) -> None:
    """Put the goals in their order: long-term first, then as they were added."""
    plan.goals.sort(key=lambda goal: (goal.term is not Term.LONG, goal.position, goal.id))
    for position, goal in enumerate(plan.goals):
        goal.position = position
        for place, measure in enumerate(goal.measures):
            measure.position = place


def refer(session: Session, plan: Plan, measure_id: UUID, on: date) -> None:
    """Record the day on which the client was guided to seek a service (§ 20(5)).

    Raises InvalidInput when that is before the plan was made.
    """
    measure = next(m for m in plan.measures if m.id == measure_id)
    if plan.made_on and on < plan.made_on:
        raise InvalidInput(
            "referred_on", N_("The referral is dated before the plan. Check the date.")
        )
    measure.referred_on = on
    session.add(measure)


def end_plan(session: Session, plan: Plan, on: date, onward: Wording) -> None:
    """End a plan, with the guidance given onward (§ 73(1) point 7).

    Raises InvalidInput when the day is before the plan was made.
    """
    if plan.made_on is None or on < plan.made_on:
        raise InvalidInput("ended_on", N_("The plan cannot end before it was made."))
    plan.state, plan.ended_on, plan.onward_guidance = PlanState.ENDED, on, onward
    session.add(plan)


def discard_draft_plan(session: Session, client: Client) -> None:
    """Throw away the plan that is being drawn up; undo brings it back."""
    plan = draft_plan(client)
    if plan is not None:
        client.plans.remove(plan)
        session.flush()


def dates_of(client: Client, today: date) -> dict[str, date | None]:
    """Return the client's limits: what the time line and the offers of the forms show."""
    person, plans = person_facts(client, today), agreed_plans(client)
    return {
        "assessment_latest": deadlines.assessment_latest(person),
        "plan_latest": deadlines.plan_latest(person),
        "all_plans_end_latest": deadlines.all_plans_end_latest(
            min(plan.made for plan in plans), prolongation(client), client.born
        )
        if plans
        else None,
    }


def _usual_rights(client: Client, today: date) -> list[str]:
    jobseekers = [JOBSEEKERS_DUTY] if jobseeker(client, today) else []
    return [*USUAL_DUTIES, *jobseekers, *USUAL_RIGHTS]


def _goals_from(assessment: Assessment) -> list[Goal]:
    order = list(InterviewHead)
    entries = sorted(assessment.heads, key=lambda entry: order.index(entry.head))
    return [
        Goal(
            client_id=assessment.client_id,
            position=position,
            kind=entry.goal_kind or KIND_OF_HEAD.get(entry.head, GoalKind.OTHER),
            need=entry.need,
            goal=entry.goal,
            head=entry.head,
        )
        for position, entry in enumerate(
            entry for entry in entries if not (entry.need.is_empty and entry.goal.is_empty)
        )
    ]


def _goals_carried_over(before: Plan) -> list[Goal]:
    """Return long-term goals and goals with open measures, copied for the next plan."""
    goals: list[Goal] = []
    for goal in before.goals:
        measures = [measure for measure in goal.measures if measure.state in OPEN_STATES]
        if measures or goal.term is Term.LONG:
            copy = Goal(
                client_id=goal.client_id,
                position=len(goals),
                term=goal.term,
                kind=goal.kind,
                need=goal.need,
                goal=goal.goal,
                head=goal.head,
            )
            copy.measures = [_carried_over(measure, i) for i, measure in enumerate(measures)]
            goals.append(copy)
    return goals


def _carried_over(measure: Measure, position: int) -> Measure:
    return Measure(
        client_id=measure.client_id,
        position=position,
        kind=measure.kind,
        what=measure.what,
        provider=measure.provider,
        starts_on=measure.starts_on,
        ends_on=measure.ends_on,
        extent=measure.extent,
        language=measure.language,
        responsible=measure.responsible,
        suitability=measure.suitability,
        follow_up=measure.follow_up,
        referred_on=measure.referred_on,
        state=measure.state,
        carried_from=measure.id,
        service_id=measure.service_id,
    )
