"""The events of a case in words: what happened, and who, where and in what way."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from kotoutus_desktop.casework.overview import Overview
from kotoutus_desktop.casework.story import Event, EventKind
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.assessment import Assessment, Interpretation
from kotoutus_desktop.models.circumstances import Contact
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.issued import IssuedPaper
from kotoutus_desktop.models.plan import Measure, Plan, Review
from kotoutus_desktop.rules.deadlines import referral_by
from kotoutus_desktop.rules.section import REFERRAL
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.printing.paper_kinds import PaperKind, paper_name, recorded_kind
from kotoutus_desktop.ui.words import enum_text, language_name

ICONS = {
    EventKind.CONTACT: "transfer-in",
    EventKind.ASSESSMENT_STARTED: "clipboard-list",
    EventKind.ASSESSMENT_COMPLETED: "clipboard-text",
    EventKind.PLAN_AGREED: "clipboard-check",
    EventKind.REFERRED: "briefcase",
    EventKind.REVIEWED: "history",
    EventKind.PLAN_ENDED: "flag",
    EventKind.COPY_GIVEN: "signature",
    EventKind.PAPER: "printer",
    EventKind.CLOSED: "archive",
}


@dataclass(frozen=True)
class Told:
    """An event as it is told; `leads` opens the record that holds it."""

    on: date
    icon: str
    title: str
    particulars: str
    leads: Destination


class Storyteller:
    """Tells the events of one case."""

    def __init__(self, seen: Overview, book: Phrasebook) -> None:
        self._client, self._book, self._events = seen.client, book, seen.events
        self._ways: dict[EventKind, Callable[[Any], Iterator[str]]] = {
            EventKind.CONTACT: self._contact,
            EventKind.ASSESSMENT_STARTED: self._assessment_started,
            EventKind.ASSESSMENT_COMPLETED: self._assessment_completed,
            EventKind.PLAN_AGREED: self._plan_agreed,
            EventKind.REFERRED: self._referred,
            EventKind.REVIEWED: self._reviewed,
            EventKind.PLAN_ENDED: self._plan_ended,
            EventKind.COPY_GIVEN: self._copy_given,
            EventKind.PAPER: self._paper,
            EventKind.CLOSED: self._closed,
        }

    def tell(self) -> list[Told]:
        """Return the events, the newest first."""
        return [self._told(event) for event in self._events]

    def _told(self, event: Event) -> Told:
        parts = self._ways[event.kind](event.about)
        particulars = ", ".join(part for part in parts if part)
        icon = ICONS[event.kind]
        return Told(event.on, icon, self._title(event), particulars, self._leads(event))

    def _title(self, event: Event) -> str:
        number, about = event.plan_number, event.about
        if isinstance(about, Contact):
            return _("Contact: {channel}").format(channel=enum_text(about.channel))
        if isinstance(about, Measure):
            return _("Referred: {service}").format(service=self._service(about))
        if isinstance(about, IssuedPaper):
            way, kind = enum_text(about.way), recorded_kind(about.kind)
            if kind is PaperKind.PLAN:
                return _("Plan {way}").format(way=way)
            return f"{paper_name(kind)}: {way}"
        with_number = {
            EventKind.PLAN_AGREED: _("Integration plan {number} agreed"),
            EventKind.REVIEWED: _("Plan {number} reviewed"),
            EventKind.PLAN_ENDED: _("Plan {number} ended"),
            EventKind.COPY_GIVEN: _("Copy of plan {number} given to the client"),
        }
        if event.kind in with_number:
            return with_number[event.kind].format(number=number)
        return enum_text(event.kind)

    def _leads(self, event: Event) -> Destination:
        about, client = event.about, self._client.id
        if isinstance(about, Assessment):
            return Destination(PageName.ASSESSMENT, client, about.id)
        if isinstance(about, IssuedPaper):
            kind = recorded_kind(about.kind)
            return Destination(PageName.PRINT, client, about.plan_id, kind)
        if isinstance(about, Review):
            return Destination(PageName.REVIEW, client, about.id)
        if isinstance(about, Contact | Client):
            focus = "contacts" if isinstance(about, Contact) else ""
            return Destination(PageName.INTAKE, client, focus=focus)
        plan = next((p for p in self._client.plans if p.number == event.plan_number), None)
        return Destination(PageName.PLAN, client, plan.id if plan else None)

    def _contact(self, contact: Contact) -> Iterator[str]:
        yield contact.made_by
        if contact.consented_on:
            yield _("consent recorded {date}").format(date=date_text(contact.consented_on))
        if contact.handled_on:
            yield _("handled {date}").format(date=date_text(contact.handled_on))

    def _assessment_started(self, assessment: Assessment) -> Iterator[str]:
        yield language_name(assessment.language)

    def _assessment_completed(self, assessment: Assessment) -> Iterator[str]:
        if assessment.interviewed_on:
            day = date_text(assessment.interviewed_on)
            yield _("initial interview {date}").format(date=day)
        if assessment.interpretation not in (None, Interpretation.NOT_NEEDED):
            yield enum_text(assessment.interpretation)
        if assessment.county_joined:
            yield _("wellbeing services county took part")
        if assessment.outcome:
            outcome = enum_text(assessment.outcome)
            yield f"{outcome[:1].lower()}{outcome[1:]}"

    def _plan_agreed(self, plan: Plan) -> Iterator[str]:
        if plan.ends_on:
            yield _("in force until {date}").format(date=date_text(plan.ends_on))
        if plan.acceptance:
            yield enum_text(plan.acceptance)

    def _referred(self, measure: Measure) -> Iterator[str]:
        yield measure.provider
        plan = next((p for p in self._client.plans if measure in p.measures), None)
        if plan is None or plan.made_on is None or measure.referred_on is None:
            return
        days = (measure.referred_on - plan.made_on).days
        yield ngettext("{n} day after the plan", "{n} days after the plan", days).format(n=days)
        in_time = measure.referred_on <= referral_by(plan.made_on)
        words = _("within the month") if in_time else _("after the month had passed")
        yield f"{words} ({section_text(REFERRAL)})"

    def _reviewed(self, review: Review) -> Iterator[str]:
        yield enum_text(review.trigger)
        if review.next_review_on:
            yield _("next review {date}").format(date=date_text(review.next_review_on))

    def _plan_ended(self, plan: Plan) -> Iterator[str]:
        yield self._book.text(plan.onward_guidance)

    def _copy_given(self, plan: Plan) -> Iterator[str]:
        yield language_name(plan.copy_language)

    def _paper(self, paper: IssuedPaper) -> Iterator[str]:
        yield ", ".join(language_name(code) for code in paper.languages)
        if paper.given_on:
            yield _("given to the client {date}").format(date=date_text(paper.given_on))

    def _closed(self, client: Client) -> Iterator[str]:
        if client.closing_reason:
            yield enum_text(client.closing_reason)

    def _service(self, measure: Measure) -> str:
        return self._book.text(measure.what).rstrip(".") or enum_text(measure.kind)
