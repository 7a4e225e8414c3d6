"""The one next step of a client."""

from dataclasses import dataclass
from datetime import date

from kotoutus_desktop.rules.due import Basis, CaseStanding, DueItem, StepKind, due_items
from kotoutus_desktop.rules.entitlement import assessment_duty
from kotoutus_desktop.rules.facts import AssessmentDuty
from kotoutus_desktop.rules.section import GUIDANCE, ONWARD_GUIDANCE, Section

WITHOUT_ENTITLEMENT = (AssessmentDuty.NOT_ENTITLED, AssessmentDuty.GUIDANCE_ONLY)


@dataclass(frozen=True)
class NextStep:
    """What to do next for a client.

    `due` is the last day in time, None for "without delay" or where no day binds; `section`
    None only for StepKind.NONE. `target`: the day is the office's own, not the law's.
    """

    kind: StepKind
    due: date | None = None
    section: Section | None = None
    overdue: bool = False
    target: bool = False


NOTHING_TO_DO = NextStep(StepKind.NONE)


def next_step(standing: CaseStanding, today: date) -> NextStep:
    """Return what to do next.

    Of what is due, what is overdue comes first, then "without delay", then the soonest. A
    contact that is not handled, and preparing the next plan, are tasks beside it
    (`due_items`). Who is not entitled to an assessment is given guidance, once.

    Source: 681/2023 § 10(1), § 14(2), (7), § 20(1), (5), § 22(1), § 23.
    """
    for item in due_items(standing, today):
        if _leads(item):
            return _of(item)
    return _guidance(standing, today)


def _leads(item: DueItem) -> bool:
    prepares = item.kind is StepKind.MAKE_PLAN and item.basis is Basis.SUGGESTION
    return not prepares and item.kind is not StepKind.HANDLE_CONTACT


def _of(item: DueItem) -> NextStep:
    target = item.basis is Basis.OWN_TARGET
    return NextStep(item.kind, item.due, item.section, item.overdue, target)


def _guidance(standing: CaseStanding, today: date) -> NextStep:
    """Guide who cannot be assessed (§ 10), or was assessed and needs no plan (§ 14(7)).

    Outside § 2(1) only § 10 applies, also after an assessment.
    """
    if standing.case_closed or standing.guidance_given or standing.plans:
        return NOTHING_TO_DO
    duty = assessment_duty(standing.person, today)
    if standing.assessed_on is not None and duty is not AssessmentDuty.GUIDANCE_ONLY:
        return NextStep(StepKind.GIVE_GUIDANCE, section=ONWARD_GUIDANCE)
    if duty in WITHOUT_ENTITLEMENT:
        return NextStep(StepKind.GIVE_GUIDANCE, section=GUIDANCE)
    return NOTHING_TO_DO
