"""Where the next step of a client is taken."""

from uuid import UUID

from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.rules.next_step import NextStep
from kotoutus_desktop.rules.section import ONWARD_GUIDANCE
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.steps import destination_of


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
