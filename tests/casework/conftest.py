"""A client in the file, at the stage that a test needs."""

from collections.abc import Callable
from datetime import date

import pytest

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Office, Officer
from tests import casebook


@pytest.fixture
def client(
    database: Database,
    office: Office,
    officer: Officer,
    make_client: Callable[..., Client],
    today: date,
) -> Client:
    """A registered client."""
    with database.transaction() as session:
        return casebook.registered(session, make_client(), officer, today)


@pytest.fixture
def assessed(database: Database, client: Client, officer: Officer, today: date) -> Client:
    """A client whose assessment is complete."""
    with database.transaction() as session:
        return casebook.assessed(session, client.id, officer, today)


@pytest.fixture
def planned(database: Database, assessed: Client, officer: Officer, today: date) -> Client:
    """A client with an agreed plan."""
    with database.transaction() as session:
        casebook.with_plan(session, assessed.id, officer, today)
    return assessed
