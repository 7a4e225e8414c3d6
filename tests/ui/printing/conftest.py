"""Clients whose plans are printed."""

import pytest

from kotoutus_desktop.casework.search import Filters, list_clients
from tests import casebook


@pytest.fixture
def with_plan(database, office, officer, make_client, today):
    """Return a maker of clients with an agreed plan."""

    def make(**known: object) -> None:
        with database.transaction() as session:
            client = casebook.registered(session, make_client(**known), officer, today)
        with database.transaction() as session:
            casebook.assessed(session, client.id, officer, today)
        with database.transaction() as session:
            casebook.with_plan(session, client.id, officer, today)

    return make


def listed(database):
    """Return everybody as the list shows them."""
    with database.reading() as session:
        return list_clients(session, Filters(), 0, 100)
