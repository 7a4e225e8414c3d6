"""How long the statistics of a year take with ten thousand clients and forty thousand plans.

Every table is counted. Asserted on the processor's time, which other programs disturb less.
Run with `-m bench -s`.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as driver

from kotoutus_desktop.casework.statistics.counting import statistics
from kotoutus_desktop.casework.statistics.rows import Cell, rows_behind
from kotoutus_desktop.models.assessment import Assessment, Outcome
from kotoutus_desktop.models.circumstances import (
    BenefitKind,
    BenefitPeriod,
    Contact,
    ContactChannel,
)
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.guidance import GuidanceContact, GuidanceTopic
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Goal, Measure, Plan, PlanState, Review
from kotoutus_desktop.models.referral import Referral, ReferralStep
from kotoutus_desktop.rules.facts import Extension, Protection
from kotoutus_desktop.rules.referrals import ReferralState
from kotoutus_desktop.rules.statistics import WHOLE, Part, Period, Topic
from tests.bench.filling import record_nothing
from tests.bench.stopwatch import line, listening, median, queries

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

KEY = bytes(range(32))
TODAY = date(2026, 11, 24)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
CLIENTS, PLANS_EACH, OFFICERS, SPREAD = 10_000, 4, 40, 900
LONGEST, MOST_QUERIES = 1000, 2  # milliseconds; counting, and months of reimbursement
LANGUAGES = ("ar", "so", "uk", "fa", "ti", "ru", "en", "sq", "th", "ku")

Report = Callable[[str], None]


@pytest.fixture(scope="module")
def counted_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an office with all that statistics count, written in bulk."""
    path = tmp_path_factory.mktemp("statistics") / "office.kotoutus"
    database = Database(path, KEY)
    record_nothing(database)
    officers = [Officer(name=f"Officer {number}") for number in range(OFFICERS)]
    with database.transaction() as session:
        session.add_all(officers)
        session.add(Office(municipality="889", name_fi="Utajärven kunta", case_prefix="U7"))
    with database.transaction() as session:
        clients = [_client(place, officers[place % OFFICERS]) for place in range(CLIENTS)]
        session.bulk_save_objects(clients)
        for rows in [*_of_clients(clients), *_plans(clients)]:
            session.bulk_save_objects(rows)
    database.close()
    return path


def _day(place: int) -> date:
    return TODAY - timedelta(days=place * 7 % SPREAD)


def _client(place: int, officer: Officer) -> Client:
    return Client(
        number=f"U7-{place:05d}",
        family_names="Al-Khatib",
        given_names=f"Amal {place}",
        identity_code="131052-308T" if place % 3 else None,
        born=date(1950, 1, 1) + timedelta(days=place * 3 % 27_000),
        service_language=LANGUAGES[place % 10],
        mother_tongue=LANGUAGES[place % 7],
        home_municipality=("889", "564", "091")[place % 3],
        protection=(None, *Protection)[place % 6],
        first_home_municipality_on=_day(place),
        officer_id=officer.id,
        created_at=datetime.combine(_day(place), time(8), UTC),
        closed_on=_day(place) + timedelta(days=200) if place % 4 == 0 else None,
        non_disclosure=place % 50 == 0,
    )


def _of_clients(clients: list[Client]) -> Iterator[list[Any]]:
    keys = [(each.id, _day(place)) for place, each in enumerate(clients)]
    yield [Contact(client_id=k, learned_on=day, channel=ContactChannel.SELF) for k, day in keys]
    home = BenefitKind.HOME_CARE_ALLOWANCE
    yield [BenefitPeriod(client_id=key, kind=home, starts_on=day) for key, day in keys]
    needed = Outcome.PLAN_NEEDED
    yield [
        Assessment(client_id=key, started_on=day, completed_on=day, outcome=needed)
        for key, day in keys
    ]
    referrals = [Referral(client_id=key, made_on=day) for key, day in keys]
    yield referrals
    yield [
        _within(
            ReferralStep(
                client_id=each.client_id,
                state=state,
                happened_on=each.made_on,
                recorded_on=each.made_on,
            ),
            referral_id=each.id,
        )
        for each in referrals
        for state in (ReferralState.SENT, ReferralState.ACCEPTED)
    ]
    topics = list(GuidanceTopic)
    yield [
        GuidanceContact(given_on=day, topic=topics[place % len(topics)])
        for place, (_key, day) in enumerate(keys)
    ]


def _plans(clients: list[Client]) -> Iterator[list[Any]]:
    plans = [
        Plan(
            client_id=each.id,
            number=number + 1,
            state=PlanState.ENDED if number + 1 < PLANS_EACH else PlanState.AGREED,
            made_on=_day(place) - timedelta(days=300 - 100 * number),
            ends_on=_day(place) - timedelta(days=200 - 100 * number),
            extension=Extension.SPECIAL_MEASURES if place % 9 == 0 else None,
        )
        for place, each in enumerate(clients)
        for number in range(PLANS_EACH)
    ]
    goals = [_within(Goal(client_id=plan.client_id), plan_id=plan.id) for plan in plans]
    yield plans
    yield goals
    yield [_within(Measure(client_id=goal.client_id), goal_id=goal.id) for goal in goals]
    yield [
        _within(
            Review(client_id=plan.client_id, reviewed_on=plan.made_on, completed=True),
            plan_id=plan.id,
        )
        for plan in plans
    ]


def _within(row: Any, **keys: Any) -> Any:
    """Return a row with the keys of what it belongs to."""
    for name, key in keys.items():
        setattr(row, name, key)
    return row


@pytest.fixture
def counted_office(counted_file: Path) -> Iterator[Database]:
    database = Database(counted_file, KEY, must_exist=True)
    yield database
    database.close()


@pytest.fixture
def bare_counted(counted_file: Path) -> Iterator[driver.Connection]:
    connection = connect(counted_file, bytearray(KEY), create=False)
    yield connection
    connection.close()


def test_a_year_of_ten_thousand_clients(
    counted_office: Database, bare_counted: driver.Connection, report: Report
) -> None:
    def ours() -> Any:
        with counted_office.reading() as session:
            return statistics(session, YEAR, TODAY)

    with listening() as statements:
        tables = ours()

    def raw() -> list[Any]:
        return [bare_counted.execute(sql, values).fetchall() for sql, values in queries(statements)]

    taken = median(ours, times=5)
    report(line("statistics, a year", taken, median(raw, times=3)))
    assert len(queries(statements)) == MOST_QUERIES
    assert tables[Topic.PLAN].lines[0].counts[0] > CLIENTS // 2
    assert taken.cpu < LONGEST


def test_the_rows_behind_the_largest_number(counted_office: Database, report: Report) -> None:
    def ours() -> Any:
        with counted_office.reading() as session:
            return rows_behind(session, YEAR, Cell(Topic.GROUP, WHOLE, Part.ALL), TODAY)

    taken = median(ours, times=3)
    report(line("rows behind all clients", taken, None))
    assert len(ours().rows) > CLIENTS // 2
    assert taken.cpu < LONGEST
