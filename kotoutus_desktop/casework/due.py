"""What is due today and soon, for the work list of the Today page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session, selectinload

from kotoutus_desktop.casework.overview import case_standing
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.plan import Goal, Measure, MeasureState, Plan, PlanState
from kotoutus_desktop.rules.due import Basis, DueItem, due_items
from kotoutus_desktop.rules.facts import RightOfResidence

SOON = timedelta(days=30)
CLOCK_RUNS_OUT = timedelta(days=3 * 366)  # no limit of three years is later than this


@dataclass(frozen=True)
class DueRow:
    """One thing that is due, and for whom."""

    client: Client
    item: DueItem


def due_rows(session: Session, today: date, officer_id: UUID | None = None) -> list[DueRow]:
    """Return what is overdue or due within thirty days, the gravest first.

    One row for a client and a kind of step: the soonest. `officer_id` None means everybody.
    """
    office = the_office(session)
    rows = []
    for client in _candidates(session, today, officer_id):
        seen = set()
        for item in due_items(case_standing(client, office, today), today):
            soon = item.due is None or item.due <= today + SOON
            if soon and item.basis is not Basis.SUGGESTION and item.kind not in seen:
                seen.add(item.kind)
                rows.append(DueRow(client, item))
    return sorted(rows, key=lambda row: (row.item.due or today, row.client.sort_name))


def count_overdue(session: Session, today: date, officer_id: UUID | None = None) -> int:
    """Return how many things are overdue by the Act; the office's own targets do not count."""
    rows = due_rows(session, today, officer_id)
    return sum(row.item.overdue and row.item.basis is Basis.STATUTORY for row in rows)


def _candidates(session: Session, today: date, officer_id: UUID | None) -> Sequence[Client]:
    """Return the open cases in which something can be due, loaded with what the rules ask."""
    mine = [Client.officer_id == officer_id] if officer_id else []
    return session.scalars(
        select(Client)
        .where(Client.closed_on.is_(None), _something_to_do(today), *mine)
        .options(
            selectinload(Client.contacts),
            selectinload(Client.jobseeker_periods),
            selectinload(Client.benefit_periods),
            selectinload(Client.obstacle_periods),
            selectinload(Client.assessments),
            selectinload(Client.plans).selectinload(Plan.reviews),
            selectinload(Client.plans).selectinload(Plan.goals).selectinload(Goal.measures),
        )
    ).all()


def _something_to_do(today: date) -> ColumnElement[bool]:
    """Leave out who is certainly at rest: a plan that runs on with nothing due for a month."""
    soon = today + SOON
    has_plan = exists().where(Plan.client_id == Client.id)
    plan_calls = exists().where(
        Plan.client_id == Client.id,
        or_(
            Plan.state == PlanState.DRAFT,
            Plan.next_review_on <= soon,
            Plan.ends_on <= soon,
        ),
    )
    unreferred = exists().where(
        Measure.client_id == Client.id,
        Measure.referred_on.is_(None),
        Measure.state == MeasureState.AGREED,
        Goal.id == Measure.goal_id,
        Plan.id == Goal.plan_id,
        Plan.state != PlanState.ENDED,
    )
    entitled = or_(
        Client.first_granted >= today - CLOCK_RUNS_OUT,
        Client.trafficking_victim,
        Client.first_granted.is_(None),
    )
    in_scope = Client.right_of_residence != RightOfResidence.NONE
    started = exists().where(Assessment.client_id == Client.id)
    return or_(plan_calls, unreferred, ~has_plan & (started | (entitled & in_scope)))
