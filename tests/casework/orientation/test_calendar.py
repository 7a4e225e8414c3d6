"""The meetings of all courses between two days, and their clashes."""

from datetime import date

import pytest

from kotoutus_desktop.casework.orientation.calendar import (
    INTERPRETER,
    PARTICIPANT,
    ROOM,
    TRAINER,
    clashes_among,
    meetings_between,
)
from kotoutus_desktop.models.orientation import (
    CourseMeeting,
    Enrolment,
    EnrolmentState,
    MeetingState,
)

DAY = date(2027, 1, 11)


def meet(database, course, starts=540, **fields):
    meeting = CourseMeeting(
        **({"course_id": course.id, "held_on": DAY, "starts": starts, "minutes": 120} | fields)
    )
    with database.transaction() as session:
        session.add(meeting)
    return meeting


def found(database):
    with database.reading() as session:
        meetings = meetings_between(session, DAY, DAY)
        return clashes_among(session, meetings)


def test_only_meetings_of_the_days_shown_are_read_in_order(database, make_course) -> None:
    course = make_course(trainer="Aisha", place="Sali 2")
    late, early = meet(database, course, 700), meet(database, course, 540, trainer="Omar")
    meet(database, course, held_on=date(2027, 1, 12))
    with database.reading() as session:
        meetings = meetings_between(session, DAY, DAY)

    assert [each.id for each in meetings] == [early.id, late.id]
    assert [(each.trainer, each.place) for each in meetings] == [
        ("Omar", "Sali 2"),
        ("Aisha", "Sali 2"),
    ]


@pytest.mark.parametrize(
    ("field", "kind"), [("trainer", TRAINER), ("interpreter", INTERPRETER), ("place", ROOM)]
)
def test_two_courses_at_the_same_time_clash_over_what_they_share(
    database, make_course, field: str, kind: str
) -> None:
    meet(database, make_course(**{field: "Aisha  Omar"}))
    meet(database, make_course(**{field: "aisha omar"}), 600)

    (clash,) = found(database)
    assert clash.needs == {(kind, "aisha omar")}


def test_a_meeting_that_does_not_happen_takes_nobody_s_time(database, make_course) -> None:
    meet(database, make_course(trainer="Aisha"))
    meet(database, make_course(trainer="Aisha"), state=MeetingState.DID_NOT_HAPPEN)

    assert found(database) == ()


def test_remote_meetings_share_no_room(database, make_course) -> None:
    meet(database, make_course(place="Sali 2"), remote=True)
    meet(database, make_course(place="Sali 2"))

    assert found(database) == ()


@pytest.mark.parametrize(
    ("state", "clash"), [(EnrolmentState.ACCEPTED, 1), (EnrolmentState.DECLINED, 0)]
)
def test_who_sits_on_two_courses_at_once_is_found(
    database, make_course, integration_client, state, clash
) -> None:
    client = integration_client()
    courses = make_course(), make_course()
    for course in courses:
        meet(database, course)
    with database.transaction() as session:
        session.add(
            Enrolment(course_id=courses[0].id, client_id=client.id, state=EnrolmentState.ACCEPTED)
        )
        session.add(Enrolment(course_id=courses[1].id, client_id=client.id, state=state))

    needs = [each.needs for each in found(database)]
    assert needs == [{(PARTICIPANT, str(client.id))}] * clash
