"""No facts are found for which two rules contradict each other."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.deadlines import (
    DeadlineWarning,
    all_plans_end_latest,
    assessment_latest,
    continues_for_studies,
    deadline_warnings,
    first_plan_end_latest,
    next_review_by,
    plan_latest,
)
from kotoutus_desktop.rules.due import Basis, CaseStanding, StepKind, due_items
from kotoutus_desktop.rules.entitlement import (
    assessment_duty,
    authority,
    authority_section,
    entitlement_ends,
    grounds,
    in_scope,
    integration_client,
    may_be_left_out,
    valid_plan,
)
from kotoutus_desktop.rules.facts import (
    AssessmentDuty,
    Authority,
    Jobseeker,
    RightOfResidence,
)
from kotoutus_desktop.rules.guide_steps import GuideStep, steps
from kotoutus_desktop.rules.next_step import next_step
from kotoutus_desktop.rules.plan_limits import (
    PlanFault,
    PlanSeries,
    next_review_fault,
    plan_dates_faults,
)
from kotoutus_desktop.rules.reasons import of_due
from kotoutus_desktop.rules.registers import Register, status_change
from kotoutus_desktop.rules.responsibility import (
    Bearing,
    Body,
    Force,
    Situation,
    Task,
    keepings,
    responsibilities,
)
from kotoutus_desktop.rules.section import DELEGATION, GUIDANCE, JOBSEEKERS_AUTHORITY
from tests.fact_sets import BORN, DAYS, agreed_plans, people, prolongations, standings


@given(people(), DAYS, st.booleans())
def test_one_of_two_authorities_acts_and_its_section_says_why(person, on, delegates):
    """681/2023 § 3(1), § 8."""
    who = authority(person, delegates=delegates)
    moved = authority_section(person, delegates=delegates) in (JOBSEEKERS_AUTHORITY, DELEGATION)

    assert who in Authority
    assert (who is Authority.EMPLOYMENT_AUTHORITY) == moved
    assert authority(person, delegates=True) is Authority.EMPLOYMENT_AUTHORITY


@given(people(), DAYS)
def test_what_must_be_assessed_has_a_ground_and_time_left(person, on):
    """681/2023 § 2(1), § 14(1), (6)."""
    duty = assessment_duty(person, on)
    ends, found = entitlement_ends(person), grounds(person, on)

    assert (duty is AssessmentDuty.GUIDANCE_ONLY) == (not in_scope(person.right_of_residence))
    assert bool(found) == (duty in (AssessmentDuty.MUST, AssessmentDuty.MAY))
    if duty in (AssessmentDuty.MUST, AssessmentDuty.JUDGE_NEED):
        assert ends is None or on <= ends
    if duty is AssessmentDuty.MAY:
        assert ends is not None
        assert ends < person.reached_on <= on
        assert assessment_latest(person) is None
    if may_be_left_out(person, on, other_client_plan=True):
        assert duty is AssessmentDuty.MUST
    assert assessment_latest(person) == plan_latest(person)


@given(agreed_plans(), DAYS, prolongations(), BORN)
def test_no_review_falls_due_before_its_plan_or_after_its_end(plan, on, prolongation, born):
    """681/2023 § 22(1), § 23(2)."""
    review = next_review_by(plan, on)

    assert review is None or plan.made < review <= plan.ends
    lawful = plan_dates_faults(
        plan.made, plan.ends, PlanSeries(prolongation=prolongation, born=born)
    )
    if review is not None and not lawful:
        assert review <= first_plan_end_latest(plan.made)
        assert review <= all_plans_end_latest(plan.made, prolongation, born)


@given(agreed_plans(), DAYS)
def test_the_day_of_the_next_review_is_itself_a_lawful_choice(plan, on):
    """681/2023 § 22(1)."""
    known = replace(plan, reviewed=tuple(day for day in plan.reviewed if day <= on))
    review = next_review_by(known, on)

    if review is not None:
        assert next_review_fault(known, review) is None
        assert next_review_fault(known, review + timedelta(days=1)) is not None


@given(people(), st.lists(agreed_plans(), min_size=1, max_size=3), prolongations(), DAYS)
def test_a_plan_is_wrong_when_it_is_made_if_and_only_if_it_is_wrong_later(
    person, plans, prolongation, on
):
    """681/2023 § 20(3), § 23(2)-(5), § 31(1)-(2), § 102(2)."""
    first = min(plans, key=lambda plan: (plan.made, plan.ends))
    known = PlanSeries(plan_latest=plan_latest(person), prolongation=prolongation, born=person.born)
    later = replace(known, first_made=first.made)
    made = {
        each.kind
        for plan in plans
        for each in plan_dates_faults(plan.made, plan.ends, known if plan is first else later)
    }
    warned = set(deadline_warnings(person, plans, prolongation, on))

    assert (PlanFault.BEYOND_MAXIMUM in made) == (DeadlineWarning.PLANS_TOO_LONG in warned)
    assert (PlanFault.FIRST_PLAN_TOO_LONG in made) == (
        DeadlineWarning.FIRST_PLAN_TOO_LONG in warned
    )
    assert (PlanFault.MADE_TOO_LATE in made) == (DeadlineWarning.PLAN_TOO_LATE in warned)


@given(DAYS, st.integers(0, 2500), prolongations(), BORN)
def test_no_plan_is_allowed_past_the_maximum(made, days, prolongation, born):
    """681/2023 § 23(2)-(4), § 31(1)-(2)."""
    series = PlanSeries(made, prolongation=prolongation, born=born)
    ends = made + timedelta(days=days)
    allowed = not plan_dates_faults(made, ends, series)
    limit = all_plans_end_latest(made, prolongation, born)

    assert allowed == (ends <= limit or continues_for_studies(made, prolongation, born))
    assert not plan_dates_faults(made, limit, series)


PLANNING = (StepKind.MAKE_PLAN, StepKind.AGREE_PLAN)


def begins(standing, item, plan):
    """The event that a thing runs from, None where it is not known."""
    if item.kind is StepKind.HANDLE_CONTACT:
        return standing.contact_on
    if item.kind in (StepKind.START_ASSESSMENT, StepKind.CONTINUE_ASSESSMENT):
        known = (standing.learned_on, standing.person.first_granted)
        return (
            standing.person.first_granted
            if item.basis is Basis.STATUTORY
            else max((day for day in known if day), default=None)
        )
    return None if plan is None else plan.made


@given(standings(), DAYS)
def test_nothing_is_due_before_what_it_runs_from(standing, today):
    """681/2023 § 9(2), § 14(2), § 20(5), § 22(1), § 23."""
    plan = valid_plan(standing.plans, today)
    for item in due_items(standing, today):
        event = begins(standing, item, plan)
        assert item.due is None or event is None or event <= item.due
        assert item.overdue == (item.due is not None and item.due < today)
        if plan is not None and item.kind is not StepKind.REFER_TO_SERVICE:
            assert item.kind is StepKind.HANDLE_CONTACT or item.due is None or item.due <= plan.ends


@given(standings(), DAYS)
def test_the_same_thing_is_not_due_twice_and_no_own_target_outlasts_the_law(standing, today):
    """681/2023 § 14(1)-(2), § 20(1), (3)."""
    items = due_items(standing, today)
    same = [(item.kind, item.section, item.basis, item.due, item.service) for item in items]

    assert len(same) == len(set(same))
    for own in items:
        for law in items:
            if (own.kind, own.basis) == (law.kind, Basis.OWN_TARGET) and own.due and law.due:
                assert own.due <= law.due


@given(standings(), DAYS)
def test_no_assessment_is_due_to_whom_the_act_gives_none(standing, today):
    """681/2023 § 2(1)-(2), § 14(1), (6)."""
    kinds = {item.kind for item in due_items(standing, today)}
    duty = assessment_duty(standing.person, today)

    if duty in (AssessmentDuty.NOT_ENTITLED, AssessmentDuty.GUIDANCE_ONLY):
        assert StepKind.START_ASSESSMENT not in kinds
    if duty is AssessmentDuty.GUIDANCE_ONLY:
        assert kinds.isdisjoint({StepKind.CONTINUE_ASSESSMENT, *PLANNING})
    assert (StepKind.REVIEW_PLAN in kinds) <= integration_client(standing.plans, today)


@given(standings(), DAYS)
def test_the_next_step_is_one_of_what_is_due_or_guidance(standing, today):
    """681/2023 § 10(1), § 14(7)."""
    step = next_step(standing, today)
    due = {(item.kind, item.due, item.section) for item in due_items(standing, today)}

    if step.kind in (StepKind.GIVE_GUIDANCE, StepKind.NONE):
        outside = not in_scope(standing.person.right_of_residence)
        assert step.section in (None, GUIDANCE) or not outside
    else:
        assert (step.kind, step.due, step.section) in due


@given(standings(), DAYS)
def test_every_reason_gives_the_day_that_it_explains(standing, today):
    for item in due_items(standing, today):
        reason = of_due(standing, item, today)
        assert (reason.result, reason.basis) == (item.due, item.basis)
        assert reason.section == item.section


@given(people(), DAYS, st.booleans(), st.booleans())
def test_each_task_has_the_authority_that_the_act_names(person, on, delegates, plan_valid):
    """681/2023 § 3(1), § 8, § 76(1), § 102(4)."""
    situation = Situation(person, on, delegates=delegates, plan_valid=plan_valid)
    acting = Body(authority(person, delegates=delegates).value)
    duty = assessment_duty(person, on)
    for each in responsibilities(situation):
        assert bool(each.bodies) == (each.bearing is not Bearing.NOT)
        if each.task in (Task.ASSESSMENT, Task.PLAN) and each.bodies:
            assert each.bodies == (acting,)
        if each.task is Task.ASSESSMENT:
            assert (each.bearing is Bearing.NOW) == (duty is AssessmentDuty.MUST)
    kept = keepings(situation)
    assert len({each.register for each in kept if each.force is Force.DUTY}) <= 1
    if Register.A_TMT in {each.register for each in kept}:
        assert acting is Body.EMPLOYMENT_AUTHORITY


@given(people(), st.none() | st.sampled_from(Jobseeker), st.sampled_from(RightOfResidence))
def test_register_and_authority_change_hands_together(person, jobseeker, right):
    """681/2023 § 3(1)."""
    after = replace(person, jobseeker=jobseeker, right_of_residence=right)
    change = status_change(person, after, delegates=False)
    same = authority(person, delegates=False) is authority(after, delegates=False)

    assert (change is None) == same
    if change is not None:
        services = change.new_authority is Authority.EMPLOYMENT_AUTHORITY
        assert (change.after is Register.A_TMT) == services


@given(people(), DAYS, st.booleans())
def test_the_guide_and_the_work_list_name_the_same_last_days(person, on, plan_valid):
    """681/2023 § 14(1), § 20(3)."""
    latest = {
        step.kind: step.latest for step in steps(Situation(person, on, plan_valid=plan_valid))
    }
    due = {item.kind: item.due for item in due_items(CaseStanding(person), on)}

    assert latest.get(GuideStep.ASSESS) == due.get(StepKind.START_ASSESSMENT) or plan_valid
    assert latest.get(GuideStep.MAKE_PLAN) in (None, plan_latest(person))
