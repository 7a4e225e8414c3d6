"""What happened to a client, as a story: the newest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.circumstances import Contact
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.issued import IssuedPaper
from kotoutus_desktop.models.plan import Measure, Plan, Review


class EventKind(StrEnum):
    """What can happen in a case."""

    CONTACT = "contact"
    ASSESSMENT_STARTED = "assessment_started"
    ASSESSMENT_COMPLETED = "assessment_completed"
    PLAN_AGREED = "plan_agreed"
    REFERRED = "referred"
    REVIEWED = "reviewed"
    PLAN_ENDED = "plan_ended"
    COPY_GIVEN = "copy_given"
    PAPER = "paper"
    CLOSED = "closed"


@dataclass(frozen=True)
class Event:
    """One happening; `about` is the record that holds its particulars."""

    on: date
    kind: EventKind
    about: Contact | Assessment | Plan | Measure | Review | IssuedPaper | Client
    plan_number: int | None = None

    @property
    def subject(self) -> UUID:
        """Key of the record, to open it."""
        return self.about.id


def story(client: Client, papers: Sequence[IssuedPaper]) -> list[Event]:
    """Return the events of a case, the newest first; the case must be loaded whole."""
    events = [
        *_contacts(client.contacts),
        *_assessments(client.assessments),
        *(event for plan in client.plans for event in _plan(plan)),
        *(Event(p.issued_at.astimezone().date(), EventKind.PAPER, p) for p in papers),
    ]
    if client.closed_on:
        events.append(Event(client.closed_on, EventKind.CLOSED, client))
    order = list(EventKind)
    return sorted(events, key=lambda e: (e.on, order.index(e.kind)), reverse=True)


def _contacts(contacts: Iterable[Contact]) -> Iterator[Event]:
    for contact in contacts:
        yield Event(contact.learned_on, EventKind.CONTACT, contact)


def _assessments(assessments: Iterable[Assessment]) -> Iterator[Event]:
    for assessment in assessments:
        if assessment.started_on:
            yield Event(assessment.started_on, EventKind.ASSESSMENT_STARTED, assessment)
        if assessment.completed_on:
            yield Event(assessment.completed_on, EventKind.ASSESSMENT_COMPLETED, assessment)


def _plan(plan: Plan) -> Iterator[Event]:
    if plan.made_on:
        yield Event(plan.made_on, EventKind.PLAN_AGREED, plan, plan.number)
    if plan.copy_given_on:
        yield Event(plan.copy_given_on, EventKind.COPY_GIVEN, plan, plan.number)
    for measure in plan.measures:
        if measure.referred_on and measure.carried_from is None:
            yield Event(measure.referred_on, EventKind.REFERRED, measure, plan.number)
    for review in plan.reviews:
        if review.completed and review.reviewed_on:
            yield Event(review.reviewed_on, EventKind.REVIEWED, review, plan.number)
    if plan.ended_on:
        yield Event(plan.ended_on, EventKind.PLAN_ENDED, plan, plan.number)
