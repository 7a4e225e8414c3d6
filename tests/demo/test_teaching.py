"""The demo's courses are where courses of a small office would be."""

from datetime import date

import pytest

from kotoutus_desktop.casework.orientation.courses import get_course, list_courses
from kotoutus_desktop.casework.orientation.progress import course_progress
from kotoutus_desktop.demo.teaching import COURSES
from kotoutus_desktop.models.orientation import CourseState, MeetingState
from kotoutus_desktop.rules.orientation import REQUIRED_MINUTES

TODAY = date(2026, 11, 24)


@pytest.fixture
def courses(filled):
    """The courses, the one that runs last."""
    with filled.reading() as session:
        return list_courses(session, TODAY)


def test_one_course_runs_and_one_is_planned_with_seventy_hours_each(courses):
    assert [row.state for row in courses] == [CourseState.PLANNED, CourseState.RUNNING]
    assert len(courses) == len(COURSES)
    planned, running = (row.minutes for row in courses)
    assert planned >= REQUIRED_MINUTES > running >= REQUIRED_MINUTES - 150  # one did not happen
    assert all(row.seated for row in courses)


def test_every_past_meeting_of_the_running_course_was_held_or_has_a_reason(filled, courses):
    with filled.reading() as session:
        course = get_course(session, courses[-1].course.id)
        past = [each for each in course.meetings if each.held_on < TODAY]
        seen = course_progress(session, course.id, TODAY)
    states = [each.state for each in past]

    assert states.count(MeetingState.DID_NOT_HAPPEN) == 1
    assert set(states) == {MeetingState.HELD, MeetingState.DID_NOT_HAPPEN}
    assert any(0 < each.attended < each.held for each in seen.rows)
