"""Why each thing of a case is due, asked or noted: what the panel of the interface tells."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kotoutus_desktop.rules.coming import OF_AGE, coming_items
from kotoutus_desktop.rules.deadlines import UNDER_25
from kotoutus_desktop.rules.due import (
    Basis,
    CaseStanding,
    DueItem,
    StepKind,
    assess_from,
    due_items,
)
from kotoutus_desktop.rules.editions import CURRENT
from kotoutus_desktop.rules.entitlement import valid_plan
from kotoutus_desktop.rules.facts import AgreedPlan, Person
from kotoutus_desktop.rules.reason import Change, Doubt, Event, EventKind, Reason, Term, TermKind
from kotoutus_desktop.rules.reckoning import (
    all_plans_end,
    birthday,
    entitlement,
    first_plan_end,
    referral,
    reimbursement,
    review,
    unchecked,
)
from kotoutus_desktop.rules.section import (
    ASSESSMENT_START,
    CONTACT_HANDLING,
    PLAN_MAKING,
    Section,
)

_WITHOUT_DELAY = (ASSESSMENT_START, CONTACT_HANDLING, PLAN_MAKING)
_DOUBTS_OF_KEYS = {
    "interviewer": Doubt.GUIDANCE,
    "language_studies": Doubt.INFERRED,
    "language_reason": Doubt.INFERRED,
    "accepted_on": Doubt.INFERRED,
    "copy_given": Doubt.INFERRED,
}
"""Keys of `completeness`, and fields of forms, that do not follow from the words of a statute."""

_AGES = {
    StepKind.TURNS_18: OF_AGE,
    StepKind.TURNS_23: CURRENT.unaccompanied_until,
    StepKind.TURNS_25: UNDER_25,
}
_ASSESSING = (StepKind.START_ASSESSMENT, StepKind.CONTINUE_ASSESSMENT)
_AT_ONCE = (*_ASSESSING, StepKind.HANDLE_CONTACT, StepKind.MAKE_PLAN, StepKind.AGREE_PLAN)
"""Steps of which the Act says "without delay" (§ 9(2), § 14(2), § 20(1))."""

_STARTED = (Change.START, Change.JUDGEMENT)
_CHANGES = {
    StepKind.HANDLE_CONTACT: (Change.HANDLED,),
    StepKind.START_ASSESSMENT: _STARTED,
    StepKind.CONTINUE_ASSESSMENT: (Change.JUDGEMENT,),
    StepKind.MAKE_PLAN: (Change.PLAN,),
    StepKind.AGREE_PLAN: (Change.PLAN,),
    StepKind.REFER_TO_SERVICE: (Change.REFERRED,),
    StepKind.REVIEW_PLAN: (Change.REVIEWED,),
    StepKind.RENEW_OR_CLOSE_PLAN: (Change.NEXT_PLAN, Change.GUIDED_ONWARD),
}


def asked(section: Section, key: str = "") -> Reason:
    """Return why something is asked or noted that has no date; `key` as in `completeness`."""
    doubt = _DOUBTS_OF_KEYS.get(key)
    doubts = (*((doubt,) if doubt else ()), *unchecked(section))
    return Reason((section,), without_delay=section in _WITHOUT_DELAY, doubts=doubts)


def suggested(section: Section) -> Reason:
    """Return why the program proposes something that no statute asks: a prompt, a group."""
    return replace(asked(section), basis=Basis.SUGGESTION, doubts=(Doubt.GUIDANCE,))


def of_due(standing: CaseStanding, item: DueItem, today: date) -> Reason:
    """Return why something is due when it is."""
    if item.basis is Basis.STATUTORY and item.due is not None:
        counted = _counted(standing, item, today)
        if counted is not None:
            return counted
    open_day = item.due is None or item.basis is Basis.OWN_TARGET
    without_delay = open_day and item.kind in _AT_ONCE
    assessing = without_delay and item.kind in _ASSESSING
    bare = Reason(
        tuple(dict.fromkeys((item.section, *((ASSESSMENT_START,) if assessing else ())))),
        item.kind,
        item.basis,
        _event(standing, item, today),
        result=item.due,
        without_delay=without_delay,
        changed_by=_CHANGES.get(item.kind, ()),
        doubts=unchecked(item.section),
    )
    return _with_days(bare)


def _counted(standing: CaseStanding, item: DueItem, today: date) -> Reason | None:
    """Return the sum of a day of the law; None where it is not a sum, or not of this day."""
    plan, number = _current(standing, today)
    found: Reason | None = None
    if item.kind is StepKind.REFER_TO_SERVICE and plan:
        found = referral(plan, number)
    elif item.kind is StepKind.REVIEW_PLAN and plan:
        found = review(plan, today, number)
    elif item.kind in _AGES or item.kind is StepKind.REIMBURSEMENT_ENDS:
        found = _coming(standing.person, item)
    elif item.kind is not StepKind.RENEW_OR_CLOSE_PLAN:
        found = entitlement(standing.person, item.section)
    if found is None or found.result != item.due:
        return None
    changes = (*_CHANGES.get(item.kind, ()), *found.changed_by)
    return replace(found, subject=item.kind, changed_by=tuple(dict.fromkeys(changes)))


def _coming(person: Person, item: DueItem) -> Reason | None:
    """Return the sum of a day that comes by itself."""
    start = person.first_home_municipality
    if item.kind is StepKind.REIMBURSEMENT_ENDS and person.protection and start:
        return reimbursement(person.protection, start)
    if item.kind in _AGES and person.born:
        return birthday(item.kind, person.born, _AGES[item.kind], item.section)
    return None


def _current(standing: CaseStanding, today: date) -> tuple[AgreedPlan | None, int | None]:
    plan = valid_plan(standing.plans, today)
    return plan, standing.plans.index(plan) + 1 if plan else None


def _event(standing: CaseStanding, item: DueItem, today: date) -> Event | None:
    """Return what happened that the matter runs from."""
    plan, number = _current(standing, today)
    days: dict[EventKind, date | None] = {}
    if item.section.number == "23":
        days = {EventKind.PLAN_ENDS: plan.ends if plan else item.due}
    elif item.kind is StepKind.HANDLE_CONTACT:
        days = {EventKind.CONTACT_MADE: standing.contact_on}
    elif item.kind is StepKind.MAKE_PLAN and item.basis is Basis.OWN_TARGET:
        days = {EventKind.PLAN_DATE_SET: item.due}
    elif item.kind in (StepKind.MAKE_PLAN, StepKind.AGREE_PLAN):
        days = {EventKind.ASSESSMENT_COMPLETED: standing.assessed_on}
    elif item.kind in _ASSESSING:
        start = assess_from(standing.person, standing.learned_on)
        learned = start == standing.learned_on
        days = {EventKind.LEARNED_OF_PERSON if learned else EventKind.FIRST_GRANTED: start}
    return next((Event(kind, day, number) for kind, day in days.items() if day), None)


def _with_days(reason: Reason) -> Reason:
    """Say how many days of the office's own, or of the program's, lie between event and day."""
    if reason.basis is Basis.STATUTORY or reason.event is None or reason.result is None:
        return reason
    target = reason.basis is Basis.OWN_TARGET
    if reason.event.kind is EventKind.PLAN_DATE_SET:
        return replace(reason, changed_by=(*reason.changed_by, Change.PLANNED_DATE))
    days = (reason.result - reason.event.day).days
    kind = TermKind.OWN_TARGET if target else TermKind.PREPARING
    changes = (*reason.changed_by, Change.TARGET) if target else reason.changed_by
    terms = (Term(kind, days=days),) if days else ()
    return replace(reason, terms=terms, changed_by=changes)


def limits(standing: CaseStanding) -> list[Reason]:
    """Return the sums that bind a case whatever is done next."""
    found = [entitlement(standing.person)]
    if standing.plans:
        first = min(plan.made for plan in standing.plans)
        found.append(all_plans_end(first, standing.prolongation, standing.person.born))
    return [reason for reason in found if reason is not None]


def of_case(standing: CaseStanding, today: date) -> list[Reason]:
    """Return every sum and ground of a case: what is due, then the limits."""
    items = [*due_items(standing, today), *coming_items(standing, today)]
    due = [of_due(standing, item, today) for item in items]
    first = min(standing.plans, key=lambda plan: plan.made, default=None)
    ends = [first_plan_end(first.made)] if first and len(standing.plans) == 1 else []
    return [*due, *ends, *limits(standing)]


def about(section: Section, reasons: Sequence[Reason]) -> list[Reason]:
    """Return those of `reasons` that have a day and rest on a section, each sum once.

    A whole section answers for its subsections, and a point for the subsection it is in.
    """
    found: dict[object, Reason] = {}
    for reason in reasons:
        if reason.result is not None and any(_covers(section, each) for each in reason.sections):
            found.setdefault((reason.event, reason.terms, reason.result), reason)
    return list(found.values())


def _covers(asked_for: Section, applied: Section) -> bool:
    same = (asked_for.act, asked_for.number) == (applied.act, applied.number)
    whole = asked_for.moment is None or applied.moment is None
    return same and (whole or asked_for.moment == applied.moment)
