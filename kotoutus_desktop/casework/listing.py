"""What a list of clients shows beside the names, for the few rows that are seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from kotoutus_desktop.casework import assess, plans
from kotoutus_desktop.casework.overview import Stage, case_standing, stage
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.plan import Goal, Plan
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.rules.next_step import NextStep, next_step


@dataclass(frozen=True)
class Standing:
    """How far one case has come, and what is next in it.

    `answered_heads` counts the heads of an open assessment; `plan_number` is that of the plan
    in force, None when none is; `ended_on` the day on which the last plan, or the client
    relationship, ended.
    """

    stage: Stage
    next_step: NextStep
    answered_heads: int = 0
    plan_number: int | None = None
    ended_on: date | None = None


def standings(session: Session, ids: Sequence[UUID], today: date) -> dict[UUID, Standing]:
    """Return where some cases stand; a fixed number of queries whatever their number."""
    if not ids:
        return {}
    office = the_office(session)
    return {
        client.id: _standing(client, next_step(case_standing(client, office, today), today), today)
        for client in _loaded(session, ids)
    }


def languages_in_use(session: Session) -> list[tuple[str, int]]:
    """Return the languages of service with how many clients have each, the commonest first."""
    counted = func.count(Client.id)
    query = (
        select(Client.service_language, counted)
        .where(Client.service_language != "")
        .group_by(Client.service_language)
        .order_by(counted.desc(), Client.service_language)
    )
    return [(code, count) for code, count in session.execute(query)]


def municipalities_in_use(session: Session) -> list[tuple[str, int]]:
    """Return the home municipalities with how many clients live in each.

    People whose case is restricted are not counted: no list tells their place.
    """
    counted = func.count(Client.id)
    query = (
        select(Client.home_municipality, counted)
        .where(Client.home_municipality != "", ~Client.hides_place)
        .group_by(Client.home_municipality)
        .order_by(counted.desc(), Client.home_municipality)
    )
    return [(code, count) for code, count in session.execute(query)]


def _standing(client: Client, step: NextStep, today: date) -> Standing:
    running = plans.plan_in_force(client, today)
    started = assess.unfinished_assessment(client)
    last = client.plans[-1] if client.plans else None
    plan_ended = (last.ended_on or last.ends_on) if last else None
    return Standing(
        stage=stage(client, today),
        next_step=step,
        answered_heads=len(assess.answered_heads(started)) if started else 0,
        plan_number=running.number if running else None,
        ended_on=client.closed_on or plan_ended,
    )


def _loaded(session: Session, ids: Sequence[UUID]) -> Sequence[Client]:
    """Return the clients with what the rules ask about them, and no more."""
    of_plans = selectinload(Client.plans)
    return session.scalars(
        select(Client)
        .where(Client.id.in_(ids))
        .options(
            selectinload(Client.contacts),
            selectinload(Client.jobseeker_periods),
            selectinload(Client.benefit_periods),
            selectinload(Client.obstacle_periods),
            selectinload(Client.assessments).selectinload(Assessment.heads),
            selectinload(Client.referrals).selectinload(Referral.steps),
            of_plans.selectinload(Plan.reviews),
            of_plans.selectinload(Plan.goals).selectinload(Goal.measures),
        )
    ).all()
