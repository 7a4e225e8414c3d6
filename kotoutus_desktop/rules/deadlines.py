"""Days by which something must be done, and how long plans may last.

Every day returned is itself still in time. None means that the law sets no such day here.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from kotoutus_desktop.rules.editions import PLANS, PlanEdition, act_on, edition_on
from kotoutus_desktop.rules.entitlement import entitlement_ends, reached_late, valid_plan
from kotoutus_desktop.rules.facts import AgreedPlan, Obstacle, Person, Prolongation
from kotoutus_desktop.rules.months import add_months, is_under
from kotoutus_desktop.rules.section import (
    PLAN_LATEST,
    REFERRAL,
    REVIEW,
    STUDIES_UNDER_25,
    Section,
)

UNDER_25 = 25  # § 18(4), § 31(1)
NOTHING = Prolongation()


class DeadlineWarning(StrEnum):
    """What is wrong with the days of a client's plans."""

    FIRST_PLAN_TOO_LONG = "first_plan_too_long"
    PLANS_TOO_LONG = "plans_too_long"
    PLAN_TOO_LATE = "plan_too_late"
    REVIEW_OVERDUE = "review_overdue"
    REFERRAL_LATE = "referral_late"


def assessment_latest(person: Person) -> date | None:
    """Return the last day on which the person can be assessed.

    None outside § 2(1), for a victim of trafficking reached after the three years, and while
    the first day is not known. The assessment must start without delay long before it.

    Source: 681/2023 § 14(1), (6).
    """
    return None if reached_late(person) else entitlement_ends(person)


def plan_latest(person: Person) -> date | None:
    """Return the last day for making the first plan; None as in `assessment_latest`.

    Source: 681/2023 § 20(3), (4).
    """
    return None if reached_late(person) else entitlement_ends(person)


def plan_edition(first_made: date) -> PlanEdition:
    """Return the lengths that govern plans of which the first was made on `first_made`.

    Source: 681/2023 § 102(2).
    """
    return edition_on(PLANS, first_made)


def first_plan_end_latest(first_made: date) -> date:
    """Return the last day the first plan may last: one year.

    Source: 681/2023 § 23(2); before 2025, 1386/2010 § 12 by § 102(2).
    """
    return add_months(first_made, plan_edition(first_made).first_plan)


def all_plans_end_latest(
    first_made: date, prolongation: Prolongation = NOTHING, born: date | None = None
) -> date:
    """Return the last day any plan of this person may last.

    Two years from the making of the first plan (three where it was made before 2025), then
    the extension of § 23(3), then the days of obstacles: that both add up is inferred from
    "also" in § 23(4). Then up to a year for unfinished supported studies where the person is
    not yet 25 when the maximum is reached. `born` is needed for the last only. From 25 on
    § 31(2) sets no day: the plan stays valid for the studies until an employment plan replaces
    it (`continues_for_studies`).

    Source: 681/2023 § 23(2)-(5), § 31(1), § 102(2).
    """
    limit = _maximum(first_made, prolongation)
    if prolongation.unfinished_studies and is_under(born, UNDER_25, limit):
        limit = add_months(limit, act_on(first_made).studies)
    return limit


def _maximum(first_made: date, prolongation: Prolongation) -> date:
    """Return the maximum of § 23, at which § 31 looks whether studies are unfinished."""
    edition = plan_edition(first_made)
    months = edition.all_plans
    if prolongation.extension is not None:
        months += edition.extensions[prolongation.extension]
    return _with_obstacles(first_made, add_months(first_made, months), prolongation.obstacles)


def _with_obstacles(first_made: date, limit: date, obstacles: Sequence[Obstacle]) -> date:
    """Move `limit` by the obstacles that kept a plan from being carried out before it."""
    for first, last in obstacle_spells(first_made, obstacles):
        if first > limit:
            break
        limit += last - first + timedelta(days=1)
    return limit


def obstacle_spells(
    first_made: date, obstacles: Sequence[Obstacle]
) -> tuple[tuple[date, date], ...]:
    """Return the obstacles in order, overlaps joined, without days before the first plan.

    Source: 681/2023 § 23(4): the length of the reason, so that a day counts once.
    """
    spells: list[tuple[date, date]] = []
    for obstacle in sorted(obstacles, key=lambda each: each.first):
        first = max(obstacle.first, first_made)
        if spells:
            first = max(first, spells[-1][1] + timedelta(days=1))
        if first <= obstacle.last:
            spells.append((first, obstacle.last))
    return tuple(spells)


def obstacle_days(first_made: date, obstacles: Sequence[Obstacle]) -> int:
    """Count the days of obstacles since the first plan, each day once."""
    spells = obstacle_spells(first_made, obstacles)
    return sum((last - first).days + 1 for first, last in spells)


def continues_for_studies(first_made: date, prolongation: Prolongation, born: date | None) -> bool:
    """Tell whether § 31(2) keeps a plan valid for supported studies without a last day.

    For who is 25 when the maximum of § 23 is reached; who turns 25 in the year of § 31(1) has
    that year. Then an employment plan must replace it without undue delay (§ 31(3)).

    Source: 681/2023 § 31(1)-(3).
    """
    if not prolongation.unfinished_studies:
        return False
    return is_under(born, UNDER_25, _maximum(first_made, prolongation)) is False


def maximum_sections(first_made: date, prolongation: Prolongation = NOTHING) -> tuple[Section, ...]:
    """Return the sections that `all_plans_end_latest` applied, in order."""
    edition = plan_edition(first_made)
    applied = [edition.maximum_section]
    if prolongation.extension is not None:
        applied.append(edition.extension_section)
    if prolongation.obstacles:
        applied.append(edition.obstacle_section)
    if prolongation.unfinished_studies:
        applied.append(STUDIES_UNDER_25)
    return tuple(dict.fromkeys(applied))


def referral_by(made: date) -> date:
    """Return the day by which the client must have been referred to the agreed services.

    Source: 681/2023 § 20(5).
    """
    return add_months(made, act_on(made).referral)


def next_review_by(plan: AgreedPlan, on: date) -> date | None:
    """Return the day by which the plan must be reviewed next, as things stood on `on`.

    Six months from its making or its last review, whichever is later. None where the plan
    ends sooner.

    Source: 681/2023 § 22(1).
    """
    done = max([plan.made, *(day for day in plan.reviewed if day <= on)])
    latest = add_months(done, act_on(done).review)
    return None if plan.ends < latest else latest


def is_referral_late(plan: AgreedPlan, on: date) -> bool:
    """Tell whether a service of the plan was, or still is, referred to after the month.

    Source: 681/2023 § 20(5).
    """
    latest = referral_by(plan.made)
    return any(min(service.referred or on, on) > latest for service in plan.services)


def deadline_warnings(
    person: Person, plans: Sequence[AgreedPlan], prolongation: Prolongation, on: date
) -> tuple[DeadlineWarning, ...]:
    """Return what is wrong with the plans on the day `on`, sorted by name.

    The three years bind the first plan only: later plans follow from § 23. Review and
    referral are asked of the plan that is valid on `on`.

    Source: 681/2023 § 20(3)-(5), § 22(1), § 23(2)-(5), § 31(1)-(2), § 102(2).
    """
    if not plans:
        return ()
    first = min(plans, key=lambda plan: (plan.made, plan.ends))
    latest = plan_latest(person)
    too_long = max(plan.ends for plan in plans) > all_plans_end_latest(
        first.made, prolongation, person.born
    )
    for_studies = continues_for_studies(first.made, prolongation, person.born)
    current = valid_plan(plans, on)
    review = None if current is None else next_review_by(current, on)
    found = {
        DeadlineWarning.FIRST_PLAN_TOO_LONG: first.ends > first_plan_end_latest(first.made),
        DeadlineWarning.PLANS_TOO_LONG: too_long and not for_studies,
        DeadlineWarning.PLAN_TOO_LATE: latest is not None and first.made > latest,
        DeadlineWarning.REVIEW_OVERDUE: review is not None and on > review,
        DeadlineWarning.REFERRAL_LATE: current is not None and is_referral_late(current, on),
    }
    return tuple(sorted(warning for warning, holds in found.items() if holds))


def warning_section(warning: DeadlineWarning, first_made: date) -> Section:
    """Return the section a warning rests on, given the day of the first plan."""
    return {
        DeadlineWarning.FIRST_PLAN_TOO_LONG: plan_edition(first_made).maximum_section,
        DeadlineWarning.PLANS_TOO_LONG: plan_edition(first_made).maximum_section,
        DeadlineWarning.PLAN_TOO_LATE: PLAN_LATEST,
        DeadlineWarning.REVIEW_OVERDUE: REVIEW,
        DeadlineWarning.REFERRAL_LATE: REFERRAL,
    }[warning]
