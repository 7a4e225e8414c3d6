from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.months import add_months, add_years, is_under

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        ("2025-08-31", 6, "2026-02-28"),  # no 31 February
        ("2027-08-31", 6, "2028-02-29"),  # leap year
        ("2025-06-01", 1, "2025-07-01"),
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-12-31", 12, "2026-12-31"),
        ("2025-03-31", -1, "2025-02-28"),  # counted backwards (§ 4)
    ],
)
def test_a_period_of_months_ends_on_the_same_number_or_the_last_day(day, months, last):
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(last)


@given(DAYS, st.integers(0, 600))
def test_the_last_day_has_the_same_number_unless_the_month_is_too_short(day, months):
    last = add_months(day, months)

    assert (last.year * 12 + last.month) - (day.year * 12 + day.month) == months
    assert last.day == min(day.day, monthrange(last.year, last.month)[1])


@given(DAYS, DAYS, st.integers(0, 60))
def test_what_starts_later_never_ends_earlier(one, other, months):
    first, second = sorted((one, other))

    assert add_months(first, months) <= add_months(second, months)


def test_years_are_twelve_months_each():
    assert add_years(date(2024, 2, 29), 3) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("on", "under"), [("2026-05-16", True), ("2026-05-17", False), ("2026-05-18", False)]
)
def test_an_age_is_reached_on_the_birthday(on, under):
    assert is_under(date(2008, 5, 17), 18, date.fromisoformat(on)) is under


def test_an_age_is_unknown_without_a_date_of_birth():
    assert is_under(None, 18, date(2026, 1, 1)) is None
