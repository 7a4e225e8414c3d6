"""The fee for a time that was not used: its chain, the judgement, the decision (§ 32 a)."""

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.appointments.booked import BookedTime, booked_between
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.appointment import (
    Appointment,
    AppointmentState,
    FeeCap,
    FeeDecision,
    ToldHow,
)
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.rules.editions import FEES, NoEdition, edition_on
from kotoutus_desktop.rules.fee import CENT, due_earliest, is_cap_known
from kotoutus_desktop.rules.fee_chain import (
    FeeFacts,
    cap_holds_until,
    fee_gaps,
    fee_of,
    is_understood,
)
from kotoutus_desktop.rules.months import add_months

CENTS = 100
HIGHEST_CAP = 100_000  # cents: a highest fee of a thousand euros is a slip of typing
CANNOT_READ = {"illiterate", "primary"}  # codes of two classifications for the same
_NO_GAPS = N_("The chain of § 32 a has a gap. Nothing is charged.")


class Missed(NamedTuple):
    """A time that was not used, with the facts of its chain and what was decided, if anything."""

    time: BookedTime
    facts: FeeFacts
    decision: FeeDecision | None


def highest_on(session: Session, day: date) -> Decimal | None:
    """Return the highest fee of a day in euros: of the law, or as the office read it; else None."""
    try:
        if is_cap_known(day):
            return edition_on(FEES, day).highest
    except NoEdition:
        return None
    cap = session.scalars(
        select(FeeCap).where(FeeCap.since <= day).order_by(FeeCap.since.desc(), FeeCap.id.desc())
    ).first()
    if cap is None or cap_holds_until(cap.since) < day:
        return None
    return euros(cap.highest)


def record_cap(session: Session, since: date | None, highest: int | None, source: str) -> FeeCap:
    """Keep the highest fee that the office has read in the ministry's decree, from a day on.

    Raises InvalidInput for `since`, `highest` or `source`.
    """
    if since is None or (since.month, since.day) != (1, 1):
        raise InvalidInput("since", N_("An adjusted amount begins on the first of January."))
    if highest is None or not 0 < highest <= HIGHEST_CAP:
        raise InvalidInput("highest", N_("Write the highest fee in euros, such as 56,70."))
    if not source.strip():
        raise InvalidInput("source", N_("Write the number of the ministry’s decree."))
    cap = FeeCap(since=since, highest=highest, source=source.strip())
    session.add(cap)
    session.flush()
    return cap


def facts_of(session: Session, appointment: Appointment) -> FeeFacts:
    """Return the facts of the chain, as they are recorded. Only what the rules ask is read."""
    client = session.get_one(Client, appointment.client_id)
    cost = appointment.interpreter_cost if appointment.interpreter_kind else 0
    return FeeFacts(
        born=_latest_birth(client),
        booked_on=appointment.booked_on,
        booked_for=appointment.held_on,
        purpose=appointment.purpose,
        cost=None if cost is None else euros(cost),
        fee_told_on=appointment.fee_told_on,
        cancelling_told_on=appointment.cancelling_told_on,
        understood=_understood(client, appointment),
        missed=appointment.state is AppointmentState.MISSED,
        cancelled_before=appointment.state is AppointmentState.CANCELLED,
        excuse_accepted=appointment.excuse_accepted,
        unreasonable=appointment.unreasonable,
        highest=highest_on(session, appointment.held_on),
    )


def missed_between(session: Session, first: date, last: date) -> list[Missed]:
    """Return the times of a period that were not used, the latest first."""
    missed = [
        each
        for each in booked_between(session, first, last)
        if each.state is AppointmentState.MISSED
    ]
    return [missed_one(session, each) for each in reversed(missed)]


def missed_one(session: Session, time: BookedTime) -> Missed:
    """Return one time with its chain."""
    facts = facts_of(session, session.get_one(Appointment, time.id))
    return Missed(time, facts, decision_of(session, time.id))


def decision_of(session: Session, appointment_id: UUID) -> FeeDecision | None:
    """Return the decision that stands, None for none."""
    return session.scalars(
        select(FeeDecision).where(
            FeeDecision.appointment_id == appointment_id, FeeDecision.withdrawn_on.is_(None)
        )
    ).first()


def judge(
    session: Session,
    appointment_id: UUID,
    *,
    accepted: bool | None,
    unreasonable: bool | None,
    reason: str = "",
) -> Appointment:
    """Record whether the excuse is acceptable and whether a fee would be unreasonable.

    Raises InvalidInput for `reason` when a fee is found unreasonable without a reason, and
    KotoutusError once a decision rests on the judgement.
    """
    appointment = session.get_one(Appointment, appointment_id)
    if decision_of(session, appointment_id) is not None:
        raise KotoutusError(N_("A fee was decided for this time. Withdraw the decision first."))
    if unreasonable and not reason.strip():
        raise InvalidInput("reason", N_("Write why a fee would be unreasonable."))
    appointment.excuse_accepted, appointment.unreasonable = accepted, unreasonable
    appointment.unreasonable_reason = reason.strip() if unreasonable else ""
    return appointment


def decide(
    session: Session,
    appointment_id: UUID,
    due_on: date | None,
    reason: str,
    officer_id: UUID,
    today: date,
) -> FeeDecision:
    """Decide that a fee is charged. It keeps the amounts that held when it was made.

    Raises KotoutusError while the chain has a gap or a decision stands, and InvalidInput for
    `due_on` before the earliest day.

    Source: 681/2023 § 32 a(1)-(2).
    """
    appointment = session.get_one(Appointment, appointment_id)
    facts = facts_of(session, appointment)
    amount = fee_of(facts)
    if decision_of(session, appointment_id) is not None:
        raise KotoutusError(N_("A fee was decided for this time. Withdraw the decision first."))
    if fee_gaps(facts) or amount is None:
        raise KotoutusError(_NO_GAPS)
    earliest = max(due_earliest(appointment.held_on), today)
    if due_on is None or due_on < earliest:
        raise InvalidInput(
            "due_on", N_("The fee is due on {earliest} at the earliest."), earliest=_day(earliest)
        )
    decision = FeeDecision(
        client_id=appointment.client_id,
        appointment_id=appointment.id,
        decided_on=today,
        amount=cents(amount),
        cost=appointment.interpreter_cost,
        highest=cents(facts.highest) if facts.highest is not None else None,
        due_on=due_on,
        reason=reason.strip(),
        officer_id=officer_id,
    )
    session.add(decision)
    session.flush()
    return decision


def withdraw(session: Session, decision_id: UUID, reason: str, today: date) -> FeeDecision:
    """Take a decision back; that it was made stays recorded. Raises InvalidInput for `reason`."""
    if not reason.strip():
        raise InvalidInput("reason", N_("Write why the decision is withdrawn."))
    decision = session.get_one(FeeDecision, decision_id)
    decision.withdrawn_on, decision.withdrawn_reason = today, reason.strip()
    return decision


def euros(amount: int) -> Decimal:
    """Return cents as euros."""
    return (Decimal(amount) / CENTS).quantize(CENT)


def cents(amount: Decimal) -> int:
    """Return euros as cents."""
    return int(amount * CENTS)


def _latest_birth(client: Client) -> date | None:
    """Return the day of birth, the last possible one where it is not known to the day."""
    born, precision = client.born, client.born_precision
    if born is None or precision is Precision.UNKNOWN:
        return None
    if precision is Precision.YEAR:
        return date(born.year, 12, 31)
    return add_months(born, 1) - timedelta(days=1) if precision is Precision.MONTH else born


def _understood(client: Client, appointment: Appointment) -> bool | None:
    known = {client.mother_tongue, client.service_language, *client.other_languages}
    reads: set[str] | None = set(client.reads) if client.reads else None
    if client.literacy in CANNOT_READ:
        reads = set()
    return is_understood(
        appointment.told_in,
        by_letter=appointment.told_how is ToldHow.LETTER,
        known=known,
        reads=reads,
    )


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
