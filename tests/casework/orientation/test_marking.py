from datetime import timedelta

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.orientation.marking import (
    NO_REASON,
    Call,
    did_not_happen,
    mark_all_present,
    was_there_already,
)
from kotoutus_desktop.casework.orientation.roll import Mark, roll
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.orientation import (
    Attendance,
    Course,
    CourseMeeting,
    EnrolmentState,
    MeetingState,
    attendance_key,
)
from kotoutus_desktop.rules.orientation import Presence
from tests.casework.orientation.attended import HERE, mark, with_meetings

ACCEPTED = EnrolmentState.ACCEPTED


@pytest.fixture
def course(make_course):
    return make_course()


@pytest.fixture
def meeting(database, course, today):
    return with_meetings(database, course, today - timedelta(days=7), 1)[0]


@pytest.fixture
def amal(integration_client):
    return integration_client(given_names="Amal", family_names="Khatib", sort_name="khatib")


@pytest.fixture
def on_course(course, enrol, amal):
    return enrol(course, amal, ACCEPTED)


def rows(database, meeting):
    with database.reading() as session:
        return roll(session, meeting.id).rows


def stored(database):
    with database.reading() as session:
        return session.scalars(select(Attendance)).all()


def state(database, meeting):
    with database.reading() as session:
        return session.get_one(CourseMeeting, meeting.id).state


def test_all_are_present_in_one_act_and_exceptions_keep_their_mark(
    database, course, meeting, enrol, integration_client, on_course
):
    late = enrol(course, integration_client(), ACCEPTED)
    mark(database, meeting, {late: Mark(Presence.LATE, 30)})

    with database.transaction() as session:
        marked = mark_all_present(session, meeting.id, Call(None, meeting.held_on))

    minutes = {row.person.enrolment_id: row.minutes for row in rows(database, meeting)}
    assert marked == 1
    assert minutes == {on_course: 180, late: 150}
    assert state(database, meeting) is MeetingState.HELD


@pytest.mark.parametrize(
    ("given", "minutes"),
    [
        (Mark(Presence.PRESENT), 180),
        (Mark(Presence.LATE, 20), 160),
        (Mark(Presence.LEFT_EARLY, 179), 1),
        (Mark(Presence.ABSENT, reason="sick child"), 0),
        (Mark(Presence.EXCUSED), 0),
    ],
)
def test_each_presence_counts_its_minutes(database, meeting, on_course, given, minutes):
    mark(database, meeting, {on_course: given})

    (row,) = rows(database, meeting)
    assert (row.mark, row.minutes) == (given, minutes)


def test_a_mark_has_the_same_key_on_every_laptop(database, meeting, on_course, amal):
    mark(database, meeting, {on_course: HERE})

    (kept,) = stored(database)
    assert kept.id == attendance_key(meeting.id, on_course)
    assert kept.client_id == amal.id


@pytest.mark.parametrize(
    "other", sorted(set(EnrolmentState) - {ACCEPTED, EnrolmentState.COMPLETED})
)
def test_who_does_not_take_part_cannot_be_marked(database, course, meeting, enrol, amal, other):
    enrolment = enrol(course, amal, other)

    assert rows(database, meeting) == ()
    with pytest.raises(InvalidInput) as refused:
        mark(database, meeting, {enrolment: HERE})
    assert refused.value.field == "enrolment"
    assert stored(database) == []
    assert state(database, meeting) is MeetingState.PLANNED


def test_someone_of_another_course_cannot_be_marked(
    database, make_course, meeting, enrol, amal, on_course
):
    elsewhere = enrol(make_course(), amal, ACCEPTED)

    with pytest.raises(InvalidInput):
        mark(database, meeting, {on_course: HERE, elsewhere: HERE})
    assert stored(database) == []


def test_who_joins_later_is_not_on_the_roll_until_it_is_said_that_they_were_there(
    database, course, meeting, enrol, amal
):
    joined = enrol(course, amal, ACCEPTED, answered_on=meeting.held_on + timedelta(days=1))
    with database.reading() as session:
        called = roll(session, meeting.id)
    assert (called.rows, [each.enrolment_id for each in called.later]) == ((), [joined])

    with database.transaction() as session:
        was_there_already(session, meeting.id, joined)

    assert [row.person.enrolment_id for row in rows(database, meeting)] == [joined]


def test_who_left_later_was_there_that_day(database, course, meeting, enrol, amal):
    day = meeting.held_on
    gone = enrol(course, amal, EnrolmentState.INTERRUPTED, ended_on=day - timedelta(days=1))
    assert rows(database, meeting) == ()

    with database.transaction() as session:
        from kotoutus_desktop.models.orientation import Enrolment

        session.get_one(Enrolment, gone).ended_on = day

    assert [row.person.enrolment_id for row in rows(database, meeting)] == [gone]


def test_a_change_on_the_same_day_is_no_correction(database, meeting, on_course):
    mark(database, meeting, {on_course: HERE})
    mark(database, meeting, {on_course: Mark(Presence.ABSENT)}, why="not asked for")

    assert rows(database, meeting)[0].corrected_reason == ""


def test_a_correction_keeps_its_reason(database, meeting, on_course, today):
    mark(database, meeting, {on_course: HERE})
    mark(database, meeting, {on_course: Mark(Presence.ABSENT)}, today, " read the wrong line ")

    (row,) = rows(database, meeting)
    assert row.mark == Mark(Presence.ABSENT)
    assert (row.corrected_reason, row.recorded_on) == ("read the wrong line", today)


def test_a_correction_without_reason_is_taken_and_marked_as_one(
    database, meeting, on_course, today
):
    mark(database, meeting, {on_course: HERE})
    mark(database, meeting, {on_course: Mark(Presence.LATE, 5)}, today)

    assert rows(database, meeting)[0].corrected_reason == NO_REASON


def test_the_same_mark_again_changes_nothing(database, meeting, on_course, today):
    mark(database, meeting, {on_course: HERE})

    assert mark(database, meeting, {on_course: HERE}, today) == 0
    assert rows(database, meeting)[0].recorded_on == meeting.held_on


@pytest.mark.parametrize("missed", [0, -1, 180, 400])
def test_missed_minutes_must_lie_within_the_meeting(database, meeting, on_course, missed):
    with pytest.raises(InvalidInput) as refused:
        mark(database, meeting, {on_course: Mark(Presence.LATE, missed)})
    assert refused.value.field == "minutes"


def test_a_meeting_to_come_has_no_roll_yet(database, course, enrol, amal, today):
    tomorrow = with_meetings(database, course, today + timedelta(days=1), 1)[0]
    enrolment = enrol(course, amal, ACCEPTED)

    with pytest.raises(InvalidInput) as refused:
        mark(database, tomorrow, {enrolment: HERE}, today)
    assert refused.value.field == "meeting"


def test_a_meeting_that_did_not_happen_has_a_reason_and_no_marks(database, meeting, on_course):
    mark(database, meeting, {on_course: HERE})
    with database.transaction() as session:
        did_not_happen(session, meeting.id, " the trainer was ill ")

    with database.reading() as session:
        kept = session.get_one(CourseMeeting, meeting.id)
        assert (kept.state, kept.reason) == (MeetingState.DID_NOT_HAPPEN, "the trainer was ill")
        assert session.get_one(Course, kept.course_id).starts_on is None
    assert stored(database) == []


def test_why_it_did_not_happen_must_be_written(database, meeting):
    with pytest.raises(InvalidInput), database.transaction() as session:
        did_not_happen(session, meeting.id, "  ")
    assert state(database, meeting) is MeetingState.PLANNED


def test_a_roll_shows_that_it_happened_after_all(database, meeting, on_course):
    with database.transaction() as session:
        did_not_happen(session, meeting.id, "a mistake")
    mark(database, meeting, {on_course: HERE})

    with database.reading() as session:
        kept = session.get_one(CourseMeeting, meeting.id)
        assert (kept.state, kept.reason) == (MeetingState.HELD, "")
        assert session.get_one(Course, kept.course_id).starts_on == meeting.held_on


def test_taking_the_last_mark_away_lets_the_meeting_be_planned_again(database, meeting, on_course):
    mark(database, meeting, {on_course: HERE})
    mark(database, meeting, {on_course: None})

    assert stored(database) == []
    assert state(database, meeting) is MeetingState.PLANNED


def test_a_roll_can_be_undone_as_one(database, meeting, on_course):
    with database.transaction("roll called") as session:
        mark_all_present(session, meeting.id, Call(None, meeting.held_on))
    database.undo()

    assert stored(database) == []
    assert state(database, meeting) is MeetingState.PLANNED
