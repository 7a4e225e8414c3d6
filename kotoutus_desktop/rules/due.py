"""Everything that is due for one client, with who says so.

A day of the law, the office's own target and a suggestion are told apart everywhere: "without
delay" is never turned into a number of days of the law.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kotoutus_desktop.rules.deadlines import (
    NOTHING,
    all_plans_end_latest,
    assessment_latest,
    next_review_by,
    plan_latest,
    referral_by,
)
from kotoutus_desktop.rules.entitlement import (
    assessment_duty,
    duty_section,
    in_scope,
    start_section,
    valid_plan,
)
from kotoutus_desktop.rules.facts import AgreedPlan, AssessmentDuty, Person, Prolongation
from kotoutus_desktop.rules.section import (
    ASSESSMENT_START,
    CONTACT_HANDLING,
    PLAN_END,
    PLAN_LATEST,
    PLAN_MAKING,
    REFERRAL,
    REVIEW,
    Section,
)

LAMPS = (30, 90, 180)  # days before the three years end at which to warn: a suggestion
NEXT_PLAN_AHEAD = timedelta(days=30)  # when to begin preparing the next plan: a suggestion
TO_ASSESS = (AssessmentDuty.MUST, AssessmentDuty.JUDGE_NEED, AssessmentDuty.MAY)


class StepKind(StrEnum):
    """What is to be done for a client."""

    HANDLE_CONTACT = "handle_contact"
    START_ASSESSMENT = "start_assessment"
    CONTINUE_ASSESSMENT = "continue_assessment"
    MAKE_PLAN = "make_plan"
    AGREE_PLAN = "agree_plan"
    REFER_TO_SERVICE = "refer_to_service"
    ASK_FOR_ANSWER = "ask_for_answer"
    REVIEW_PLAN = "review_plan"
    RENEW_OR_CLOSE_PLAN = "renew_or_close_plan"
    GIVE_GUIDANCE = "give_guidance"
    THREE_YEARS_END = "three_years_end"
    TURNS_18 = "turns_18"
    TURNS_23 = "turns_23"
    TURNS_25 = "turns_25"
    REIMBURSEMENT_ENDS = "reimbursement_ends"
    NONE = "none"


class Basis(StrEnum):
    """Who says that something is due: the law, the office, or the program."""

    STATUTORY = "statutory"
    OWN_TARGET = "own_target"
    SUGGESTION = "suggestion"


@dataclass(frozen=True)
class Targets:
    """The office's own targets in days; None where it has set none."""

    handle_contact: int | None = None
    start_assessment: int | None = None


NO_TARGETS = Targets()


@dataclass(frozen=True)
class OpenReferral:
    """A referral that nobody has answered: its key, and the day by which an answer was asked."""

    key: str
    answer_by: date


@dataclass(frozen=True)
class CaseStanding:
    """How far a client's case has come, as of today.

    `learned_on`: the municipality learned of the person. `contact_on`: an open contact of
    § 9, None when none is or it is handled. `assessment_started`, `assessed_on`: first
    interview, and completion. `plan_needed`: the outcome. `draft_plan`: a plan waits to be
    agreed. `plans`: agreed ones only. `review_wanted`: needs or life have changed, or the
    client asked, since the last review. `plan_closed`: the last plan was closed with its
    onward guidance. `referrals`: those that wait for an answer.
    """

    person: Person
    learned_on: date | None = None
    contact_on: date | None = None
    assessment_started: date | None = None
    assessed_on: date | None = None
    left_out: bool = False
    plan_needed: bool | None = None
    planned_plan_date: date | None = None
    draft_plan: bool = False
    plans: tuple[AgreedPlan, ...] = ()
    prolongation: Prolongation = NOTHING
    review_wanted: bool = False
    plan_closed: bool = False
    guidance_given: bool = False
    case_closed: bool = False
    targets: Targets = NO_TARGETS
    referrals: tuple[OpenReferral, ...] = ()


@dataclass(frozen=True)
class DueItem:
    """One thing that is due.

    `due` is the last day in time, None for "without delay" where the office has set no
    target. `service` names the service of a referral.
    """

    kind: StepKind
    due: date | None
    section: Section
    basis: Basis
    overdue: bool
    service: str = ""


def due_items(standing: CaseStanding, today: date) -> list[DueItem]:
    """Return all that is due for this client: overdue, then "without delay", then the soonest.

    Source: 681/2023 § 9(2), § 14(2), § 20(1), (3), (5), § 22(1), § 23.
    """
    if standing.case_closed:
        return []
    current = valid_plan(standing.plans, today)
    steps = _about_plan(standing, current, today) if current else _before_plan(standing, today)
    items = [*_contact(standing, today), *steps, *_answers(standing, today)]
    return sorted(items, key=lambda item: (not item.overdue, item.due or date.min))


def _item(kind: StepKind, due: date | None, section: Section, basis: Basis, today: date) -> DueItem:
    return DueItem(kind, due, section, basis, overdue=due is not None and due < today)


def assess_from(person: Person, learned_on: date | None) -> date | None:
    """Return the day from which an assessment is to start "without delay"; None if not known.

    The municipality learned of the person. Before the first permit, card or registration there
    was nobody to assess, however early the municipality knew.

    Source: 681/2023 § 14(1)-(2).
    """
    return None if learned_on is None else max(learned_on, person.first_granted or learned_on)


def own_target(start: date | None, days: int | None) -> date | None:
    """Return the office's own last day for "without delay"; None where it has set none.

    The Act gives no number of days (§ 9(2), § 14(2)): never call this day the law's.
    """
    return None if start is None or days is None else start + timedelta(days=days)


def _in_time(day: date | None, latest: date | None) -> date | None:
    """Return a day of the office's own; None where it is later than the law's: it is no target."""
    return None if day is not None and latest is not None and day > latest else day


def _answers(standing: CaseStanding, today: date) -> Iterator[DueItem]:
    """Ask for the answer to a referral: its day is the counsellor's own, no law sets one."""
    for each in standing.referrals:
        kind, late = StepKind.ASK_FOR_ANSWER, each.answer_by < today
        yield DueItem(kind, each.answer_by, REFERRAL, Basis.OWN_TARGET, late, each.key)


def _contact(standing: CaseStanding, today: date) -> Iterator[DueItem]:
    """Handle a contact "without delay"; a number of days is the office's own."""
    if standing.contact_on is None:
        return
    target = own_target(standing.contact_on, standing.targets.handle_contact)
    basis = Basis.STATUTORY if target is None else Basis.OWN_TARGET
    yield _item(StepKind.HANDLE_CONTACT, target, CONTACT_HANDLING, basis, today)


def _about_plan(standing: CaseStanding, plan: AgreedPlan, today: date) -> Iterator[DueItem]:
    """Referrals, review and end of the plan that is valid today."""
    latest = referral_by(plan.made)
    for service in plan.services:
        if service.referred is None:
            overdue = latest < today
            yield DueItem(
                StepKind.REFER_TO_SERVICE,
                latest,
                REFERRAL,
                Basis.STATUTORY,
                overdue,
                service.name,
            )
    if standing.review_wanted:
        yield _item(StepKind.REVIEW_PLAN, None, REVIEW, Basis.STATUTORY, today)
    review = next_review_by(plan, today)
    if review is not None:
        yield _item(StepKind.REVIEW_PLAN, review, REVIEW, Basis.STATUTORY, today)
    if in_scope(standing.person.right_of_residence):
        yield from _next_plan(standing, plan, today)
    yield _item(StepKind.RENEW_OR_CLOSE_PLAN, plan.ends, PLAN_END, Basis.STATUTORY, today)


def _next_plan(standing: CaseStanding, plan: AgreedPlan, today: date) -> Iterator[DueItem]:
    """Prepare the plan that follows this one, in time."""
    if standing.draft_plan:
        yield _item(StepKind.AGREE_PLAN, plan.ends, PLAN_END, Basis.SUGGESTION, today)
    elif may_have_next_plan(standing, plan):
        prepare = max(plan.made, plan.ends - NEXT_PLAN_AHEAD)
        yield _item(StepKind.MAKE_PLAN, prepare, PLAN_END, Basis.SUGGESTION, today)


def may_have_next_plan(standing: CaseStanding, plan: AgreedPlan) -> bool:
    """Tell whether § 23 leaves room for another plan after `plan`."""
    first = min(each.made for each in standing.plans)
    limit = all_plans_end_latest(first, standing.prolongation, standing.person.born)
    return plan.ends < limit


def _before_plan(standing: CaseStanding, today: date) -> Iterator[DueItem]:
    """What is due while no plan is valid.

    Outside § 2(1) nobody is assessed and no plan is made; one that has ended is closed.
    """
    outside = not in_scope(standing.person.right_of_residence)
    past = [plan for plan in standing.plans if plan.ends < today]
    limit = None if past else plan_latest(standing.person)
    if standing.draft_plan and not outside:
        section = PLAN_MAKING if limit is None else PLAN_LATEST
        yield _item(StepKind.AGREE_PLAN, limit, section, Basis.STATUTORY, today)
    elif past:
        if not standing.plan_closed:
            ended = max(plan.ends for plan in past)
            yield _item(StepKind.RENEW_OR_CLOSE_PLAN, ended, PLAN_END, Basis.STATUTORY, today)
    elif outside:
        return
    elif standing.assessed_on is not None and standing.plan_needed is not None:
        yield from _plan_to_make(standing, limit, today)
    else:
        yield from _assessment(standing, today)


def _plan_to_make(standing: CaseStanding, limit: date | None, today: date) -> Iterator[DueItem]:
    """Make the plan "without delay" after the assessment, at the latest within three years."""
    if not standing.plan_needed or standing.plans:
        return
    planned = _in_time(standing.planned_plan_date, limit)
    basis = Basis.STATUTORY if planned is None else Basis.OWN_TARGET
    yield _item(StepKind.MAKE_PLAN, planned, PLAN_MAKING, basis, today)
    if limit is not None:
        yield _item(StepKind.MAKE_PLAN, limit, PLAN_LATEST, Basis.STATUTORY, today)


def _assessment(standing: CaseStanding, today: date) -> Iterator[DueItem]:
    """Start, or go on with, an assessment that the Act asks for."""
    person = standing.person
    duty = assessment_duty(person, today)
    started = (standing.assessment_started or standing.assessed_on) is not None
    if standing.left_out or (duty not in TO_ASSESS and not started):
        return
    kind = StepKind.CONTINUE_ASSESSMENT if started else StepKind.START_ASSESSMENT
    section = ASSESSMENT_START if started else start_section(duty)
    latest = assessment_latest(person)
    start = assess_from(person, standing.learned_on)
    wanted = own_target(start, standing.targets.start_assessment)
    target = None if started else _in_time(wanted, latest)
    basis = Basis.STATUTORY if target is None else Basis.OWN_TARGET
    yield _item(kind, target, section, basis, today)
    if latest is not None:
        yield _item(kind, latest, duty_section(duty), Basis.STATUTORY, today)


def lamp(latest: date | None, today: date) -> int | None:
    """Return the warning threshold (180, 90, 30, or 0 once past) that `latest` has come under.

    None while more than 180 days are left, or where no day binds. The thresholds are a
    suggestion; the day is of the law.

    Source: 681/2023 § 14(1), § 20(3).
    """
    if latest is None:
        return None
    left = (latest - today).days
    return 0 if left < 0 else next((days for days in LAMPS if left <= days), None)
