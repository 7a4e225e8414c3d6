"""The values of an assessment, a plan and a review, under the headings of Decree 874/2024."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kotoutus_desktop.casework.national import words
from kotoutus_desktop.casework.national.teller import Teller, lines
from kotoutus_desktop.models.assessment import (
    Assessment,
    AssessmentParticipant,
    ClarifyingMeasure,
    HeadEntry,
    Outcome,
)
from kotoutus_desktop.models.circumstances import SourceKind
from kotoutus_desktop.models.numbering import ordered_goals, ordered_measures
from kotoutus_desktop.models.plan import Goal, Measure, Plan, PlanParticipant, Review, Term
from kotoutus_desktop.rules.facts import InterviewHead
from kotoutus_desktop.rules.stored_fields import StoredField as Field

Values = Mapping[Field, str]


def assessment_values(teller: Teller, assessment: Assessment) -> Values:
    """Return what an assessment says under each heading, "" where it says nothing (§ 1)."""
    heads = {Field(head.value): _head(teller, assessment.head(head)) for head in InterviewHead}
    joined = assessment.county_joined
    return {
        Field.ASSESSMENT_MADE_ON: teller.day(assessment.completed_on),
        **heads,
        Field.WISHES: teller.wording(assessment.wishes),
        Field.COUNTY_FINDINGS: assessment.county_findings.strip() if joined else "",
        Field.OUTCOME: _outcome(teller, assessment),
        Field.CLARIFYING: lines(*(_clarified(teller, each) for each in assessment.clarifying)),
        Field.PLAN_PLANNED: _planned(teller, assessment),
        Field.ASSESSMENT_AUTHORS: _authors(teller, assessment),
        Field.ASSESSMENT_SOURCES: _sources(teller, assessment),
    }


def plan_values(teller: Teller, plan: Plan, assessment: Assessment | None) -> Values:
    """Return what an agreed plan says (§ 2). `assessment`: the one that it was made from."""
    goals = ordered_goals(plan)
    measures = [measure for goal in goals for measure in ordered_measures(goal)]
    return {
        Field.PLAN_MADE_ON: teller.day(plan.made_on),
        Field.DURATION: _duration(teller, plan),
        Field.GOALS: lines(*(_goal(teller, plan, goal) for goal in goals)),
        Field.MEASURES: "\n\n".join(filter(None, (_measure(teller, each) for each in measures))),
        Field.OTHER_CONTENT: _other_content(teller, plan),
        Field.PLAN_AUTHORS: _authors(teller, plan),
        Field.REVIEW_PLANNED: teller.day(plan.next_review_on),
        Field.PLAN_SOURCES: _sources_of_plan(teller, assessment),
    }


def review_values(teller: Teller, review: Review) -> Values:
    """Return what a review says (§ 3(2))."""
    return {
        Field.REVIEWED_ON: teller.day(review.reviewed_on),
        Field.PARTICIPATION: teller.wording(review.participation),
        Field.PROGRESS: teller.wording(review.progress),
        Field.HINDRANCES: teller.wording(review.hindrances),
        Field.CHANGES: teller.wording(review.changes),
        Field.REVIEW_AUTHORS: teller.contact(review.officer_id),
        Field.NEXT_REVIEW: teller.day(review.next_review_on),
        Field.REVIEW_SOURCES: _source(teller, review.source, review.source_detail),
    }


def _head(teller: Teller, entry: HeadEntry | None) -> str:
    if entry is None:
        return ""
    nothing = teller.said(words.NOTHING_FOUND) if entry.nothing_found else ""
    return lines(
        entry.finding.strip() or nothing,
        teller.filled(words.NEED, teller.wording(entry.need)),
        teller.filled(words.GOAL, teller.wording(entry.goal)),
    )


def _outcome(teller: Teller, assessment: Assessment) -> str:
    said = teller.said(words.OUTCOMES[assessment.outcome]) if assessment.outcome else ""
    reason = teller.wording(assessment.outcome_reason)
    return lines(said, teller.filled(words.REASON, reason))


def _planned(teller: Teller, assessment: Assessment) -> str:
    elsewhere = assessment.outcome is Outcome.GUIDANCE_ELSEWHERE
    day = None if elsewhere else assessment.plan_planned_on
    return lines(teller.day(day), teller.wording(assessment.guidance))


def _clarified(teller: Teller, measure: ClarifyingMeasure) -> str:
    provider = "" if teller.hides_places else measure.provider
    parts = (
        teller.said(words.CLARIFYING[measure.kind]),
        provider,
        teller.day(measure.done_on),
        teller.filled(words.RESULT, measure.result.strip()),
    )
    return ", ".join(part for part in parts if part)


def _sources(teller: Teller, assessment: Assessment) -> str:
    told = [each for each in assessment.heads if each.finding.strip() or each.nothing_found]
    pairs = dict.fromkeys((each.source, each.source_detail.strip()) for each in told)
    return lines(*(_source(teller, *pair) for pair in pairs))


def _sources_of_plan(teller: Teller, assessment: Assessment | None) -> str:
    if assessment is None or assessment.completed_on is None:
        return ""
    made = teller.said(words.FROM_ASSESSMENT, date=teller.day(assessment.completed_on))
    return lines(made, _sources(teller, assessment))


def _source(teller: Teller, source: SourceKind, detail: str) -> str:
    said = teller.said(words.SOURCES[source])
    return f"{said}: {detail}" if detail.strip() else said


def _authors(teller: Teller, record: Assessment | Plan) -> str:
    people: Sequence[AssessmentParticipant | PlanParticipant] = record.participants
    return lines(teller.contact(record.officer_id), *_participants(teller, people))


def _participants(
    teller: Teller, people: Iterable[AssessmentParticipant | PlanParticipant]
) -> Iterator[str]:
    for person in people:
        organisation = "" if teller.hides_places else person.organisation.strip()
        named = ", ".join(part for part in (person.name.strip(), organisation) if part)
        role = teller.said(words.ROLES[person.role])
        yield f"{role}: {named}" if named else role


def _duration(teller: Teller, plan: Plan) -> str:
    starts, ends = teller.day(plan.starts_on or plan.made_on), teller.day(plan.ends_on)
    reason = plan.extension_reason.strip() if plan.extension else ""
    return lines(f"{starts} – {ends}", teller.filled(words.EXTENDED, reason))


def _goal(teller: Teller, plan: Plan, goal: Goal) -> str:
    said = teller.filled(words.TERMS[goal.term], teller.wording(goal.goal))
    occupation = plan.target_occupation.strip() if goal.term is Term.LONG else ""
    return lines(
        said,
        teller.filled(words.NEED, teller.wording(goal.need)),
        teller.filled(words.OCCUPATION, occupation),
    )


def _measure(teller: Teller, measure: Measure) -> str:
    days = (teller.day(measure.starts_on), teller.day(measure.ends_on))
    provider = "" if teller.hides_places else measure.provider.strip()
    return lines(
        teller.wording(measure.what) or teller.said(words.MEASURES[measure.kind]),
        teller.filled(words.PROVIDER, provider),
        teller.filled(words.TIME, " – ".join(days) if any(days) else ""),
        teller.filled(words.EXTENT, measure.extent.strip()),
        teller.filled(words.RESPONSIBLE, measure.responsible.strip()),
        teller.filled(words.SUITABLE, teller.wording(measure.suitability)),
        teller.filled(words.FOLLOW_UP, teller.wording(measure.follow_up)),
    )


def _other_content(teller: Teller, plan: Plan) -> str:
    rights = teller.day(plan.rights_explained_on)
    return lines(
        teller.filled(words.GUIDANCE, teller.wording(plan.guidance)),
        teller.filled(words.FOLLOW_UP, teller.wording(plan.follow_up)),
        teller.filled(words.STUDIES_REASON, teller.wording(plan.language_reason)),
        teller.filled(words.JOB_SEARCH_REASON, teller.wording(plan.job_search_reason)),
        teller.filled(words.GOAL_REASON, teller.wording(plan.goal_reason)),
        teller.filled(words.GOAL_REASON, teller.wording(plan.education_reason)),
        teller.said(words.RIGHTS, date=rights) if rights else "",
        teller.filled(words.GUIDANCE, teller.wording(plan.onward_guidance)),
    )
