"""An office of 10 000 clients, made once for all measurements."""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2 as driver

from kotoutus_desktop.casework import assess
from kotoutus_desktop.casework.name_index import index_client
from kotoutus_desktop.casework.reckon import keep_reckoned
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.rules.facts import RightOfResidence
from tests import casebook

CLIENTS = 10_000
ACTIVE = 600
TODAY = date(2026, 11, 24)
KEY = bytes(range(32))
NAMES = Path(__file__).parents[1] / "models" / "data" / "unrelated_names.txt"

Report = Callable[[str], None]


@pytest.fixture(scope="session")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of a file with ten thousand open cases, which no test changes."""
    path = tmp_path_factory.mktemp("bench") / "office.kotoutus"
    database = Database(path, KEY)
    names = NAMES.read_text(encoding="utf-8").split()
    chance = random.Random(681)
    officers = [Officer(name=f"Officer {number}") for number in range(8)]
    with database.transaction() as session:
        session.add_all(officers)
        session.add(Office(municipality="889", name_fi="Utajärven kunta", case_prefix="U7"))
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


@pytest.fixture(scope="session")
def working_file(large_file: Path) -> Path:
    """Return the path of a file of ten thousand of whom 600 are active, at every stage."""
    path = large_file.with_name("working.kotoutus")
    shutil.copy(large_file, path)
    database = Database(path, KEY)
    with database.transaction() as session:
        ids = list(session.scalars(select(Client.id).order_by(Client.number)))
        session.execute(update(Client).values(closed_on=date(2025, 6, 30)))
        session.execute(
            update(Client)
            .where(Client.id.in_(ids[:: CLIENTS // ACTIVE][:ACTIVE]))
            .values(
                closed_on=None,
                born=date(1988, 3, 14),
                created_at=datetime(2026, 11, 3, 8, tzinfo=UTC),
                right_of_residence=RightOfResidence.PERMIT,
                first_granted=date(2026, 3, 12),
                first_home_municipality_on=date(2026, 4, 1),
            )
        )
    for place, client_id in enumerate(ids[:: CLIENTS // ACTIVE][:ACTIVE]):
        with database.transaction() as session:
            _bring_on(session, get_client(session, client_id), place)
    keep_reckoned(database, TODAY)
    database.close()
    return path


def _bring_on(session: Session, client: Client, place: int) -> None:
    """Bring a case to one of four stages: registered, assessing, assessed, plan in force."""
    officer = session.get_one(Officer, client.officer_id)
    day = TODAY - timedelta(days=place % 170)
    if place % 4 == 1:
        assess.open_assessment(session, client, officer.id, day, casebook.NOW)
    elif place % 4 > 1:
        casebook.assessed(session, client.id, officer, day)
    if place % 4 == 3:
        casebook.with_plan(session, client.id, officer, day)


@pytest.fixture
def working_office(working_file: Path) -> Iterator[Database]:
    """Open the file with 600 active cases."""
    database = Database(working_file, KEY, must_exist=True)
    yield database
    database.close()


@pytest.fixture
def large_office(large_file: Path) -> Iterator[Database]:
    """Open the filled file."""
    database = Database(large_file, KEY, must_exist=True)
    yield database
    database.close()


@pytest.fixture
def bare(large_file: Path) -> Iterator[driver.Connection]:
    """Return a connection to the file of open cases without anything of SQLAlchemy."""
    connection = connect(large_file, bytearray(KEY), create=False)
    yield connection
    connection.close()


@pytest.fixture
def bare_working(working_file: Path) -> Iterator[driver.Connection]:
    """Return the same to the file with 600 active cases."""
    connection = connect(working_file, bytearray(KEY), create=False)
    yield connection
    connection.close()


@pytest.fixture
def report(pytestconfig: pytest.Config, capsys: pytest.CaptureFixture[str]) -> Report:
    """Return a writer of lines that are seen although the test passes."""
    writer = pytestconfig.get_terminal_writer()

    def line(text: str) -> None:
        with capsys.disabled():
            writer.line(text)

    return line
