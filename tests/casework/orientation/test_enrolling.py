from datetime import timedelta

import pytest

from kotoutus_desktop.casework.orientation.enrolling import (
    Guest,
    add_guest,
    answer,
    interrupt,
    invite,
    move,
    offer_reserve,
    remove,
    reserve,
)
from kotoutus_desktop.casework.orientation.participants import participants
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.orientation import Attendance, CourseMeeting, CourseState, Enrolment
from kotoutus_desktop.models.orientation import EnrolmentState as State
from kotoutus_desktop.rules.orientation import Presence
from kotoutus_desktop.rules.sign_in_code import read_code


@pytest.fixture
def course(make_course):
    return make_course()


@pytest.fixture
def invited(database, course, integration_client, today):
    """The key of someone's invitation."""
    with database.transaction() as session:
        (enrolment,) = invite(session, course.id, [integration_client().id], today)
    return enrolment.id


def states(database, course):
    with database.reading() as session:
        return [each.enrolment.state for each in participants(session, course.id)]


def get(database, key):
    with database.reading() as session:
        return session.get_one(Enrolment, key)


def refused(act, field):
    with pytest.raises(InvalidInput) as error:
        act()
    assert error.value.field == field


def test_who_is_invited_has_a_day_and_a_code_of_their_own(
    database, course, integration_client, today
):
    clients = [integration_client().id for _number in range(3)]
    with database.transaction() as session:
        made = invite(session, course.id, clients, today)

    assert [each.client_id for each in made] == clients
    assert {each.invited_on for each in made} == {today}
    assert len({read_code(each.code) for each in made}) == 3


def test_nobody_is_on_a_course_twice(database, course, invited, today):
    client = get(database, invited).client_id
    with database.transaction() as session:
        refused(lambda: invite(session, course.id, [client], today), "client")
        refused(lambda: reserve(session, course.id, [client], today), "client")


@pytest.mark.parametrize("over", [True, False])
def test_nobody_is_invited_to_a_course_that_is_over_or_cancelled(
    database, make_course, integration_client, today, over
):
    past = today - timedelta(days=1)
    fields = {"starts_on": past, "ends_on": past} if over else {"state": CourseState.CANCELLED}
    course, client = make_course(**fields), integration_client()

    with database.transaction() as session:
        refused(lambda: invite(session, course.id, [client.id], today), "course")


def test_an_answer_is_recorded_with_its_day_and_reason(database, invited, today):
    with database.transaction() as session:
        answer(session, invited, State.DECLINED, today, " Käy töissä. ")

    enrolment = get(database, invited)
    assert (enrolment.state, enrolment.reason) == (State.DECLINED, "Käy töissä.")
    assert enrolment.answered_on == today


def test_no_answer_has_no_day(database, invited, today):
    with database.transaction() as session:
        answer(session, invited, State.NO_ANSWER, today)

    assert get(database, invited).answered_on is None


def test_an_answer_can_be_undone(database, invited, today):
    with database.transaction("Answer") as session:
        answer(session, invited, State.ACCEPTED, today)

    database.undo()

    assert get(database, invited).state is State.INVITED


def test_who_only_waits_on_the_reserve_list_answers_nothing(
    database, course, integration_client, today
):
    with database.transaction() as session:
        (waiting,) = reserve(session, course.id, [integration_client().id], today)
        refused(lambda: answer(session, waiting.id, State.ACCEPTED, today), "state")


def test_moved_is_no_answer(database, invited, today):
    with database.transaction() as session:
        refused(lambda: answer(session, invited, State.MOVED, today), "state")


def test_a_reason_has_a_length_that_can_be_read(database, invited, today):
    with database.transaction() as session:
        refused(lambda: answer(session, invited, State.DECLINED, today, "x" * 1001), "reason")


def test_who_declined_is_invited_anew_in_the_same_row(database, course, invited, today):
    client = get(database, invited).client_id
    with database.transaction() as session:
        answer(session, invited, State.DECLINED, today, "Ei nyt.")
    with database.transaction() as session:
        (again,) = invite(session, course.id, [client], today)

    assert (again.id, again.reason, again.answered_on) == (invited, "", None)
    assert states(database, course) == [State.INVITED]


def test_who_declined_goes_to_the_end_of_the_reserve_list(
    database, course, invited, integration_client, today
):
    client, other = get(database, invited).client_id, integration_client().id
    with database.transaction() as session:
        answer(session, invited, State.DECLINED, today)
        reserve(session, course.id, [other], today)
        reserve(session, course.id, [client], today)

    with database.reading() as session:
        order = [each.enrolment.client_id for each in participants(session, course.id)]
    assert order == [other, client]


def test_who_is_on_the_reserve_list_is_offered_the_place(
    database, course, integration_client, today
):
    with database.transaction() as session:
        (waiting,) = reserve(session, course.id, [integration_client().id], today)
    assert waiting.invited_on is None

    with database.transaction() as session:
        offer_reserve(session, waiting.id, today)

    assert states(database, course) == [State.INVITED]
    with database.transaction() as session:
        refused(lambda: offer_reserve(session, waiting.id, today), "state")


def test_who_moves_keeps_the_hours(database, course, make_course, invited, today):
    other = make_course()
    with database.transaction() as session:
        answer(session, invited, State.ACCEPTED, today)
        meeting = CourseMeeting(course_id=course.id, held_on=today, starts=540, minutes=120)
        session.add(meeting)
        session.flush()
        client = session.get_one(Enrolment, invited).client_id
        session.add(
            Attendance(
                meeting_id=meeting.id,
                enrolment_id=invited,
                client_id=client,
                presence=Presence.PRESENT,
                minutes=120,
                recorded_on=today,
            )
        )

    with database.transaction() as session:
        new = move(session, invited, other.id, today, "Muutti.")

    old = get(database, invited)
    assert (old.state, old.moved_to, old.ended_on) == (State.MOVED, new.id, today)
    assert (new.state, new.course_id, new.client_id) == (State.ACCEPTED, other.id, old.client_id)
    with database.reading() as session:
        (mark,) = session.query(Attendance).all()
        assert (mark.client_id, mark.minutes) == (old.client_id, 120)


def test_a_guest_moves_too(database, course, make_course, today):
    other = make_course()
    with database.transaction() as session:
        guest = add_guest(session, course.id, Guest("Vieras", "Oulu"), today)
        new = move(session, guest.id, other.id, today)

    assert (new.guest_name, new.guest_from) == ("Vieras", "Oulu")


def test_nobody_moves_to_where_they_are_or_cannot_be(database, course, make_course, invited, today):
    cancelled, other = make_course(state=CourseState.CANCELLED), make_course()
    with database.transaction() as session:
        refused(lambda: move(session, invited, course.id, today), "course")
        refused(lambda: move(session, invited, cancelled.id, today), "course")
        answer(session, invited, State.DECLINED, today)
        refused(lambda: move(session, invited, other.id, today), "state")


def test_who_leaves_before_the_end_has_a_reason(database, invited, today):
    with database.transaction() as session:
        refused(lambda: interrupt(session, invited, today, " "), "reason")
        interrupt(session, invited, today, "Sai työpaikan.")
        refused(lambda: interrupt(session, invited, today, "x"), "state")

    enrolment = get(database, invited)
    assert (enrolment.state, enrolment.ended_on) == (State.INTERRUPTED, today)


def test_a_guest_has_a_name_and_comes_once(database, course, today):
    with database.transaction() as session:
        guest = add_guest(session, course.id, Guest("  Vieras  Henkilö ", "Oulu"), today)
        assert (guest.guest_name, guest.state) == ("Vieras Henkilö", State.ACCEPTED)
        refused(lambda: add_guest(session, course.id, Guest(" "), today), "guest_name")
        refused(lambda: add_guest(session, course.id, Guest("vieras henkilö"), today), "guest_name")
        refused(lambda: add_guest(session, course.id, Guest("A", "x" * 301), today), "guest_from")


def test_an_enrolment_by_mistake_is_deleted_and_an_answered_one_is_not(
    database, course, invited, today
):
    with database.transaction() as session:
        guest = add_guest(session, course.id, Guest("Vieras"), today)
        remove(session, guest.id)
        answer(session, invited, State.ACCEPTED, today)
        refused(lambda: remove(session, invited), "state")
        answer(session, invited, State.NO_ANSWER, today)
        refused(lambda: remove(session, invited), "state")
    assert states(database, course) == [State.NO_ANSWER]
