"""Days on which a statutory time may not end: weekends, holidays and the eves of two."""

from datetime import date
from functools import cache

from kotoutus_desktop.reference.code_list import read_rows

SATURDAY = 5


@cache
def _holidays() -> frozenset[date]:
    rows = read_rows("holidays_fi_2025_2031.csv")
    return frozenset(
        date.fromisoformat(row["date"]) for row in rows if row["moves_statutory_deadline"] == "yes"
    )


def is_day_off(day: date) -> bool:
    """Tell whether a day is a Saturday, a Sunday or a holiday of the years that are known.

    Source: 150/1930 § 5; the holidays as `resources/data/README.md` tells.
    """
    return day.weekday() >= SATURDAY or day in _holidays()
