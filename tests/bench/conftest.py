"""An office of 10 000 clients, made once for all measurements."""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kotoutus_desktop.casework.search import index_client
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Officer

CLIENTS = 10_000
KEY = bytes(range(32))
NAMES = Path(__file__).parents[1] / "models" / "data" / "unrelated_names.txt"

Report = Callable[[str], None]


@pytest.fixture(scope="session")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of the filled file, which no test changes."""
    path = tmp_path_factory.mktemp("bench") / "office.kotoutus"
    database = Database(path, KEY)
    names = NAMES.read_text(encoding="utf-8").split()
    chance = random.Random(681)
    officers = [Officer(name=f"Officer {number}") for number in range(8)]
    with database.transaction() as session:
        session.add_all(officers)
    for start in range(0, CLIENTS, 500):
        with database.transaction() as session, session.no_autoflush:
            for number in range(start, start + 500):
                client = Client(
                    id=uuid7(),
                    number=f"U7-{number:04d}",
                    family_names=" ".join(chance.sample(names, chance.choice((1, 1, 2)))),
                    given_names=" ".join(chance.sample(names, 2)),
                    phone=f"040 {chance.randrange(10**7):07d}",
                    born=date(1950, 1, 1) + timedelta(days=chance.randrange(22_000)),
                    born_precision=Precision.DAY,
                    service_language=chance.choice(("ar", "so", "uk", "fa", "ti")),
                    home_municipality="889",
                    non_disclosure=chance.random() < 0.02,
                    officer_id=chance.choice(officers).id,
                )
                session.add(client)
                index_client(session, client)
    database.close()
    return path


@pytest.fixture
def large_office(large_file: Path) -> Iterator[Database]:
    """Open the filled file."""
    database = Database(large_file, KEY, must_exist=True)
    yield database
    database.close()


@pytest.fixture
def report(pytestconfig: pytest.Config, capsys: pytest.CaptureFixture[str]) -> Report:
    """Return a writer of lines that are seen although the test passes."""
    writer = pytestconfig.get_terminal_writer()

    def line(text: str) -> None:
        with capsys.disabled():
            writer.line(text)

    return line
