from datetime import timedelta

import pytest

from kotoutus_desktop.casework.orientation.enrolling import Guest, add_guest
from kotoutus_desktop.casework.orientation.roll import meeting_to_mark, meetings_of, roll
from kotoutus_desktop.models.orientation import EnrolmentState, MeetingState
from tests.casework.orientation.attended import HERE, mark, with_meetings


@pytest.fixture
def course(make_course):
    return make_course()


def test_people_stand_by_name_and_guests_after_them(
    database, course, enrol, integration_client, today
):
    for name in ("c", "a", "b"):
        enrol(
            course,
            integration_client(sort_name=name, family_names=name, given_names=""),
            EnrolmentState.ACCEPTED,
        )
    (meeting,) = with_meetings(database, course, today, 1)
    with database.transaction() as session:
        add_guest(session, course.id, Guest("Aamu"), today)
        names = [row.person.name for row in roll(session, meeting.id).rows]

    assert names == ["a", "b", "c", "Aamu"]


def test_the_own_script_is_shown_but_not_under_a_non_disclosure_order(
    database, course, enrol, integration_client, today
):
    enrol(course, integration_client(sort_name="a"), EnrolmentState.ACCEPTED)
    hidden = integration_client(sort_name="b", number="U7-0777", non_disclosure=True)
    enrol(course, hidden, EnrolmentState.ACCEPTED)
    (meeting,) = with_meetings(database, course, today, 1)

    with database.reading() as session:
        first, second = (row.person for row in roll(session, meeting.id).rows)
    assert first.own_name == "أمل حسن الخطيب"
    assert (second.name, second.own_name, second.hidden) == ("U7-0777", "", True)


@pytest.mark.parametrize("ground", ["trafficking_victim", "restricted"])
def test_whoever_must_not_be_found_stands_by_the_number_where_the_place_is_known(
    database, course, enrol, integration_client, today, ground
):
    enrol(course, integration_client(number="U7-0777", **{ground: True}), EnrolmentState.ACCEPTED)
    (meeting,) = with_meetings(database, course, today, 1)

    with database.reading() as session:
        (row,) = roll(session, meeting.id).rows
    assert (row.person.name, row.person.own_name, row.person.hidden) == ("U7-0777", "", True)


def test_whose_roll_is_called_now(database, course, enrol, integration_client, today):
    enrolment = enrol(course, integration_client(), EnrolmentState.ACCEPTED)
    before, this, after = with_meetings(database, course, today - timedelta(days=7), 3)

    def now():
        with database.reading() as session:
            found = meeting_to_mark(meetings_of(session, course.id), today)
            return found.id if found else None

    assert now() == this.id
    mark(database, this, {enrolment: HERE})
    assert now() == before.id
    mark(database, before, {enrolment: HERE})
    assert now() == this.id  # the last one held
    assert after.state is MeetingState.PLANNED


def test_a_course_without_meetings_has_no_roll(database, course, today):
    with database.reading() as session:
        assert meeting_to_mark(meetings_of(session, course.id), today) is None


def test_how_many_wait_for_a_mark_is_known(database, course, enrol, integration_client, today):
    people = [enrol(course, integration_client(), EnrolmentState.ACCEPTED) for _ in range(3)]
    (meeting,) = with_meetings(database, course, today, 1)
    mark(database, meeting, {people[0]: HERE})

    with database.reading() as session:
        assert roll(session, meeting.id).unmarked == 2
