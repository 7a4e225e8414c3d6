from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kotoutus_desktop.rules.deadlines import all_plans_end_latest, referral_by
from kotoutus_desktop.rules.due import (
    Basis,
    CaseStanding,
    StepKind,
    Targets,
    due_items,
)
from kotoutus_desktop.rules.facts import (
    AgreedPlan,
    AgreedService,
    Extension,
    Jobseeker,
    Obstacle,
    Person,
    Prolongation,
    RightOfResidence,
)
from kotoutus_desktop.rules.obligations import (
    OWN_TARGETS,
    SECTIONS,
    STEPS,
    CaseCourse,
    Obligation,
    PlanCourse,
    Rule,
    State,
    obligations,
)
from kotoutus_desktop.rules.section import (
    ASSESSMENT_START,
    PLAN_EXTENSION,
    PLAN_LATEST,
    PLAN_MAXIMUM,
)

TODAY = date(2026, 11, 24)
PERSON = Person(date(1990, 5, 17), RightOfResidence.PERMIT, date(2025, 3, 10), Jobseeker.UNEMPLOYED)
SERVICES = (AgreedService("koulutus", date(2025, 7, 3)), AgreedService("yhdistys"))
FIRST = AgreedPlan(date(2025, 6, 1), date(2026, 6, 1), services=SERVICES)
SECOND = AgreedPlan(date(2026, 5, 20), date(2027, 5, 20))


def found(rule, today=TODAY, person=PERSON, **fields):
    return [
        (each.due, each.done, each.state(today).value)
        for each in obligations(CaseCourse(person, **fields), today)
        if each.rule is rule
    ]


def test_every_rule_has_its_step_and_its_section():
    assert STEPS.keys() == SECTIONS.keys() == set(Rule)
    assert {Rule.CONTACT, Rule.ASSESSMENT} == OWN_TARGETS
    assert SECTIONS[Rule.ALL_PLANS] == PLAN_MAXIMUM


def test_without_a_target_of_the_office_no_day_is_made_up_for_without_delay():
    course = CaseCourse(PERSON, date(2026, 11, 2), contacts=((date(2026, 11, 2), None),))

    assert obligations(course, TODAY) == []


def test_a_contact_is_handled_by_the_offices_own_target():
    contacts = (
        (date(2026, 11, 2), date(2026, 11, 9)),
        (date(2026, 11, 3), date(2026, 11, 11)),
        (date(2026, 11, 20), None),
    )

    assert found(Rule.CONTACT, contacts=contacts, targets=Targets(handle_contact=7)) == [
        (date(2026, 11, 9), date(2026, 11, 9), "in_time"),
        (date(2026, 11, 10), date(2026, 11, 11), "late"),
        (date(2026, 11, 27), None, "open"),
    ]


def test_the_assessment_starts_by_the_offices_own_target():
    (course,) = obligations(
        CaseCourse(PERSON, date(2026, 11, 2), targets=Targets(start_assessment=14)), TODAY
    )

    assert (course.due, course.state(TODAY)) == (date(2026, 11, 16), State.LATE)
    assert (course.section, course.basis) == (ASSESSMENT_START, Basis.OWN_TARGET)


@pytest.mark.parametrize(
    "fields",
    [{"left_out": True}, {"person": replace(PERSON, jobseeker=None)}],
    ids=["left out by § 14(5)", "no ground of § 14(1)"],
)
def test_nobody_is_late_with_an_assessment_that_is_no_duty(fields):
    targets = Targets(start_assessment=14)

    assert found(Rule.ASSESSMENT, learned_on=date(2026, 11, 2), targets=targets, **fields) == []


def test_an_assessment_that_was_started_is_counted_whatever_its_ground():
    fields = {
        "person": replace(PERSON, jobseeker=None),
        "learned_on": date(2026, 11, 2),
        "assessment_started": date(2026, 11, 5),
        "targets": Targets(start_assessment=14),
    }

    assert found(Rule.ASSESSMENT, **fields) == [
        (date(2026, 11, 16), date(2026, 11, 5), "in_time"),
    ]


def test_the_first_plan_is_made_within_the_three_years():
    assert found(Rule.FIRST_PLAN) == []
    assert found(Rule.FIRST_PLAN, plan_needed=True) == [(date(2028, 3, 10), None, "open")]
    assert found(Rule.FIRST_PLAN, plans=(PlanCourse(FIRST),)) == [
        (date(2028, 3, 10), FIRST.made, "in_time")
    ]


def test_a_victim_reached_after_the_three_years_has_no_last_day():
    victim = replace(
        PERSON,
        first_granted=date(2022, 3, 10),
        trafficking_victim=True,
        reached_on=date(2026, 1, 5),
    )

    assert found(Rule.FIRST_PLAN, person=victim, plan_needed=True) == []


def test_each_agreed_service_is_referred_to_within_a_month():
    assert found(Rule.REFERRAL, plans=(PlanCourse(FIRST),)) == [
        (date(2025, 7, 1), date(2025, 7, 3), "late"),
        (date(2025, 7, 1), None, "late"),
    ]


def test_a_plan_that_was_replaced_within_the_month_refers_to_nothing_more():
    plan = replace(FIRST, made=date(2026, 5, 1), services=(AgreedService("yhdistys"),))

    assert found(Rule.REFERRAL, plans=(PlanCourse(plan), PlanCourse(SECOND))) == []


def test_each_review_is_counted_from_the_one_before():
    plan = replace(FIRST, reviewed=(date(2025, 11, 20), date(2026, 5, 27)))

    assert found(Rule.REVIEW, plans=(PlanCourse(plan),)) == [
        (date(2025, 12, 1), date(2025, 11, 20), "in_time"),
        (date(2026, 5, 20), date(2026, 5, 27), "late"),
    ]


def test_no_review_is_due_after_the_next_plan_was_made():
    plan = replace(FIRST, made=date(2025, 11, 20), ends=date(2026, 11, 20), services=())
    next_plan = replace(SECOND, made=date(2026, 5, 20))

    assert found(Rule.REVIEW, plans=(PlanCourse(plan), PlanCourse(next_plan))) == [
        (date(2026, 11, 20), None, "late")
    ]


def test_the_end_of_a_plan_is_followed_by_a_plan_or_by_guidance():
    ended = PlanCourse(SECOND, ended=date(2026, 10, 1))

    assert found(Rule.PLAN_END, plans=(ended, PlanCourse(FIRST))) == [
        (FIRST.ends, SECOND.made, "in_time"),
        (date(2026, 10, 1), date(2026, 10, 1), "in_time"),
    ]
    assert found(Rule.PLAN_END, plans=(PlanCourse(FIRST),)) == [(FIRST.ends, None, "late")]
    late = PlanCourse(FIRST, ended=date(2026, 6, 20))
    assert found(Rule.PLAN_END, plans=(late,)) == [(FIRST.ends, date(2026, 6, 20), "late")]


def test_all_plans_together_end_by_the_maximum():
    limit = date(2027, 6, 1)

    assert found(Rule.ALL_PLANS, plans=(PlanCourse(FIRST), PlanCourse(SECOND))) == [
        (limit, None, "open")
    ]
    assert found(Rule.ALL_PLANS, plans=(PlanCourse(FIRST),)) == [(limit, FIRST.ends, "in_time")]
    too_long = PlanCourse(replace(SECOND, ends=date(2027, 8, 1)))
    plans = (PlanCourse(FIRST), too_long)
    assert found(Rule.ALL_PLANS, date(2027, 9, 1), plans=plans) == [
        (limit, date(2027, 8, 1), "late")
    ]


def test_an_extension_moves_the_maximum_and_is_cited():
    prolongation = Prolongation(extension=Extension.SPECIAL_MEASURES)
    course = CaseCourse(PERSON, plans=(PlanCourse(FIRST),), prolongation=prolongation)
    (of_all,) = [each for each in obligations(course, TODAY) if each.rule is Rule.ALL_PLANS]

    assert of_all.due > date(2027, 6, 1)
    assert of_all.section == PLAN_MAXIMUM != PLAN_EXTENSION


def test_studies_from_25_on_have_no_last_day():
    prolongation = Prolongation(unfinished_studies=True)

    assert found(Rule.ALL_PLANS, plans=(PlanCourse(FIRST),), prolongation=prolongation) == []


def test_what_was_not_due_when_the_case_was_closed_is_no_longer_counted():
    fields = {"plan_needed": True, "closed_on": date(2026, 8, 1)}

    assert found(Rule.FIRST_PLAN, **fields) == []
    old = replace(PERSON, first_granted=date(2023, 3, 10))
    assert found(Rule.FIRST_PLAN, person=old, **fields) == [(date(2026, 3, 10), None, "late")]


def test_the_day_itself_is_still_in_time():
    day = Obligation(Rule.FIRST_PLAN, TODAY, None, PLAN_LATEST)

    assert day.state(TODAY) is State.OPEN
    assert day.state(TODAY + timedelta(days=1)) is State.LATE
    assert replace(day, done=TODAY).state(TODAY) is State.IN_TIME


DAYS = st.dates(date(2024, 1, 1), date(2029, 12, 31))


@st.composite
def plans(draw):
    made = draw(DAYS)
    ends = made + timedelta(days=draw(st.integers(0, 800)))
    reviewed = draw(st.lists(DAYS.filter(lambda day: day >= made), max_size=3))
    referred = draw(st.none() | DAYS)
    ended = draw(st.none() | DAYS.filter(lambda day: day >= made))
    services = (AgreedService("palvelu", referred),)
    return PlanCourse(AgreedPlan(made, ends, tuple(sorted(reviewed)), services), ended)


@st.composite
def courses(draw):
    first = draw(DAYS)
    return CaseCourse(
        replace(PERSON, first_granted=draw(st.none() | DAYS)),
        learned_on=draw(st.none() | DAYS),
        contacts=((first, draw(st.none() | DAYS)),),
        assessment_started=draw(st.none() | DAYS),
        plan_needed=draw(st.booleans()),
        plans=tuple(draw(st.lists(plans(), max_size=4))),
        prolongation=Prolongation(obstacles=(Obstacle(first, first + timedelta(days=9)),)),
        closed_on=draw(st.none() | DAYS),
        targets=Targets(draw(st.none() | st.just(7)), draw(st.none() | st.just(14))),
    )


@given(course=courses(), today=DAYS)
def test_each_obligation_stands_in_exactly_one_way(course, today):
    for each in obligations(course, today):
        state = each.state(today)
        done_in_time = each.done is not None and each.done <= each.due
        assert (state is State.IN_TIME) == done_in_time
        assert (state is State.OPEN) == (each.done is None and today <= each.due)
        assert (each.basis is Basis.OWN_TARGET) == (each.rule in OWN_TARGETS)


@given(course=courses(), today=DAYS, days=st.integers(1, 400))
def test_what_is_late_stays_late_and_nothing_new_becomes_due_by_waiting(course, today, days):
    assume(course.closed_on is None or course.closed_on <= today)
    later = today + timedelta(days=days)
    before, after = obligations(course, today), obligations(course, later)

    assert [(each.rule, each.due) for each in before] == [(each.rule, each.due) for each in after]
    for early, late in zip(before, after, strict=True):
        if early.state(today) is State.LATE:
            assert late.state(later) is State.LATE


@given(made=DAYS, ends=st.integers(0, 700), today=DAYS, service=st.booleans())
def test_the_days_are_those_of_the_work_list(made, ends, today, service):
    services = (AgreedService("palvelu"),) if service else ()
    plan = AgreedPlan(made, made + timedelta(days=ends), services=services)
    kinds = {StepKind.REFER_TO_SERVICE, StepKind.REVIEW_PLAN, StepKind.RENEW_OR_CLOSE_PLAN}
    standing = CaseStanding(PERSON, plans=(plan,))
    due = {
        (item.kind, item.due, item.section)
        for item in due_items(standing, today)
        if item.kind in kinds and item.basis is Basis.STATUTORY
    }
    course = CaseCourse(PERSON, plans=(PlanCourse(plan),))
    counted = {(STEPS[each.rule], each.due, each.section) for each in obligations(course, today)}

    assert due <= counted


@given(made=DAYS)
def test_no_referral_is_due_after_the_maximum_of_all_plans(made):
    assert referral_by(made) < all_plans_end_latest(made)
