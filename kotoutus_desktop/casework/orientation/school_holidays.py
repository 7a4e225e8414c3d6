"""The school holidays that the municipalities decided, and the days without school by them."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.school_holiday import SchoolHoliday
from kotoutus_desktop.reference.course_days import NamedDays, typical_school_holidays

LONGEST = timedelta(days=120)  # a summer; what is longer is a slip of typing
LONGEST_NAME = 200


def school_holidays(session: Session) -> Sequence[SchoolHoliday]:
    """Return what the office has recorded, in order."""
    return session.scalars(
        select(SchoolHoliday).order_by(
            SchoolHoliday.first, SchoolHoliday.municipality, SchoolHoliday.id
        )
    ).all()


def add_school_holiday(session: Session, holiday: SchoolHoliday) -> None:
    """Record days without school; raises InvalidInput, naming the field."""
    holiday.name = " ".join(holiday.name.split())
    if holiday.last < holiday.first:
        raise InvalidInput("last", N_("The last day is before the first."))
    if holiday.last - holiday.first > LONGEST:
        raise InvalidInput("last", N_("That is longer than a summer. Check the days."))
    if len(holiday.name) > LONGEST_NAME:
        raise InvalidInput("name", N_("Write at most {most} characters."), most=LONGEST_NAME)
    session.add(holiday)
    session.flush()


def remove_school_holiday(session: Session, holiday_id: UUID) -> None:
    """Take away what was recorded."""
    session.delete(session.get_one(SchoolHoliday, holiday_id))


def days_without_school(
    holidays: Iterable[SchoolHoliday], municipalities: Collection[str], years: Iterable[int]
) -> frozenset[date]:
    """Return the days without school in some years.

    Those recorded count for a year of which the office has recorded any that concerns one of
    the municipalities; for other years the typical ones stand in.
    """
    concern = [each for each in holidays if each.municipality in ("", *municipalities)]
    own = [NamedDays(each.first, each.last, "", "", each.name) for each in concern]
    known = {day.year for each in own for day in (each.first, each.last)}
    typical = [
        each for year in years if year not in known for each in typical_school_holidays(year)
    ]
    return frozenset(day for each in (*own, *typical) for day in each.days())
