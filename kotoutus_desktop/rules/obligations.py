"""Everything that a case has had to be done by a day, and when it was done.

The days come from `deadlines` and `due`; here they are asked for the whole course of a case
instead of for one day. "Without delay" is reckoned only where the office has set a target of
its own, and is told apart by its basis.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import zip_longest

from kotoutus_desktop.rules.deadlines import (
    NOTHING,
    all_plans_end_latest,
    continues_for_studies,
    maximum_sections,
    next_review_by,
    plan_latest,
    referral_by,
)
from kotoutus_desktop.rules.due import (
    NO_TARGETS,
    TO_ASSESS,
    Basis,
    StepKind,
    Targets,
    assess_from,
    own_target,
)
from kotoutus_desktop.rules.entitlement import assessment_duty, start_section
from kotoutus_desktop.rules.facts import AgreedPlan, Person, Prolongation
from kotoutus_desktop.rules.section import (
    ASSESSMENT_START,
    CONTACT_HANDLING,
    PLAN_END,
    PLAN_LATEST,
    PLAN_MAXIMUM,
    REFERRAL,
    REVIEW,
    Section,
)


class Rule(StrEnum):
    """What the deadline ledger counts, in the order of a case."""

    CONTACT = "contact"
    ASSESSMENT = "assessment"
    FIRST_PLAN = "first_plan"
    REFERRAL = "referral"
    REVIEW = "review"
    PLAN_END = "plan_end"
    ALL_PLANS = "all_plans"


STEPS = {
    Rule.CONTACT: StepKind.HANDLE_CONTACT,
    Rule.ASSESSMENT: StepKind.START_ASSESSMENT,
    Rule.FIRST_PLAN: StepKind.MAKE_PLAN,
    Rule.REFERRAL: StepKind.REFER_TO_SERVICE,
    Rule.REVIEW: StepKind.REVIEW_PLAN,
    Rule.PLAN_END: StepKind.RENEW_OR_CLOSE_PLAN,
    Rule.ALL_PLANS: StepKind.RENEW_OR_CLOSE_PLAN,
}
"""The step that fulfils a rule: under it, and the day, the reason of lateness is recorded."""

SECTIONS = {
    Rule.CONTACT: CONTACT_HANDLING,
    Rule.ASSESSMENT: ASSESSMENT_START,
    Rule.FIRST_PLAN: PLAN_LATEST,
    Rule.REFERRAL: REFERRAL,
    Rule.REVIEW: REVIEW,
    Rule.PLAN_END: PLAN_END,
    Rule.ALL_PLANS: PLAN_MAXIMUM,
}
"""Where each rule stands today; an older case may have its own (`Obligation.section`)."""

OWN_TARGETS = frozenset({Rule.CONTACT, Rule.ASSESSMENT})
"""Rules that the Act gives no number of days for."""


class State(StrEnum):
    """How an obligation stands: done by its day, past its day, or neither yet."""

    IN_TIME = "in_time"
    LATE = "late"
    OPEN = "open"


@dataclass(frozen=True)
class Obligation:
    """Something that had to be done for a client by a day.

    `due` is the last day in time; `done` None while it is not done. `service` is the service of
    a referral, and tells the maximum of all plans from the end of one of them.
    """

    rule: Rule
    due: date
    done: date | None
    section: Section
    basis: Basis = Basis.STATUTORY
    service: str = ""

    def state(self, today: date) -> State:
        """Return how it stands: late also while it is not done and its day has passed."""
        if self.done is not None and self.done <= self.due:
            return State.IN_TIME
        return State.LATE if self.done is not None or self.due < today else State.OPEN


@dataclass(frozen=True)
class PlanCourse:
    """An agreed plan: the days agreed on, and the day it was ended with guidance, if it was."""

    agreed: AgreedPlan
    ended: date | None = None


@dataclass(frozen=True)
class CaseCourse:
    """What was done in a case and when.

    `learned_on`: the day the municipality learned of the person; `contacts` the day of each
    contact with the day it was handled. `plan_needed`: an assessment found the need for a
    plan. `person` stands as on the day by which the assessment was to start.
    """

    person: Person
    learned_on: date | None = None
    contacts: tuple[tuple[date, date | None], ...] = ()
    assessment_started: date | None = None
    left_out: bool = False
    plan_needed: bool = False
    plans: tuple[PlanCourse, ...] = ()
    prolongation: Prolongation = NOTHING
    closed_on: date | None = None
    targets: Targets = NO_TARGETS


def obligations(course: CaseCourse, today: date) -> list[Obligation]:
    """Return all that had, or has, to be done in a case by a day, as things stand today.

    What was not done when the case was closed counts only if its day had passed by then.

    Source: 681/2023 § 9(2), § 14(2), § 20(3), (5), § 22(1), § 23.
    """
    plans = sorted(course.plans, key=lambda each: each.agreed.made)
    found = [
        *_contacts(course),
        *_assessment(course),
        *_first_plan(course, plans),
        *_of_plans(course, plans),
        *_all_plans(course, plans, today),
    ]
    return [each for each in found if not _lapsed(each, course.closed_on)]


def _lapsed(obligation: Obligation, ended: date | None) -> bool:
    """Tell whether nothing remained to be done: the ground fell away before the day."""
    return ended is not None and obligation.done is None and ended <= obligation.due


def _contacts(course: CaseCourse) -> Iterator[Obligation]:
    """Handle a contact "without delay": only a number of days of the office's own binds."""
    for learned, handled in course.contacts:
        due = own_target(learned, course.targets.handle_contact)
        if due is not None:
            yield Obligation(Rule.CONTACT, due, handled, CONTACT_HANDLING, Basis.OWN_TARGET)


def _assessment(course: CaseCourse) -> Iterator[Obligation]:
    """Start the assessment "without delay", by the office's own number of days."""
    start = assess_from(course.person, course.learned_on)
    due = own_target(start, course.targets.start_assessment)
    if due is None or course.left_out:
        return
    duty = assessment_duty(course.person, due)
    started = course.assessment_started
    if duty in TO_ASSESS or started is not None:
        section = ASSESSMENT_START if started else start_section(duty)
        yield Obligation(Rule.ASSESSMENT, due, started, section, Basis.OWN_TARGET)


def _first_plan(course: CaseCourse, plans: list[PlanCourse]) -> Iterator[Obligation]:
    """Make the first plan within the three years where one is needed."""
    due = plan_latest(course.person)
    if due is not None and (plans or course.plan_needed):
        made = plans[0].agreed.made if plans else None
        yield Obligation(Rule.FIRST_PLAN, due, made, PLAN_LATEST)


def _of_plans(course: CaseCourse, plans: list[PlanCourse]) -> Iterator[Obligation]:
    """Referrals, reviews and the end of each plan; a later plan takes the place of it."""
    for plan, following in zip_longest(plans, plans[1:]):
        renewed = following.agreed.made if following else None
        ends = _ends(plan)
        agreed = replace(plan.agreed, ends=ends if renewed is None else min(ends, renewed))
        replaced = _earliest(renewed, plan.ended)
        of_plan = [*_referrals(agreed), *_reviews(agreed)]
        yield from (each for each in of_plan if not _lapsed(each, replaced))
        done = _earliest(renewed, plan.ended, course.closed_on)
        yield Obligation(Rule.PLAN_END, ends, done, PLAN_END)


def _referrals(plan: AgreedPlan) -> Iterator[Obligation]:
    due = referral_by(plan.made)
    for service in plan.services:
        yield Obligation(Rule.REFERRAL, due, service.referred, REFERRAL, service=service.name)


def _reviews(plan: AgreedPlan) -> Iterator[Obligation]:
    """Each review that fell due: six months from the making or from the review before it."""
    reviewed = sorted(day for day in plan.reviewed if day >= plan.made)
    for before, done in zip([plan.made, *reviewed], [*reviewed, None], strict=True):
        due = next_review_by(plan, before)
        if due is not None:
            yield Obligation(Rule.REVIEW, due, done, REVIEW)


def _all_plans(course: CaseCourse, plans: list[PlanCourse], today: date) -> Iterator[Obligation]:
    """No plan lasts past the maximum of all; § 31(2) sets no day for studies from 25 on."""
    if not plans:
        return
    first, born = plans[0].agreed.made, course.person.born
    limit = all_plans_end_latest(first, course.prolongation, born)
    if continues_for_studies(first, course.prolongation, born):
        return
    last = _earliest(max(_ends(plan) for plan in plans), course.closed_on)
    section = maximum_sections(first, course.prolongation)[0]
    done = last if last is not None and last <= today else None
    yield Obligation(Rule.ALL_PLANS, limit, done, section, service=Rule.ALL_PLANS)


def _ends(plan: PlanCourse) -> date:
    return plan.agreed.ends if plan.ended is None else min(plan.agreed.ends, plan.ended)


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)
