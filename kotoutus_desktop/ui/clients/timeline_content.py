"""What the time line of a client shows: residence, plans, room that is left, limits."""

from collections.abc import Iterator
from datetime import date, timedelta

from kotoutus_desktop.casework.overview import Overview
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules.deadlines import maximum_sections
from kotoutus_desktop.rules.due import Basis, DueItem, StepKind
from kotoutus_desktop.rules.months import MONTHS_IN_YEAR, add_months
from kotoutus_desktop.rules.section import ASSESSMENT, Section
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.components.timeline_data import Flag, Lane, LaneKind, Span, TimelineData
from kotoutus_desktop.ui.dates import date_text, distance_text
from kotoutus_desktop.ui.words import enum_text

DAY = timedelta(days=1)


def timeline_of(seen: Overview, today: date) -> TimelineData:
    """Return the time line of a client; lanes that would be empty are left out."""
    flags = sorted(_flags(seen, today), key=lambda flag: flag.day)
    end = max([today, *(flag.day for flag in flags)])
    lanes = (
        Lane(_("Residence"), LaneKind.RESIDENCE, tuple(_residence(seen.client, end))),
        Lane(_("Plan"), LaneKind.PLAN, tuple(_plans(seen))),
    )
    shown = tuple(lane for lane in lanes if lane.spans)
    return TimelineData(today, shown, tuple(flags), _("Time limits") if flags else "")


def length_text(months: int) -> str:
    """Return a length in whole years where it is one, otherwise in months."""
    if months % MONTHS_IN_YEAR == 0:
        years = months // MONTHS_IN_YEAR
        return ngettext("{n} year", "{n} years", years).format(n=years)
    return ngettext("{n} month", "{n} months", months).format(n=months)


def whole_months(first: date, last: date) -> int:
    """Return how many whole months fit between two days, both included."""
    months = 0
    while add_months(first, months + 1) <= last + DAY:
        months += 1
    return months


def _residence(client: Client, end: date) -> Iterator[Span]:
    """The right of residence as far as it is known; with no last day it goes on."""
    if client.first_granted is None:
        return
    right = enum_text(client.right_of_residence) if client.right_of_residence else ""
    words = f"{right[:1].upper()}{right[1:]} {date_text(client.first_granted)}".strip()
    if client.protection:
        words = f"{words}, {enum_text(client.protection)}"
    last = max(client.permit_valid_until or end, client.first_granted)
    yield Span(client.first_granted, last, words)


def _plans(seen: Overview) -> Iterator[Span]:
    last = None
    for plan in seen.client.plans:
        first, ends = plan.made_on or plan.starts_on, plan.ended_on or plan.ends_on
        if first is None or ends is None or ends < first:
            continue
        words = _("Plan {number}").format(number=plan.number)
        draft = plan.made_on is None
        yield Span(first, ends, f"{words}, {_('draft')}" if draft else words, open=draft)
        last = max(last or ends, ends)
    limit = seen.limits["all_plans_end_latest"]
    if last and limit and limit > last + DAY and not _is_over(seen):
        left = whole_months(last + DAY, limit)
        if left:
            words = _("room for {length} more").format(length=length_text(left))
            yield Span(last + DAY, limit, words, open=True)


def _is_over(seen: Overview) -> bool:
    last = seen.client.plans[-1] if seen.client.plans else None
    return seen.client.closed_on is not None or bool(last and not last.onward_guidance.is_empty)


def _flags(seen: Overview, today: date) -> Iterator[Flag]:
    if seen.client.closed_on:
        return
    shown: set[tuple[StepKind, date]] = set()
    for item in seen.due:
        key = (item.kind, item.due or today)
        if item.due is None or key in shown or item.due in _three_years(seen):
            continue
        shown.add(key)
        if item.basis is not Basis.SUGGESTION:
            yield _due_flag(item, item.due, today)
    limit = seen.limits["all_plans_end_latest"]
    made = [plan.made_on for plan in seen.client.plans if plan.made_on]
    if limit and made:
        section = maximum_sections(min(made))[0]
        yield _limit_flag(limit, _("Maximum reached"), section)
    for day in _three_years(seen):
        yield _limit_flag(day, _("3 years from the permit"), ASSESSMENT)


def _three_years(seen: Overview) -> set[date]:
    days = (seen.limits["assessment_latest"], seen.limits["plan_latest"])
    return {day for day in days if day is not None}


def _due_flag(item: DueItem, due: date, today: date) -> Flag:
    words = {
        StepKind.REVIEW_PLAN: _("Review"),
        StepKind.REFER_TO_SERVICE: _("Referral"),
        StepKind.RENEW_OR_CLOSE_PLAN: _("Plan ends"),
        StepKind.START_ASSESSMENT: _("Assessment"),
        StepKind.CONTINUE_ASSESSMENT: _("Assessment"),
        StepKind.MAKE_PLAN: _("Plan to be drawn up"),
        StepKind.AGREE_PLAN: _("Plan to be agreed"),
    }.get(item.kind, enum_text(item.kind))
    if item.basis is Basis.OWN_TARGET:
        return Flag(due, words, f"{date_text(due)}, {_('own target')}")
    section = short_section(item.section)
    if item.overdue:
        late = f"{section}, {distance_text(due, today)}"
        return Flag(due, f"{words} {date_text(due)}", late, overdue=True)
    return Flag(due, words, f"{date_text(due)}, {section}")


def _limit_flag(day: date, words: str, section: Section) -> Flag:
    return Flag(day, words, f"{date_text(day)}, {short_section(section)}")


def short_section(section: Section) -> str:
    """Return a section by its number alone: the label of a flag has little room."""
    return section_text(Section(section.act, section.number))
