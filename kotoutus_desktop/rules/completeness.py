"""What is still missing from an assessment, a plan or a review, in the order of its form.

Nothing here bars the way: a half-done record is a normal state. Facts are plain values; a
text that is only asked for is a truth value ("has it been entered?").
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kotoutus_desktop.rules.deadlines import UNDER_25
from kotoutus_desktop.rules.facts import (
    LANGUAGE_MEASURES,
    NOT_SERVICES,
    WORK_GOALS,
    GoalKind,
    InterviewHead,
    MeasureKind,
    ToldItem,
)
from kotoutus_desktop.rules.months import is_under
from kotoutus_desktop.rules.plan_limits import review_falls_due
from kotoutus_desktop.rules.section import (
    ACT,
    ASSESSMENT_DECREE,
    ASSESSMENT_LANGUAGE,
    ASSESSMENT_OUTCOME,
    ASSESSMENT_PLACE,
    ASSESSMENT_START,
    DATA_SOURCE,
    GOALS,
    GOALS_OF_JOBSEEKER,
    NEED_FOR_PLAN,
    PLAN_CONTENT,
    PLAN_PERIOD,
    PLAN_SERVICES,
    PLAN_SUITABILITY,
    REVIEW,
    REVIEW_COUNTY,
    RIGHTS_AND_DUTIES,
    STORED_ASSESSMENT,
    STORED_PLAN,
    STORED_REVIEW,
    Section,
)


@dataclass(frozen=True)
class Missing:
    """One thing a record still lacks.

    `key` names the field; for a row its number follows ("services.0.suitability"), for one of
    the heads or told items its value ("heads.literacy").
    """

    key: str
    section: Section


@dataclass(frozen=True)
class Told:
    """When and in which language (a code) something was told to the client."""

    on: date | None = None
    language: str = ""


@dataclass(frozen=True)
class AssessmentFacts:
    """What is recorded of an assessment so far.

    `heads`: those with a finding or marked "nothing came up". `worker_speaks`: somebody of
    the office speaks the language of the interview. `on_premises` is None until chosen.
    `plan_needed` is None until decided. `from_others_without_source`: something learned from
    others than the client lacks its source or recorder.
    """

    interviewed_on: date | None = None
    interviewer_is_official: bool = False
    on_premises: bool | None = None
    weighty_reason: bool = False
    language: str = ""
    worker_speaks: bool = False
    interpreter: bool = False
    heads: frozenset[InterviewHead] = frozenset()
    told: Mapping[ToldItem, Told] = field(default_factory=dict)
    plan_needed: bool | None = None
    outcome_reason: bool = False
    planned_plan_date: date | None = None
    guided_to: bool = False
    authors: bool = False
    from_others_without_source: bool = False


@dataclass(frozen=True)
class PlannedMeasure:
    """A measure or service as the plan names it, and whether it says why it suits."""

    kind: MeasureKind
    suitability: bool = False


@dataclass(frozen=True)
class PlanContent:
    """What a draft plan holds so far.

    `jobseeker`: registered, so that § 18(2) and the duty to seek work apply.
    `job_search_exception`: the Act 380/2023 sets no such duty, with the reason.
    `rights_explained`: rights and duties, told so that the client understands.
    """

    made: date | None = None
    ends: date | None = None
    born: date | None = None
    jobseeker: bool = False
    long_term_goal: bool = False
    period_goal: bool = False
    goal_kinds: frozenset[GoalKind] = frozenset()
    measures: tuple[PlannedMeasure, ...] = ()
    no_language_studies_reason: bool = False
    guidance: bool = False
    job_search_exception: bool = False
    follow_up: bool = False
    next_review: date | None = None
    rights_explained: Told = Told()
    accepted_on: date | None = None
    copy_given: bool = False
    authors: bool = False
    from_others_without_source: bool = False


@dataclass(frozen=True)
class ReviewContent:
    """What is recorded of a review so far; `ends` is the last day of the plan.

    `hindrances` and `changes` also hold where "none" has been entered.
    """

    reviewed_on: date | None = None
    ends: date | None = None
    made_with_county: bool = False
    county_took_part: bool = False
    participation: bool = False
    progress: bool = False
    hindrances: bool = False
    changes: bool = False
    next_review: date | None = None
    authors: bool = False
    from_others_without_source: bool = False


def missing_in_assessment(facts: AssessmentFacts) -> list[Missing]:
    """Return what the assessment still lacks.

    That the interviewer is an official follows from guidance of the authority, not from the
    words of the Act.

    Source: 681/2023 § 14(2), § 16, § 73(2); Decree 869/2024 §§ 2, 4; Decree 874/2024 § 1(1).
    """
    steps = (_heads(facts), _told(facts), _interview(facts), _outcome(facts))
    return [missing for step in steps for missing in step]


def _interview(facts: AssessmentFacts) -> Iterator[Missing]:
    if facts.interviewed_on is None:
        yield Missing("interviewed_on", STORED_ASSESSMENT)
    if not facts.interviewer_is_official:
        yield Missing("interviewer", ASSESSMENT_START)
    if facts.on_premises is None:
        yield Missing("on_premises", ASSESSMENT_PLACE)
    elif not facts.on_premises and not facts.weighty_reason:
        yield Missing("weighty_reason", ASSESSMENT_PLACE)
    if not facts.language:
        yield Missing("language", ASSESSMENT_LANGUAGE)
    elif not facts.worker_speaks and not facts.interpreter:
        yield Missing("interpreter", ASSESSMENT_LANGUAGE)


def _told(facts: AssessmentFacts) -> Iterator[Missing]:
    for point, item in enumerate(ToldItem, 1):
        told = facts.told.get(item, Told())
        if told.on is None or not told.language:
            yield Missing(f"told.{item}", Section(ASSESSMENT_DECREE, "2", 3, point))


def _heads(facts: AssessmentFacts) -> Iterator[Missing]:
    for point, head in enumerate(InterviewHead, 1):
        if head not in facts.heads:
            yield Missing(f"heads.{head}", Section(ASSESSMENT_DECREE, "2", 1, point))


def _outcome(facts: AssessmentFacts) -> Iterator[Missing]:
    if facts.plan_needed is None:
        yield Missing("plan_needed", NEED_FOR_PLAN)
    if not facts.outcome_reason:
        yield Missing("outcome_reason", ASSESSMENT_OUTCOME)
    if facts.plan_needed is True and facts.planned_plan_date is None:
        yield Missing("planned_plan_date", STORED_ASSESSMENT)
    if facts.plan_needed is False and not facts.guided_to:
        yield Missing("guided_to", STORED_ASSESSMENT)
    yield from _authors_and_sources(facts, STORED_ASSESSMENT)


def _authors_and_sources(
    facts: AssessmentFacts | PlanContent | ReviewContent, section: Section
) -> Iterator[Missing]:
    if not facts.authors:
        yield Missing("authors", section)
    if facts.from_others_without_source:
        yield Missing("sources", DATA_SOURCE)


def missing_in_plan(content: PlanContent) -> list[Missing]:
    """Return what the plan still lacks before it can be agreed.

    A reason for no language studies follows from "to the extent needed" in § 19(1);
    acceptance and copy from the practice of employment plans, not from the Act.

    Source: 681/2023 § 18(1)-(2), § 19, § 22(1), § 23(1), § 24(1), § 73(2); Decree 874/2024
    § 2(1).
    """
    steps = (_period(content), _goals(content), _measures(content), _agreement(content))
    return [missing for step in steps for missing in step]


def _period(content: PlanContent) -> Iterator[Missing]:
    if content.made is None:
        yield Missing("made", STORED_PLAN)
    if content.ends is None:
        yield Missing("ends", PLAN_PERIOD)


def _goals(content: PlanContent) -> Iterator[Missing]:
    if not content.long_term_goal:
        yield Missing("long_term_goal", GOALS)
    if not content.period_goal:
        yield Missing("period_goal", GOALS)
    if content.jobseeker and not _studies_instead(content) and not content.goal_kinds & WORK_GOALS:
        yield Missing("work_goal", GOALS_OF_JOBSEEKER)


def _studies_instead(content: PlanContent) -> bool:
    """Under 25, upper secondary education takes the place of work as the goal (§ 18(4))."""
    young = content.made is not None and is_under(content.born, UNDER_25, content.made) is True
    return young and GoalKind.UPPER_SECONDARY_EDUCATION in content.goal_kinds


def _measures(content: PlanContent) -> Iterator[Missing]:
    kinds = {measure.kind for measure in content.measures}
    if not kinds - NOT_SERVICES:
        yield Missing("services", PLAN_SERVICES)
    for index, measure in enumerate(content.measures):
        if measure.kind not in NOT_SERVICES and not measure.suitability:
            yield Missing(f"services.{index}.suitability", PLAN_SUITABILITY)
    if not kinds & LANGUAGE_MEASURES and not content.no_language_studies_reason:
        yield Missing("language_studies", PLAN_CONTENT)
    if not content.guidance and MeasureKind.GUIDANCE not in kinds:
        yield Missing("guidance", PLAN_CONTENT)
    duty = MeasureKind.JOB_SEARCH in kinds or content.job_search_exception
    if content.jobseeker and not duty:
        yield Missing("job_search", PLAN_CONTENT)
    if not content.follow_up:
        yield Missing("follow_up", PLAN_CONTENT)


def _agreement(content: PlanContent) -> Iterator[Missing]:
    if content.next_review is None and review_falls_due(content.made, content.ends):
        yield Missing("next_review", STORED_PLAN)
    if content.rights_explained.on is None or not content.rights_explained.language:
        yield Missing("rights_explained", RIGHTS_AND_DUTIES)
    if content.accepted_on is None:
        yield Missing("accepted_on", Section(ACT, "24", 2, 1))
    if not content.copy_given:
        yield Missing("copy_given", RIGHTS_AND_DUTIES)
    yield from _authors_and_sources(content, STORED_PLAN)


def missing_in_review(content: ReviewContent) -> list[Missing]:
    """Return what the review still lacks.

    Source: 681/2023 § 22, § 73(2); Decree 874/2024 § 3(2).
    """
    entered = {
        "participation": content.participation,
        "progress": content.progress,
        "hindrances": content.hindrances,
        "changes": content.changes,
    }
    missing = [] if content.reviewed_on else [Missing("reviewed_on", STORED_REVIEW)]
    if content.made_with_county and not content.county_took_part:
        missing.append(Missing("county", REVIEW_COUNTY))
    missing += [Missing(key, STORED_REVIEW) for key, there in entered.items() if not there]
    if content.next_review is None and review_falls_due(content.reviewed_on, content.ends):
        missing.append(Missing("next_review", REVIEW))
    return [*missing, *_authors_and_sources(content, STORED_REVIEW)]
