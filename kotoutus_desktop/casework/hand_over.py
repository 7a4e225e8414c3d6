"""Hand-over lists of a client: which changes of standing call for one, and what is done of it.

Every function works in the caller's transaction.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.assess import completed_assessment
from kotoutus_desktop.casework.facts import agreed_plan, agreed_plans, person_facts
from kotoutus_desktop.casework.plans import plan_in_force
from kotoutus_desktop.models.client import Client, ClosingReason
from kotoutus_desktop.models.hand_over import HandOverTick
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.rules.entitlement import is_unaccompanied
from kotoutus_desktop.rules.hand_over import (
    HandOverFacts,
    HandOverLine,
    Item,
    hand_over_lines,
)
from kotoutus_desktop.rules.status_flips import Flip, SearchTime, StatusHistory, flips


@dataclass(frozen=True)
class Done:
    """That a line was done: when, and by whom ("" where it is not known)."""

    on: date
    by: str


@dataclass(frozen=True)
class HandOver:
    """A change of standing with its list, and what of it is done."""

    flip: Flip
    lines: Sequence[HandOverLine]
    done: Mapping[Item, Done]

    @property
    def is_complete(self) -> bool:
        """Whether every line is done."""
        return all(line.item in self.done for line in self.lines)


def hand_overs(session: Session, client: Client, office: Office, today: date) -> list[HandOver]:
    """Return the lists that the client's changes call for, the newest first.

    The case must be loaded whole.
    """
    found = flips(status_history(client, today), today)
    if not found:
        return []
    facts, ticked = hand_over_facts(client, office, today), _ticked(session, client.id)
    return [
        HandOver(
            flip,
            lines := hand_over_lines(flip.change, facts),
            {
                line.item: ticked[flip.key, line.item]
                for line in lines
                if (flip.key, line.item) in ticked
            },
        )
        for flip in found
    ]


def tick(
    session: Session, client_id: UUID, flip: str, item: Item, officer_id: UUID, today: date
) -> None:
    """Record that a line was done today; one that was done before stays as it was recorded."""
    if _find(session, client_id, flip, item):
        return
    session.add(
        HandOverTick(
            client_id=client_id, flip=flip, item=item, done_on=today, officer_id=officer_id
        )
    )


def untick(session: Session, client_id: UUID, flip: str, item: Item) -> None:
    """Take back that a line was done; nothing happens where it was not."""
    for found in _find(session, client_id, flip, item):
        session.delete(found)


def status_history(client: Client, today: date) -> StatusHistory:
    """Return what the rules find changes of standing from; the case must be loaded whole.

    Where a client lived when the plan was made stands in the case that was frozen with it; not
    for one under a non-disclosure order, whose frozen case names no place.
    """
    plan = plan_in_force(client, client.closed_on or today)
    return StatusHistory(
        person=person_facts(client, today),
        since=_known_since(client, today),
        searches=tuple(SearchTime(p.starts_on, p.ends_on) for p in client.jobseeker_periods),
        plans=tuple(agreed_plans(client)),
        lived_in=_municipality_of(plan),
        lives_in=client.home_municipality,
        closed_on=client.closed_on,
        moved_away=client.closing_reason is ClosingReason.MOVED_AWAY,
    )


def hand_over_facts(client: Client, office: Office, today: date) -> HandOverFacts:
    """Return what decides which lines the lists of a client have."""
    plan = plan_in_force(client, client.closed_on or today)
    agreed = agreed_plan(plan) if plan else None
    services = agreed.services if agreed else ()
    return HandOverFacts(
        delegates=office.delegates_to_employment_authority,
        assessed=completed_assessment(client) is not None,
        plan_valid=plan is not None,
        referrals_open=any(service.referred is None for service in services),
        studies=any(plan.unfinished_studies for plan in client.plans),
        young=is_unaccompanied(person_facts(client, today), today),
    )


def _known_since(client: Client, today: date) -> date:
    first = min((contact.learned_on for contact in client.contacts), default=None)
    registered = client.created_at.date() if client.created_at else today
    return first or registered


def _municipality_of(plan: Plan | None) -> str:
    if plan is None or plan.frozen_case is None:
        return ""
    return str(json.loads(plan.frozen_case)["client"].get("home_municipality", ""))


def _ticked(session: Session, client_id: UUID) -> dict[tuple[str, Item], Done]:
    rows = session.execute(
        select(HandOverTick, Officer.name)
        .outerjoin(Officer, Officer.id == HandOverTick.officer_id)
        .where(HandOverTick.client_id == client_id)
        .order_by(HandOverTick.id.desc())
    )
    return {(row.flip, row.item): Done(row.done_on, name or "") for row, name in rows}


def _find(session: Session, client_id: UUID, flip: str, item: Item) -> Sequence[HandOverTick]:
    return session.scalars(
        select(HandOverTick).where(
            HandOverTick.client_id == client_id,
            HandOverTick.flip == flip,
            HandOverTick.item == item,
        )
    ).all()
