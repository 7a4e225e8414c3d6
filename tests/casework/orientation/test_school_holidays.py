"""School holidays are recorded by municipality, and stand in for the typical ones."""

from datetime import date

import pytest

from kotoutus_desktop.casework.orientation.school_holidays import (
    add_school_holiday,
    days_without_school,
    remove_school_holiday,
    school_holidays,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.school_holiday import SchoolHoliday

TYPICAL, OWN = date(2027, 2, 22), date(2027, 3, 16)  # in weeks 8 and 11


def holiday(first: date, last: date, municipality: str = "", name: str = "") -> SchoolHoliday:
    return SchoolHoliday(first=first, last=last, municipality=municipality, name=name)


def test_holidays_are_kept_in_order_and_taken_away(database) -> None:
    with database.transaction() as session:
        add_school_holiday(session, holiday(date(2027, 10, 18), date(2027, 10, 22)))
        add_school_holiday(session, holiday(OWN, OWN, name=" Talvi  loma "))
        first, _last = school_holidays(session)
        assert (first.first, first.name) == (OWN, "Talvi loma")
        remove_school_holiday(session, first.id)
        session.flush()
        assert [each.first.month for each in school_holidays(session)] == [10]


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("last", holiday(OWN, TYPICAL)),
        ("last", holiday(OWN, date(2027, 9, 1))),
        ("name", holiday(OWN, OWN, name="x" * 201)),
    ],
)
def test_days_that_cannot_be_are_refused(database, field: str, given: SchoolHoliday) -> None:
    with pytest.raises(InvalidInput) as refused, database.transaction() as session:
        add_school_holiday(session, given)

    assert refused.value.field == field


@pytest.mark.parametrize(
    ("recorded", "free"),
    [
        ([], {TYPICAL}),
        ([holiday(OWN, OWN, "889")], {OWN}),
        ([holiday(OWN, OWN)], {OWN}),
        ([holiday(OWN, OWN, "091")], {TYPICAL}),
        ([holiday(date(2028, 3, 1), date(2028, 3, 2))], {TYPICAL}),
    ],
)
def test_the_typical_ones_stand_in_for_a_year_without_any(recorded, free) -> None:
    days = days_without_school(recorded, ["889"], [2027])

    assert {TYPICAL, OWN} & days == free
