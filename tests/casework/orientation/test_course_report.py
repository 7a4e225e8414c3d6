from collections import Counter
from datetime import timedelta

import pytest

from kotoutus_desktop.casework.orientation.course_report import (
    ReportScope,
    course_report,
    municipalities_with_courses,
)
from kotoutus_desktop.casework.orientation.roll import Mark
from kotoutus_desktop.casework.orientation.self_study import StudyEntry, record_study
from kotoutus_desktop.models.orientation import (
    CourseKind,
    CourseState,
    EnrolmentState,
)
from kotoutus_desktop.rules.orientation import Presence
from tests.casework.orientation.attended import HERE, mark, with_meetings

State = EnrolmentState


@pytest.fixture
def report(database, today):
    def read(municipality="", back=100):
        scope = ReportScope(today - timedelta(days=back), today, municipality)
        with database.reading() as session:
            return course_report(session, scope)

    return read


@pytest.fixture
def course(database, make_course, enrol, integration_client, today):
    """Two meetings, the first interpreted: one completed, one interrupted, one never came."""
    course = make_course(
        cost=100_000, interpreter_cost=20_000, municipalities=["889", "564"], language="ti"
    )
    meetings = with_meetings(database, course, today - timedelta(days=14), 2)
    with database.transaction() as session:
        session.merge(meetings[0]).interpreted = True
    people = [
        enrol(course, integration_client(), State.COMPLETED, ended_on=today),
        enrol(
            course, integration_client(), State.INTERRUPTED, ended_on=today, reason="moved  away"
        ),
        enrol(course, integration_client(), State.ACCEPTED),
    ]
    for meeting in meetings:
        mark(
            database,
            meeting,
            {people[0]: HERE, people[1]: Mark(Presence.LATE, 60), people[2]: Mark(Presence.ABSENT)},
        )
    return course


def test_people_hours_and_costs_of_a_period(course, report):
    (line,) = report().lines

    assert (line.started, line.completed, line.interrupted) == (2, 1, 1)
    assert line.reasons == Counter({"moved away": 1})
    assert (line.taught, line.interpreted) == (360, 180)
    assert (line.attended, line.present) == (360 + 240, 2)
    assert (line.cost, line.finishers) == (120_000, 1)
    assert report().cost_per_finisher == 120_000


def test_what_lies_outside_of_the_period_is_not_counted(course, report):
    (line,) = report(back=8).lines

    assert (line.started, line.taught, line.completed) == (0, 180, 1)


def test_who_was_moved_here_has_not_started_anew(
    database, course, make_course, enrol, report, integration_client, today
):
    client = integration_client()
    second = make_course(language="ti")
    went_on = enrol(second, client, State.ACCEPTED)
    enrol(course, client, State.MOVED, ended_on=today, moved_to=went_on)
    (meeting,) = with_meetings(database, second, today, 1)
    mark(database, meeting, {went_on: HERE})

    started = {line.course.id: line.started for line in report().lines}
    assert started[second.id] == 0


def test_a_municipality_has_the_courses_that_it_shares(
    course, make_course, database, report, today
):
    with_meetings(database, make_course(municipalities=["091"]), today, 1)

    assert [line.course.id for line in report("564").lines] == [course.id]
    assert report("091").lines == ()
    with database.reading() as session:
        assert dict(municipalities_with_courses(session)) == {"889": 1, "564": 1, "091": 1}


def test_a_cancelled_course_and_an_introduction_cost_no_completed_participant(
    database, make_course, report, today
):
    for fields in ({"state": CourseState.CANCELLED}, {"kind": CourseKind.INTRODUCTION}):
        course = make_course(cost=5_000, **fields)
        with_meetings(database, course, today, 1)

    assert report().cost_per_finisher is None
    assert report().lines == ()


def test_self_study_is_counted_by_its_day_and_course(
    database, course, integration_client, report, today
):
    client = integration_client()
    with database.transaction() as session:
        for minutes, day, where in (
            (60, today, course.id),
            (30, today, None),
            (15, today - timedelta(days=200), None),
        ):
            entry = StudyEntry(day, minutes, course_id=where)
            record_study(session, client.id, entry, None, today)

    assert report().self_study == 90
    assert report("564").self_study == 60


def test_an_office_without_courses_has_an_empty_report(office, report):
    found = report()

    assert (found.lines, found.self_study, found.total("started")) == ((), 0, 0)
    assert found.reasons == Counter()
