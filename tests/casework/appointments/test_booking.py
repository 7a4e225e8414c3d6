from datetime import date

import pytest

from kotoutus_desktop.casework.appointments.booking import (
    cancel,
    mark_came,
    mark_missed,
    move,
    store_appointment,
    tell,
    unmark,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.appointment import (
    Appointment,
    AppointmentState,
    CancelledBy,
    FeeDecision,
    InterpreterKind,
    ToldHow,
)

TODAY = date(2026, 11, 24)
YESTERDAY, TOMORROW = date(2026, 11, 23), date(2026, 11, 25)


def stored(database, appointment_id):
    with database.reading() as session:
        return session.get_one(Appointment, appointment_id)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"minutes": 0}, "minutes"),
        ({"minutes": -30}, "minutes"),
        ({"minutes": 13 * 60}, "minutes"),
        ({"starts": 23 * 60 + 30}, "starts"),
        ({"held_on": date(2027, 3, 28), "starts": 170}, "starts"),
        ({"booked_on": date(2026, 11, 26)}, "booked_on"),
        ({"cancel_by": date(2026, 11, 27)}, "cancel_by"),
        ({"interpreter_kind": InterpreterKind.VIDEO}, "interpreter_language"),
        ({"interpreter_cost": -1}, "interpreter_cost"),
        ({"interpreter_cost": 99_999_999}, "interpreter_cost"),
        ({"interpreter_minutes": 0}, "interpreter_minutes"),
        ({"fee_told_on": TOMORROW, "told_in": "ar"}, "fee_told_on"),
        ({"cancelling_told_on": TODAY}, "told_in"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(database, make_time, fields, field):
    with database.transaction() as session, pytest.raises(InvalidInput) as refused:
        store_appointment(session, make_time(**fields), TODAY)

    assert refused.value.field == field


def test_a_time_of_before_today_is_recorded_afterwards(database, make_time):
    time = make_time(held_on=YESTERDAY, booked_on=YESTERDAY)
    with database.transaction() as session:
        store_appointment(session, time, TODAY)

    assert stored(database, time.id).held_on == YESTERDAY


def test_the_place_of_a_restricted_client_is_not_even_stored(database, make_time, make_person):
    time = make_time(client=make_person(non_disclosure=True), place="Virastotalo, huone 2")
    with database.transaction() as session:
        store_appointment(session, time, TODAY)

    assert stored(database, time.id).place == ""


def test_a_moved_time_is_a_new_booking_of_which_nobody_was_told(database, make_time):
    time = make_time(
        booked_on=YESTERDAY, fee_told_on=YESTERDAY, cancelling_told_on=YESTERDAY, told_in="ar"
    )
    with database.transaction() as session:
        store_appointment(session, time, TODAY)
        move(session, time.id, date(2026, 11, 27), 600, TODAY)

    moved = stored(database, time.id)
    assert (moved.held_on, moved.starts, moved.booked_on) == (date(2026, 11, 27), 600, TODAY)
    assert (moved.fee_told_on, moved.cancelling_told_on) == (None, None)


def test_a_time_is_not_moved_into_the_past(database, make_time):
    time = make_time()
    with database.transaction() as session:
        store_appointment(session, time, TODAY)
    with database.transaction() as session, pytest.raises(InvalidInput) as refused:
        move(session, time.id, YESTERDAY, 600, TODAY)

    assert refused.value.field == "held_on"


def test_who_cancels_after_the_time_has_not_cancelled_beforehand(database, make_time):
    time = make_time(held_on=YESTERDAY, booked_on=YESTERDAY)
    with database.transaction() as session:
        store_appointment(session, time, TODAY)
    with database.transaction() as session, pytest.raises(InvalidInput) as refused:
        cancel(session, time.id, CancelledBy.CLIENT, TODAY, "Sairas lapsi.")
    assert refused.value.field == "on"

    with database.transaction() as session:
        cancel(session, time.id, CancelledBy.CLIENT, YESTERDAY, "  Sairas   lapsi. ")
    cancelled = stored(database, time.id)
    assert cancelled.state is AppointmentState.CANCELLED
    assert (cancelled.cancelled_by, cancelled.cancelled_reason) == ("client", "Sairas lapsi.")


@pytest.mark.parametrize(
    ("on", "reason", "field"), [(None, "Sairas.", "on"), (TODAY, " ", "reason")]
)
def test_a_cancelling_needs_its_day_and_reason(database, make_time, on, reason, field):
    time = make_time()
    with database.transaction() as session:
        store_appointment(session, time, TODAY)
    with database.transaction() as session, pytest.raises(InvalidInput) as refused:
        cancel(session, time.id, CancelledBy.OFFICE, on, reason)

    assert refused.value.field == field


def test_nobody_came_or_stayed_away_before_the_day(database, make_time):
    time = make_time(held_on=TOMORROW)
    with database.transaction() as session:
        store_appointment(session, time, TODAY)
    for act in (
        lambda session: mark_came(session, time.id, TODAY),
        lambda session: mark_missed(session, time.id, "", TODAY),
    ):
        with database.transaction() as session, pytest.raises(InvalidInput):
            act(session)


def test_a_mark_is_taken_back_unless_a_fee_rests_on_it(database, make_time):
    time = make_time(held_on=TODAY)
    with database.transaction() as session:
        store_appointment(session, time, TODAY)
        mark_missed(session, time.id, "Unohtui.", TODAY)
    with database.transaction() as session, pytest.raises(InvalidInput):
        mark_came(session, time.id, TODAY)
    decision = FeeDecision(client_id=time.client_id, appointment_id=time.id, decided_on=TODAY)
    with database.transaction() as session:
        session.add(decision)
    with database.transaction() as session, pytest.raises(InvalidInput):
        unmark(session, time.id)

    with database.transaction() as session:
        session.get_one(FeeDecision, decision.id).withdrawn_on = TODAY
        unmark(session, time.id)
    assert stored(database, time.id).state is AppointmentState.BOOKED
    assert stored(database, time.id).excuse == ""


def test_a_letter_tells_of_the_fee_and_of_cancelling(database, make_time):
    time = make_time()
    with database.transaction() as session:
        store_appointment(session, time, TODAY)
        tell(session, time.id, "ar", TODAY)

    told = stored(database, time.id)
    assert (told.fee_told_on, told.cancelling_told_on, told.told_in) == (TODAY, TODAY, "ar")
    assert told.told_how is ToldHow.LETTER
