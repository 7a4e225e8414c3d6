from datetime import timedelta

import pytest

from kotoutus_desktop.casework.office import correct_office
from kotoutus_desktop.casework.orientation.enrolling import Guest, add_guest
from kotoutus_desktop.casework.orientation.progress import course_progress, record_completed
from kotoutus_desktop.casework.orientation.roll import Mark
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.orientation import Enrolment, EnrolmentState
from kotoutus_desktop.rules.orientation import Presence
from tests.casework.orientation.attended import EVERY_TOPIC, HERE, mark, with_meetings

ACCEPTED = EnrolmentState.ACCEPTED


@pytest.fixture
def course(make_course):
    return make_course()


@pytest.fixture
def progress(database, course, today):
    def read():
        with database.reading() as session:
            return course_progress(session, course.id, today)

    return read


def test_who_was_there_for_less_than_the_office_says_falls_behind(
    database, course, enrol, integration_client, progress, today
):
    diligent = enrol(course, integration_client(sort_name="a"), ACCEPTED)
    seldom = enrol(course, integration_client(sort_name="b"), ACCEPTED)
    five = with_meetings(database, course, today - timedelta(days=35), 5)
    for place, meeting in enumerate(five):
        absent = Mark(Presence.EXCUSED if place else Presence.ABSENT)
        mark(database, meeting, {diligent: HERE, seldom: absent if place < 2 else HERE})

    assert [(row.percent, row.behind) for row in progress().rows] == [(100, False), (60, True)]
    assert (progress().limit, progress().held) == (80, 5)
    assert [row.person.enrolment_id for row in progress().behind] == [seldom]

    with database.transaction() as session:
        correct_office(session, {"orientation_behind_percent": 60})
    assert progress().behind == ()


def test_only_meetings_since_someone_joined_are_held_against_them(
    database, course, enrol, integration_client, progress, today
):
    joined = enrol(course, integration_client(), ACCEPTED, answered_on=today - timedelta(days=10))
    enrol(course, integration_client(sort_name="z"), ACCEPTED)
    first, second = with_meetings(database, course, today - timedelta(days=14), 2)
    with database.transaction() as session:
        other = session.query(Enrolment).filter(Enrolment.id != joined).one().id
    mark(database, first, {other: HERE})
    mark(database, second, {joined: HERE, other: HERE})

    row = progress().rows[0]
    assert (row.attended, row.held, row.behind) == (180, 180, False)


def test_invited_and_declined_people_are_not_part_of_the_progress(
    course, enrol, integration_client, progress
):
    for state in (EnrolmentState.INVITED, EnrolmentState.DECLINED, EnrolmentState.RESERVE):
        enrol(course, integration_client(), state)

    assert progress().rows == ()


def test_a_guest_has_no_seventy_hours(database, course, progress, today):
    with database.transaction() as session:
        add_guest(session, course.id, Guest("Leyla"), today - timedelta(days=30))

    (row,) = progress().rows
    assert (row.person.name, row.hours, row.ready) == ("Leyla", None, False)


def test_completion_is_offered_and_recorded_when_everything_is_there(
    database, course, enrol, integration_client, progress, today
):
    enrolment = enrol(course, integration_client(), ACCEPTED)
    (long,) = with_meetings(database, course, today, 1, minutes=4200, topics=EVERY_TOPIC)
    assert not progress().ready
    mark(database, long, {enrolment: HERE})
    assert [row.person.enrolment_id for row in progress().ready] == [enrolment]

    with database.transaction() as session:
        assert record_completed(session, [enrolment], today) == 1

    with database.reading() as session:
        kept = session.get_one(Enrolment, enrolment)
        assert (kept.state, kept.ended_on) == (EnrolmentState.COMPLETED, today)
    assert not progress().ready


def test_nobody_is_complete_before_seventy_hours(
    database, course, enrol, integration_client, today
):
    enrolment = enrol(course, integration_client(), ACCEPTED)
    (short,) = with_meetings(database, course, today, 1, minutes=4199)
    mark(database, short, {enrolment: HERE})

    with pytest.raises(InvalidInput), database.transaction() as session:
        record_completed(session, [enrolment], today)


def test_past_meetings_without_a_roll_are_counted(database, course, progress, today):
    with_meetings(database, course, today - timedelta(days=7), 3)

    assert (progress().uncalled, progress().planned, progress().held) == (1, 3, 0)


def test_under_a_non_disclosure_order_only_the_number_is_shown(
    course, enrol, integration_client, progress
):
    enrol(course, integration_client(number="U7-0999", non_disclosure=True), ACCEPTED)

    person = progress().rows[0].person
    assert (person.name, person.own_name, person.hidden) == ("U7-0999", "", True)
