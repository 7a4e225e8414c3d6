"""A course is made, changed, cancelled with a reason, and listed."""

from datetime import date, timedelta

import pytest

from kotoutus_desktop.casework.orientation.courses import (
    CourseFilter,
    cancel_course,
    end_course,
    get_course,
    keep_days,
    list_courses,
    state_on,
    store_course,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.models.orientation import (
    Course,
    CourseMeeting,
    CourseState,
    Enrolment,
    EnrolmentState,
    MeetingState,
)

DAY = date(2026, 12, 1)


def meeting(course: Course, day: date, state: MeetingState = MeetingState.PLANNED) -> CourseMeeting:
    return CourseMeeting(
        course_id=course.id, held_on=day, starts=540, minutes=150, break_minutes=30, state=state
    )


def stored(database: Database, **fields: object) -> Course:
    course = Course(**({"language": "ar"} | fields))
    with database.transaction() as session:
        store_course(session, course)
    return course


def test_courses_are_numbered_with_the_office_s_prefix(database: Database, office: Office) -> None:
    numbers = [stored(database).number for _ in range(3)]

    assert numbers == ["U7-K001", "U7-K002", "U7-K003"]


def test_a_course_keeps_its_number_when_it_is_changed(database: Database, office: Office) -> None:
    course = stored(database)
    with database.transaction() as session:
        again = get_course(session, course.id)
        again.name = "Ryhmä A"
        store_course(session, again)

    with database.reading() as session:
        assert get_course(session, course.id).number == "U7-K001"
        assert get_course(session, course.id).name == "Ryhmä A"


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"language": ""}, "language"),
        ({"places": 0}, "places"),
        ({"places": 201}, "places"),
        ({"cost": -1}, "cost"),
        ({"interpreter_cost": -500}, "interpreter_cost"),
        ({"note": "x" * 2001}, "note"),
    ],
)
def test_what_cannot_be_right_is_refused_by_its_field(
    database: Database, office: Office, fields: dict[str, object], named: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        stored(database, **fields)

    assert refused.value.field == named


def test_a_cancelled_course_holds_none_of_its_planned_meetings(
    database: Database, office: Office, today: date
) -> None:
    course = stored(database)
    with database.transaction() as session:
        session.add(meeting(course, today - timedelta(days=7), MeetingState.HELD))
        session.add(meeting(course, DAY))
    with database.transaction() as session:
        cancel_course(session, get_course(session, course.id), " Too few came ")

    with database.reading() as session:
        read = get_course(session, course.id)
        held, planned = read.meetings
        assert (read.state, read.state_reason) == (CourseState.CANCELLED, "Too few came")
        assert held.state is MeetingState.HELD
        assert (planned.state, planned.reason) == (MeetingState.DID_NOT_HAPPEN, "Too few came")


def test_a_course_is_not_cancelled_without_a_reason(database: Database, office: Office) -> None:
    course = stored(database)
    with database.transaction() as session, pytest.raises(InvalidInput) as refused:
        cancel_course(session, get_course(session, course.id), "  ")

    assert refused.value.field == "reason"


@pytest.mark.parametrize(
    ("days", "state"),
    [
        ((None, None), CourseState.PLANNED),
        ((1, 30), CourseState.PLANNED),
        ((0, 30), CourseState.RUNNING),
        ((-30, 0), CourseState.RUNNING),
        ((-30, -1), CourseState.ENDED),
    ],
)
def test_where_a_course_stands_follows_its_days(today: date, days, state) -> None:
    first, last = (None if day is None else today + timedelta(days=day) for day in days)

    assert state_on(Course(starts_on=first, ends_on=last), today) is state


def test_a_closed_course_stays_closed_whatever_its_days(database, office, today) -> None:
    course = stored(database, starts_on=today, ends_on=today)
    with database.transaction() as session:
        end_course(session, get_course(session, course.id))

    with database.reading() as session:
        assert state_on(get_course(session, course.id), today) is CourseState.ENDED


def test_the_days_of_a_course_are_those_of_its_meetings_that_happen() -> None:
    course = Course(language="ar")
    course.meetings = [
        meeting(course, DAY, MeetingState.DID_NOT_HAPPEN),
        meeting(course, DAY + timedelta(days=2)),
        meeting(course, DAY + timedelta(days=9), MeetingState.HELD),
    ]
    keep_days(course)

    assert (course.starts_on, course.ends_on) == (date(2026, 12, 3), date(2026, 12, 10))


def test_the_list_counts_who_sits_there_and_what_is_planned(
    database: Database, office: Office, today: date
) -> None:
    course = stored(database)
    stored(database, state=CourseState.CANCELLED)
    with database.transaction() as session:
        session.add_all(
            [
                meeting(course, DAY),
                meeting(course, DAY + timedelta(days=2)),
                meeting(course, DAY + timedelta(days=4), MeetingState.DID_NOT_HAPPEN),
                Enrolment(course_id=course.id, guest_name="A", state=EnrolmentState.ACCEPTED),
                Enrolment(course_id=course.id, guest_name="B", state=EnrolmentState.DECLINED),
            ]
        )
    with database.reading() as session:
        (row,) = list_courses(session, today)
        everything = list_courses(session, today, CourseFilter(frozenset(CourseState)))
        other = list_courses(session, today, CourseFilter(language="so"))

    assert (row.seated, row.meetings, row.minutes) == (1, 2, 300)
    assert row.state is CourseState.PLANNED
    assert len(everything) == 2
    assert other == []
