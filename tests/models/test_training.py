from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.training import LanguageLevel, LevelOccasion, Skill, Training


@pytest.fixture
def client(database, make_client):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
        session.flush()
        training = Training(client_id=client.id, starts_on=date(2026, 1, 12))
        session.add(training)
        training.levels.append(
            LanguageLevel(
                client_id=client.id,
                occasion=LevelOccasion.ENTRY,
                skill=Skill.READING,
                level="A1.2",
            )
        )
    return client


def test_a_level_is_found_by_occasion_and_skill(database, client):
    with database.reading() as session:
        training = session.scalars(select(Training)).one()

        assert training.level(LevelOccasion.ENTRY, Skill.READING) == "A1.2"
        assert training.level(LevelOccasion.FINAL_TEST, Skill.READING) == ""
        assert (training.ends_on, training.credits) == (None, None)


def test_training_and_levels_go_with_the_client(database, client):
    with database.transaction() as session:
        session.delete(session.get_one(Client, client.id))

    with database.reading() as session:
        assert session.scalars(select(Training)).all() == []
        assert session.scalars(select(LanguageLevel)).all() == []
