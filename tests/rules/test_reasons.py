from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.coming import coming_items
from kotoutus_desktop.rules.due import (
    Basis,
    CaseStanding,
    DueItem,
    StepKind,
    Targets,
    due_items,
)
from kotoutus_desktop.rules.facts import (
    AgreedPlan,
    AgreedService,
    Person,
    Prolongation,
    Protection,
    RightOfResidence,
)
from kotoutus_desktop.rules.reason import Change, Doubt, EventKind, Limit, TermKind, add_up
from kotoutus_desktop.rules.reasons import about, asked, limits, of_case, of_due, suggested
from kotoutus_desktop.rules.section import (
    ACT,
    ASSESSMENT_COUNTY,
    ASSESSMENT_START,
    PLAN_CONTENT,
    PLAN_END,
    PLAN_MAXIMUM,
    REIMBURSEMENT,
    REIMBURSEMENT_START,
    REVIEW,
    UNACCOMPANIED,
    Section,
)

TODAY = date(2026, 11, 24)
KNOWN = Person(
    born=date(1988, 3, 14),
    right_of_residence=RightOfResidence.PERMIT,
    first_granted=date(2026, 3, 12),
    asked_or_contacted=True,
)
PLAN = AgreedPlan(date(2026, 6, 1), date(2027, 6, 1), services=(AgreedService("course"),))


def standing(**facts):
    return CaseStanding(**({"person": KNOWN, "learned_on": date(2026, 11, 1)} | facts))


def reason_of(case, kind, basis=Basis.STATUTORY):
    item = next(i for i in due_items(case, TODAY) if i.kind is kind and i.basis is basis)
    return of_due(case, item, TODAY)


@st.composite
def standings(draw):
    day = st.dates(date(2023, 1, 1), date(2028, 1, 1))
    plans = tuple(
        AgreedPlan(made, made + timedelta(days=draw(st.integers(0, 400))))
        for made in sorted(draw(st.lists(day, max_size=3, unique=True)))
    )
    return standing(
        person=replace(KNOWN, first_granted=draw(st.none() | day)),
        learned_on=draw(st.none() | day),
        contact_on=draw(st.none() | day),
        assessed_on=draw(st.none() | day),
        plan_needed=draw(st.none() | st.booleans()),
        planned_plan_date=draw(st.none() | day),
        draft_plan=draw(st.booleans()),
        plans=plans,
        review_wanted=draw(st.booleans()),
        targets=Targets(draw(st.none() | st.integers(1, 60)), draw(st.none() | st.integers(1, 60))),
    )


@given(standings())
def test_everything_due_has_a_reason_and_every_sum_gives_its_day(case):
    items = due_items(case, TODAY)
    for item in items:
        reason = of_due(case, item, TODAY)
        assert reason.section == item.section
        assert reason.result == item.due
        assert reason.basis is item.basis
        if reason.event and reason.result:
            assert add_up(reason.event, reason.terms) == reason.result
    assert len(of_case(case, TODAY)) >= len(items)


def test_without_delay_is_said_and_no_day_is_made_of_it():
    """§ 14(2)."""
    reason = reason_of(standing(), StepKind.START_ASSESSMENT)

    assert reason.without_delay
    assert reason.result is None
    assert ASSESSMENT_START in reason.sections
    assert reason.event.kind is EventKind.LEARNED_OF_PERSON


def test_the_offices_target_is_its_own_and_may_be_changed():
    """§ 14(2) sets no number of days."""
    case = standing(targets=Targets(start_assessment=14))

    reason = reason_of(case, StepKind.START_ASSESSMENT, Basis.OWN_TARGET)

    assert [(term.kind, term.days) for term in reason.terms] == [(TermKind.OWN_TARGET, 14)]
    assert reason.without_delay
    assert Change.TARGET in reason.changed_by


def test_the_day_planned_in_the_assessment_is_no_limit_of_the_act():
    """§ 20(1): without delay."""
    case = standing(
        assessed_on=date(2026, 11, 20), plan_needed=True, planned_plan_date=date(2026, 12, 1)
    )

    reason = reason_of(case, StepKind.MAKE_PLAN, Basis.OWN_TARGET)

    assert reason.event.kind is EventKind.PLAN_DATE_SET
    assert reason.terms == ()
    assert Change.PLANNED_DATE in reason.changed_by


def test_preparing_the_next_plan_is_a_suggestion_counted_back_from_the_end():
    reason = reason_of(standing(plans=(PLAN,)), StepKind.MAKE_PLAN, Basis.SUGGESTION)

    assert reason.event.day == PLAN.ends
    assert [(term.kind, term.days) for term in reason.terms] == [(TermKind.PREPARING, -30)]


def test_the_review_and_the_referral_of_the_plan_in_force_are_sums():
    """§ 20(5) and § 22(1)."""
    case = standing(plans=(PLAN,))

    assert reason_of(case, StepKind.REFER_TO_SERVICE).result == date(2026, 7, 1)
    review = reason_of(case, StepKind.REVIEW_PLAN)
    assert (review.event.number, review.result) == (1, date(2026, 12, 1))


def test_a_review_because_life_has_changed_has_no_day_and_no_sum():
    """§ 22(1)."""
    case = standing(plans=(PLAN,), review_wanted=True)
    wanted = next(i for i in due_items(case, TODAY) if i.section == REVIEW and i.due is None)

    reason = of_due(case, wanted, TODAY)

    assert (reason.result, reason.terms, reason.without_delay) == (None, (), False)


def test_the_end_of_a_plan_is_its_own_event():
    """§ 23."""
    reason = reason_of(standing(plans=(PLAN,)), StepKind.RENEW_OR_CLOSE_PLAN)

    assert reason.event.kind is EventKind.PLAN_ENDS
    assert reason.event.day == reason.result == PLAN.ends


def coming_reason(case, kind):
    item = next(i for i in coming_items(case, TODAY) if i.kind is kind)
    return of_due(case, item, TODAY)


def test_a_birthday_that_ends_a_status_is_a_sum_from_the_day_of_birth():
    """§ 2(6), § 31(1), § 38(5)."""
    young = replace(KNOWN, born=date(2010, 3, 14), came_unaccompanied=True)
    studying = Prolongation(unfinished_studies=True)
    case = standing(person=young, plans=(PLAN,), prolongation=studying)

    for kind, day in (
        (StepKind.TURNS_18, date(2028, 3, 14)),
        (StepKind.TURNS_23, date(2033, 3, 14)),
        (StepKind.TURNS_25, date(2035, 3, 14)),
    ):
        reason = coming_reason(case, kind)
        assert reason.event.kind is EventKind.BORN
        assert add_up(reason.event, reason.terms) == reason.result == day


def test_the_end_of_the_reimbursement_is_counted_from_the_first_municipality():
    """§ 59(2), § 61(3)."""
    protected = replace(
        KNOWN,
        protection=Protection.QUOTA_REFUGEE,
        first_home_municipality=date(2026, 4, 1),
    )

    reason = coming_reason(standing(person=protected), StepKind.REIMBURSEMENT_ENDS)

    assert add_up(reason.event, reason.terms) == reason.result == date(2029, 4, 1)
    assert reason.sections == (REIMBURSEMENT, REIMBURSEMENT_START)


def test_a_day_whose_event_is_not_known_has_no_sum():
    """What was reckoned from facts that have gone since is not explained by others."""
    case = standing(person=replace(KNOWN, born=None))
    item = DueItem(
        StepKind.TURNS_23, date(2033, 3, 14), UNACCOMPANIED, Basis.STATUTORY, overdue=False
    )

    reason = of_due(case, item, TODAY)

    assert (reason.event, reason.terms, reason.result) == (None, (), item.due)


def test_limits_bind_whatever_is_done_next():
    assert [reason.subject for reason in limits(standing())] == [Limit.ENTITLEMENT]
    both = limits(standing(plans=(PLAN,)))
    assert [reason.subject for reason in both] == [Limit.ENTITLEMENT, Limit.ALL_PLANS_END]


@pytest.mark.parametrize(
    ("section", "subjects"),
    [
        (REVIEW, [StepKind.REVIEW_PLAN]),
        (PLAN_MAXIMUM, [Limit.FIRST_PLAN_END, Limit.ALL_PLANS_END]),
        (Section(ACT, "20", 5), [StepKind.REFER_TO_SERVICE]),
        (PLAN_CONTENT, []),
    ],
)
def test_a_section_leads_to_the_dates_that_rest_on_it(section, subjects):
    reasons = [
        reason
        for reason in about(section, of_case(standing(plans=(PLAN,)), TODAY))
        if reason.section != PLAN_END
    ]

    assert [reason.subject for reason in reasons] == subjects


def test_one_sum_is_told_once_however_many_services_wait_for_it():
    """§ 20(5)."""
    services = (AgreedService("course"), AgreedService("library"))
    case = standing(plans=(replace(PLAN, services=services),))

    assert len(about(Section(ACT, "20", 5), of_case(case, TODAY))) == 1


def test_what_a_form_asks_beyond_the_words_of_the_act_is_marked():
    assert asked(ASSESSMENT_START, "interviewer").doubts == (Doubt.GUIDANCE,)
    assert asked(PLAN_CONTENT, "language_studies").doubts == (Doubt.INFERRED,)
    assert asked(PLAN_CONTENT, "follow_up").doubts == ()


def test_a_prompt_about_the_county_is_a_suggestion_from_guidance():
    """§ 14(4): whether services need co-ordinating is the counsellor's judgement."""
    reason = suggested(ASSESSMENT_COUNTY)

    assert (reason.basis, reason.doubts) == (Basis.SUGGESTION, (Doubt.GUIDANCE,))


def test_a_contact_runs_from_the_day_it_was_made():
    """§ 9(2)."""
    reason = reason_of(standing(contact_on=date(2026, 11, 20)), StepKind.HANDLE_CONTACT)

    assert (reason.event.kind, reason.event.day) == (EventKind.CONTACT_MADE, date(2026, 11, 20))
    assert reason.without_delay
