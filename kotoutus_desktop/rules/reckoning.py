"""The sums of the law behind the dates of a case."""

from collections.abc import Iterator
from datetime import date

from kotoutus_desktop.rules.deadlines import (
    NOTHING,
    all_plans_end_latest,
    continues_for_studies,
    first_plan_end_latest,
    maximum_sections,
    next_review_by,
    plan_edition,
    plan_latest,
    referral_by,
)
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.rules.editions import act_on
from kotoutus_desktop.rules.facts import AgreedPlan, Extension, Person, Prolongation, Protection
from kotoutus_desktop.rules.months import MONTHS_IN_YEAR, add_years
from kotoutus_desktop.rules.plan_sum import LimitTerm, all_plans_sum
from kotoutus_desktop.rules.plan_sum import TermKind as SumKind
from kotoutus_desktop.rules.reason import (
    Change,
    Doubt,
    Event,
    EventKind,
    Limit,
    Reason,
    Term,
    TermKind,
)
from kotoutus_desktop.rules.reimbursement import reimbursement_edition, reimbursement_ends
from kotoutus_desktop.rules.section import (
    ACT,
    ASSESSMENT,
    ASSESSMENT_DECREE,
    DATA_DECREE,
    OLDER_ACT,
    ORIENTATION_DECREE,
    PLAN_LATEST,
    PLANS_BEFORE_2025,
    REFERRAL,
    REIMBURSEMENT_START,
    REVIEW,
    STUDIES_FROM_25,
    Section,
)

_EXTENSIONS = {
    Extension.SPECIAL_MEASURES: TermKind.SPECIAL_MEASURES,
    Extension.HOME_CARE_PART_TIME: TermKind.HOME_CARE_PART_TIME,
}

_READ_WHOLE = frozenset({ACT, ASSESSMENT_DECREE, DATA_DECREE, ORIENTATION_DECREE})


def entitlement(person: Person, section: Section = ASSESSMENT) -> Reason | None:
    """Return the sum of the three years; None where they set no day.

    Source: 681/2023 § 14(1), § 20(3).
    """
    result = plan_latest(person)
    if result is None or person.first_granted is None:
        return None
    months = act_on(person.first_granted).entitlement
    late = (Change.REACHED_LATE,) if person.trafficking_victim else ()
    return Reason(
        tuple(dict.fromkeys((section, ASSESSMENT, PLAN_LATEST))),
        Limit.ENTITLEMENT,
        event=Event(EventKind.FIRST_GRANTED, person.first_granted),
        terms=(Term(TermKind.ENTITLEMENT, months=months),),
        result=result,
        changed_by=(Change.FIRST_DAY, *late),
        doubts=(Doubt.COUNTING,),
    )


def first_plan_end(made: date) -> Reason:
    """Return the sum of the longest first plan.

    Source: 681/2023 § 23(2); before 2025, 1386/2010 § 12 by § 102(2).
    """
    edition = plan_edition(made)
    return Reason(
        _with_transition((edition.maximum_section,)),
        Limit.FIRST_PLAN_END,
        event=Event(EventKind.FIRST_PLAN_MADE, made),
        terms=(Term(TermKind.FIRST_PLAN, months=edition.first_plan),),
        result=first_plan_end_latest(made),
        changed_by=(Change.NEXT_PLAN,),
        doubts=(Doubt.COUNTING, *unchecked(edition.maximum_section)),
    )


def all_plans_end(
    first_made: date, prolongation: Prolongation = NOTHING, born: date | None = None
) -> Reason:
    """Return the sum of the longest time of all plans together.

    Source: 681/2023 § 23(2)-(4), § 31(1)-(2), § 102(2).
    """
    limit = all_plans_end_latest(first_made, prolongation, born)
    for_studies = continues_for_studies(first_made, prolongation, born)
    sections = maximum_sections(first_made, prolongation)
    doubts = [Doubt.COUNTING, *unchecked(sections[0])]
    if prolongation.extension and prolongation.obstacles:
        doubts.append(Doubt.ADDED_UP)
    if for_studies:
        sections = (*sections[:-1], STUDIES_FROM_25)
        doubts.append(Doubt.ENDS_WITH_STUDIES)
    return Reason(
        _with_transition(sections),
        Limit.ALL_PLANS_END,
        event=Event(EventKind.FIRST_PLAN_MADE, first_made),
        terms=tuple(
            _term(part, prolongation.extension)
            for part in all_plans_sum(first_made, prolongation, born)
        ),
        result=limit,
        changed_by=tuple(_changes_of_all_plans(prolongation, for_studies=for_studies)),
        doubts=tuple(doubts),
    )


def _term(part: LimitTerm, extension: Extension | None) -> Term:
    """Return a part of the sum under the name of its ground."""
    if part.kind is SumKind.EXTENSION and extension is not None:
        return Term(_EXTENSIONS[extension], part.months)
    return Term(TermKind(part.kind), part.months, part.days)


def _changes_of_all_plans(prolongation: Prolongation, *, for_studies: bool) -> Iterator[Change]:
    if prolongation.extension is None:
        yield Change.EXTENSION
    yield Change.OBSTACLE
    if not prolongation.unfinished_studies:
        yield Change.STUDIES
    if for_studies:
        yield Change.EMPLOYMENT_PLAN


def referral(plan: AgreedPlan, number: int | None = None) -> Reason:
    """Return the sum of the month in which the client is guided to the services.

    Source: 681/2023 § 20(5).
    """
    return Reason(
        (REFERRAL,),
        StepKind.REFER_TO_SERVICE,
        event=Event(EventKind.PLAN_MADE, plan.made, number),
        terms=(Term(TermKind.REFERRAL, months=act_on(plan.made).referral),),
        result=referral_by(plan.made),
        changed_by=(Change.REFERRED,),
        doubts=(Doubt.COUNTING,),
    )


def review(plan: AgreedPlan, today: date, number: int | None = None) -> Reason | None:
    """Return the sum of the six months; None where the plan ends before they do.

    Source: 681/2023 § 22(1).
    """
    result = next_review_by(plan, today)
    if result is None:
        return None
    done = [day for day in plan.reviewed if plan.made < day <= today]
    kind = EventKind.PLAN_REVIEWED if done else EventKind.PLAN_MADE
    start = max(done, default=plan.made)
    return Reason(
        (REVIEW,),
        StepKind.REVIEW_PLAN,
        event=Event(kind, start, number),
        terms=(Term(TermKind.REVIEW, months=act_on(start).review),),
        result=result,
        changed_by=(Change.REVIEWED, Change.LIFE_CHANGED, Change.CLIENT_ASKS),
        doubts=(Doubt.COUNTING,),
    )


def birthday(kind: StepKind, born: date, years: int, section: Section) -> Reason:
    """Return the sum of a birthday on which a rule begins or ends.

    Source: 681/2023 § 2(6), § 31(1), § 38(5).
    """
    return Reason(
        (section,),
        kind,
        event=Event(EventKind.BORN, born),
        terms=(Term(TermKind.AGE, months=years * MONTHS_IN_YEAR),),
        result=add_years(born, years),
        changed_by=(Change.BIRTH_DATE,),
    )


def reimbursement(protection: Protection, start: date) -> Reason:
    """Return the sum of the imputed reimbursement: information only.

    Source: 681/2023 § 59(2), § 61(3), § 102(6).
    """
    edition = reimbursement_edition(start)
    return Reason(
        (edition.section, REIMBURSEMENT_START),
        StepKind.REIMBURSEMENT_ENDS,
        event=Event(EventKind.FIRST_HOME_MUNICIPALITY, start),
        terms=(Term(TermKind.REIMBURSEMENT, months=edition.length(protection)),),
        result=reimbursement_ends(protection, start),
        changed_by=(Change.HOME_DAY, Change.PROTECTION),
    )


def _with_transition(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Name § 102(2) beside the older Act: it is why that one still binds."""
    older = any(section.act == OLDER_ACT for section in sections)
    return (*sections, PLANS_BEFORE_2025) if older else sections


def unchecked(section: Section) -> tuple[Doubt, ...]:
    """Return the doubt about a statute whose later changes were not read; none about the others."""
    return () if section.act in _READ_WHOLE else (Doubt.EDITION,)
