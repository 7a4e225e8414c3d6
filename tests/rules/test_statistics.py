from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.facts import Protection
from kotoutus_desktop.rules.months import is_under
from kotoutus_desktop.rules.reimbursement import reimbursement_edition
from kotoutus_desktop.rules.statistics import (
    AGE_BANDS,
    PARTS,
    SAME_SUMS,
    Part,
    Period,
    StatisticsTable,
    TableLine,
    Topic,
    age_band,
    born_latest,
    parts_of,
    reimbursement_months,
)

DAYS = st.dates(date(1930, 1, 1), date(2040, 12, 31))
QUOTA = Protection.QUOTA_REFUGEE


@given(DAYS, st.sampled_from([7, 18, 65]), st.dates(date(2000, 1, 1), date(2040, 12, 31)))
def test_a_band_begins_on_the_birthday_as_the_other_rules_have_it(born, years, day):
    assert (born <= born_latest(years, day)) is not is_under(born, years, day)


def test_who_was_born_on_a_leap_day_is_older_on_the_last_of_february():
    assert born_latest(18, date(2026, 2, 28)) == date(2008, 2, 29)


def test_the_bands_follow_each_other_without_a_gap():
    for (_first, last), (following, _last) in pairwise(AGE_BANDS):
        assert following == last + 1
    assert [age_band(*band) for band in AGE_BANDS][::7] == ["0-6", "65-"]


@given(DAYS, st.sampled_from(Protection))
def test_all_periods_together_have_the_months_of_the_act(start, protection):
    years = [Period(date(y, 1, 1), date(y, 12, 31)) for y in range(start.year - 1, start.year + 6)]
    counted = sum(reimbursement_months(protection, start, None, year) for year in years)

    assert counted == reimbursement_edition(start).length(protection)


@given(DAYS, st.integers(0, 700), st.integers(0, 700))
def test_two_periods_that_meet_have_the_months_of_both_together(start, before, length):
    first = start + timedelta(days=before - 100)
    middle, last = first + timedelta(days=length // 2), first + timedelta(days=length)
    parts = (Period(first, middle), Period(middle + timedelta(days=1), last))

    assert reimbursement_months(QUOTA, start, None, Period(first, last)) == sum(
        reimbursement_months(QUOTA, start, None, part) for part in parts
    )


@pytest.mark.parametrize(
    ("closed_on", "months"), [(None, 9), (date(2026, 6, 30), 3), (date(2025, 1, 1), 0)]
)
def test_months_end_with_the_client_relationship(closed_on, months):
    year = Period(date(2026, 1, 1), date(2026, 12, 31))

    assert reimbursement_months(QUOTA, date(2026, 4, 1), closed_on, year) == months


def test_nobody_without_protection_or_a_known_start_has_months():
    year = Period(date(2026, 1, 1), date(2026, 12, 31))

    assert reimbursement_months(None, date(2026, 4, 1), None, year) == 0
    assert reimbursement_months(QUOTA, None, None, year) == 0


def test_a_table_has_the_columns_of_its_topic_and_may_be_empty():
    nothing = StatisticsTable(Topic.PLAN, (TableLine("whole", (0,)),))
    one = StatisticsTable(Topic.PLAN, (TableLine("whole", (1,)),))

    assert nothing.is_empty
    assert not one.is_empty
    assert one.parts == (Part.ALL,)


def test_tables_of_one_whole_have_the_same_columns():
    for topics in SAME_SUMS:
        assert len({tuple(parts_of(topic)) for topic in topics}) == 1
    assert all(parts[0] is Part.ALL for parts in PARTS.values())
