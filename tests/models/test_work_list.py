from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.work_list import Lateness, OwnTask, Snooze
from kotoutus_desktop.rules.due import StepKind

DAY = date(2026, 11, 24)


@pytest.fixture
def client(database, make_client):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
        session.flush()
        session.add_all(
            [
                Snooze(
                    client_id=client.id,
                    kind=StepKind.REVIEW_PLAN,
                    due_on=DAY,
                    until=date(2026, 12, 1),
                    reason="Asiakas on matkalla.",
                    made_on=DAY,
                ),
                OwnTask(client_id=client.id, text="Soita kouluun.", due_on=DAY, made_on=DAY),
                OwnTask(text="Tilaa esitteitä.", due_on=DAY, made_on=DAY),
                Lateness(
                    client_id=client.id,
                    kind=StepKind.REVIEW_PLAN,
                    due_on=DAY,
                    reason="Tulkkia ei saatu.",
                    recorded_on=DAY,
                ),
            ]
        )
    return client


def test_what_is_put_off_sleeps_until_it_is_woken(database, client):
    with database.reading() as session:
        snooze = session.scalars(select(Snooze)).one()

    assert (snooze.kind, snooze.due_on, snooze.woken_on) == (StepKind.REVIEW_PLAN, DAY, None)


def test_a_reason_of_lateness_names_the_step_and_its_day(database, client):
    with database.reading() as session:
        late = session.scalars(select(Lateness)).one()

    assert (late.client_id, late.kind, late.due_on) == (client.id, StepKind.REVIEW_PLAN, DAY)


def test_a_deleted_client_takes_along_what_is_theirs_and_no_other_task(database, client):
    with database.transaction("Delete the client") as session:
        session.delete(session.get(Client, client.id))

    with database.reading() as session:
        assert [task.text for task in session.scalars(select(OwnTask))] == ["Tilaa esitteitä."]
        assert session.scalars(select(Snooze)).all() == []
        assert session.scalars(select(Lateness)).all() == []

    database.undo()

    with database.reading() as session:
        assert len(session.scalars(select(OwnTask)).all()) == 2
        assert len(session.scalars(select(Snooze)).all()) == 1
