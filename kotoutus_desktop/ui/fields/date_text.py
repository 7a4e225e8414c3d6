"""Dates as people write them: 24.11.2026, 24.11., 241126, 11/2026, 1988, +6kk, ma.

Pure: what day it is and which language the words are in are arguments.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.ui.fields.date_words import WORDS, Unit

EARLIEST_YEAR, LATEST_YEAR = 1900, 2199

NOT_A_DATE = N_("Write a day such as {example}, a month 3/1988 or only the year.")
NO_SUCH_MONTH = N_("There are twelve months. Check the month or write only the year.")
NO_SUCH_DAY = N_("A month has no day {day}. Check the day or write only the year.")
NO_YEAR = N_("Add the year, for example {example}.")
YEAR_TOO_FAR = N_("Check the year: {year}.")
NOT_BORN_YET = N_("This day is still to come. Check the year.")
SHORT_MONTHS = {
    2: N_("February has no day {day}. Check the day or write only the year."),
    4: N_("April has no day {day}. Check the day or write only the year."),
    6: N_("June has no day {day}. Check the day or write only the year."),
    9: N_("September has no day {day}. Check the day or write only the year."),
    11: N_("November has no day {day}. Check the day or write only the year."),
}

_DAY = re.compile(r"(\d{1,2})[.\s/-]+(\d{1,2})(?:[.\s/-]+(\d{4}|\d{2}))?\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_MONTH = re.compile(r"(\d{1,2})[./\s-]+(\d{4})")
_YEAR = re.compile(r"\d{4}")
_STEP = re.compile(r"([+-])\s*(\d{1,3})\s*([^\W\d]+)\.?")


@dataclass(frozen=True)
class EnteredDate:
    """A date and how exactly it is known; a month or year keeps its first day."""

    day: date
    precision: Precision = Precision.DAY

    @property
    def exact(self) -> date | None:
        """Return the day if it is known to the day."""
        return self.day if self.precision is Precision.DAY else None


def parse_date(text: str, today: date, language: str, *, birth: bool = False) -> EnteredDate:
    """Read a date as it was typed.

    A two-digit or missing year is the nearest sensible one, for a birth the latest that is
    past. Raises InvalidInput, with an empty field, for anything that is not a date.
    """
    typed = " ".join(text.split()).casefold()
    entered = (
        _from_words(typed, today, language)
        or _from_numbers(typed, today, birth=birth)
        or _month_or_year(typed)
    )
    if entered is None:
        raise InvalidInput("", NOT_A_DATE, example=written(EnteredDate(today)))
    if birth and entered.day > today:
        raise InvalidInput("", NOT_BORN_YET)
    return entered


def written(entered: EnteredDate) -> str:
    """Write a date out: 24.11.2026, 11/2026 or 2026."""
    day = entered.day
    if entered.precision is Precision.YEAR:
        return str(day.year)
    if entered.precision is Precision.MONTH:
        return f"{day.month}/{day.year}"
    return f"{day.day}.{day.month}.{day.year}"


def read_back(entered: EnteredDate, language: str) -> str:
    """Say a date in words, so that a slip is seen: torstai 12.3.2026, maaliskuu 2026, 2026."""
    if entered.precision is Precision.YEAR:
        return str(entered.day.year)
    pattern = "LLLL y" if entered.precision is Precision.MONTH else "cccc d.M.y"
    return format_date(entered.day, pattern, locale=language)


def is_doubtful(entered: EnteredDate) -> bool:
    """Tell whether a day is the first of January, which often means that only the year is known."""
    day = entered.day
    return entered.precision is Precision.DAY and (day.day, day.month) == (1, 1)


def _from_words(typed: str, today: date, language: str) -> EnteredDate | None:
    words = WORDS.get(language, WORDS["en"])
    if typed in words.days:
        return EnteredDate(today + timedelta(days=words.days[typed]))
    if typed in words.weekdays:
        ahead = (words.weekdays[typed] - today.weekday() - 1) % 7 + 1
        return EnteredDate(today + timedelta(days=ahead))
    step = _STEP.fullmatch(typed)
    if step is None or step[3] not in words.units:
        return None
    count = int(step[2]) * (1 if step[1] == "+" else -1)
    day = _moved(today, count, words.units[step[3]])
    return EnteredDate(_checked(day.year, day.month, day.day))


def _moved(day: date, count: int, unit: Unit) -> date:
    """Move by days or by whole months; the last day of a shorter month if need be."""
    if unit.days:
        return day + timedelta(days=count * unit.days)
    months = day.year * 12 + day.month - 1 + count * unit.months
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def _days_in(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def _from_numbers(typed: str, today: date, *, birth: bool) -> EnteredDate | None:
    if found := _ISO.fullmatch(typed):
        return EnteredDate(_checked(int(found[1]), int(found[2]), int(found[3])))
    found = _DAY.fullmatch(typed) or _RUN.fullmatch(typed)
    if found is None:
        return None
    day, month, year = int(found[1]), int(found[2]), found[3] or ""
    if len(year) == 4:
        return EnteredDate(_checked(int(year), month, day))
    if birth and not year:
        _checked(2000, month, day)
        raise InvalidInput("", NO_YEAR, example=f"{day}.{month}.{today.year - 30}")
    return EnteredDate(_nearest(year, month, day, today, birth=birth))


def _nearest(year: str, month: int, day: int, today: date, *, birth: bool) -> date:
    """Complete a year: the past for births, otherwise whichever date is nearest to today."""
    century = today.year // 100 * 100
    years = (
        [century + jump + int(year) for jump in (-100, 0, 100)]
        if year
        else [today.year + jump for jump in (0, -1, 1, 2, 3, 4, -2, -3, -4)]
    )
    days = [date(y, month, day) for y in years if _exists(y, month, day)]
    if not days:
        return _checked(years[1], month, day)
    if birth:
        return max((d for d in days if d <= today), default=min(days))
    return min(days, key=lambda d: abs(d - today))


def _exists(year: int, month: int, day: int) -> bool:
    in_range = EARLIEST_YEAR <= year <= LATEST_YEAR and 1 <= month <= 12
    return in_range and 1 <= day <= _days_in(year, month)


def _checked(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        raise InvalidInput("", NO_SUCH_MONTH)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise InvalidInput("", YEAR_TOO_FAR, year=year)
    if not 1 <= day <= _days_in(year, month):
        short = SHORT_MONTHS.get(month) if 29 <= day <= 31 else None
        raise InvalidInput("", short or NO_SUCH_DAY, day=day)
    return date(year, month, day)


def _month_or_year(typed: str) -> EnteredDate | None:
    if found := _MONTH.fullmatch(typed):
        return EnteredDate(_checked(int(found[2]), int(found[1]), 1), Precision.MONTH)
    if _YEAR.fullmatch(typed):
        return EnteredDate(_checked(int(typed), 1, 1), Precision.YEAR)
    return None
