"""Why a date is what it is: an event and a length, as a sum that can be read aloud."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.overview import Overview
from kotoutus_desktop.i18n import N_, _, ngettext
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.rules.deadlines import (
    maximum_sections,
    obstacle_days,
    plan_edition,
    referral_by,
)
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.rules.editions import CURRENT
from kotoutus_desktop.rules.facts import Obstacle
from kotoutus_desktop.rules.months import add_months
from kotoutus_desktop.rules.next_step import NextStep
from kotoutus_desktop.rules.section import ASSESSMENT, Section
from kotoutus_desktop.ui.dates import length_text
from kotoutus_desktop.ui.components.labels import Label, Rule, wrapped
from kotoutus_desktop.ui.components.layout import column, row
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.section_words import section_words
from kotoutus_desktop.ui.words import enum_text

DELAY = N_("The Act says: without delay. It sets no number of days.")
_ASSESSING = (StepKind.START_ASSESSMENT, StepKind.CONTINUE_ASSESSMENT)


@dataclass(frozen=True)
class Why:
    """The ground of one date: `terms` are (what, value), added up to `result`."""

    title: str
    section: Section
    terms: tuple[tuple[str, str], ...] = ()
    result: date | None = None
    note: str = ""

    def sentence(self) -> str:
        """Return the sum on one line: first permit 12.3.2026 + 3 years = 12.3.2029, 14 §."""
        added = " + ".join(f"{what} {value}".strip() for what, value in self.terms)
        total = f"{added} = {date_text(self.result)}" if self.result and added else added
        return ", ".join(part for part in (total, section_text(self.section)) if part)


def why_step(seen: Overview, step: NextStep) -> Why:
    """Return why the next step is due when it is."""
    title, section = enum_text(step.kind), step.section or ASSESSMENT
    plan = _running(seen)
    if step.kind is StepKind.REVIEW_PLAN and plan is not None and step.due:
        return Why(title, section, _review_terms(plan, step.due), step.due)
    if step.kind is StepKind.REFER_TO_SERVICE and plan is not None and plan.made_on:
        made = (_made(plan), date_text(plan.made_on))
        month = ("", length_text(CURRENT.referral))
        return Why(title, section, (made, month), referral_by(plan.made_on))
    if step.kind is StepKind.RENEW_OR_CLOSE_PLAN and step.due:
        note = _("A plan is in force until its last day. A new one is made, or it is closed.")
        return Why(title, section, ((_("Last day of the plan"), date_text(step.due)),), note=note)
    if step.target and step.due:
        return Why(title, section, _target_terms(seen, step), step.due, _(DELAY))
    if step.due and step.due == seen.limits["assessment_latest"]:
        return Why(title, section, _three_years(seen), step.due)
    if step.kind in (*_ASSESSING, StepKind.MAKE_PLAN, StepKind.AGREE_PLAN):
        return Why(title, section, note=_(DELAY))
    return Why(title, section)


def all_limits(seen: Overview) -> list[Why]:
    """Return the grounds of the limits that bind the client whatever is done next."""
    found = []
    if _three_years(seen):
        title = _("Assessment and first plan at the latest")
        found.append(Why(title, ASSESSMENT, _three_years(seen), seen.limits["assessment_latest"]))
    first = _first_made(seen)
    limit = seen.limits["all_plans_end_latest"]
    if first and limit:
        section = maximum_sections(first)[0]
        terms = tuple(_maximum_terms(seen, first))
        found.append(Why(_("Maximum length of all plans"), section, terms, limit))
    return found


def why_widget(whys: list[Why]) -> QFrame:
    """Return the sums as the side panel shows them."""
    frame = column(gap=3)
    layout = frame.layout()
    assert layout is not None
    for number, why in enumerate(whys):
        if number:
            layout.addWidget(Rule())
        layout.addWidget(_block(why))
    return frame


def _block(why: Why) -> QFrame:
    block = column(wrapped(why.title, "strong"), gap=1)
    layout = block.layout()
    assert layout is not None
    for number, (what, value) in enumerate(why.terms):
        sign = "+ " if number else ""
        layout.addWidget(_line(what, f"{sign}{value}"))
    if why.result:
        layout.addWidget(_line(_("at the latest"), f"= {date_text(why.result)}", "heading"))
    if why.note:
        layout.addWidget(wrapped(why.note))
    layout.addWidget(Label(section_text(why.section), "smallstrong", "accent"))
    words = section_words(why.section)
    if words:
        layout.addWidget(wrapped(words, "small", "muted"))
    block.setAccessibleName(why.sentence())
    return block


def _line(what: str, value: str, role: str = "strong") -> QFrame:
    return row((wrapped(what, "small", "muted"), 1), Label(value, role), gap=3)


def _running(seen: Overview) -> Plan | None:
    agreed = [plan for plan in seen.client.plans if plan.made_on]
    return agreed[-1] if agreed else None


def _made(plan: Plan) -> str:
    return _("Plan {number} agreed").format(number=plan.number)


def _review_terms(plan: Plan, due: date) -> tuple[tuple[str, str], ...]:
    """Six months from the making or the last review, whichever gives the day."""
    done = [review.reviewed_on for review in plan.reviews if review.completed]
    starts = {day: _("Last review") for day in done if day}
    if plan.made_on:
        starts[plan.made_on] = _made(plan)
    months = CURRENT.review
    for day, what in starts.items():
        if add_months(day, months) == due:
            return ((what, date_text(day)), ("", length_text(months)))
    return ()


def _target_terms(seen: Overview, step: NextStep) -> tuple[tuple[str, str], ...]:
    """The office's own target counts from the day the municipality learned of the person."""
    client = seen.client
    known = min((contact.learned_on for contact in client.contacts), default=None)
    learned = known or (client.created_at.date() if client.created_at else None)
    if step.kind not in _ASSESSING or learned is None or step.due is None:
        return ()
    days = (step.due - learned).days
    target = ngettext("{n} day", "{n} days", days).format(n=days)
    return (
        (_("The municipality learned of the person"), date_text(learned)),
        (_("own target"), target),
    )


def _three_years(seen: Overview) -> tuple[tuple[str, str], ...]:
    granted = seen.client.first_granted
    if granted is None or seen.limits["assessment_latest"] is None:
        return ()
    what = _("First permit, card or registration")
    return ((what, date_text(granted)), ("", length_text(CURRENT.entitlement)))


def _first_made(seen: Overview) -> date | None:
    return min((plan.made_on for plan in seen.client.plans if plan.made_on), default=None)


def _maximum_terms(seen: Overview, first: date) -> Iterator[tuple[str, str]]:
    edition = plan_edition(first)
    yield _("First plan agreed"), date_text(first)
    yield _("all plans"), length_text(edition.all_plans)
    extension = next((p.extension for p in reversed(seen.client.plans) if p.extension), None)
    if extension and edition.extensions[extension]:
        yield enum_text(extension), length_text(edition.extensions[extension])
    periods = [Obstacle(o.starts_on, o.ends_on) for o in seen.client.obstacle_periods]
    days = obstacle_days(first, periods)
    if days:
        yield _("obstacles"), ngettext("{n} day", "{n} days", days).format(n=days)
    if any(plan.unfinished_studies for plan in seen.client.plans):
        yield _("unfinished studies"), _("until they end, a year at most")
