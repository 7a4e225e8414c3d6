from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.orientation import (
    Attendance,
    Course,
    CourseMeeting,
    CourseTemplate,
    Enrolment,
    OrientationNeed,
    SelfStudy,
    TemplateMeeting,
    attendance_key,
    known_topics,
)
from kotoutus_desktop.rules.orientation import Presence, Topic

DAY = date(2026, 11, 24)


@pytest.fixture
def case(database, make_client):
    """A client on a course of two meetings, marked at the first."""
    client = make_client()
    course = Course(number="K7-0001", language="prs", municipalities=["785", "564"])
    with database.transaction() as session:
        session.add_all([client, course])
        session.flush()
        later, first = (
            CourseMeeting(course_id=course.id, held_on=day, starts=540, minutes=165)
            for day in (date(2026, 12, 1), DAY)
        )
        enrolment = Enrolment(course_id=course.id, client_id=client.id, code="7K3")
        session.add_all([later, first, enrolment, OrientationNeed(client_id=client.id)])
        session.flush()
        session.add_all(
            [
                Attendance(
                    id=attendance_key(first.id, enrolment.id),
                    meeting_id=first.id,
                    enrolment_id=enrolment.id,
                    client_id=client.id,
                    presence=Presence.PRESENT,
                    minutes=165,
                    recorded_on=DAY,
                ),
                SelfStudy(client_id=client.id, course_id=course.id, done_on=DAY, minutes=90),
            ]
        )
    return client, course


def test_meetings_come_in_the_order_of_time(database, case):
    with database.reading() as session:
        meetings = session.get_one(Course, case[1].id).meetings

        assert [meeting.held_on for meeting in meetings] == [DAY, date(2026, 12, 1)]


def test_a_meeting_ends_after_its_breaks():
    meeting = CourseMeeting(
        course_id=Course().id, held_on=DAY, starts=540, minutes=165, break_minutes=15
    )

    assert meeting.ends == 12 * 60


def test_the_mark_of_a_person_at_a_meeting_has_one_key_everywhere(case):
    first, second = Course().id, Course().id

    assert attendance_key(first, second) == attendance_key(first, second)
    assert attendance_key(first, second) != attendance_key(second, first)


def test_a_deleted_client_takes_hours_along_and_leaves_the_course(database, case):
    client, _ = case
    with database.transaction("Delete the client") as session:
        session.delete(session.get(Client, client.id))

    with database.reading() as session:
        for model in (OrientationNeed, Enrolment, Attendance, SelfStudy):
            assert session.scalars(select(model)).all() == []
        assert len(session.scalars(select(CourseMeeting)).all()) == 2

    database.undo()

    with database.reading() as session:
        assert [mark.minutes for mark in session.scalars(select(Attendance))] == [165]
        assert len(session.scalars(select(SelfStudy)).all()) == 1


def test_a_deleted_course_leaves_the_hours_studied_alone(database, case):
    with database.transaction("Delete the course") as session:
        session.delete(session.get(Course, case[1].id))

    with database.reading() as session:
        assert session.scalars(select(Attendance)).all() == []
        assert [study.course_id for study in session.scalars(select(SelfStudy))] == [None]


def test_a_template_keeps_its_meetings_in_order(database):
    meetings = [
        TemplateMeeting(position=place, title=title, minutes=180, topics=[Topic.SOCIETY])
        for place, title in ((2, "Yhteiskunta"), (1, "Johdanto"))
    ]
    with database.transaction() as session:
        session.add(CourseTemplate(name="70 tuntia", meetings=meetings))

    with database.reading() as session:
        template = session.scalars(select(CourseTemplate)).one()
        assert [meeting.title for meeting in template.meetings] == ["Johdanto", "Yhteiskunta"]


def test_a_topic_of_a_later_version_is_passed_by():
    assert known_topics(["society", "climate"]) == {Topic.SOCIETY}
