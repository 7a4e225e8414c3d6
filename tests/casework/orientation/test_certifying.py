from datetime import timedelta

import pytest

from kotoutus_desktop.casework.orientation.certifying import certifiable, record_certificate
from kotoutus_desktop.casework.orientation.needs import NeedEntry, record_need
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.orientation import Enrolment, EnrolmentState
from tests.casework.orientation.attended import HERE, mark, with_meetings

ACCEPTED = EnrolmentState.ACCEPTED


@pytest.fixture
def course(make_course):
    return make_course(trainer="Ahmad Said")


@pytest.fixture
def amal(integration_client):
    return integration_client()


@pytest.fixture
def on_course(course, enrol, amal):
    return enrol(course, amal, ACCEPTED)


def attend(database, course, today, enrolment, count, **fields):
    meetings = with_meetings(database, course, today - timedelta(weeks=count), count, **fields)
    for meeting in meetings:
        mark(database, meeting, {enrolment: HERE})
    return meetings


def found(database, client, today):
    with database.reading() as session:
        return certifiable(session, client.id, today)


def test_seventy_hours_of_all_topics_are_complete(database, course, on_course, amal, today):
    attend(database, course, today, on_course, 24)

    one = found(database, amal, today)

    one.require_complete()
    assert sum(each.teaching for each in one.topics) == 24 * 180
    assert len(one.topics) == 12


def test_before_seventy_hours_the_complete_one_is_refused_and_explained(
    database, course, on_course, amal, today
):
    attend(database, course, today, on_course, 5)

    with pytest.raises(InvalidInput, match="certificate of participation") as caught:
        found(database, amal, today).require_complete()

    assert caught.value.field == "certificate"


def test_nothing_attended_is_nothing_to_certify(database, amal, on_course, today):
    with pytest.raises(InvalidInput, match="nothing to certify"):
        found(database, amal, today)


def test_hours_done_elsewhere_are_no_hours_of_a_topic(database, course, on_course, amal, today):
    attend(database, course, today, on_course, 2)
    with database.transaction() as session:
        record_need(session, amal.id, NeedEntry(earlier_minutes=600, earlier_where="Kuopio"))

    one = found(database, amal, today)

    assert one.hours.earlier == 600
    assert sum(each.teaching for each in one.topics) == 2 * 180


def test_it_names_who_taught_and_from_when_till_when(database, course, on_course, amal, today):
    meetings = attend(database, course, today, on_course, 3)
    with database.transaction() as session:
        meetings[1].trainer = "Sara Ali"
        session.add(meetings[1])

    (attended,) = found(database, amal, today).attended

    assert attended.trainers == ("Ahmad Said", "Sara Ali")
    assert (attended.first, attended.last) == (meetings[0].held_on, meetings[2].held_on)


def test_the_day_of_the_certificate_is_kept_with_the_enrolment(database, on_course, amal, today):
    with database.transaction() as session:
        record_certificate(session, amal.id, today)

    with database.reading() as session:
        assert session.get_one(Enrolment, on_course).certificate_on == today


def test_without_an_enrolment_there_is_nothing_to_keep_it_with(database, amal, today):
    with database.transaction() as session:
        record_certificate(session, amal.id, today)
