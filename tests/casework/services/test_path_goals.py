import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.services.path_goals import goals_for
from kotoutus_desktop.casework.services.paths import boxes_of, list_paths
from kotoutus_desktop.casework.services.ready_made import ReadySet, add_set
from kotoutus_desktop.models.base import uuid7
from kotoutus_desktop.models.plan import Goal, Measure, Plan, Term
from kotoutus_desktop.models.service import Service
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.rules.facts import GoalKind, MeasureKind


@pytest.fixture
def services(database, office, today):
    with database.transaction() as session:
        add_set(session, ReadySet.PATHS)
        path = next(path for path in list_paths(session, "fi") if "Yksittäisen" in path.names["fi"])
        return [box.service for box in boxes_of(session, path, "fi", today) if box.service]


def plan():
    return Plan(client_id=uuid7())


def keys(found):
    return {goal.kind: [each.template for each in services] for goal, services in found}


def test_a_path_makes_goals_of_kinds_and_phrases_and_leaves_the_plan_itself_out(services):
    made = plan()

    found = goals_for(made, services, "fi")

    templates = [each.template for each in services]
    assert "assessment" in templates
    taken = [each for of_goal in keys(found).values() for each in of_goal]
    assert set(templates) - set(taken) == {"assessment", "plan"}
    assert keys(found)[GoalKind.LANGUAGE] == ["training", "final_test"]
    assert [goal for goal, _services in found] == made.goals
    assert all(library().get(goal.goal.phrase).goal == goal.kind for goal in made.goals)


def test_the_language_of_integration_chooses_the_language_to_learn(services):
    made = plan()
    goals_for(made, services, "sv")

    phrases = {goal.kind: goal.goal.phrase for goal in made.goals}
    assert phrases[GoalKind.LANGUAGE] == "L-013"


def test_a_goal_of_the_assessment_is_taken_and_what_the_plan_has_is_not_added(services):
    made = plan()
    goal = Goal(client_id=made.client_id, term=Term.PERIOD, kind=GoalKind.LANGUAGE)
    training = next(each for each in services if each.template == "training")
    goal.measures.append(Measure(client_id=made.client_id, service_id=training.id))
    made.goals.append(goal)

    found = {goal.id: of_goal for goal, of_goal in goals_for(made, services, "fi")}

    assert [each.template for each in found[goal.id]] == ["final_test"]
    assert sum(each.kind is GoalKind.LANGUAGE for each in made.goals) == 1


def test_every_kind_of_service_has_its_goal(database, office):
    services = [
        Service(names={"fi": kind.value}, kind=kind, template=kind.value) for kind in MeasureKind
    ]

    found = goals_for(plan(), services, "fi")

    assert sum(len(services) for _goal, services in found) == len(MeasureKind)
    with database.reading() as session:
        assert session.scalars(select(Service)).all() == []
