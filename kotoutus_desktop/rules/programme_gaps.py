"""What a programme or a strategic document still lacks of §§ 13 and 45, point by point."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kotoutus_desktop.rules.programme import ProgrammePoint, TrainingAim, programme_on
from kotoutus_desktop.rules.section import (
    PLANNING,
    PLANNING_FOLLOW_UP,
    PLANNING_MUNICIPAL,
    PLANNING_NATIONAL,
    Section,
)


@dataclass(frozen=True)
class Offered:
    """A service as the check sees it: what it covers, and from when to when it is offered."""

    points: frozenset[ProgrammePoint]
    aims: frozenset[TrainingAim] = frozenset()
    since: date | None = None
    until: date | None = None

    def is_on(self, day: date) -> bool:
        """Tell whether the service is offered on a day; open ends reach without limit."""
        return (self.since or day) <= day <= (self.until or day)


@dataclass(frozen=True)
class ProgrammeGap:
    """A point of § 13(1) that no service covers; of point 4 also an aim that none promotes."""

    point: ProgrammePoint
    section: Section
    aim: TrainingAim | None = None


def programme_gaps(services: Iterable[Offered], day: date) -> list[ProgrammeGap]:
    """Return what the services of a day leave out of § 13(1), in the order of the section.

    Where nothing covers point 4 its aims are not counted one by one.

    Source: 681/2023 § 13(1).
    """
    offered = [service for service in services if service.is_on(day)]
    edition = programme_on(day)
    covered = {point for service in offered for point in service.points}
    gaps = [ProgrammeGap(p, place) for p, place in edition.points.items() if p not in covered]
    if ProgrammePoint.TRAINING in covered:
        training = [each for each in offered if ProgrammePoint.TRAINING in each.points]
        promoted = {aim for service in training for aim in service.aims}
        place = edition.points[ProgrammePoint.TRAINING]
        missing = [aim for aim in TrainingAim if aim in edition.aims - promoted]
        gaps += [ProgrammeGap(ProgrammePoint.TRAINING, place, aim) for aim in missing]
    order = list(edition.points)
    return sorted(gaps, key=lambda gap: order.index(gap.point))


class PlanningPoint(StrEnum):
    """What the planning of a municipality deals with, in the order of § 45."""

    INTEGRATION = "integration"
    GOOD_RELATIONS = "good_relations"
    COOPERATION = "cooperation"  # across sectors
    COUNTY = "county"  # co-ordinated with the services of the wellbeing services county
    NATIONAL_GOALS = "national_goals"
    EMPLOYMENT_GOALS = "employment_goals"
    MUNICIPAL_STRATEGY = "municipal_strategy"
    BUDGET = "budget"
    WELFARE_PLAN = "welfare_plan"
    EMPLOYMENT_SERVICES_PLAN = "employment_services_plan"
    JOBSEEKER_FOLLOW_UP = "jobseeker_follow_up"


PLANNING_SECTIONS: Mapping[PlanningPoint, Section] = {
    PlanningPoint.INTEGRATION: PLANNING,
    PlanningPoint.GOOD_RELATIONS: PLANNING,
    PlanningPoint.COOPERATION: PLANNING,
    PlanningPoint.COUNTY: PLANNING,
    PlanningPoint.NATIONAL_GOALS: PLANNING_NATIONAL,
    PlanningPoint.EMPLOYMENT_GOALS: PLANNING_NATIONAL,
    PlanningPoint.MUNICIPAL_STRATEGY: PLANNING_MUNICIPAL,
    PlanningPoint.BUDGET: PLANNING_MUNICIPAL,
    PlanningPoint.WELFARE_PLAN: PLANNING_MUNICIPAL,
    PlanningPoint.EMPLOYMENT_SERVICES_PLAN: PLANNING_MUNICIPAL,
    PlanningPoint.JOBSEEKER_FOLLOW_UP: PLANNING_FOLLOW_UP,
}
"""681/2023 § 45 as 1100/2024 has it; neither the old list of goals nor a report is left."""


class GoalArea(StrEnum):
    """What a goal is about.

    § 45(2) as it was passed listed these; 1100/2024 left the choice to the municipality, and
    kept integration and good relations between people (§ 45(1)).
    """

    EMPLOYMENT = "employment"
    EDUCATION = "education"
    WELLBEING = "wellbeing"
    HOUSING = "housing"
    PARTICIPATION = "participation"
    EQUALITY = "equality"
    OWN_LANGUAGE = "own_language"
    GOOD_RELATIONS = "good_relations"


def planning_gaps(areas: Iterable[GoalArea], dealt_with: Iterable[PlanningPoint]) -> dict[
    PlanningPoint, Section
]:  # fmt: skip
    """Return what a planning document does not deal with, with the sections.

    A goal about good relations deals with those, any other goal with integration; the other
    points are dealt with where something is written about them.

    Source: 681/2023 § 45.
    """
    there = set(dealt_with) - {PlanningPoint.INTEGRATION, PlanningPoint.GOOD_RELATIONS}
    for area in areas:
        good = area is GoalArea.GOOD_RELATIONS
        there.add(PlanningPoint.GOOD_RELATIONS if good else PlanningPoint.INTEGRATION)
    return {p: place for p, place in PLANNING_SECTIONS.items() if p not in there}
