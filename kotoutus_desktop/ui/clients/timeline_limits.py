"""The times that the Act gives, on the time line: the three years, and how long plans may last."""

from collections.abc import Iterator
from datetime import date, timedelta

from kotoutus_desktop.casework.facts import prolongation
from kotoutus_desktop.casework.overview import Overview
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules.deadlines import all_plans_end_latest
from kotoutus_desktop.rules.facts import Prolongation
from kotoutus_desktop.rules.plan_sum import (
    LimitTerm,
    StudiesEffect,
    TermKind,
    all_plans_sum,
    first_plan_sum,
    studies_effect,
)
from kotoutus_desktop.rules.section import ASSESSMENT, PLAN_LATEST, STUDIES_FROM_25
from kotoutus_desktop.ui.clients.timeline_plans import first_made
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.components.timeline_data import Look, Span
from kotoutus_desktop.ui.dates import date_text, days_text, length_text, period_text
from kotoutus_desktop.ui.words import enum_text

DAY = timedelta(days=1)
LIMITS_KEY = "limits"
TERM_WORDS = {
    TermKind.FIRST_PLAN: N_("first plan"),
    TermKind.ALL_PLANS: N_("all plans"),
    TermKind.EXTENSION: N_("extension"),
    TermKind.OBSTACLES: N_("obstacles"),
    TermKind.STUDIES: N_("unfinished studies"),
}


def entitlement_spans(seen: Overview) -> Iterator[Span]:
    """Return the three years in which to assess and to make the first plan, if they bind."""
    first, last = seen.client.first_granted, seen.limits["plan_latest"]
    if first is None or last is None or seen.client.closed_on:
        return
    words = _("assessment and first plan within 3 years")
    sections = f"{section_text(ASSESSMENT)}, {section_text(PLAN_LATEST)}"
    spoken = ", ".join((words, period_text(first, last), sections))
    yield Span(first, last, words, spoken=spoken, key=LIMITS_KEY)


def maximum_spans(client: Client) -> Iterator[Span]:
    """Return the longest first plan, the maximum of all plans, then what each ground adds."""
    made = first_made(client)
    if made is None or client.closed_on:
        return
    terms = all_plans_sum(made, prolongation(client), client.born)
    start = made
    for term in (*first_plan_sum(made), *terms):
        yield _span(term, start, made, client)
        start = term.until + DAY


def _span(term: LimitTerm, start: date, made: date, client: Client) -> Span:
    adds = term.kind not in (TermKind.FIRST_PLAN, TermKind.ALL_PLANS)
    length = length_text(term.months) if term.months else days_text(term.days)
    words = term_words(term, prolongation(client))
    shown = f"{words} + {length}" if adds else f"{words} {length}"
    parts = [_("{what}, until {date}").format(what=shown, date=date_text(term.until))]
    if not adds:
        parts.append(_("counted from {date}").format(date=date_text(made)))
    parts.append(section_text(term.section))
    if term.kind is not TermKind.FIRST_PLAN:
        parts += _after_maximum(term.until, client)
    look = Look.LIGHT if adds else Look.FILLED
    return Span(start, term.until, shown, look, ", ".join(parts), LIMITS_KEY)


def term_words(term: LimitTerm, prolonged: Prolongation) -> str:
    """Return what a part of the sum is for, in as few words as a bar has room for."""
    if term.kind is TermKind.EXTENSION and prolonged.extension is not None:
        return enum_text(prolonged.extension)
    return _(TERM_WORDS[term.kind])


def _after_maximum(limit: date, client: Client) -> list[str]:
    """Say that studies keep the plan valid after the maximum, from 25 on (§ 31(2))."""
    prolonged = prolongation(client)
    last = all_plans_end_latest(first_made(client) or limit, prolonged, client.born)
    effect = studies_effect(limit, client.born, prolonged)
    if limit != last or effect is not StudiesEffect.CONTINUES:
        return []
    return [_("valid for the studies after it"), section_text(STUDIES_FROM_25)]
