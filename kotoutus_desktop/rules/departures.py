"""Departures from what the Act sets "as a rule": allowed, but for a reason that is written."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kotoutus_desktop.rules.deadlines import UNDER_25
from kotoutus_desktop.rules.facts import WORK_GOALS, GoalKind
from kotoutus_desktop.rules.months import is_under
from kotoutus_desktop.rules.section import GOALS_OF_OTHERS, GOALS_UNDER_25, Section


class DepartureKey(StrEnum):
    """The rules of § 18 that a plan may depart from; the reason is kept under this key."""

    NO_WORKING_LIFE_SKILLS = "no_working_life_skills"
    NO_WORK_GOAL = "no_work_goal"
    NO_UPPER_SECONDARY_EDUCATION = "no_upper_secondary_education"


@dataclass(frozen=True)
class Departure:
    """A departure from a rule that still lacks its reason."""

    key: DepartureKey
    section: Section


@dataclass(frozen=True)
class PlanAims:
    """The goals of a plan: their kinds, whose they are, and the day the plan is made."""

    made: date
    goal_kinds: frozenset[GoalKind]
    jobseeker: bool = False
    born: date | None = None


def departures(aims: PlanAims, with_reason: Collection[DepartureKey] = ()) -> list[Departure]:
    """Return the departures of a plan that are still without a reason.

    Under 25, as a rule at least upper secondary education; this takes the place of the other
    two rules. Others who are not jobseekers: as a rule stronger working-life skills, and
    employment or entrepreneurship. What binds a jobseeker without exception (§ 18(2)) is in
    `completeness`. A person whose date of birth is not known is treated as 25 or older.

    Source: 681/2023 § 18(3)-(4) (1100/2024).
    """
    departed = [departure for departure in _departed(aims) if departure.key not in with_reason]
    return sorted(departed, key=lambda departure: list(DepartureKey).index(departure.key))


def _departed(aims: PlanAims) -> list[Departure]:
    young = is_under(aims.born, UNDER_25, aims.made) is True
    found: list[Departure] = []
    if young and GoalKind.UPPER_SECONDARY_EDUCATION in aims.goal_kinds:
        return found
    if young:
        found.append(Departure(DepartureKey.NO_UPPER_SECONDARY_EDUCATION, GOALS_UNDER_25))
    if young or aims.jobseeker:
        return found
    if GoalKind.WORKING_LIFE_SKILLS not in aims.goal_kinds:
        found.append(Departure(DepartureKey.NO_WORKING_LIFE_SKILLS, GOALS_OF_OTHERS))
    if not aims.goal_kinds & WORK_GOALS:
        found.append(Departure(DepartureKey.NO_WORK_GOAL, GOALS_OF_OTHERS))
    return found
