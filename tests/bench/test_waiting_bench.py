"""How long the waiting list takes with ten thousand integration clients. Run with `-m bench -s`."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as driver

from kotoutus_desktop.casework.orientation.groups import propose_groups
from kotoutus_desktop.casework.orientation.waiting import waiting_list
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.models.orientation import Course, Enrolment, EnrolmentState, OrientationNeed
from kotoutus_desktop.models.plan import Plan, PlanState
from kotoutus_desktop.rules.grouping import Terms
from tests.bench.filling import record_nothing
from tests.bench.stopwatch import line, listening, median, queries

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

TODAY = date(2026, 11, 24)
KEY = bytes(range(32))
CLIENTS, COURSES = 10_000, 300
SLOWEST, TIMES_BARE = 200, 3  # milliseconds, and times the bare SQL

Report = Callable[[str], None]


@pytest.fixture(scope="session")
def waiting_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of a file in which ten thousand wait; every tenth was on a course."""
    path = tmp_path_factory.mktemp("waiting") / "office.kotoutus"
    database = Database(path, KEY)
    record_nothing(database)
    with database.transaction() as session:
        session.add(Office(municipality="889", name_fi="Utajärven kunta", case_prefix="U7"))
        past = TODAY - timedelta(days=100)
        courses = [Course(language="ar", starts_on=past, ends_on=past) for _each in range(COURSES)]
        session.add_all(courses)
    for start in range(0, CLIENTS, 500):
        with database.transaction() as session, session.no_autoflush:
            for place in range(start, start + 500):
                client = _client(place)
                session.add(client)
                made = TODAY - timedelta(days=place % 300)
                session.add(
                    Plan(
                        client_id=client.id,
                        state=PlanState.AGREED,
                        made_on=made,
                        ends_on=made + timedelta(days=364),
                    )
                )
                if place % 3 == 0:
                    session.add(OrientationNeed(client_id=client.id, child_care=place % 2 == 0))
                if place % 10 == 0:
                    enrolment = Enrolment(
                        course_id=courses[place % COURSES].id,
                        client_id=client.id,
                        state=EnrolmentState.INTERRUPTED,
                    )
                    session.add(enrolment)
    database.close()
    return path


def _client(place: int) -> Client:
    return Client(
        number=f"U7-{place:05d}",
        family_names=f"Al-Khatib {place}",
        given_names="Amal Hassan",
        sort_name=f"al khatib {place}",
        mother_tongue=("ar", "so", "uk", "fa", "ti", "ckb")[place % 6],
        other_languages=["en"] if place % 4 == 0 else [],
        home_municipality=("889", "785", "564")[place % 3],
        non_disclosure=place % 50 == 0,
    )


@pytest.fixture
def waiting_office(waiting_file: Path) -> Iterator[Database]:
    """Open the file."""
    database = Database(waiting_file, KEY, must_exist=True)
    yield database
    database.close()


@pytest.fixture
def bare_waiting(waiting_file: Path) -> Iterator[driver.Connection]:
    """Return a connection to it without anything of SQLAlchemy."""
    connection = connect(waiting_file, bytearray(KEY), create=False)
    yield connection
    connection.close()


def test_the_waiting_list_is_read_at_once(
    waiting_office: Database, bare_waiting: driver.Connection, report: Report
) -> None:
    def ours() -> Any:
        with waiting_office.reading() as session:
            return waiting_list(session, TODAY)

    with listening() as statements:
        found = ours()
    assert len(found) == CLIENTS

    def raw() -> list[Any]:
        return [bare_waiting.execute(sql, values).fetchall() for sql, values in queries(statements)]

    mine, bare = median(ours, times=15), median(raw, times=15)
    report(line(f"Waiting list: {len(found)} rows", mine, bare))
    assert mine.cpu < SLOWEST
    assert mine.cpu < TIMES_BARE * bare.cpu


def test_groups_of_ten_thousand_are_proposed_within_a_second(
    waiting_office: Database, report: Report
) -> None:
    with waiting_office.reading() as session:
        rows = waiting_list(session, TODAY)

    mine = median(lambda: propose_groups(rows, Terms()), times=3)
    report(line("Groups proposed of ten thousand", mine, None))
    assert mine.cpu < 1000
