"""Which cases may be erased, which are held and why; what a hold is written and ended with."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.national.waiting import not_entered
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Client, ClosingReason
from kotoutus_desktop.models.retention import RetentionHold
from kotoutus_desktop.models.visit import visit_of
from kotoutus_desktop.policies import policies
from kotoutus_desktop.rules.retention import (
    Hold,
    HoldKind,
    Standing,
    Verdict,
    kept_until,
    retention,
)

LONGEST_REASON = 500
_NO_REASON = N_("Write which matter is pending.")
_TOO_LONG = N_("Write at most {most} characters.")
_PAST = N_("The day has passed already. Leave it empty while no end is known.")
_NOT_ENTERED = Hold(HoldKind.NOT_ENTERED, "")
_ORDER = (Standing.DUE, Standing.HELD, Standing.KEPT, Standing.OPEN)


@dataclass(frozen=True)
class PurgeLine:
    """A closed case on the list. `name` is "" for a restricted one: it goes by its number.

    `last_day` is the last one of the time for which it is kept.
    """

    client_id: UUID
    number: str
    name: str
    closed_on: date
    closing_reason: ClosingReason | None
    years: int
    last_day: date
    verdict: Verdict


def purge_list(session: Session, today: date) -> list[PurgeLine]:
    """Return every closed case: what may be erased, what is held, and what is kept yet."""
    years = years_kept(session)
    holds = _holds(session, today)
    clients = session.scalars(select(Client).where(Client.closed_on.is_not(None))).all()
    for case in not_entered(session, [client.id for client in clients], today):
        holds.setdefault(case, []).append(_NOT_ENTERED)
    lines = [_line(client, holds.get(client.id, ()), years, today) for client in clients]
    return sorted(lines, key=lambda each: (_ORDER.index(each.verdict.standing), each.last_day))


def years_kept(session: Session) -> int:
    """Return how many years a closed case is kept: by the computer's policy, or the office's."""
    return policies().retention_years or the_office(session).retention_years


def verdict_of(session: Session, client_id: UUID, today: date) -> Verdict:
    """Return whether one case may be erased today."""
    closed_on = session.scalar(select(Client.closed_on).where(Client.id == client_id))
    holds = [_hold(each) for each in holds_of(session, client_id, today)]
    if closed_on is not None and not_entered(session, [client_id], today):
        holds.append(_NOT_ENTERED)
    return retention(closed_on, holds, years_kept(session), today)


def holds_of(session: Session, client_id: UUID, today: date) -> Sequence[RetentionHold]:
    """Return the matters that are pending, the oldest first."""
    query = select(RetentionHold).where(RetentionHold.client_id == client_id, _pending(today))
    return session.scalars(query.order_by(RetentionHold.made_on, RetentionHold.id)).all()


def add_hold(
    session: Session,
    client_id: UUID,
    kind: HoldKind,
    reason: str,
    until: date | None,
    today: date,
) -> RetentionHold:
    """Keep a case for a pending matter; raises InvalidInput for `reason` or `until`."""
    reason = " ".join(reason.split())
    if not reason:
        raise InvalidInput("reason", _NO_REASON)
    if len(reason) > LONGEST_REASON:
        raise InvalidInput("reason", _TOO_LONG, most=LONGEST_REASON)
    if until is not None and until < today:
        raise InvalidInput("until", _PAST)
    hold = RetentionHold(
        client_id=client_id,
        kind=kind,
        reason=reason,
        until=until,
        made_on=today,
        officer_id=visit_of(session).officer,
    )
    session.add(hold)
    session.flush()
    return hold


def end_hold(session: Session, hold_id: UUID, today: date) -> None:
    """Record that a matter is over; that the case was held stays recorded."""
    session.get_one(RetentionHold, hold_id).ended_on = today


def _line(client: Client, holds: Sequence[Hold], years: int, today: date) -> PurgeLine:
    closed_on = client.closed_on
    assert closed_on is not None, "only closed cases are asked for"
    return PurgeLine(
        client.id,
        client.number,
        "" if client.hides_place else client.full_name,
        closed_on,
        client.closing_reason,
        years,
        kept_until(closed_on, years),
        retention(closed_on, holds, years, today),
    )


def _holds(session: Session, today: date) -> dict[UUID, list[Hold]]:
    found: dict[UUID, list[Hold]] = defaultdict(list)
    for each in session.scalars(select(RetentionHold).where(_pending(today))):
        found[each.client_id].append(_hold(each))
    return found


def _hold(record: RetentionHold) -> Hold:
    return Hold(record.kind, record.reason, record.until)


def _pending(today: date) -> ColumnElement[bool]:
    not_over = or_(RetentionHold.until.is_(None), RetentionHold.until >= today)
    return RetentionHold.ended_on.is_(None) & not_over
