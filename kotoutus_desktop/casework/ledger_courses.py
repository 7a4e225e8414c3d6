"""The course of every case for the deadline ledger, read in a fixed number of queries.

Ten thousand cases are read as plain rows: only what the rules ask, and no records.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Executable, Select, select, type_coerce
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.types import NullType

from kotoutus_desktop.casework.facts import NOT_REFERRED_TO, person_facts, referral_day
from kotoutus_desktop.models.assessment import Assessment, Outcome
from kotoutus_desktop.models.circumstances import Contact, ObstaclePeriod
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.plan import Goal, Measure, Plan, Review
from kotoutus_desktop.rules.due import Targets, assess_from, own_target
from kotoutus_desktop.rules.facts import (
    AgreedPlan,
    AgreedService,
    Obstacle,
    Person,
    Prolongation,
    RightOfResidence,
)
from kotoutus_desktop.rules.obligations import CaseCourse, PlanCourse

Mine = Select[UUID]
Key = Any  # an id as it is stored: quicker as a key than a UUID
MONTH = timedelta(days=31)  # no referral is due later after the plan


@dataclass(frozen=True)
class Selection:
    """Which cases are counted, and the first and last due day that are.

    `officer_id` None: everybody's. `municipality`: home municipality, "" for all; it leaves
    out people with a non-disclosure order, of whom no list tells the place.
    """

    first: date
    last: date
    officer_id: UUID | None = None
    municipality: str = ""


@dataclass(frozen=True)
class Whose:
    """The client of a row. `name` is the number under a non-disclosure order.

    `restricted` is that order; `hides_place` holds for every restricted case.
    """

    id: UUID
    name: str
    restricted: bool
    hides_place: bool = False


def courses(
    session: Session, selection: Selection, targets: Targets
) -> Iterator[tuple[Whose, CaseCourse]]:
    """Yield every selected case with what was done in it and when."""
    mine = select(Client.id).where(*_conditions(selection))
    contacts = _contacts(session, mine)
    assessed = _assessments(session, mine)
    plans = _plans(session, mine, selection)
    obstacles = _obstacles(session, mine)
    made = []
    for row in session.execute(_clients(selection)):
        known = contacts[row.key]
        first = min((contact.learned_on for contact in known), default=None)
        learned = first or (row.created_at and row.created_at.date())
        started, needed = assessed.get(row.key, (None, False))
        of_case = plans[row.key]
        course = CaseCourse(
            person=_person(row),
            learned_on=learned,
            contacts=tuple((c.learned_on, c.handled_on) for c in known if not c.handling_unknown),
            assessment_started=started,
            left_out=bool(row.other_client_plan),
            plan_needed=needed,
            plans=tuple(plan for plan, _prolonging in of_case),
            prolongation=_prolongation(of_case, obstacles[row.key]),
            closed_on=row.closed_on,
            targets=targets,
        )
        made.append((whose_of(row), course))
    yield from _with_grounds(session, made, selection)


def _key(column: Any) -> ColumnElement[Any]:
    return type_coerce(column, NullType())


def _conditions(selection: Selection) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if selection.officer_id is not None:
        found.append(Client.officer_id == selection.officer_id)
    if selection.municipality:
        found.append(Client.home_municipality == selection.municipality)
        found.append(~Client.hides_place)
    return found


def _clients(selection: Selection) -> Executable:
    return select(
        *(_key(Client.id).label("key"), Client.id, Client.number, Client.given_names),
        *(Client.family_names, Client.own_script_name, Client.non_disclosure),
        Client.hides_place.label("hides_place"),
        *(Client.created_at, Client.closed_on, Client.born, Client.right_of_residence),
        *(Client.first_granted, Client.trafficking_victim, Client.reached_on),
        Client.other_client_plan,
    ).where(*_conditions(selection))


def whose_of(row: Any) -> Whose:
    """Return the client of a row that has id, number, names and what restricts the case."""
    names = " ".join(part for part in (row.given_names, row.family_names) if part)
    name = row.number if row.non_disclosure else names or row.own_script_name
    return Whose(row.id, name, row.non_disclosure, bool(row.hides_place))


def _person(row: Any) -> Person:
    """Return what the days of plans are reckoned from; no ground of § 14(1) is asked here."""
    return Person(
        born=row.born,
        right_of_residence=row.right_of_residence or RightOfResidence.NONE,
        first_granted=row.first_granted,
        trafficking_victim=row.trafficking_victim,
        reached_on=row.reached_on,
    )


def _with_grounds(
    session: Session, made: Sequence[tuple[Whose, CaseCourse]], selection: Selection
) -> Iterator[tuple[Whose, CaseCourse]]:
    """Ask for the grounds of § 14(1) only of those who wait for an assessment in the period."""
    waiting = {whose.id: due for whose, course in made if (due := _waits(course, selection))}
    people = {
        client.id: person_facts(client, waiting[client.id])
        for client in _loaded(session, list(waiting))
    }
    for whose, course in made:
        person = people.get(whose.id)
        yield whose, course if person is None else replace(course, person=person)


def _waits(course: CaseCourse, selection: Selection) -> date | None:
    """Return the own target of an assessment that was not started, if it is in the period."""
    if course.assessment_started is not None:
        return None
    start = assess_from(course.person, course.learned_on)
    due = own_target(start, course.targets.start_assessment)
    return due if due is not None and selection.first <= due <= selection.last else None


def _loaded(session: Session, ids: Sequence[UUID]) -> Sequence[Client]:
    if not ids:
        return []
    return session.scalars(
        select(Client)
        .where(Client.id.in_(ids))
        .options(
            selectinload(Client.contacts),
            selectinload(Client.jobseeker_periods),
            selectinload(Client.benefit_periods),
        )
    ).all()


def _contacts(session: Session, mine: Mine) -> dict[Key, list[Any]]:
    found: dict[Key, list[Any]] = defaultdict(list)
    query = select(
        *(_key(Contact.client_id).label("key"), Contact.learned_on),
        *(Contact.handled_on, Contact.handling_unknown),
    ).where(Contact.client_id.in_(mine))
    for row in session.execute(query):
        found[row.key].append(row)
    return found


def _assessments(session: Session, mine: Mine) -> dict[Key, tuple[date | None, bool]]:
    """Return when the first assessment started, and whether the last found a plan needed."""
    found: dict[Key, tuple[date | None, bool]] = {}
    query = (
        select(
            *(_key(Assessment.client_id), Assessment.started_on),
            *(Assessment.completed_on, Assessment.outcome),
        )
        .where(Assessment.client_id.in_(mine))
        .order_by(Assessment.id)
    )
    for client_id, started, completed, outcome in session.execute(query):
        before, needed = found.get(client_id, (None, False))
        if completed is not None:
            needed = outcome is Outcome.PLAN_NEEDED
        found[client_id] = before or started or completed, needed
    return found


def _obstacles(session: Session, mine: Mine) -> dict[Key, list[Obstacle]]:
    found: dict[Key, list[Obstacle]] = defaultdict(list)
    query = select(
        _key(ObstaclePeriod.client_id), ObstaclePeriod.starts_on, ObstaclePeriod.ends_on
    ).where(ObstaclePeriod.client_id.in_(mine))
    for client_id, first, last in session.execute(query):
        found[client_id].append(Obstacle(first, last))
    return found


def _plans(
    session: Session, mine: Mine, selection: Selection
) -> dict[Key, list[tuple[PlanCourse, Any]]]:
    """Return the agreed plans of each case in order, with what prolongs them."""
    reviews, services = _reviews(session, mine), _services(session, mine, selection)
    found: dict[Key, list[tuple[PlanCourse, Any]]] = defaultdict(list)
    query = (
        select(
            *(_key(Plan.id), _key(Plan.client_id), Plan.made_on, Plan.ends_on, Plan.ended_on),
            *(Plan.extension, Plan.unfinished_studies),
        )
        .where(Plan.client_id.in_(mine), Plan.made_on.is_not(None), Plan.ends_on.is_not(None))
        .order_by(Plan.number)
    )
    for plan_id, client_id, made, ends, ended, *prolonging in session.execute(query):
        days, of_plan = sorted(reviews.get(plan_id, ())), services.get(plan_id, ())
        agreed = AgreedPlan(made, ends, tuple(days), tuple(of_plan))
        found[client_id].append((PlanCourse(agreed, ended), prolonging))
    return found


def _prolongation(
    plans: Sequence[tuple[PlanCourse, Any]], obstacles: list[Obstacle]
) -> Prolongation:
    return Prolongation(
        extension=next((ground for _plan, (ground, _s) in reversed(plans) if ground), None),
        obstacles=tuple(obstacles),
        unfinished_studies=any(studies for _plan, (_ground, studies) in plans),
    )


def _reviews(session: Session, mine: Mine) -> dict[Key, list[date]]:
    found: dict[Key, list[date]] = defaultdict(list)
    query = select(_key(Review.plan_id), Review.reviewed_on).where(
        Review.client_id.in_(mine), Review.completed
    )
    for plan_id, reviewed in session.execute(query):
        if reviewed is not None:
            found[plan_id].append(reviewed)
    return found


def _services(session: Session, mine: Mine, selection: Selection) -> dict[Key, list[AgreedService]]:
    """Return the services of the plans whose referrals can be due in the period."""
    found: dict[Key, list[AgreedService]] = defaultdict(list)
    query = (
        select(_key(Plan.id), Plan.made_on, Measure.id, Measure.referred_on, Measure.state)
        .join(Goal, Goal.plan_id == Plan.id)
        .join(Measure, Measure.goal_id == Goal.id)
        .where(
            Plan.client_id.in_(mine),
            Plan.made_on.between(selection.first - MONTH, selection.last),
            Measure.kind.not_in(NOT_REFERRED_TO),
        )
        .order_by(Goal.position, Measure.position)
    )
    for plan_id, made, measure_id, referred, state in session.execute(query):
        day = referral_day(referred, state, made)
        found[plan_id].append(AgreedService(str(measure_id), day))
    return found
