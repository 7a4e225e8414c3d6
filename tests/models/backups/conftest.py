"""An office's file with its keys, made cheaply, and an hour of the clock."""

from datetime import UTC, datetime

import pytest

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import Cost, create_keys, keys_beside

NAME = "office.kotoutus"
PASSPHRASE = "kolme hyvää sanaa"


@pytest.fixture
def at() -> datetime:
    return datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def make_file(folder):
    path = folder / NAME
    key, _code = create_keys(keys_beside(path), PASSPHRASE, cost=Cost(64, 1, 1))
    database = Database(path, key)
    with database.transaction() as session:
        session.add_all([Client(given_names="Hodan"), Client(given_names="Amal")])
    database.close()
    return bytes(key)


@pytest.fixture
def office_file(tmp_path, lay):
    """An open file with keys and two clients; gives the database and its key."""
    key = lay(make_file, tmp_path)
    database = Database(tmp_path / NAME, key)
    yield database, key
    database.close()
