"""School holidays are kept for all municipalities or for one."""

from datetime import date

from sqlalchemy import select

from kotoutus_desktop.models.school_holiday import SchoolHoliday


def test_a_school_holiday_is_that_of_one_municipality_or_of_all(database) -> None:
    first, last = date(2027, 3, 1), date(2027, 3, 7)
    with database.transaction() as session:
        session.add(SchoolHoliday(municipality="889", name="Hiihtoloma", first=first, last=last))
        session.add(SchoolHoliday(first=first, last=first))

    with database.reading() as session:
        kept = session.scalars(select(SchoolHoliday).order_by(SchoolHoliday.last)).all()
    assert [(each.municipality, each.name, each.last) for each in kept] == [
        ("", "", first),
        ("889", "Hiihtoloma", last),
    ]
