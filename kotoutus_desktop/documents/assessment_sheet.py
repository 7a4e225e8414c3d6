"""The summary of an assessment as a sheet (§ 14; Decrees 869/2024 and 874/2024 § 1)."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import Unpack

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents.assessment_source import AssessmentSource
from kotoutus_desktop.documents.laying_out import Content, client_sheet
from kotoutus_desktop.documents.letter_words import SUMMARY, TOLD_ITEMS
from kotoutus_desktop.documents.rows import Line, Lines, numbered
from kotoutus_desktop.documents.said import Day, Plain, Said, Tongue, Words
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.source import named
from kotoutus_desktop.documents.words import (
    ASSESSMENT,
    GOALS,
    INTERVIEW_HEADS,
    MEASURES,
    RIGHTS,
    SIGNATURES,
)
from kotoutus_desktop.models.assessment import (
    Assessment,
    ClarifyingMeasure,
    HeadEntry,
    Outcome,
    ParticipantRole,
    Told,
)
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.rules.facts import InterviewHead, ToldItem

_OUTCOMES = MappingProxyType(
    {
        Outcome.PLAN_NEEDED: SUMMARY.plan_needed,
        Outcome.GUIDANCE_ELSEWHERE: SUMMARY.guided_elsewhere,
    }
)
_ROLES = MappingProxyType(
    {
        ParticipantRole.INTERPRETER: SIGNATURES.interpreter,
        ParticipantRole.WELLBEING_COUNTY: SIGNATURES.county,
        ParticipantRole.EMPLOYMENT_AUTHORITY: SIGNATURES.employment_authority,
        ParticipantRole.GUARDIAN: SIGNATURES.guardian,
        ParticipantRole.REPRESENTATIVE: SIGNATURES.representative,
        ParticipantRole.SUPPORT_PERSON: SIGNATURES.support_person,
        ParticipantRole.OTHER: SIGNATURES.other,
    }
)


def assessment_sheet(
    office: Office,
    officer: Officer,
    client: Client,
    assessment: Assessment,
    **edition: Unpack[Edition],
) -> Sheet:
    """Return the summary of an assessment: what came up, what it led to, who took part.

    It is a draft until the assessment is complete, unless the edition says otherwise.
    """
    phrases = edition.get("library") or library()
    source = AssessmentSource(office, officer, client, edition["official"], phrases, assessment)
    parts = [
        *_heads(source),
        (MEASURES.measure, [_clarified(source, each) for each in assessment.clarifying]),
        (SIGNATURES.county, _row(_county(source))),
        (ASSESSMENT.wishes, _row(source.lines(assessment.wishes))),
        (ASSESSMENT.outcome, _row(_outcome(source))),
        (SUMMARY.told_heading, _told(assessment.told)),
        (SUMMARY.participants, _participants(source)),
        (RIGHTS.contact, [tuple(frame.contact_lines(source))]),
    ]
    code = edition.get("with_identity_code", False)
    content = Content(
        title=ASSESSMENT.title,
        facts=(*frame.whose(client, with_identity_code=code), *_facts(source)),
        parts=numbered(1, parts),
    )
    draft = assessment.completed_on is None
    return client_sheet(source, content, {"draft": draft, **edition})


def _row(lines: Iterable[Line]) -> list[Lines]:
    made = tuple(lines)
    return [made] if made else []


def _facts(source: AssessmentSource) -> list[Said]:
    assessment = source.assessment
    days = (
        (SUMMARY.started_on, assessment.started_on),
        (SUMMARY.assessed_on, assessment.completed_on),
    )
    stated: list[Said] = [Words(text, {"date": Day(day)}) for text, day in days if day]
    if assessment.language:
        stated.append(Words(SUMMARY.held_in, {"language": Tongue(assessment.language)}))
    if source.was_interpreted:
        stated.append(Words(RIGHTS.interpreted))
    if assessment.county_joined:
        stated.append(Words(SUMMARY.county_joined))
    return stated


def _heads(source: AssessmentSource) -> list[tuple[str, list[Lines]]]:
    """Return the nine heads in the order of the decree; one that was not asked is left out."""
    entries = ((head, source.assessment.head(head)) for head in InterviewHead)
    return [
        (INTERVIEW_HEADS[head], _row(_found(source, entry)))
        for head, entry in entries
        if entry is not None
    ]


def _found(source: AssessmentSource, entry: HeadEntry) -> list[Line]:
    if entry.nothing_found and not entry.finding.strip():
        found = [Line(Words(SUMMARY.nothing_found))]
    else:
        found = source.typed(entry.finding, ASSESSMENT.finding)
    found += source.lines(entry.need, GOALS.need)
    return found + source.lines(entry.goal, GOALS.goal)


def _clarified(source: AssessmentSource, measure: ClarifyingMeasure) -> Lines:
    """Return who clarified something, when, and with what result (Decree 869/2024 § 3)."""
    lines = [] if source.hides_places else named(measure.provider, MEASURES.provider)
    if measure.done_on is not None:
        lines.append(Line(Day(measure.done_on), MEASURES.time))
    return (*lines, *source.typed(measure.result, ASSESSMENT.finding))


def _county(source: AssessmentSource) -> list[Line]:
    """Return what the county found; it may be recorded only where the county took part."""
    assessment = source.assessment
    return source.typed(assessment.county_findings) if assessment.county_joined else []


def _outcome(source: AssessmentSource) -> list[Line]:
    assessment = source.assessment
    lines: list[Line] = []
    if assessment.outcome is not None:
        lines.append(Line(Words(_OUTCOMES[assessment.outcome]), strong=True))
    lines += source.lines(assessment.outcome_reason, GOALS.reason)
    lines += source.lines(assessment.guidance, MEASURES.onward_guidance)
    planned = assessment.plan_planned_on
    if planned is not None and assessment.outcome is not Outcome.GUIDANCE_ELSEWHERE:
        lines.append(Line(Words(SUMMARY.plan_planned, {"date": Day(planned)})))
    return lines


def _told(told: Iterable[Told]) -> list[Lines]:
    by_item = {each.item: each for each in told if each.told_on is not None}
    return [_was_told(by_item[item]) for item in ToldItem if item in by_item]


def _was_told(told: Told) -> Lines:
    what = Line(Words(TOLD_ITEMS[told.item]))
    if not told.language:
        return (what, Line(Day(told.told_on)))
    values: dict[str, Said] = {"date": Day(told.told_on), "language": Tongue(told.language)}
    return (what, Line(Words(SUMMARY.told_on, values)))


def _participants(source: AssessmentSource) -> list[Lines]:
    return [
        (Line(Plain(shown), _ROLES[role]) if shown else Line(Words(_ROLES[role])),)
        for role, shown in source.participants()
    ]
