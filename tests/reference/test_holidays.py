from datetime import date

import pytest

from kotoutus_desktop.reference.holidays import is_day_off


@pytest.mark.parametrize(
    ("day", "off"),
    [
        (date(2026, 11, 20), False),
        (date(2026, 11, 21), True),
        (date(2026, 11, 22), True),
        (date(2027, 1, 6), True),
        (date(2026, 12, 24), True),
        (date(2025, 2, 5), False),
    ],
)
def test_weekends_and_holidays_are_days_off_and_theme_days_are_not(day, off):
    assert is_day_off(day) is off
