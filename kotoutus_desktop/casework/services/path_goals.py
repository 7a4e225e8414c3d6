"""The goals with which a plan begins where it begins with a path through the services."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from kotoutus_desktop.casework.plans import new_goal
from kotoutus_desktop.models.plan import Goal, Plan, Term
from kotoutus_desktop.models.service import Service
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import GoalKind, MeasureKind
from kotoutus_desktop.rules.programme import ProgrammePoint

BEFORE_THE_PLAN = frozenset({ProgrammePoint.ASSESSMENT.value, ProgrammePoint.PLAN.value})
"""Points of § 13(1) that lead to the plan: no plan agrees on them."""
_FINNISH, _SWEDISH = "L-012", "L-013"
_KINDS: Mapping[MeasureKind, tuple[GoalKind, str]] = MappingProxyType(
    {
        MeasureKind.CIVIC_ORIENTATION: (GoalKind.EVERYDAY_LIFE, "L-021"),
        MeasureKind.INTEGRATION_TRAINING: (GoalKind.LANGUAGE, _FINNISH),
        MeasureKind.LITERACY_TRAINING: (GoalKind.LANGUAGE, "L-010"),
        MeasureKind.BASIC_EDUCATION: (GoalKind.OTHER, "L-044"),
        MeasureKind.LANGUAGE_STUDIES: (GoalKind.LANGUAGE, _FINNISH),
        MeasureKind.SELF_MOTIVATED_STUDIES: (GoalKind.LANGUAGE, _FINNISH),
        MeasureKind.OTHER_TRAINING: (GoalKind.WORKING_LIFE_SKILLS, "L-030"),
        MeasureKind.EMPLOYMENT_SERVICE: (GoalKind.EMPLOYMENT, "L-001"),
        MeasureKind.JOB_SEARCH: (GoalKind.EMPLOYMENT, "L-001"),
        MeasureKind.GUIDANCE: (GoalKind.EVERYDAY_LIFE, "L-020"),
        MeasureKind.HEALTH_AND_WELLBEING: (GoalKind.EVERYDAY_LIFE, "L-024"),
        MeasureKind.ASSOCIATION: (GoalKind.EVERYDAY_LIFE, "L-025"),
        MeasureKind.OTHER_SERVICE: (GoalKind.EVERYDAY_LIFE, "L-020"),
    }
)
"""What a service usually leads to: kind of goal and its phrase; the counsellor may change both."""


def goals_for(
    plan: Plan, services: Sequence[Service], integration_language: str
) -> list[tuple[Goal, list[Service]]]:
    """Return goals of the plan with the services of a path that serve each of them.

    A goal of that kind which the plan has is taken; else one is added at its end. Services that
    lead to the plan itself, and those that it has already, are left out.
    """
    there = {measure.service_id for measure in plan.measures}
    goals: dict[GoalKind, tuple[Goal, list[Service]]] = {}
    for service in _of_plans(services):
        if service.id in there:
            continue
        kind, phrase = _KINDS[service.kind]
        if kind not in goals:
            goals[kind] = (_goal(plan, kind, phrase, integration_language), [])
        goals[kind][1].append(service)
    return list(goals.values())


def _of_plans(services: Sequence[Service]) -> Iterator[Service]:
    return (each for each in services if not (each.points and set(each.points) <= BEFORE_THE_PLAN))


def _goal(plan: Plan, kind: GoalKind, phrase: str, integration_language: str) -> Goal:
    known = (goal for goal in plan.goals if goal.term is Term.PERIOD and goal.kind is kind)
    goal = next(known, None)
    if goal is None:
        goal = new_goal(plan)
        goal.kind = kind
        swedish = phrase == _FINNISH and integration_language == "sv"
        goal.goal = Wording.of(_SWEDISH if swedish else phrase)
    return goal
