from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.plan import Goal, Measure, Plan, PlanState


def a_plan(client):
    plan = Plan(client_id=client.id)
    for position in (1, 0):
        goal = Goal(client_id=client.id, position=position)
        goal.measures = [
            Measure(client_id=client.id, position=place, provider=f"{position}{place}")
            for place in (1, 0)
        ]
        plan.goals.append(goal)
    return plan


def test_goals_and_measures_come_back_in_their_order(database, make_client):
    client = make_client()
    client.plans = [a_plan(client)]
    with database.transaction() as session:
        session.add(client)

    with database.reading() as session:
        (plan,) = session.get_one(Client, client.id).plans
        assert [measure.provider for measure in plan.measures] == ["00", "01", "10", "11"]


def test_only_a_draft_can_be_edited(make_client):
    plan = Plan(client_id=make_client().id)
    frozen = []
    for state in PlanState:
        plan.state = state
        frozen.append(plan.is_frozen)

    assert frozen == [False, True, True, True]


def test_a_measure_that_is_taken_out_of_a_goal_is_gone(database, make_client):
    client = make_client()
    client.plans = [a_plan(client)]
    with database.transaction() as session:
        session.add(client)
    with database.transaction() as session:
        (plan,) = session.get_one(Client, client.id).plans
        del plan.goals[0].measures[0]

    with database.reading() as session:
        assert len(session.get_one(Client, client.id).plans[0].measures) == 3
