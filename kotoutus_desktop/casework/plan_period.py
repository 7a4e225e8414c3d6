"""How long a plan may last: the sum, and what the counsellor should know about its parts."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kotoutus_desktop.casework.facts import jobseeker, prolongation
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.rules.facts import Extension, Prolongation
from kotoutus_desktop.rules.plan_sum import (
    LimitTerm,
    StudiesEffect,
    TermKind,
    all_plans_sum,
    counted_obstacles,
    do_overlap,
    first_plan_sum,
    is_of_older_act,
    is_unknown_ground,
    studies_effect,
)


class PeriodNote(StrEnum):
    """What is said beside the sum."""

    OLDER_ACT = "older_act"
    UNKNOWN_GROUND = "unknown_ground"
    OVERLAP = "overlap"
    NOT_COUNTED = "not_counted"
    STUDIES_GO_ON = "studies_go_on"
    AGE_UNKNOWN = "age_unknown"
    AGE_DOUBTFUL = "age_doubtful"
    NO_JOBSEEKER = "no_jobseeker"


@dataclass(frozen=True)
class PlanPeriod:
    """What bounds a plan: the last `until` of `terms` is its last lawful day.

    `counted_from` is the day the first plan was made, and `is_first` tells whether it is this
    one.
    """

    counted_from: date
    is_first: bool
    terms: tuple[LimitTerm, ...]
    extension: Extension | None
    notes: tuple[PeriodNote, ...]

    @property
    def latest(self) -> date:
        """The last lawful day."""
        return self.terms[-1].until


def plan_period(client: Client, plan: Plan, today: date) -> PlanPeriod:
    """Return what bounds a plan of a client who was loaded whole.

    Source: 681/2023 § 23(2)-(5), § 31, § 102(2).
    """
    made = plan.made_on or plan.starts_on or today
    earlier = [p.made_on for p in client.plans if p.made_on and p.id != plan.id]
    first = min(earlier, default=None)
    if first is None:
        old: tuple[PeriodNote, ...] = (PeriodNote.OLDER_ACT,) if is_of_older_act(made) else ()
        return PlanPeriod(made, True, first_plan_sum(made), None, old)
    prolonged = prolongation(client)
    terms = all_plans_sum(first, prolonged, client.born)
    notes = tuple(_notes(client, first, terms, today))
    return PlanPeriod(first, False, terms, prolonged.extension, notes)


def known_grounds(counted_from: date) -> list[Extension]:
    """Return the grounds of extension that the statute governing the plans knows."""
    return [ground for ground in Extension if not is_unknown_ground(counted_from, ground)]


def _notes(
    client: Client, first: date, terms: tuple[LimitTerm, ...], today: date
) -> Iterator[PeriodNote]:
    prolonged = prolongation(client)
    if is_of_older_act(first):
        yield PeriodNote.OLDER_ACT
    if is_unknown_ground(first, prolonged.extension):
        yield PeriodNote.UNKNOWN_GROUND
    yield from _obstacle_notes(first, prolonged)
    if prolonged.unfinished_studies:
        limit = next(t.until for t in reversed(terms) if t.kind is not TermKind.STUDIES)
        yield from _study_notes(client, limit, prolonged, today)


def _obstacle_notes(first: date, prolonged: Prolongation) -> Iterator[PeriodNote]:
    if do_overlap(prolonged.obstacles):
        yield PeriodNote.OVERLAP
    counted = counted_obstacles(first, prolonged)
    for obstacle in prolonged.obstacles:
        if not any(a <= obstacle.last and obstacle.first <= b for a, b in counted):
            yield PeriodNote.NOT_COUNTED
            return


def _study_notes(
    client: Client, limit: date, prolonged: Prolongation, today: date
) -> Iterator[PeriodNote]:
    effect = studies_effect(limit, client.born, prolonged)
    if effect is StudiesEffect.CONTINUES:
        yield PeriodNote.STUDIES_GO_ON
    if effect is StudiesEffect.AGE_UNKNOWN:
        yield PeriodNote.AGE_UNKNOWN
    elif effect is not studies_effect(limit, _born_at_the_latest(client), prolonged):
        yield PeriodNote.AGE_DOUBTFUL
    if jobseeker(client, today) is None:
        yield PeriodNote.NO_JOBSEEKER


def _born_at_the_latest(client: Client) -> date | None:
    """Return the last day on which a person of whom year or month is known may be born."""
    born = client.born
    if born is None or client.born_precision is Precision.DAY:
        return born
    month = 12 if client.born_precision is Precision.YEAR else born.month
    return date(born.year, month, monthrange(born.year, month)[1])
