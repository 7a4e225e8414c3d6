"""A client with an agreed plan whose service is integration training."""

import pytest

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.models.training import Training
from tests import casebook


@pytest.fixture
def client(database, office, officer, make_client, today):
    with database.transaction() as session:
        client = casebook.registered(session, make_client(), officer, today)
        casebook.assessed(session, client.id, officer, today)
        casebook.with_plan(session, client.id, officer, today)
    with database.reading() as session:
        return get_client(session, client.id)


@pytest.fixture
def make_training(client, today):
    def make(**fields):
        return Training(**({"client_id": client.id, "starts_on": today} | fields))

    return make
