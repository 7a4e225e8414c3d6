"""Booking a time and what becomes of it: moved, cancelled, used, not used."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.restricted import is_restricted
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.appointment import (
    Appointment,
    AppointmentPurpose,
    AppointmentState,
    CancelledBy,
    FeeDecision,
    ToldHow,
)
from kotoutus_desktop.rules.course_calendar import Slot, TimeProblem, time_problem

HIGHEST_COST = 1_000_000  # cents: ten thousand euros for one time is a slip of typing
TWELVE_HOURS = 12 * 60

_TIME_PROBLEMS = {
    TimeProblem.NO_LENGTH: N_("Write how many minutes the appointment takes."),
    TimeProblem.TOO_LONG: N_("An appointment of twelve hours or more is too long."),
    TimeProblem.PAST_MIDNIGHT: N_("An appointment ends before midnight. Check the times."),
    TimeProblem.CLOCK_CHANGES: N_("The clock is changed in this night. Choose another time."),
}
_FIELDS_OF_TIME = {TimeProblem.NO_LENGTH: "minutes", TimeProblem.TOO_LONG: "minutes"}
_NOT_OPEN = N_("This time was cancelled or has been marked. Take the mark back first.")
_DECIDED = N_("A fee was decided for this time. Withdraw the decision first.")


def store_appointment(session: Session, appointment: Appointment, today: date) -> None:
    """Store a new or corrected time; of a restricted client without its place.

    Raises InvalidInput, naming the field, when something cannot be right.
    """
    for fault in faults_of(appointment, today):
        raise fault
    if is_restricted(session, appointment.client_id):
        appointment.place = ""
    session.add(appointment)
    session.flush()


def faults_of(appointment: Appointment, today: date) -> Iterator[InvalidInput]:
    """Yield everything that cannot be right; what is only unwise is in `cautions`."""
    yield from _faulty_time(appointment.held_on, appointment.starts, appointment.minutes)
    if appointment.booked_on > min(today, appointment.held_on):
        yield InvalidInput("booked_on", N_("A time is booked today or before. Check the day."))
    if appointment.cancel_by and appointment.cancel_by > appointment.held_on:
        yield InvalidInput(
            "cancel_by", N_("This day is after the appointment. Write a day before it.")
        )
    if appointment.purpose is AppointmentPurpose.OTHER and not appointment.subject.strip():
        yield InvalidInput("subject", N_("Write in a few words what the appointment is about."))
    yield from _faulty_interpreter(appointment)
    yield from _faulty_telling(appointment, today)


def move(
    session: Session, appointment_id: UUID, held_on: date, starts: int, today: date
) -> Appointment:
    """Move a time that is still to come: a new booking, of which the client has to be told.

    Raises InvalidInput for `held_on`, `starts` or `minutes` when it cannot be then.
    """
    appointment = _open_one(session, appointment_id, "held_on")
    for fault in _faulty_time(held_on, starts, appointment.minutes):
        raise fault
    if held_on < today:
        raise InvalidInput("held_on", N_("This day has passed. Choose a day to come."))
    appointment.held_on, appointment.starts = held_on, starts
    appointment.booked_on = today
    appointment.fee_told_on = appointment.cancelling_told_on = None
    if appointment.cancel_by and appointment.cancel_by > held_on:
        appointment.cancel_by = None
    return appointment


def cancel(
    session: Session, appointment_id: UUID, by: CancelledBy, on: date | None, reason: str
) -> Appointment:
    """Record that a time was cancelled beforehand, by whom and why.

    Raises InvalidInput for `on` or `reason`. Who cancels after the time has not cancelled
    beforehand (§ 32 a(1)): that time was not used, and what was said is its excuse.
    """
    appointment = _open_one(session, appointment_id, "reason")
    why = " ".join(reason.split())
    if not why:
        raise InvalidInput("reason", N_("Write why the time was cancelled."))
    if on is None:
        raise InvalidInput("on", N_("Write the day on which it was cancelled."))
    if on > appointment.held_on:
        raise InvalidInput(
            "on",
            N_("This is after the time. Mark that the client did not come, with what was said."),
        )
    appointment.state = AppointmentState.CANCELLED
    appointment.cancelled_by, appointment.cancelled_on = by, on
    appointment.cancelled_reason = why
    return appointment


def mark_came(session: Session, appointment_id: UUID, today: date) -> Appointment:
    """Record that the client came; raises InvalidInput for a day that is still to come."""
    appointment = _past_one(session, appointment_id, today)
    appointment.state = AppointmentState.CAME
    return appointment


def mark_missed(session: Session, appointment_id: UUID, excuse: str, today: date) -> Appointment:
    """Record that the client did not come, and the reason they gave, "" for none known."""
    appointment = _past_one(session, appointment_id, today)
    appointment.state, appointment.excuse = AppointmentState.MISSED, excuse.strip()
    return appointment


def unmark(session: Session, appointment_id: UUID) -> Appointment:
    """Take back what was recorded of a time; raises InvalidInput while a fee rests on it."""
    appointment = session.get_one(Appointment, appointment_id)
    standing = select(FeeDecision.id).where(
        FeeDecision.appointment_id == appointment_id, FeeDecision.withdrawn_on.is_(None)
    )
    if session.scalars(standing).first() is not None:
        raise InvalidInput("state", _DECIDED)
    appointment.state = AppointmentState.BOOKED
    appointment.cancelled_by = appointment.cancelled_on = None
    appointment.cancelled_reason = appointment.excuse = ""
    appointment.excuse_accepted = appointment.unreasonable = None
    appointment.unreasonable_reason = ""
    return appointment


def tell(
    session: Session, appointment_id: UUID, told_in: str, on: date, fee: bool = True
) -> Appointment:
    """Record that the letter told the client how to cancel, and with `fee` of a possible fee."""
    appointment = session.get_one(Appointment, appointment_id)
    appointment.cancelling_told_on, appointment.told_in = on, told_in
    appointment.fee_told_on = on if fee else None
    appointment.told_how = ToldHow.LETTER
    return appointment


def _open_one(session: Session, appointment_id: UUID, field: str) -> Appointment:
    appointment = session.get_one(Appointment, appointment_id)
    if appointment.state is not AppointmentState.BOOKED:
        raise InvalidInput(field, _NOT_OPEN)
    return appointment


def _past_one(session: Session, appointment_id: UUID, today: date) -> Appointment:
    appointment = _open_one(session, appointment_id, "state")
    if appointment.held_on > today:
        raise InvalidInput("state", N_("The day of this time is still to come."))
    return appointment


def _faulty_time(held_on: date, starts: int, minutes: int) -> Iterator[InvalidInput]:
    problem = time_problem(held_on, Slot(held_on.weekday(), starts, minutes))
    if problem is not None:
        field = _FIELDS_OF_TIME.get(problem, "starts")
        yield InvalidInput(field, _TIME_PROBLEMS[problem])


def _faulty_interpreter(appointment: Appointment) -> Iterator[InvalidInput]:
    cost, minutes = appointment.interpreter_cost, appointment.interpreter_minutes
    if appointment.interpreter_kind and not appointment.interpreter_language:
        yield InvalidInput("interpreter_language", N_("Choose the language of the interpreter."))
    if cost is not None and not 0 <= cost <= HIGHEST_COST:
        yield InvalidInput("interpreter_cost", N_("Check the cost of the interpreter."))
    if minutes is not None and not 0 < minutes <= TWELVE_HOURS:
        yield InvalidInput("interpreter_minutes", N_("Check the minutes of the interpreter."))


def _faulty_telling(appointment: Appointment, today: date) -> Iterator[InvalidInput]:
    for field in ("fee_told_on", "cancelling_told_on"):
        told = getattr(appointment, field)
        if told is None:
            continue
        if told > min(today, appointment.held_on):
            yield InvalidInput(
                field, N_("The client is told today or before, and not after the time.")
            )
        if not appointment.told_in:
            yield InvalidInput("told_in", N_("Choose the language in which the client was told."))
