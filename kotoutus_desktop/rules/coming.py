"""Days that come by themselves and change what a client is entitled to.

Nobody has to do anything by such a day; whoever works with the client has to know it before.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from kotoutus_desktop.rules.deadlines import UNDER_25, plan_latest
from kotoutus_desktop.rules.due import (
    LAMPS,
    TO_ASSESS,
    Basis,
    CaseStanding,
    DueItem,
    StepKind,
)
from kotoutus_desktop.rules.editions import CURRENT
from kotoutus_desktop.rules.entitlement import assessment_duty, valid_plan
from kotoutus_desktop.rules.months import add_years
from kotoutus_desktop.rules.reimbursement import reimbursement_edition, reimbursement_ends
from kotoutus_desktop.rules.section import (
    PLAN_LATEST,
    REPRESENTATIVE_ENDS,
    STUDIES_UNDER_25,
    UNACCOMPANIED,
    Section,
)

OF_AGE = 18  # 746/2011 § 43, by 681/2023 § 38(5)
SHOWN_BEFORE = timedelta(days=30)  # before what is due: a suggestion, as the two below
KNOWN_BEFORE = timedelta(days=LAMPS[1])  # before birthdays and the end of money
LAMPS_BEFORE = timedelta(days=LAMPS[-1])  # before the three years run out
AT_ONCE = (StepKind.HANDLE_CONTACT, StepKind.START_ASSESSMENT)  # § 9(2), § 14(2)


def coming_items(standing: CaseStanding, today: date) -> list[DueItem]:
    """Return the days to come for this client, also those that are still far away, in order.

    Source: 681/2023 § 2(6), § 20(3), § 31(1), § 38(5), § 61(3), § 102(6).
    """
    if standing.case_closed:
        return []
    found = [*_three_years(standing, today), *_birthdays(standing, today), *_money(standing)]
    items = [
        DueItem(kind, day, section, Basis.STATUTORY, overdue=False)
        for kind, day, section in found
        if today <= day
    ]
    return sorted(items, key=lambda item: item.due or today)


def shown_from(item: DueItem) -> date:
    """Return the day from which a work list shows an item: the design's choice, not the law's."""
    if item.due is None:
        return date.min
    before = {
        StepKind.THREE_YEARS_END: LAMPS_BEFORE,
        StepKind.AGREE_PLAN: LAMPS_BEFORE,
        StepKind.TURNS_18: KNOWN_BEFORE,
        StepKind.TURNS_23: KNOWN_BEFORE,
        StepKind.TURNS_25: KNOWN_BEFORE,
        StepKind.REIMBURSEMENT_ENDS: KNOWN_BEFORE,
    }
    if item.kind in AT_ONCE and item.basis is Basis.OWN_TARGET:
        return date.min  # "without delay" is not put off to a target
    return item.due - before.get(item.kind, SHOWN_BEFORE)


Day = tuple[StepKind, date, Section]


def _three_years(standing: CaseStanding, today: date) -> Iterator[Day]:
    """The last day for the first plan, while none is made or drafted (§ 20(3))."""
    latest = plan_latest(standing.person)
    settled = standing.plans or standing.draft_plan or standing.left_out
    if latest is None or settled or standing.plan_needed is False:
        return
    begun = standing.assessment_started or standing.assessed_on
    if begun or assessment_duty(standing.person, today) in TO_ASSESS:
        yield StepKind.THREE_YEARS_END, latest, PLAN_LATEST


def _birthdays(standing: CaseStanding, today: date) -> Iterator[Day]:
    person = standing.person
    if person.born is None:
        return
    if person.came_unaccompanied:
        yield StepKind.TURNS_18, add_years(person.born, OF_AGE), REPRESENTATIVE_ENDS
        until = add_years(person.born, CURRENT.unaccompanied_until)
        yield StepKind.TURNS_23, until, UNACCOMPANIED
    studies = standing.prolongation.unfinished_studies
    if studies and valid_plan(standing.plans, today) is not None:
        yield StepKind.TURNS_25, add_years(person.born, UNDER_25), STUDIES_UNDER_25


def _money(standing: CaseStanding) -> Iterator[Day]:
    """The last day of the imputed reimbursement: information only."""
    start = standing.person.first_home_municipality
    ends = reimbursement_ends(standing.person.protection, start)
    if start is not None and ends is not None:
        yield StepKind.REIMBURSEMENT_ENDS, ends, reimbursement_edition(start).section
