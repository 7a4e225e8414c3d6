"""One meeting is moved, did not happen, is replaced."""

from datetime import date

import pytest

from kotoutus_desktop.casework.orientation.courses import get_course
from kotoutus_desktop.casework.orientation.meetings import (
    did_not_happen,
    move_meeting,
    replace_meeting,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.orientation import CourseMeeting, MeetingState

FIRST, SECOND, LATER = date(2027, 1, 11), date(2027, 1, 13), date(2027, 1, 20)


@pytest.fixture
def two(database, make_course):
    """A course of two meetings."""
    course = make_course()
    meetings = [
        CourseMeeting(course_id=course.id, held_on=day, starts=540, minutes=150, title="Laki")
        for day in (FIRST, SECOND)
    ]
    with database.transaction() as session:
        session.add_all(meetings)
    return course, *meetings


def test_a_moved_meeting_stays_the_same_and_the_course_follows(database, two) -> None:
    course, _first, second = two
    with database.transaction() as session:
        move_meeting(session, second.id, LATER, 600, "The room was taken")

    with database.reading() as session:
        moved = session.get(CourseMeeting, second.id)
        assert (moved.held_on, moved.starts, moved.reason) == (LATER, 600, "The room was taken")
        assert get_course(session, course.id).ends_on == LATER


@pytest.mark.parametrize(
    ("day", "starts"),
    [(FIRST, 600), (LATER, 1380), (date(2027, 3, 28), 170)],
)
def test_a_time_that_cannot_be_is_refused(database, two, day: date, starts: int) -> None:
    _course, _first, second = two
    with database.transaction() as session, pytest.raises(InvalidInput) as refused:
        move_meeting(session, second.id, day, starts)

    assert refused.value.field == "starts"


def test_what_did_not_happen_has_a_reason_and_one_replacement(database, two) -> None:
    course, _first, second = two
    with database.transaction() as session, pytest.raises(InvalidInput):
        did_not_happen(session, second.id, " ")
    with database.transaction() as session:
        did_not_happen(session, second.id, "The trainer was ill")
    with database.transaction() as session:
        new = replace_meeting(session, second.id, LATER, 540)
    with database.transaction() as session, pytest.raises(InvalidInput):
        replace_meeting(session, second.id, LATER, 900)

    with database.reading() as session:
        read = get_course(session, course.id)
    assert [each.state for each in read.meetings] == [
        MeetingState.PLANNED,
        MeetingState.DID_NOT_HAPPEN,
        MeetingState.PLANNED,
    ]
    assert (new.replaces, new.title, new.minutes) == (second.id, "Laki", 150)
    assert read.ends_on == LATER


def test_a_held_meeting_is_neither_moved_nor_cancelled_nor_replaced(database, two) -> None:
    _course, first, _second = two
    with database.transaction() as session:
        session.get(CourseMeeting, first.id).state = MeetingState.HELD
    for act in (
        lambda session: move_meeting(session, first.id, LATER, 540),
        lambda session: did_not_happen(session, first.id, "x"),
        lambda session: replace_meeting(session, first.id, LATER, 540),
    ):
        with database.transaction() as session, pytest.raises(InvalidInput):
            act(session)
