from datetime import date, timedelta

import pytest

from kotoutus_desktop.casework import plans
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.models.circumstances import JobseekerPeriod
from kotoutus_desktop.models.plan import Goal, MeasureState, Plan, PlanState, Term
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.rules.facts import GoalKind, InterviewHead
from tests.casebook import NOW, text


def test_a_plan_needs_a_completed_assessment(database, client, officer, today):
    with pytest.raises(KotoutusError, match="assessment first"), database.transaction() as session:
        plans.draw_up(session, get_client(session, client.id), officer.id, today, NOW)


def test_a_plan_is_built_from_the_needs_of_the_assessment(database, assessed, officer, today):
    with database.transaction() as session:
        plan = plans.draw_up(session, get_client(session, assessed.id), officer.id, today, NOW)

    (goal,) = plan.goals
    assert (goal.head, goal.kind) == (InterviewHead.FINNISH_AND_SWEDISH, GoalKind.LANGUAGE)
    assert (goal.need.text, goal.goal.text) == ("Tarvitsee kielen opetusta.", "Opin suomea.")


def test_the_dates_offered_are_the_last_lawful_ones(database, assessed, officer, today):
    with database.transaction() as session:
        plan = plans.draw_up(session, get_client(session, assessed.id), officer.id, today, NOW)

    assert (plan.starts_on, plan.ends_on) == (today, date(2027, 11, 24))
    assert plan.next_review_on == date(2027, 5, 24)


def test_a_new_plan_begins_with_the_usual_rights_and_duties(database, assessed, officer, today):
    with database.transaction() as session:
        client = get_client(session, assessed.id)
        client.jobseeker_periods = [JobseekerPeriod(client_id=client.id, starts_on=today)]
        plan = plans.draw_up(session, client, officer.id, today, NOW)

    assert plan.rights[:6] == ["V-001", "V-002", "V-003", "V-004", "V-005", "V-006"]
    assert all(library().get(code) for code in plan.rights)


def test_drawing_up_twice_goes_on_with_the_same_draft(database, assessed, officer, today):
    with database.transaction() as session:
        client = get_client(session, assessed.id)
        first = plans.draw_up(session, client, officer.id, today, NOW)
        second = plans.draw_up(session, client, officer.id, today, NOW)

    assert first is second


def test_open_measures_carry_over_into_the_next_plan(database, planned, officer, today):
    with database.transaction() as session:
        client = get_client(session, planned.id)
        first = client.plans[0]
        second = plans.draw_up(session, client, officer.id, today + timedelta(days=200), NOW)

    (carried,) = second.measures
    assert second.number == 2
    assert carried.carried_from == first.measures[0].id
    assert carried.what == first.measures[0].what
    assert [goal.term for goal in second.goals] == [Term.LONG, Term.PERIOD]


def test_finished_measures_stay_behind(database, planned, officer, today):
    with database.transaction() as session:
        client = get_client(session, planned.id)
        client.plans[0].measures[0].state = MeasureState.DONE
        second = plans.draw_up(session, client, officer.id, today, NOW)

    assert second.measures == []


def test_the_second_plan_may_last_until_two_years_are_full(database, planned, officer, today):
    with database.transaction() as session:
        client = get_client(session, planned.id)
        second = plans.draw_up(session, client, officer.id, date(2027, 6, 1), NOW)

    assert second.ends_on == date(2028, 11, 24)


def test_long_term_goals_come_first_and_keep_their_order(make_client):
    client = make_client()
    plan = Plan(client_id=client.id)
    for position, term in enumerate([Term.PERIOD, Term.LONG, Term.PERIOD, Term.LONG]):
        plan.goals.append(Goal(client_id=client.id, position=position, term=term))
    given = [goal.id for goal in plan.goals]

    plans.renumber(plan)

    assert [goal.id for goal in plan.goals] == [given[i] for i in (1, 3, 0, 2)]
    assert [goal.position for goal in plan.goals] == [0, 1, 2, 3]


def test_a_referral_is_dated_from_the_plan_on(database, planned, today):
    with database.transaction() as session:
        plan = get_client(session, planned.id).plans[0]
        measure = plan.measures[0]
        with pytest.raises(InvalidInput):
            plans.refer(session, plan, measure.id, today - timedelta(days=1))
        plans.refer(session, plan, measure.id, today)

    assert measure.referred_on == today


def test_a_plan_is_ended_with_guidance_onward(database, planned, today):
    with database.transaction() as session:
        client = get_client(session, planned.id)
        plans.end_plan(session, client.plans[0], today, text("Ohjattu työllisyyspalveluihin."))

    with database.reading() as session:
        client = get_client(session, planned.id)
        assert client.plans[0].state is PlanState.ENDED
        assert plans.plan_in_force(client, today + timedelta(days=1)) is None


def test_a_draft_thrown_away_comes_back_by_undo(database, assessed, officer, today):
    with database.transaction() as session:
        plans.draw_up(session, get_client(session, assessed.id), officer.id, today, NOW)
    with database.transaction("Draft discarded") as session:
        plans.discard_draft_plan(session, get_client(session, assessed.id))
    with database.reading() as session:
        assert plans.draft_plan(get_client(session, assessed.id)) is None

    database.undo()

    with database.reading() as session:
        draft = plans.draft_plan(get_client(session, assessed.id))
        assert draft is not None
        assert len(draft.goals) == 1


def test_the_limits_of_a_client_come_from_permit_and_first_plan(database, planned, today):
    with database.reading() as session:
        limits = plans.dates_of(get_client(session, planned.id), today)

    assert limits == {
        "assessment_latest": date(2029, 3, 12),
        "plan_latest": date(2029, 3, 12),
        "all_plans_end_latest": date(2028, 11, 24),
    }
