"""Counting months and years."""

from calendar import monthrange
from datetime import date

MONTHS_IN_YEAR = 12


def add_months(day: date, months: int) -> date:
    """Return the last day of a period of `months` that is counted from `day`.

    It is the day of the same number, or the last day of a month that has no such day. The
    day named "latest" is still in time. A last day that is a Saturday or a holiday is not
    moved: the plain date is never too late.

    Source: 150/1930 § 3.
    """
    years, index = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + months, MONTHS_IN_YEAR)
    return date(years, index + 1, min(day.day, monthrange(years, index + 1)[1]))


def add_years(day: date, years: int) -> date:
    """Return the last day of a period of `years` that is counted from `day`.

    Source: 150/1930 § 3.
    """
    return add_months(day, years * MONTHS_IN_YEAR)


def is_under(born: date | None, years: int, on: date) -> bool | None:
    """Tell whether a person has not yet turned `years` on the day `on`.

    None when the date of birth is not known. Who was born on 29 February is taken to turn
    older on 28 February in common years, as periods of years end (150/1930 § 3).
    """
    return None if born is None else on < add_years(born, years)
