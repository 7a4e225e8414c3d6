"""Holidays, school holidays and observances, as the planner of courses knows them."""

from datetime import date, timedelta

from kotoutus_desktop.reference.code_list import read_rows
from kotoutus_desktop.reference.course_days import (
    OBSERVANCES,
    observances_on,
    public_holiday,
    public_holidays,
    typical_school_holidays,
)


def test_a_public_holiday_has_its_name_in_each_language() -> None:
    holiday = public_holiday(date(2026, 12, 6))

    assert holiday is not None
    assert [holiday.name(language) for language in ("fi", "sv")] == [
        "Itsenäisyyspäivä",
        "Självständighetsdagen",
    ]
    assert public_holiday(date(2026, 12, 7)) is None


def test_a_flag_day_and_a_day_of_aland_are_ordinary_days() -> None:
    assert public_holiday(date(2025, 2, 5)) is None
    assert public_holiday(date(2025, 6, 9)) is None


def test_public_holidays_are_given_in_order() -> None:
    days = [named.first for named in public_holidays(date(2026, 12, 1), date(2026, 12, 31))]

    assert days == sorted(days)
    assert {date(2026, 12, 6), date(2026, 12, 25), date(2026, 12, 26)} <= set(days)


def test_every_row_of_the_observances_has_a_name_and_ends_after_it_begins() -> None:
    rows = read_rows("observances_2025_2032.csv")

    assert {row["key"] for row in rows} == set(OBSERVANCES)
    assert all(row["first"] <= row["last"] for row in rows)


def test_ramadan_of_2027_is_a_hint_from_its_first_day_to_its_last() -> None:
    ramadan = OBSERVANCES["ramadan"]

    assert ramadan in observances_on(date(2027, 2, 8))
    assert ramadan not in observances_on(date(2027, 2, 7))
    assert "may differ by a day" in ramadan


def test_typical_school_holidays_are_whole_weeks_and_christmas() -> None:
    winter, *_others, autumn, christmas = typical_school_holidays(2027)

    assert (winter.first, winter.last) == (date(2027, 2, 22), date(2027, 2, 28))
    assert autumn.first == date(2027, 10, 18)
    assert list(christmas.days())[-1] == date(2028, 1, 6)
    assert all(named.last - named.first < timedelta(days=75) for named in [winter, autumn])
