"""Worlds with a restricted client, and with a usual one to see that the search finds."""

import pytest

from kotoutus_desktop.models.key_slots import create_keys, keys_beside
from kotoutus_desktop.models.keys_file import Cost
from tests.ui.hidden.world import WHERE, build


@pytest.fixture
def make_world(database, office, officer, make_client, workspace, today):
    """Return a maker of worlds; the client is restricted as the word says, "" for not at all."""

    def make(restriction):
        create_keys(
            keys_beside(database.path), "neljä sanaa on hyvä", officer.id.hex, Cost(64, 1, 1)
        )
        fields = {restriction: True} if restriction else {}
        client = make_client(number="", home_municipality="698", **WHERE, **fields)
        return build(database, officer, client, today)

    return make
