"""Random offices, each number against plain SQL on the bare driver."""

import shutil
from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kotoutus_desktop.casework.statistics.counting import statistics
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.rules.statistics import SEPARATE, UNKNOWN, WHOLE, Part, Period, Topic
from tests.casework.statistics.offices import fill
from tests.casework.statistics.plain_sql import numbers
from tests.conftest import KEY, TODAY

PERIODS = (
    Period(date(2026, 1, 1), date(2026, 12, 31)),
    Period(date(2025, 7, 1), date(2025, 12, 31)),
    Period(date(2024, 3, 1), date(2027, 2, 28), "889"),
    Period(date(2020, 1, 1), date(2030, 12, 31)),
    Period(date(2026, 5, 3), date(2026, 5, 3)),
)


def as_counter(table):
    """Return a table's numbers by line and column, without sums and zeros."""
    alone = len(table.parts) == 1
    columns = [
        (place, part)
        for place, part in enumerate(table.parts)
        if part is not Part.ALL or alone or table.topic is Topic.REIMBURSEMENT
    ]
    found = Counter(
        {
            (line.key, part.value): line.counts[place]
            for line in table.lines
            for place, part in columns
            if line.key != WHOLE
        }
    )
    return +found


@settings(
    max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(seed=st.integers(0, 10**9), period=st.sampled_from(PERIODS))
def test_every_number_is_that_of_plain_sql(tmp_path, empty_file, seed, period):
    path = tmp_path / f"{seed}.kotoutus"
    shutil.copy(empty_file, path)
    database = Database(path, KEY)
    with database.transaction() as session:
        fill(session, seed)
    with database.reading() as session:
        tables = statistics(session, period, TODAY)
    database.close()
    bare = connect(path, bytearray(KEY), create=False)
    expected = numbers(bare, period, TODAY)
    bare.close()
    path.unlink()

    assert list(tables) == list(Topic)
    for topic, table in tables.items():
        assert as_counter(table) == +expected[topic], topic


@pytest.fixture
def filled(database):
    with database.transaction() as session:
        fill(session, 681, clients=40)
    return database


@pytest.fixture
def tables(filled):
    with filled.reading() as session:
        return statistics(session, PERIODS[3], TODAY)


def test_the_random_offices_leave_no_table_empty(tables):
    assert [topic for topic, table in tables.items() if table.is_empty] == []


def test_the_first_line_is_the_sum_of_the_others_where_they_divide_a_whole(tables):
    for topic, table in tables.items():
        if topic in SEPARATE:
            assert WHOLE not in [line.key for line in table.lines]
        else:
            first, *others = table.lines
            assert first.key == WHOLE
            assert first.counts == tuple(map(sum, zip(*(x.counts for x in others), strict=True)))


def test_the_first_column_is_the_sum_of_the_others_but_for_months(tables):
    for topic, table in tables.items():
        if len(table.parts) > 1 and topic is not Topic.REIMBURSEMENT:
            for line in table.lines:
                assert line.counts[0] == sum(line.counts[1:])


def test_ages_and_levels_rise_and_what_is_not_known_comes_last(tables):
    ages = [line.key for line in tables[Topic.AGE].lines]
    levels = [line.key for line in tables[Topic.FINAL_TEST].lines]

    assert ages[1] == "0-6"
    assert ages[-1] == UNKNOWN
    assert [key for key in levels if key.startswith("A")] == ["A1.1", "A2.1"]


def test_guidance_belongs_to_no_municipality(filled):
    with filled.reading() as session:
        tables = statistics(session, Period(date(2020, 1, 1), date(2030, 1, 1), "889"), TODAY)

    assert tables[Topic.GUIDANCE_TOPIC].is_empty
    assert not tables[Topic.GROUP].is_empty


def test_an_empty_office_has_every_table_with_nothing_in_it(database):
    with database.reading() as session:
        tables = statistics(session, PERIODS[0], TODAY)

    assert list(tables) == list(Topic)
    assert all(table.is_empty for table in tables.values())
