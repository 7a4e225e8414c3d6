"""A file filled with the forty fictional clients, made once for all tests that only read it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import pytest

from kotoutus_desktop.demo.filling import fill
from kotoutus_desktop.models.database import Database

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The demo as it is on the fixed day; tests read it and do not change it."""
    database = Database(tmp_path_factory.mktemp("demo") / "demo.kotoutus", bytes(32))
    fill(database, TODAY, datetime.combine(TODAY, time(12), UTC))
    yield database
    database.close()
