from datetime import date

import pytest
from sqlalchemy import delete, select, text, update

from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.circumstances import ObstacleKind, ObstaclePeriod
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.due_step import DueStep, Reckoning
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.models.plan import Goal, Measure, Plan, Review
from kotoutus_desktop.rules.due import Basis, StepKind

DAY, LATER = date(2026, 11, 24), date(2027, 1, 1)


def reckoned(session, client):
    session.add(Reckoning(client_id=client.id, since=DAY, until=LATER, program="1"))
    session.add(
        DueStep(
            client_id=client.id,
            shown_from=DAY,
            kind=StepKind.START_ASSESSMENT,
            section="681/2023 14.2",
            basis=Basis.STATUTORY,
        )
    )


@pytest.fixture
def client(database, office, make_client):
    """A client with a plan, reckoned."""
    client = make_client()
    client.assessments.append(Assessment(client_id=client.id))
    plan = Plan(client_id=client.id)
    goal = Goal(client_id=client.id)
    goal.measures.append(Measure(client_id=client.id))
    plan.goals.append(goal)
    plan.reviews.append(Review(client_id=client.id))
    client.plans.append(plan)
    with database.transaction() as session:
        session.add(client)
        session.flush()
        reckoned(session, client)
    return client


def is_reckoned(database):
    with database.reading() as session:
        return session.scalars(select(Reckoning)).first() is not None


@pytest.mark.parametrize(
    "change",
    [
        update(Client).values(born=DAY),
        update(Plan).values(ends_on=DAY),
        update(Measure).values(referred_on=DAY),
        update(Assessment).values(started_on=DAY),
        delete(Review),
        update(Office).values(assessment_target_days=7),
        text("UPDATE review SET completed = 1"),
    ],
    ids=str,
)
def test_whatever_changes_the_ground_of_a_reckoning_ends_it(database, client, change):
    assert is_reckoned(database)
    with database.transaction() as session:
        session.execute(change)

    assert not is_reckoned(database)


def test_an_added_row_and_its_undoing_end_a_reckoning(database, client):
    with database.transaction("Add an obstacle") as session:
        row = ObstaclePeriod(
            client_id=client.id, starts_on=DAY, ends_on=DAY, kind=ObstacleKind.ILLNESS
        )
        session.add(row)
    assert not is_reckoned(database)
    with database.transaction() as session:
        reckoned(session, client)

    database.undo()

    assert not is_reckoned(database)


def test_a_new_client_is_taken_back_although_it_was_reckoned_since(database, make_client):
    client = make_client()
    with database.transaction("Add") as session:
        session.add(client)
    with database.transaction() as session:
        reckoned(session, client)

    database.undo()

    with database.reading() as session:
        assert session.scalars(select(Client)).all() == []
        assert session.scalars(select(DueStep)).all() == []
