from sqlalchemy import select

from kotoutus_desktop.demo.aim import OWN
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.plan import Acceptance, MeasureState, Plan, PlanState


def plans_in(filled: Database) -> list[Plan]:
    with filled.reading() as session:
        plans = list(session.scalars(select(Plan).order_by(Plan.id)))
        for plan in plans:
            assert plan.reviews is not None
            assert plan.measures is not None
    return plans


def test_plans_are_in_every_state_and_accepted_in_two_ways(filled: Database) -> None:
    plans = plans_in(filled)

    assert {plan.state for plan in plans} == set(PlanState)
    assert {plan.number for plan in plans} == {1, 2}
    assert {plan.acceptance for plan in plans} >= {Acceptance.SIGNED, Acceptance.ORAL, None}


def test_an_agreed_plan_is_frozen_with_its_case(filled: Database) -> None:
    plans = plans_in(filled)

    assert all(bool(plan.frozen_case) == plan.is_frozen for plan in plans)


def test_measures_are_open_begun_and_done(filled: Database) -> None:
    states = {measure.state for plan in plans_in(filled) for measure in plan.measures}

    assert states >= {MeasureState.AGREED, MeasureState.STARTED, MeasureState.DONE}


def test_gaps_hold_days_and_languages_and_no_marks(filled: Database) -> None:
    slots = [
        value
        for plan in plans_in(filled)
        for measure in plan.measures
        for value in (*measure.what.slots.values(), *measure.follow_up.slots.values())
    ]

    assert slots
    assert not any(value == OWN or value.startswith("+") for value in slots)


def test_a_few_free_texts_stand_among_the_phrases(filled: Database) -> None:
    goals = [goal.goal for plan in plans_in(filled) for goal in plan.goals]

    assert 1 <= sum(goal.is_free for goal in goals) <= 4
