"""Putting a due thing off until a day, and writing down why something was late.

Every function works in the caller's transaction.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.due import DueRow, lateness_key
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.work_list import Lateness, Snooze

LONGEST_SNOOZE = timedelta(days=366)
LONGEST_REASON = 500


def put_off(
    session: Session,
    row: DueRow,
    until: date | None,
    reason: str,
    officer_id: UUID,
    today: date,
) -> Snooze:
    """Put off a due thing until a day, on which it is shown again; an earlier snooze ends.

    A thing that is overdue by the Act stays overdue and stays counted. Raises InvalidInput
    for `until` or `reason`.
    """
    if until is None or until <= today:
        raise InvalidInput("until", N_("Choose a day after today."))
    if until > today + LONGEST_SNOOZE:
        raise InvalidInput("until", N_("Choose a day within a year."))
    wake(session, row, today)
    client, kind, service, due_on = row.key
    snooze = Snooze(
        client_id=client,
        kind=kind,
        service=service,
        due_on=due_on,
        until=until,
        reason=_reason(reason),
        officer_id=officer_id,
        made_on=today,
    )
    session.add(snooze)
    return snooze


def wake(session: Session, row: DueRow, today: date) -> None:
    """Show again what was put off; nothing happens where nothing is."""
    client, kind, service, due_on = row.key
    for snooze in session.scalars(
        select(Snooze).where(
            Snooze.client_id == client,
            Snooze.kind == kind,
            Snooze.service == service,
            Snooze.due_on.is_(None) if due_on is None else Snooze.due_on == due_on,
            Snooze.woken_on.is_(None),
        )
    ):
        snooze.woken_on = today


def record_lateness(
    session: Session, row: DueRow, reason: str, officer_id: UUID, today: date
) -> Lateness:
    """Write down why a step was not taken in time; raises InvalidInput for `reason`."""
    client, kind, service, due_on = lateness_key(row)
    lateness = Lateness(
        client_id=client,
        kind=kind,
        service=service,
        due_on=due_on,
        reason=_reason(reason),
        officer_id=officer_id,
        recorded_on=today,
    )
    session.add(lateness)
    return lateness


def reasons_of(session: Session, client_id: UUID) -> Sequence[Lateness]:
    """Return the reasons of lateness of a case, in the order in which they were recorded."""
    chosen = select(Lateness).where(Lateness.client_id == client_id)
    return session.scalars(chosen.order_by(Lateness.id)).all()


def _reason(text: str) -> str:
    reason = " ".join(text.split())
    if not reason:
        raise InvalidInput("reason", N_("Write the reason."))
    if len(reason) > LONGEST_REASON:
        raise InvalidInput("reason", N_("Write at most {most} characters."), most=LONGEST_REASON)
    return reason
