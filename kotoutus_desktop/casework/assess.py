"""What a counsellor does in the assessment (§ 14): open it, go on with it, complete it."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.contacts import take_up
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.assessment import (
    Assessment,
    HeadEntry,
    Interpretation,
    Outcome,
    Place,
    Told,
)
from kotoutus_desktop.models.circumstances import SourceKind
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.rules import completeness as rules
from kotoutus_desktop.rules.completeness import AssessmentFacts, Missing, missing_in_assessment
from kotoutus_desktop.rules.facts import InterviewHead, ToldItem

ON_PREMISES = (Place.PREMISES, Place.SERVICE_POINT)
"""Places that need no weighty reason (Decree 869/2024 § 4(3))."""


def open_assessment(
    session: Session, client: Client, officer_id: UUID | None, today: date, now: datetime
) -> Assessment:
    """Begin an assessment, or return the one that is half done.

    All nine heads and the four things to be told are there from the start, empty. The day
    the municipality learned of the person comes from the first contact. A contact that nobody
    had taken up is taken up with it: § 9(2) asks for the measures of chapter 2.
    """
    current = unfinished_assessment(client)
    if current is not None:
        return current
    learned = min((contact.learned_on for contact in client.contacts), default=None)
    assessment = Assessment(
        client_id=client.id,
        officer_id=officer_id,
        learned_on=learned,
        started_on=today,
        language=client.service_language or client.mother_tongue,
        created_at=now,
    )
    assessment.heads = [HeadEntry(client_id=client.id, head=head) for head in InterviewHead]
    assessment.told = [Told(client_id=client.id, item=item) for item in ToldItem]
    client.assessments.append(assessment)
    take_up(client, officer_id, today)
    session.add(client)
    return assessment


def unfinished_assessment(client: Client) -> Assessment | None:
    """Return the assessment that is still open, None when there is none."""
    return next((a for a in reversed(client.assessments) if a.completed_on is None), None)


def completed_assessment(client: Client) -> Assessment | None:
    """Return the latest completed assessment, None when there is none."""
    return next((a for a in reversed(client.assessments) if a.completed_on), None)


def missing(assessment: Assessment, officer: Officer | None) -> list[Missing]:
    """Return what the decrees still ask for, in the order of the form."""
    return missing_in_assessment(assessment_facts(assessment, officer))


def complete(
    session: Session, assessment: Assessment, officer: Officer | None, today: date
) -> list[Missing]:
    """Close the assessment when nothing is missing; return what is missing otherwise.

    Raises InvalidInput when dates cannot be right.
    """
    check_dates(assessment, today)
    lacking = missing(assessment, officer)
    if not lacking:
        assessment.completed_on = today
        session.add(assessment)
    return lacking


def reopen(session: Session, assessment: Assessment) -> None:
    """Take up a completed assessment again, for a correction."""
    assessment.completed_on = None
    session.add(assessment)


def check_dates(assessment: Assessment, today: date) -> None:
    """Raise InvalidInput when a day of the assessment is impossible."""
    if assessment.interviewed_on and assessment.interviewed_on > today:
        raise InvalidInput(
            "interviewed_on", N_("The interview is in the future. Record it when it has been held.")
        )
    learned, started = assessment.learned_on, assessment.started_on
    if learned and started and started < learned:
        raise InvalidInput(
            "started_on",
            N_("The assessment starts before the office knew of the person. Check both dates."),
        )
    planned, interviewed = assessment.plan_planned_on, assessment.interviewed_on
    if planned and interviewed and planned < interviewed:
        raise InvalidInput(
            "plan_planned_on", N_("The plan is planned before the interview. Check both dates.")
        )


def assessment_facts(assessment: Assessment, officer: Officer | None) -> AssessmentFacts:
    """Return what the rules ask about an assessment."""
    interpretation, outcome = assessment.interpretation, assessment.outcome
    return AssessmentFacts(
        interviewed_on=assessment.interviewed_on,
        interviewer_is_official=officer is not None and officer.official,
        on_premises=None if assessment.place is None else assessment.place in ON_PREMISES,
        weighty_reason=not assessment.place_reason.is_empty,
        language=assessment.language,
        worker_speaks=interpretation is Interpretation.NOT_NEEDED,
        interpreter=interpretation is not None and bool(assessment.interpreter.strip()),
        heads=frozenset(entry.head for entry in assessment.heads if is_answered(entry)),
        told={told.item: rules.Told(told.told_on, told.language) for told in assessment.told},
        plan_needed=None if outcome is None else outcome is Outcome.PLAN_NEEDED,
        outcome_reason=not assessment.outcome_reason.is_empty,
        planned_plan_date=assessment.plan_planned_on,
        guided_to=not assessment.guidance.is_empty,
        authors=assessment.officer_id is not None,
        from_others_without_source=any(
            entry.source is not SourceKind.CLIENT and not entry.source_detail.strip()
            for entry in assessment.heads
        ),
    )


def is_answered(entry: HeadEntry) -> bool:
    """Whether a head has a finding, or it was asked and nothing came up."""
    return entry.nothing_found or bool(entry.finding.strip()) or not entry.need.is_empty


def answered_heads(assessment: Assessment) -> Sequence[InterviewHead]:
    """Return the heads that are done, in the order of the decree."""
    done = {entry.head for entry in assessment.heads if is_answered(entry)}
    return [head for head in InterviewHead if head in done]
