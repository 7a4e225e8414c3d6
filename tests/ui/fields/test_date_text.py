from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.ui.fields.date_text import (
    EnteredDate,
    is_doubtful,
    parse_date,
    read_back,
    written,
)

TODAY = date(2026, 11, 24)  # a Tuesday
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def day(typed: str, language: str = "fi", *, birth: bool = False) -> date:
    return parse_date(typed, TODAY, language, birth=birth).day


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("24.11.2026", date(2026, 11, 24)),
        ("24.11.26", date(2026, 11, 24)),
        ("24.11.", date(2026, 11, 24)),
        ("24.11", date(2026, 11, 24)),
        ("5.1.", date(2027, 1, 5)),
        ("241126", date(2026, 11, 24)),
        ("24112026", date(2026, 11, 24)),
        ("24 11 2026", date(2026, 11, 24)),
        ("24/11/2026", date(2026, 11, 24)),
        ("2026-11-24", date(2026, 11, 24)),
        (" 24. 11. 2026 ", date(2026, 11, 24)),
        ("29.2.", date(2028, 2, 29)),
        ("tänään", TODAY),
        ("Tänään", TODAY),
        ("huomenna", date(2026, 11, 25)),
        ("+6kk", date(2027, 5, 24)),
        ("+ 6 kk", date(2027, 5, 24)),
        ("+3kk", date(2027, 2, 24)),
        ("-1v", date(2025, 11, 24)),
        ("+2vk", date(2026, 12, 8)),
        ("ma", date(2026, 11, 30)),
        ("ti", date(2026, 12, 1)),
        ("ke", date(2026, 11, 25)),
    ],
)
def test_a_day_is_read_as_people_write_it(typed, expected):
    assert parse_date(typed, TODAY, "fi") == EnteredDate(expected)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("11/2026", EnteredDate(date(2026, 11, 1), Precision.MONTH)),
        ("3.1988", EnteredDate(date(1988, 3, 1), Precision.MONTH)),
        ("2026", EnteredDate(date(2026, 1, 1), Precision.YEAR)),
    ],
)
def test_a_month_or_a_year_alone_keeps_its_precision(typed, expected):
    assert parse_date(typed, TODAY, "fi") == expected


def test_words_are_those_of_the_interface():
    assert day("imorgon", "sv") == date(2026, 11, 25)
    assert day("+6 mån", "sv") == date(2027, 5, 24)
    assert day("+2v", "sv") == date(2026, 12, 8)  # two weeks; in Finnish it is two years
    assert day("tomorrow", "en") == date(2026, 11, 25)


def test_months_end_where_the_month_ends():
    assert parse_date("+1kk", date(2027, 1, 31), "fi").day == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("14.3.88", date(1988, 3, 14)), ("1.1.30", date(1930, 1, 1)), ("140326", date(2026, 3, 14))],
)
def test_a_short_year_of_a_birth_is_past(typed, expected):
    assert day(typed, birth=True) == expected


@pytest.mark.parametrize("typed", ["24.12.2026", "2027", "12/2026"])
def test_nobody_is_born_tomorrow(typed):
    with pytest.raises(InvalidInput):
        day(typed, birth=True)


def test_a_birth_needs_a_year():
    with pytest.raises(InvalidInput, match="Add the year"):
        day("14.3.", birth=True)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("31.2.1988", "February has no day"),
        ("31.11.2026", "November has no day"),
        ("45.1.2026", "A month has no day"),
        ("1.13.2026", "twelve months"),
        ("1.1.1066", "Check the year"),
        ("eilisiltana", "Write a day"),
        ("14,3,1988", "Write a day"),
    ],
)
def test_what_is_no_date_says_what_to_do(typed, message):
    with pytest.raises(InvalidInput, match=message):
        day(typed)


def test_the_first_of_january_is_doubtful_and_a_known_year_is_not():
    assert is_doubtful(EnteredDate(date(1990, 1, 1)))
    assert not is_doubtful(EnteredDate(date(1990, 1, 1), Precision.YEAR))
    assert not is_doubtful(EnteredDate(date(1990, 2, 1)))


def test_a_date_is_read_back_with_its_weekday():
    assert read_back(EnteredDate(date(2026, 3, 12)), "fi") == "torstai 12.3.2026"
    assert read_back(EnteredDate(date(2026, 3, 12)), "sv") == "torsdag 12.3.2026"
    assert read_back(EnteredDate(date(2026, 3, 1), Precision.MONTH), "fi") == "maaliskuu 2026"


@given(DAYS, st.sampled_from([Precision.DAY, Precision.MONTH, Precision.YEAR]))
def test_what_is_written_out_is_read_as_the_same_date(found, precision):
    first = {Precision.MONTH: {"day": 1}, Precision.YEAR: {"day": 1, "month": 1}}
    entered = EnteredDate(found.replace(**first.get(precision, {})), precision)

    assert parse_date(written(entered), TODAY, "fi") == entered


@given(st.text(max_size=20), DAYS, st.sampled_from(["fi", "sv", "en"]), st.booleans())
def test_nothing_that_is_typed_breaks_the_reading(typed, today, language, birth):
    try:
        entered = parse_date(typed, today, language, birth=birth)
    except InvalidInput:
        return
    assert isinstance(entered.day, date)


@given(st.from_regex(r"[+-][0-9]{1,3} ?(kk|v|pv|vk)", fullmatch=True), DAYS)
def test_steps_that_leave_the_calendar_are_refused_like_any_other_fault(typed, today):
    with suppress(InvalidInput):
        assert 1900 <= parse_date(typed, today, "fi").day.year <= 2199
