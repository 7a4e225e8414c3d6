"""The deadline ledger: what had to be done by which day, whether it was, and why it was late."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.facts import own_targets
from kotoutus_desktop.casework.ledger_courses import Selection, Whose, courses
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.models.work_list import Lateness
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.rules.obligations import STEPS, Obligation, State, obligations

LONGEST_REASON = 1000
_Key = tuple[UUID, StepKind, str, date | None]


@dataclass(frozen=True)
class LedgerRow:
    """One thing that fell due for one client; `reason` is "" while none is recorded."""

    whose: Whose
    obligation: Obligation
    state: State
    reason: str = ""


def ledger_rows(session: Session, selection: Selection, today: date) -> list[LedgerRow]:
    """Return everything that falls due in a period, in the order of the days."""
    reasons = _reasons(session, selection)
    targets = own_targets(the_office(session))
    rows = [
        LedgerRow(whose, each, each.state(today), reasons.get(_key(whose.id, each), ""))
        for whose, course in courses(session, selection, targets)
        for each in obligations(course, today)
        if selection.first <= each.due <= selection.last
    ]
    return sorted(rows, key=lambda row: (row.obligation.due, row.whose.name))


def give_reason(
    session: Session, row: LedgerRow, reason: str, officer_id: UUID, today: date
) -> LedgerRow:
    """Record why something was late, and return the row with it; "" takes the reason away.

    Earlier reasons stay in the file. Raises InvalidInput when the row is not late, or the
    reason is longer than LONGEST_REASON.
    """
    reason = reason.strip()
    if row.state is not State.LATE:
        raise InvalidInput("reason", N_("Only what is late has a reason."))
    if len(reason) > LONGEST_REASON:
        raise InvalidInput("reason", N_("Write at most {n} characters."), n=LONGEST_REASON)
    each = row.obligation
    session.add(
        Lateness(
            client_id=row.whose.id,
            kind=STEPS[each.rule],
            service=each.service,
            due_on=each.due,
            reason=reason,
            officer_id=officer_id,
            recorded_on=today,
        )
    )
    session.flush()
    return replace(row, reason=reason)


def officers_with_clients(session: Session) -> list[tuple[UUID, str, int]]:
    """Return the counsellors with how many clients each has, by name."""
    counted = func.count(Client.id)
    query = (
        select(Officer.id, Officer.name, counted)
        .join(Client, Client.officer_id == Officer.id)
        .group_by(Officer.id, Officer.name)
        .order_by(Officer.name, Officer.id)
    )
    return [(officer_id, name, count) for officer_id, name, count in session.execute(query)]


def _reasons(session: Session, selection: Selection) -> dict[_Key, str]:
    """Return the reasons of lateness; the latest holds."""
    query = (
        select(
            *(Lateness.client_id, Lateness.kind, Lateness.service),
            *(Lateness.due_on, Lateness.reason),
        )
        .where(Lateness.due_on.between(selection.first, selection.last))
        .order_by(Lateness.id)
    )
    return {
        (client_id, kind, service, due): reason
        for client_id, kind, service, due, reason in session.execute(query)
    }


def _key(client_id: UUID, obligation: Obligation) -> _Key:
    return client_id, STEPS[obligation.rule], obligation.service, obligation.due
