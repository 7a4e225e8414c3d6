"""How long Today takes with ten thousand open cases and forty thousand plans.

The plans are spread so that each day of the half year has its reviews and each of the year its
ends. Times are asserted on the processor's time, which other programs disturb less.
Run with `-m bench -s`.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlcipher3 import dbapi2 as driver

from kotoutus_desktop.casework.due import what_is_due
from kotoutus_desktop.casework.reckon import keep_reckoned
from kotoutus_desktop.casework.search import Filters
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Goal, Measure, Plan, PlanState
from kotoutus_desktop.rules.facts import RightOfResidence
from tests.bench.stopwatch import line, listening, median, queries

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

TODAY = date(2026, 11, 24)
KEY = bytes(range(32))
CLIENTS, PLANS_EACH, OFFICERS = 10_000, 4, 40
SLOWEST, TIMES_BARE = 100, 3  # milliseconds, and times the bare SQL

Report = Callable[[str], None]


@pytest.fixture(scope="session")
def planned_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of a file with forty thousand plans, reckoned for the day."""
    path = tmp_path_factory.mktemp("due") / "office.kotoutus"
    database = Database(path, KEY)
    with database.transaction() as session:
        officers = [Officer(name=f"Officer {number}") for number in range(OFFICERS)]
        session.add_all(officers)
        session.add(Office(municipality="889", name_fi="Utajärven kunta", case_prefix="U7"))
    for start in range(0, CLIENTS, 500):
        with database.transaction() as session, session.no_autoflush:
            for place in range(start, start + 500):
                client = _client(place, officers[place % OFFICERS])
                plans = [_plan(client, place, number) for number in range(1, PLANS_EACH + 1)]
                _add_measure(plans[-1], place)
                session.add(client)
                session.flush()
                session.add_all(plans)
    keep_reckoned(database, TODAY)
    database.close()
    return path


def _client(place: int, officer: Officer) -> Client:
    return Client(
        number=f"U7-{place:05d}",
        family_names=f"Al-Khatib {place}",
        given_names="Amal Hassan",
        sort_name=f"al khatib {place}",
        born=date(1970, 1, 1) + timedelta(days=place % 12_000),
        born_precision=Precision.DAY,
        service_language=("ar", "so", "uk", "fa", "ti")[place % 5],
        home_municipality="889",
        officer_id=officer.id,
        right_of_residence=RightOfResidence.PERMIT,
        first_granted=TODAY - timedelta(days=600 + place % 400),
        non_disclosure=place % 50 == 0,
    )


def _plan(client: Client, place: int, number: int) -> Plan:
    """Return one of four plans that follow each other; the last of them runs on."""
    last = number == PLANS_EACH
    made = TODAY - timedelta(days=place % 175 + 180 * (PLANS_EACH - number))
    ends = made + timedelta(days=365 if last else 179)
    return Plan(
        client_id=client.id,
        number=number,
        state=PlanState.AGREED if last else PlanState.ENDED,
        made_on=made,
        starts_on=made,
        ends_on=ends,
        ended_on=None if last else ends,
    )


def _add_measure(plan: Plan, place: int) -> None:
    """Agree on a service, to which a few clients have not been referred."""
    goal = Goal(client_id=plan.client_id)
    referred = None if place % 40 == 0 else plan.made_on
    goal.measures.append(Measure(client_id=plan.client_id, referred_on=referred))
    plan.goals.append(goal)


@pytest.fixture
def planned_office(planned_file: Path) -> Iterator[Database]:
    """Open the file."""
    database = Database(planned_file, KEY, must_exist=True)
    yield database
    database.close()


@pytest.fixture
def bare_planned(planned_file: Path) -> Iterator[driver.Connection]:
    """Return a connection to it without anything of SQLAlchemy."""
    connection = connect(planned_file, bytearray(KEY), create=False)
    yield connection
    connection.close()


@pytest.mark.parametrize("whose", ["everybody's", "one counsellor's", "one language"])
def test_today_answers_at_once(
    planned_office: Database, bare_planned: driver.Connection, report: Report, whose: str
) -> None:
    with planned_office.reading() as session:
        officer = session.scalars(select(Officer.id).limit(1)).one()
        sizes = [session.scalar(select(func.count(table.id))) for table in (Client, Plan)]
    assert sizes == [CLIENTS, CLIENTS * PLANS_EACH]
    filters = {
        "everybody's": Filters(),
        "one counsellor's": Filters(officer_id=officer),
        "one language": Filters(language="so"),
    }[whose]

    def ours() -> Any:
        with planned_office.reading() as session:
            return what_is_due(session, TODAY, filters)

    with listening() as statements:
        found = ours()
    assert len(found.rows) > CLIENTS / (OFFICERS * 10)

    def raw() -> list[Any]:
        return [bare_planned.execute(sql, values).fetchall() for sql, values in queries(statements)]

    mine, bare = median(ours, times=15), median(raw, times=15)
    report(line(f"Today, {whose}: {len(found.rows)} rows", mine, bare))
    assert mine.cpu < SLOWEST
    assert mine.cpu < TIMES_BARE * bare.cpu
