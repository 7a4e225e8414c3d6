"""What the time line of a client shows: residence, plans, room that is left, limits."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from kotoutus_desktop.casework.overview import Overview
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules.deadlines import maximum_sections
from kotoutus_desktop.rules.due import Basis, DueItem, StepKind
from kotoutus_desktop.rules.section import ASSESSMENT, Section
from kotoutus_desktop.ui.clients.timeline_limits import entitlement_spans, maximum_spans
from kotoutus_desktop.ui.clients.timeline_plans import (
    OBSTACLES_KEY,
    PLAN_KEY,
    first_made,
    obstacle_spans,
    plan_spans,
)
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.components.timeline_data import Flag, Lane, LaneKind, Span, TimelineData
from kotoutus_desktop.ui.dates import date_text, distance_text
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.words import enum_text

RESIDENCE_KEY = "residence"


def timeline_of(seen: Overview, today: date) -> TimelineData:
    """Return the time line of a client; lanes that would be empty are left out."""
    flags = sorted(_flags(seen, today), key=lambda flag: flag.day)
    end = max([today, *(flag.day for flag in flags)])
    spans = (
        (_("Residence"), LaneKind.RESIDENCE, _residence(seen.client, end)),
        (_("Entitlement"), LaneKind.ENTITLEMENT, entitlement_spans(seen)),
        (_("Plan, older Act"), LaneKind.OLDER_PLAN, plan_spans(seen, older=True)),
        (_("Plan"), LaneKind.PLAN, plan_spans(seen, older=False)),
        (_("Obstacles"), LaneKind.OBSTACLE, obstacle_spans(seen.client)),
        (_("Maximum"), LaneKind.MAXIMUM, maximum_spans(seen.client)),
    )
    lanes = (Lane(label, kind, tuple(found)) for label, kind, found in spans)
    shown = tuple(lane for lane in lanes if lane.spans)
    return TimelineData(today, shown, tuple(flags), _("Time limits") if flags else "")


def destination_of(key: str, client: UUID) -> Destination | None:
    """Return where the bar with this key leads; None for a limit, which opens why."""
    if key.startswith(PLAN_KEY):
        return Destination(PageName.PLAN, client, UUID(key.removeprefix(PLAN_KEY)))
    field = {RESIDENCE_KEY: "first_granted", OBSTACLES_KEY: "obstacle_periods"}.get(key)
    return Destination(PageName.INTAKE, client, focus=field) if field else None


def _residence(client: Client, end: date) -> Iterator[Span]:
    """The right of residence as far as it is known; with no last day it goes on."""
    if client.first_granted is None:
        return
    right = enum_text(client.right_of_residence) if client.right_of_residence else ""
    words = f"{right[:1].upper()}{right[1:]} {date_text(client.first_granted)}".strip()
    if client.protection:
        words = f"{words}, {enum_text(client.protection)}"
    last = max(client.permit_valid_until or end, client.first_granted)
    spoken = words
    if client.permit_valid_until:
        spoken = _("{what}, until {date}").format(what=words, date=date_text(last))
    yield Span(client.first_granted, last, words, spoken=spoken, key=RESIDENCE_KEY)


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
    made = first_made(seen.client)
    if limit and made:
        section = maximum_sections(made)[0]
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
        StepKind.ASK_FOR_ANSWER: _("Answer"),
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
