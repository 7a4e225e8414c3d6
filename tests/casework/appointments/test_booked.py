from datetime import date
from uuid import uuid4

from kotoutus_desktop.casework.appointments.booked import (
    booked_between,
    booked_of,
    get_booked,
    hides_place,
)

DAY, LATER = date(2026, 11, 26), date(2026, 12, 1)


def store(database, *times):
    with database.transaction() as session:
        session.add_all(times)


def test_the_times_of_some_days_come_in_their_order(database, make_time, officer):
    times = [
        make_time(held_on=DAY, starts=600, officer_id=officer.id),
        make_time(held_on=DAY, starts=540),
        make_time(held_on=LATER),
    ]
    store(database, *times)

    with database.reading() as session:
        assert [each.starts for each in booked_between(session, DAY, DAY)] == [540, 600]
        own = booked_between(session, DAY, LATER, officer.id)
    assert [(each.officer, each.name) for each in own] == [
        ("Maija Esimerkki", "Amal Hassan Al-Khatib")
    ]


def test_a_restricted_client_has_neither_name_nor_place_in_lists(database, make_time, make_person):
    hidden = [make_person(**{field: True}) for field in
              ("non_disclosure", "trafficking_victim", "restricted")]  # fmt: skip
    store(database, *(make_time(client=each, place="Virastotalo") for each in hidden))
    store(database, make_time(place="Virastotalo"))

    with database.reading() as session:
        found = booked_between(session, DAY, DAY)
    assert sorted((each.name, each.place) for each in found) == [
        *[("", "")] * 3,
        ("Amal Hassan Al-Khatib", "Virastotalo"),
    ]


def test_a_family_with_one_restricted_member_has_no_place(database, make_time, make_person):
    home = uuid4()
    parent, _child = make_person(household=home), make_person(household=home, non_disclosure=True)
    alone, together = (
        make_time(client=parent, place="Virastotalo", with_family=family)
        for family in (False, True)
    )
    store(database, alone, together)

    with database.reading() as session:
        assert get_booked(session, alone.id).place == "Virastotalo"
        assert get_booked(session, together.id).place == ""
        assert hides_place(session, parent.id, with_family=True)
        assert not hides_place(session, parent.id, with_family=False)


def test_a_time_of_the_family_is_everybodys(database, make_time, make_person):
    home = uuid4()
    parent, child, other = make_person(household=home), make_person(household=home), make_person()
    family = make_time(client=parent, with_family=True)
    own = make_time(client=parent, held_on=LATER)
    store(database, family, own)

    with database.reading() as session:
        assert [each.id for each in booked_of(session, parent.id)] == [own.id, family.id]
        assert [each.id for each in booked_of(session, child.id)] == [family.id]
        assert booked_of(session, other.id) == []
        assert get_booked(session, uuid4()) is None
