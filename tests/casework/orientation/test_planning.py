"""Meetings by rule and frame."""

from datetime import date

import pytest

from kotoutus_desktop.casework.orientation.courses import get_course
from kotoutus_desktop.casework.orientation.planning import (
    Rule,
    meetings_by,
    plan_meetings,
    remove_template,
    rule_faults,
    save_template,
    seventy_hours,
    subjects_of,
    templates,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.orientation import CourseMeeting, MeetingState
from kotoutus_desktop.rules.course_calendar import Slot
from kotoutus_desktop.rules.orientation import REQUIRED_MINUTES, Topic

MONDAY = date(2027, 1, 11)
MORNING, AFTERNOON = Slot(0, 540, 150, 30), Slot(2, 780, 150, 30)
FRAME = seventy_hours("fi")
RULE = Rule(MONDAY, (MORNING, AFTERNOON), FRAME)


def test_two_mornings_a_week_make_twenty_eight_meetings_of_all_topics() -> None:
    meetings = meetings_by(RULE)

    assert len(meetings) == 28
    assert sum(meeting.slot.minutes for meeting in meetings) >= REQUIRED_MINUTES
    assert {topic for meeting in meetings for topic in meeting.topics} == set(Topic)
    assert meetings[0].title == "Johdanto"


def test_days_off_are_passed_by() -> None:
    free = Rule(MONDAY, (MORNING,), FRAME, frozenset({MONDAY}))

    assert meetings_by(free)[0].held_on == date(2027, 1, 18)


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (Rule(None, (MORNING,), FRAME), "first"),
        (Rule(MONDAY, (), FRAME), "slots"),
        (Rule(MONDAY, (Slot(0, 540, 0),), FRAME), "slots"),
        (Rule(MONDAY, (Slot(0, 540, 720),), FRAME), "slots"),
        (Rule(MONDAY, (Slot(0, 1380, 120),), FRAME), "slots"),
        (Rule(MONDAY, (MORNING, Slot(0, 600, 60)), FRAME), "slots"),
        (Rule(MONDAY, (MORNING,), ()), "frame"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_by_its_field(rule: Rule, field: str) -> None:
    assert field in [fault.field for fault in rule_faults(rule)]
    assert meetings_by(rule) == ()


def test_planning_keeps_the_days_of_the_course_and_what_was_held(database, make_course) -> None:
    course = make_course()
    with database.transaction() as session:
        session.add(
            CourseMeeting(
                course_id=course.id, held_on=date(2027, 1, 4), starts=540, minutes=150,
                state=MeetingState.HELD,
            )
        )  # fmt: skip
    for _time in range(2):  # planning again takes the place of what was only planned
        with database.transaction() as session:
            plan_meetings(session, course.id, RULE)

    with database.reading() as session:
        read = get_course(session, course.id)
        assert len(read.meetings) == 29
        assert read.starts_on == date(2027, 1, 4)
        assert read.ends_on == read.meetings[-1].held_on


def test_a_meeting_in_the_night_of_the_clock_change_is_refused(database, make_course) -> None:
    course = make_course()
    night = Rule(date(2027, 3, 28), (Slot(6, 150, 120),), FRAME)
    with database.transaction() as session, pytest.raises(InvalidInput):
        plan_meetings(session, course.id, night)


def test_a_planned_course_becomes_a_frame_of_the_office(database, make_course) -> None:
    course = make_course()
    with database.transaction() as session:
        plan_meetings(session, course.id, RULE)
    with database.transaction() as session:
        save_template(session, " Oma  kehys ", course.id)

    with database.reading() as session:
        (template,) = templates(session)
        subjects = subjects_of(template)
    assert template.name == "Oma kehys"
    assert len(subjects) == 28
    assert {topic for subject in subjects for topic in subject.topics} == set(Topic)

    with database.transaction() as session:
        remove_template(session, template.id)
    with database.reading() as session:
        assert templates(session) == []


@pytest.mark.parametrize("name", ["", "Kehys"])
def test_a_frame_needs_a_name_and_meetings(database, make_course, name: str) -> None:
    course = make_course()
    with database.transaction() as session, pytest.raises(InvalidInput) as refused:
        save_template(session, name, course.id)

    assert refused.value.field == "name"
