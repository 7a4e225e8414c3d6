"""The plans of a client on the time line, and the times in which they could not be carried out."""

from collections.abc import Iterator
from datetime import date, timedelta

from kotoutus_desktop.casework.facts import prolongation
from kotoutus_desktop.casework.overview import Overview
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.circumstances import ObstaclePeriod
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.plan import Plan, PlanState
from kotoutus_desktop.rules.months import add_months
from kotoutus_desktop.rules.plan_sum import counted_obstacles, is_of_older_act
from kotoutus_desktop.ui.components.timeline_data import Look, Mark, Span
from kotoutus_desktop.ui.dates import date_text, days_text, length_text, period_text
from kotoutus_desktop.ui.words import enum_text

DAY = timedelta(days=1)
PLAN_KEY, OBSTACLES_KEY = "plan:", "obstacles"


def plan_spans(seen: Overview, *, older: bool) -> Iterator[Span]:
    """Return the plans of the older Act, or the others with the room that is left after all."""
    plans = [(plan, dates) for plan in seen.client.plans if (dates := days_of(plan))]
    for plan, (first, last) in plans:
        if is_of_older_act(first) is older:
            yield _plan_span(plan, first, last)
    if plans and not older:
        yield from _room_left(seen, max(last for _plan, (_first, last) in plans))


def days_of(plan: Plan) -> tuple[date, date] | None:
    """Return first and last day of a plan, None while they are not known or cannot be."""
    first, last = plan.made_on or plan.starts_on, plan.ended_on or plan.ends_on
    return (first, last) if first and last and first <= last else None


def first_made(client: Client) -> date | None:
    """Return the day the first plan was agreed, None before that."""
    return min((plan.made_on for plan in client.plans if plan.made_on), default=None)


def is_over(seen: Overview) -> bool:
    """Tell whether no further plan is to be made."""
    last = seen.client.plans[-1] if seen.client.plans else None
    return seen.client.closed_on is not None or bool(last and not last.onward_guidance.is_empty)


def whole_months(first: date, last: date) -> int:
    """Return how many whole months fit between two days, both included."""
    months = 0
    while add_months(first, months + 1) <= last + DAY:
        months += 1
    return months


def obstacle_spans(client: Client) -> Iterator[Span]:
    """Return the times of obstacle; those that touch or overlap are one."""
    made = first_made(client)
    counted = counted_obstacles(made, prolongation(client)) if made else ()
    for periods in joined(client.obstacle_periods):
        first, last = periods[0].starts_on, max(period.ends_on for period in periods)
        kinds = ", ".join(dict.fromkeys(enum_text(period.kind) for period in periods))
        parts = [kinds, period_text(first, last), days_text((last - first + DAY).days)]
        if made is not None and not any(a <= last and first <= b for a, b in counted):
            parts.append(_("gives the plans no more time"))
        yield Span(first, last, kinds, Look.HATCHED, ", ".join(parts), OBSTACLES_KEY)


def joined(periods: list[ObstaclePeriod]) -> list[list[ObstaclePeriod]]:
    """Return the periods in order, those that touch or overlap together."""
    groups: list[list[ObstaclePeriod]] = []
    for period in sorted(periods, key=lambda each: (each.starts_on, each.ends_on)):
        reached = max((each.ends_on for each in groups[-1]), default=None) if groups else None
        if reached is not None and period.starts_on <= reached + DAY:
            groups[-1].append(period)
        else:
            groups.append([period])
    return groups


def _plan_span(plan: Plan, first: date, last: date) -> Span:
    words = _("Plan {number}").format(number=plan.number)
    draft = plan.made_on is None
    shown = f"{words}, {_('draft')}" if draft else words
    marks = () if draft else tuple(_reviews(plan))
    parts = [shown, period_text(first, last)]
    held = ", ".join(date_text(mark.day) for mark in marks if mark.done)
    if held:
        parts.append(_("reviewed on {days}").format(days=held))
    coming = next((mark.day for mark in marks if not mark.done), None)
    if coming:
        parts.append(_("next review planned for {date}").format(date=date_text(coming)))
    look = Look.DASHED if draft else Look.FILLED
    return Span(first, last, shown, look, ", ".join(parts), f"{PLAN_KEY}{plan.id}", marks)


def _reviews(plan: Plan) -> Iterator[Mark]:
    """Return the reviews that were held, and the next one while the plan goes on."""
    held = [r for r in plan.reviews if r.completed and r.reviewed_on]
    days = sorted(day for review in held if (day := review.reviewed_on))
    yield from (Mark(day) for day in days)
    planned = held[-1].next_review_on if held else plan.next_review_on
    going_on = plan.state is not PlanState.ENDED and plan.ended_on is None
    if going_on and planned and (not days or planned > days[-1]):
        yield Mark(planned, done=False)


def _room_left(seen: Overview, last: date) -> Iterator[Span]:
    limit = seen.limits["all_plans_end_latest"]
    left = whole_months(last + DAY, limit) if limit and not is_over(seen) else 0
    if limit and left:
        words = _("room for {length} more").format(length=length_text(left))
        yield Span(last + DAY, limit, words, Look.DASHED)
