"""Where the next step of a client is taken."""

from datetime import date
from uuid import UUID

from kotoutus_desktop.casework.assess import completed_assessment, unfinished_assessment
from kotoutus_desktop.casework.overview import Overview
from kotoutus_desktop.casework.plans import draft_plan, plan_in_force
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.rules.next_step import NextStep
from kotoutus_desktop.rules.section import ONWARD_GUIDANCE
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.steps import destination_of

OF_MEASURE = "measure:"
"""Before the key of a measure in the focus of the page of a new referral."""
GUIDE_ONWARD = "onward_guidance"
"""Focus with which the page of a plan opens where the plan is ended (§ 73(1) point 7)."""


def step_destination(client: UUID, step: NextStep, record: UUID | None = None) -> Destination:
    """Return where a step is taken; `record` is its assessment or plan where that is known.

    Guidance after an assessment belongs to it; that of a person who is not assessed to the
    contacts of the intake.
    """
    if step.kind is not StepKind.GIVE_GUIDANCE:
        there = destination_of(step.kind, client)
        return Destination(there.page, client, record, there.focus)
    if step.section == ONWARD_GUIDANCE:
        return Destination(PageName.ASSESSMENT, client, record, "guided_to")
    return Destination(PageName.INTAKE, client, focus="contacts")


def next_destination(seen: Overview, today: date) -> Destination:
    """Return where the next step of a case is taken, with its record."""
    step, client = seen.next_step, seen.client
    if step.kind is StepKind.RENEW_OR_CLOSE_PLAN:
        if has_room(seen, today):
            return Destination(PageName.PLAN, client.id)
        return Destination(PageName.PLAN, client.id, client.plans[-1].id, GUIDE_ONWARD)
    if step.kind is StepKind.ASK_FOR_ANSWER:
        first = min(seen.standing.referrals, key=lambda each: each.answer_by)
        return Destination(PageName.REFERRAL, client.id, UUID(first.key))
    records = {
        StepKind.CONTINUE_ASSESSMENT: unfinished_assessment(client),
        StepKind.GIVE_GUIDANCE: completed_assessment(client),
        StepKind.AGREE_PLAN: draft_plan(client),
        StepKind.REVIEW_PLAN: plan_in_force(client, today),
    }
    found = records.get(step.kind)
    return step_destination(client.id, step, found.id if found else None)


def referral_destination(client: UUID, measure: UUID) -> Destination:
    """Return where a referral to a service of a plan is written."""
    return Destination(PageName.REFERRAL, client, focus=f"{OF_MEASURE}{measure}")


def has_room(seen: Overview, today: date) -> bool:
    """Tell whether § 23 leaves room for another plan."""
    limit = seen.limits["all_plans_end_latest"]
    return limit is None or limit > today
