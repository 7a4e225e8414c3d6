"""Whether the days of a plan that is being made are lawful."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kotoutus_desktop.rules.deadlines import (
    NOTHING,
    all_plans_end_latest,
    continues_for_studies,
    first_plan_end_latest,
    maximum_sections,
    next_review_by,
    plan_edition,
)
from kotoutus_desktop.rules.facts import AgreedPlan, Prolongation
from kotoutus_desktop.rules.section import (
    PLAN_LATEST,
    PLAN_MAKING,
    PLAN_PERIOD,
    REVIEW,
    Section,
)


class PlanFault(StrEnum):
    """What is wrong with the days of a plan."""

    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    MADE_BEFORE_ASSESSMENT = "made_before_assessment"
    MADE_TOO_LATE = "made_too_late"
    FIRST_PLAN_TOO_LONG = "first_plan_too_long"
    BEYOND_MAXIMUM = "beyond_maximum"
    REVIEW_BEFORE_PLAN = "review_before_plan"
    REVIEW_TOO_LATE = "review_too_late"


@dataclass(frozen=True)
class PlanDatesFault:
    """A fault, the section it offends, and the day that would still (or first) be lawful."""

    kind: PlanFault
    section: Section
    lawful_day: date


@dataclass(frozen=True)
class PlanSeries:
    """What bounds a new plan of a client.

    `first_made`: the day the client's first plan was made, None when this is the first.
    `assessed_on`: the day of the initial interview, None when not to be checked.
    `plan_latest`: from `deadlines.plan_latest`, None when no such limit binds.
    """

    first_made: date | None = None
    assessed_on: date | None = None
    plan_latest: date | None = None
    prolongation: Prolongation = NOTHING
    born: date | None = None


def plan_dates_faults(made: date, ends: date, series: PlanSeries) -> list[PlanDatesFault]:
    """Return what is wrong with a plan made on `made` and valid until `ends`, gravest first.

    A plan that studies keep valid (§ 31(2)) has no maximum.

    Source: 681/2023 § 20(1), (3)-(4), § 23, § 31.
    """
    if ends < made:
        return [PlanDatesFault(PlanFault.ENDS_BEFORE_IT_BEGINS, PLAN_PERIOD, made)]
    found = []
    first = series.first_made is None
    assessed = series.assessed_on
    if assessed is not None and made < assessed:
        found.append(PlanDatesFault(PlanFault.MADE_BEFORE_ASSESSMENT, PLAN_MAKING, assessed))
    if first and series.plan_latest is not None and made > series.plan_latest:
        found.append(PlanDatesFault(PlanFault.MADE_TOO_LATE, PLAN_LATEST, series.plan_latest))
    if first and ends > first_plan_end_latest(made):
        section = plan_edition(made).maximum_section
        latest = first_plan_end_latest(made)
        found.append(PlanDatesFault(PlanFault.FIRST_PLAN_TOO_LONG, section, latest))
    return [*found, *_maximum_faults(made, ends, series)]


def _maximum_faults(made: date, ends: date, series: PlanSeries) -> list[PlanDatesFault]:
    first_made = made if series.first_made is None else min(made, series.first_made)
    limit = all_plans_end_latest(first_made, series.prolongation, series.born)
    if ends <= limit or continues_for_studies(first_made, series.prolongation, series.born):
        return []
    section = maximum_sections(first_made, series.prolongation)[-1]
    return [PlanDatesFault(PlanFault.BEYOND_MAXIMUM, section, limit)]


def plan_dates_fault(made: date, ends: date, series: PlanSeries) -> PlanDatesFault | None:
    """Return the gravest of `plan_dates_faults`, None when the days are lawful."""
    return next(iter(plan_dates_faults(made, ends, series)), None)


def next_review_fault(plan: AgreedPlan, next_review: date) -> PlanDatesFault | None:
    """Return what is wrong with the day planned for the next review, None when nothing.

    `plan` holds the reviews done so far. A plan that ends before six months are over may be
    reviewed on any day of it.

    Source: 681/2023 § 22(1).
    """
    done = max(plan.made, *plan.reviewed) if plan.reviewed else plan.made
    latest = next_review_by(plan, done) or plan.ends
    if next_review < done:
        return PlanDatesFault(PlanFault.REVIEW_BEFORE_PLAN, REVIEW, done)
    if next_review > latest:
        return PlanDatesFault(PlanFault.REVIEW_TOO_LATE, REVIEW, latest)
    return None


def review_falls_due(start: date | None, ends: date | None) -> bool:
    """Tell whether a review falls due before a plan ends that was made or reviewed on `start`.

    True while either day is not known.

    Source: 681/2023 § 22(1).
    """
    if start is None or ends is None:
        return True
    return next_review_by(AgreedPlan(start, ends), start) is not None
