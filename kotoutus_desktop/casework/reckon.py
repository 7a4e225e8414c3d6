"""Reckoning what is due of each case, once, and keeping it until its ground or its day changes.

The rules answer from facts and a day. Between two days on which an answer can change (a plan
ends, somebody turns 23) it stays the same, so that it is kept from the one to the other. The
file itself forgets what was kept when the case is changed: `models.due_step`.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session, selectinload

from kotoutus_desktop import __version__
from kotoutus_desktop.casework.overview import case_standing
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.models.circumstances import BenefitPeriod, JobseekerPeriod
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.due_step import DueStep, Reckoning
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.models.plan import Goal, Measure, Plan, Review
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.rules.coming import OF_AGE, coming_items, shown_from
from kotoutus_desktop.rules.deadlines import UNDER_25
from kotoutus_desktop.rules.due import Basis, CaseStanding, DueItem, StepKind, due_items
from kotoutus_desktop.rules.editions import CURRENT
from kotoutus_desktop.rules.entitlement import entitlement_ends, valid_plan
from kotoutus_desktop.rules.months import add_years
from kotoutus_desktop.rules.reimbursement import reimbursement_ends

DAY = timedelta(days=1)
AT_ONCE = 200  # cases in one transaction


def keep_reckoned(database: Database, today: date) -> int:
    """Reckon every open case that has no answer for today and keep it; returns how many."""
    with database.reading() as session:
        stale = to_reckon(session, today)
    for start in range(0, len(stale), AT_ONCE):
        with database.transaction() as session:
            reckon(session, stale[start : start + AT_ONCE], today)
    return len(stale)


def to_reckon(session: Session, today: date) -> list[UUID]:
    """Return the open cases for which nothing is kept that holds today."""
    holds = exists().where(
        Reckoning.client_id == Client.id,
        Reckoning.since <= today,
        Reckoning.until > today,
        Reckoning.program == __version__,
    )
    return list(session.scalars(select(Client.id).where(Client.closed_on.is_(None), ~holds)))


def reckon(session: Session, ids: Sequence[UUID], today: date) -> None:
    """Reckon these cases and keep what is due of them."""
    office = the_office(session)
    for table in (Reckoning, DueStep):
        session.execute(delete(table).where(table.client_id.in_(ids)))
    for client in _loaded(session, ids):
        standing = case_standing(client, office, today)
        session.add(
            Reckoning(
                client_id=client.id,
                since=today,
                until=_next_turn(client, standing, today),
                program=__version__,
            )
        )
        session.add_all(_steps(client, standing, today))


def steps_of(session: Session, ids: Sequence[UUID], today: date) -> Iterator[DueStep]:
    """Reckon these cases without keeping anything."""
    if not ids:
        return
    office: Office = the_office(session)
    for start in range(0, len(ids), AT_ONCE):
        for client in _loaded(session, ids[start : start + AT_ONCE]):
            yield from _steps(client, case_standing(client, office, today), today)


def _steps(client: Client, standing: CaseStanding, today: date) -> Iterator[DueStep]:
    for item in [*due_items(standing, today), *coming_items(standing, today)]:
        if item.basis is Basis.SUGGESTION:
            continue
        yield DueStep(
            client_id=client.id,
            shown_from=shown_from(item),
            kind=item.kind,
            due_on=item.due,
            waits_since=_waits_since(standing, item, today),
            section=f"{item.section.act} {item.section.code}",
            basis=item.basis,
            service=item.service,
        )


def _waits_since(standing: CaseStanding, item: DueItem, today: date) -> date | None:
    """Return the day from which the step could have been taken; None where none is known."""
    current = valid_plan(standing.plans, today)
    return {
        StepKind.HANDLE_CONTACT: standing.contact_on,
        StepKind.START_ASSESSMENT: standing.learned_on,
        StepKind.CONTINUE_ASSESSMENT: standing.assessment_started,
        StepKind.MAKE_PLAN: standing.assessed_on,
        StepKind.REFER_TO_SERVICE: current.made if current else None,
    }.get(item.kind)


def _next_turn(client: Client, standing: CaseStanding, today: date) -> date:
    """Return the first later day on which the rules can answer otherwise."""
    return min((day for day in _turns(client, standing) if day > today), default=date.max)


def _turns(client: Client, standing: CaseStanding) -> Iterator[date]:
    person = standing.person
    periods: list[JobseekerPeriod | BenefitPeriod]
    periods = [*client.jobseeker_periods, *client.benefit_periods]
    for period in periods:
        yield period.starts_on
        yield from _after(period.ends_on)
    for plan in standing.plans:
        yield plan.made
        yield from plan.reviewed
        yield from _after(plan.ends)
    if person.born is not None:
        for age in (OF_AGE, CURRENT.unaccompanied_until, UNDER_25):
            birthday = add_years(person.born, age)
            yield birthday
            yield birthday + DAY
    if person.reached_on is not None:
        yield person.reached_on
    yield from _after(entitlement_ends(person))
    yield from _after(reimbursement_ends(person.protection, person.first_home_municipality))


def _after(last: date | None) -> Iterator[date]:
    if last is not None and last < date.max:
        yield last + DAY


def _loaded(session: Session, ids: Sequence[UUID]) -> Sequence[Client]:
    """Return cases with all that the rules ask, in a fixed number of queries.

    Texts are left out: an agreed plan holds its whole case as it was.
    """
    plans = selectinload(Client.plans).load_only(
        Plan.number,
        Plan.state,
        Plan.made_on,
        Plan.starts_on,
        Plan.ends_on,
        Plan.ended_on,
        Plan.extension,
        Plan.unfinished_studies,
        Plan.onward_guidance,
    )
    reviews = selectinload(Plan.reviews).load_only(
        Review.reviewed_on, Review.completed, Review.trigger
    )
    measures = selectinload(Goal.measures).load_only(
        Measure.kind, Measure.state, Measure.position, Measure.referred_on
    )
    goals = selectinload(Plan.goals).load_only(Goal.position)
    return session.scalars(
        select(Client)
        .where(Client.id.in_(ids))
        .options(
            selectinload(Client.contacts),
            selectinload(Client.jobseeker_periods),
            selectinload(Client.benefit_periods),
            selectinload(Client.obstacle_periods),
            selectinload(Client.assessments),
            selectinload(Client.referrals).selectinload(Referral.steps),
            plans.options(reviews, goals.options(measures)),
        )
    ).all()
