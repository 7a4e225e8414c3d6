from datetime import date

import pytest

from kotoutus_desktop.casework.appointments.booked import booked_between
from kotoutus_desktop.casework.appointments.cautions import (
    BookingCaution,
    Found,
    cautions,
    clashes_among,
)
from kotoutus_desktop.models.appointment import AppointmentState, InterpreterKind, MeetingWay
from kotoutus_desktop.models.orientation import Course, CourseMeeting

TODAY, DAY = date(2026, 11, 24), date(2026, 11, 26)
INTERPRETED = {"interpreter_kind": InterpreterKind.VIDEO, "interpreter_language": "ar"}


@pytest.fixture
def taken(database, make_time, make_person, officer):
    """A time of somebody else from 9 to 10, with the counsellor, a room and an interpreter."""
    time = make_time(
        client=make_person(number="U7-0900"),
        officer_id=officer.id,
        place="Huone 2",
        interpreter="Salma",
        **INTERPRETED,
    )
    with database.transaction() as session:
        session.add(time)
    return time


def said(database, wanted):
    with database.reading() as session:
        return [each.kind for each in cautions(session, wanted, TODAY)]


def test_a_time_that_needs_the_same_is_named_with_whom_and_when(
    database, make_time, taken, officer
):
    wanted = make_time(
        officer_id=officer.id, starts=570, place=" huone  2", interpreter="SALMA", **INTERPRETED
    )

    with database.reading() as session:
        found = cautions(session, wanted, TODAY)
    assert found == (
        Found(BookingCaution.INTERPRETER_BUSY, "U7-0900", 540, 600),
        Found(BookingCaution.OFFICER_BUSY, "U7-0900", 540, 600),
        Found(BookingCaution.ROOM_TAKEN, "U7-0900", 540, 600),
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"starts": 600},  # begins when the other ends
        {"held_on": date(2026, 11, 27)},
        {"way": MeetingWay.TELEPHONE, "officer_id": None},  # needs no room
    ],
)
def test_another_time_or_nothing_shared_is_no_clash(database, make_time, taken, officer, fields):
    wanted = make_time(**({"officer_id": officer.id, "place": "Huone 2", **INTERPRETED} | fields))

    assert said(database, wanted) == []


def test_a_time_does_not_clash_with_itself_or_with_a_cancelled_one(database, taken):
    assert said(database, taken) == []
    with database.transaction() as session:
        session.merge(taken).state = AppointmentState.CANCELLED
    with database.reading() as session:
        assert clashes_among(session, booked_between(session, DAY, DAY)) == ()


def test_the_client_cannot_be_in_two_places(database, make_time, make_person, taken):
    person = make_person(number="U7-0901")
    with database.transaction() as session:
        session.add(make_time(client=person, starts=545))

    assert said(database, make_time(client=person, **INTERPRETED)) == [BookingCaution.CLIENT_BUSY]


def test_a_counsellor_who_teaches_a_course_is_busy(database, make_time, officer):
    course = Course(number="K-1", trainer=" maija  esimerkki", place="Huone 2")
    with database.transaction() as session:
        session.add(course)
        session.flush()
        session.add(CourseMeeting(course_id=course.id, held_on=DAY, starts=540, minutes=120))
    wanted = make_time(officer_id=officer.id, place="Huone 2", **INTERPRETED)

    assert said(database, wanted) == [BookingCaution.OFFICER_BUSY, BookingCaution.ROOM_TAKEN]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"held_on": date(2026, 12, 6)}, BookingCaution.DAY_OFF),  # Independence Day
        ({"held_on": date(2026, 11, 28)}, BookingCaution.DAY_OFF),  # a Saturday
        ({"held_on": date(2026, 11, 23)}, BookingCaution.PAST),
        ({"interpreter_kind": None}, BookingCaution.NO_INTERPRETER),
        ({"interpreter_language": "so"}, BookingCaution.OTHER_LANGUAGE),
    ],
)
def test_a_day_off_the_past_and_a_language_are_said(database, make_time, fields, kind):
    assert said(database, make_time(**(INTERPRETED | fields))) == [kind]


def test_clashes_of_a_week_name_both_times(database, make_time, taken, officer):
    other = make_time(officer_id=officer.id, starts=590)
    with database.transaction() as session:
        session.add(other)

    with database.reading() as session:
        found = clashes_among(session, booked_between(session, DAY, DAY))
    assert [(clash.first, clash.second) for clash in found] == [(taken.id.hex, other.id.hex)]
