"""The sum behind the last day of a plan: what is added to which day, by which section."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kotoutus_desktop.rules.deadlines import (
    NOTHING,
    UNDER_25,
    obstacle_spells,
    plan_edition,
)
from kotoutus_desktop.rules.editions import IN_FORCE, act_on
from kotoutus_desktop.rules.facts import Extension, Obstacle, Prolongation
from kotoutus_desktop.rules.months import add_months, is_under
from kotoutus_desktop.rules.section import STUDIES_UNDER_25, Section

DAY = timedelta(days=1)
Spell = tuple[date, date]


class TermKind(StrEnum):
    """What a part of the sum is for."""

    FIRST_PLAN = "first_plan"
    ALL_PLANS = "all_plans"
    EXTENSION = "extension"
    OBSTACLES = "obstacles"
    STUDIES = "studies"


@dataclass(frozen=True)
class LimitTerm:
    """A part of the sum: `months` or `days` are added, and `until` is the day reached."""

    kind: TermKind
    section: Section
    until: date
    months: int = 0
    days: int = 0


class StudiesEffect(StrEnum):
    """What unfinished supported studies do when the maximum is reached (§ 31)."""

    NONE = "none"  # there are none
    EXTENDS = "extends"  # under 25: a year at most
    CONTINUES = "continues"  # from 25 on: until an employment plan replaces the plan
    AGE_UNKNOWN = "age_unknown"


def first_plan_sum(made: date) -> tuple[LimitTerm, ...]:
    """Return how the last day of a first plan is reckoned.

    Source: 681/2023 § 23(2); before 2025, 1386/2010 § 12 by § 102(2).
    """
    edition = plan_edition(made)
    months = edition.first_plan
    section = edition.maximum_section
    return (LimitTerm(TermKind.FIRST_PLAN, section, add_months(made, months), months),)


def all_plans_sum(
    first_made: date, prolongation: Prolongation = NOTHING, born: date | None = None
) -> tuple[LimitTerm, ...]:
    """Return how `deadlines.all_plans_end_latest` is reckoned: its day is the last `until`.

    A ground that gives no time has no term: see `is_unknown_ground` and `studies_effect`.

    Source: 681/2023 § 23(2)-(5), § 31(1), § 102(2).
    """
    return tuple(_terms(first_made, prolongation, born))


def _terms(first_made: date, prolongation: Prolongation, born: date | None) -> Iterator[LimitTerm]:
    edition = plan_edition(first_made)
    months = edition.all_plans
    limit = add_months(first_made, months)
    yield LimitTerm(TermKind.ALL_PLANS, edition.maximum_section, limit, months)
    more = edition.extensions[prolongation.extension] if prolongation.extension else 0
    if more:
        limit = add_months(first_made, months + more)
        yield LimitTerm(TermKind.EXTENSION, edition.extension_section, limit, more)
    days = _days(counted_obstacles(first_made, prolongation))
    if days:
        limit += timedelta(days=days)
        yield LimitTerm(TermKind.OBSTACLES, edition.obstacle_section, limit, days=days)
    if prolongation.unfinished_studies and is_under(born, UNDER_25, limit):
        months = act_on(first_made).studies
        yield LimitTerm(TermKind.STUDIES, STUDIES_UNDER_25, add_months(limit, months), months)


def counted_obstacles(first_made: date, prolongation: Prolongation) -> tuple[Spell, ...]:
    """Return the obstacles that lengthen these plans, as `counted_spells` does.

    Source: 681/2023 § 23(4).
    """
    edition = plan_edition(first_made)
    more = edition.extensions[prolongation.extension] if prolongation.extension else 0
    limit = add_months(first_made, edition.all_plans + more)
    return counted_spells(first_made, limit, prolongation.obstacles)


def counted_spells(
    first_made: date, limit: date, obstacles: Sequence[Obstacle]
) -> tuple[Spell, ...]:
    """Return the obstacles that move `limit`: those that begin before it is reached.

    Each one moves the limit, so that a later one may begin in the time that it gave. Touching
    and overlapping ones are joined.

    Source: 681/2023 § 23(4).
    """
    counted: list[Spell] = []
    for first, last in obstacle_spells(first_made, obstacles):
        if first > limit:
            break
        limit += last - first + DAY
        if counted and counted[-1][1] + DAY == first:
            counted[-1] = (counted[-1][0], last)
        else:
            counted.append((first, last))
    return tuple(counted)


def _days(spells: Sequence[Spell]) -> int:
    return sum((last - first + DAY).days for first, last in spells)


def do_overlap(obstacles: Sequence[Obstacle]) -> bool:
    """Tell whether a day lies in two of the obstacles: it counts once (§ 23(4))."""
    ordered = sorted(obstacles, key=lambda each: (each.first, each.last))
    reached = date.min
    for obstacle in ordered:
        if obstacle.first <= reached:
            return True
        reached = max(reached, obstacle.last)
    return False


def is_unknown_ground(first_made: date, extension: Extension | None) -> bool:
    """Tell whether the statute that governs the plans does not know this ground.

    Home care was no ground of extension in the older Act (1386/2010 § 12 by § 102(2)).
    """
    return extension is not None and plan_edition(first_made).extensions[extension] == 0


def is_of_older_act(made: date) -> bool:
    """Tell whether a plan was made under the older Act (§ 102(2))."""
    return made < IN_FORCE


def studies_effect(limit: date, born: date | None, prolongation: Prolongation) -> StudiesEffect:
    """Return what unfinished studies do at `limit`, the maximum without them.

    Source: 681/2023 § 31(1)-(3).
    """
    if not prolongation.unfinished_studies:
        return StudiesEffect.NONE
    if born is None:
        return StudiesEffect.AGE_UNKNOWN
    young = is_under(born, UNDER_25, limit)
    return StudiesEffect.EXTENDS if young else StudiesEffect.CONTINUES
