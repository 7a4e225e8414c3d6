from kotoutus_desktop.casework.orientation.enrolling import (
    Guest,
    add_guest,
    interrupt,
    invite,
    reserve,
)
from kotoutus_desktop.casework.orientation.participants import (
    families,
    next_in_reserve,
    participants,
    places_of,
)
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.models.orientation import Course, EnrolmentState


def test_clients_and_guests_stand_in_the_order_of_their_enrolment(
    database, integration_client, make_course, today
):
    course = make_course()
    shown, hidden = integration_client(), integration_client(non_disclosure=True)
    with database.transaction() as session:
        invite(session, course.id, [shown.id, hidden.id], today)
        add_guest(session, course.id, Guest("Vieras Henkilö"), today)

    with database.reading() as session:
        found = participants(session, course.id)

    names = [each.name for each in found]
    assert names == ["Amal Hassan Al-Khatib", hidden.number, "Vieras Henkilö"]
    assert [each.is_guest for each in found] == [False, False, True]


def test_who_is_invited_takes_a_place_and_who_declined_frees_it(
    database, integration_client, make_course, enrol
):
    course = make_course(places=3)
    for state in (
        EnrolmentState.INVITED,
        EnrolmentState.ACCEPTED,
        EnrolmentState.DECLINED,
        EnrolmentState.RESERVE,
    ):
        enrol(course, integration_client(), state)

    with database.reading() as session:
        places = places_of(session, session.get_one(Course, course.id))

    assert (places.taken, places.free, places.reserve) == (2, 1, 1)


def test_a_course_that_is_overfull_has_no_place_below_none(
    database, integration_client, make_course, enrol
):
    course = make_course(places=1)
    for _number in range(2):
        enrol(course, integration_client(), EnrolmentState.ACCEPTED)

    with database.reading() as session:
        assert places_of(session, session.get_one(Course, course.id)).free == 0


def test_the_first_of_the_reserve_list_is_next_when_a_place_is_free(
    database, integration_client, make_course, enrol, today
):
    course = make_course(places=1)
    seat = enrol(course, integration_client(), EnrolmentState.ACCEPTED)
    first, second = integration_client(), integration_client()
    with database.transaction() as session:
        reserve(session, course.id, [first.id, second.id], today)
        assert next_in_reserve(session, session.get_one(Course, course.id)) is None

    with database.transaction() as session:
        interrupt(session, seat, today, "Muutti.")
        found = next_in_reserve(session, session.get_one(Course, course.id))
    assert found is not None
    assert found.enrolment.client_id == first.id


def test_of_a_household_those_who_know_the_language_are_named(
    database, integration_client, make_course, today
):
    home, course = uuid7(), make_course()
    here = integration_client(household=home)
    wife = integration_client(household=home, other_languages=["ar"], mother_tongue="ckb")
    integration_client(household=home, mother_tongue="so")
    integration_client(household=home, closed_on=today)
    integration_client()

    with database.reading() as session:
        there = session.get_one(Course, course.id)
        assert [each.id for each in families(session, [here.id], there)] == [wife.id]
        assert families(session, [integration_client().id], there) == []

    with database.transaction() as session:
        invite(session, course.id, [wife.id], today)
        assert families(session, [here.id], session.get_one(Course, course.id)) == []
