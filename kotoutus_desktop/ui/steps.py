"""From a step that the rules name to the page where it is taken, and the word on its button."""

from uuid import UUID

from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.ui.page import Destination, PageName

ACTS = {
    StepKind.HANDLE_CONTACT: N_("Handled"),
    StepKind.START_ASSESSMENT: N_("Start"),
    StepKind.CONTINUE_ASSESSMENT: N_("Continue"),
    StepKind.MAKE_PLAN: N_("Draw up"),
    StepKind.AGREE_PLAN: N_("Go to the draft"),
    StepKind.REFER_TO_SERVICE: N_("Record the referral"),
    StepKind.ASK_FOR_ANSWER: N_("Open the referral"),
    StepKind.REVIEW_PLAN: N_("Review"),
    StepKind.RENEW_OR_CLOSE_PLAN: N_("Open"),
    StepKind.GIVE_GUIDANCE: N_("Open"),
    StepKind.THREE_YEARS_END: N_("Open"),
    StepKind.TURNS_18: N_("Open"),
    StepKind.TURNS_23: N_("Open"),
    StepKind.TURNS_25: N_("Open"),
    StepKind.REIMBURSEMENT_ENDS: N_("Open"),
    StepKind.NONE: N_("Open"),
}

_PAGES = {
    StepKind.START_ASSESSMENT: PageName.ASSESSMENT,
    StepKind.CONTINUE_ASSESSMENT: PageName.ASSESSMENT,
    StepKind.MAKE_PLAN: PageName.PLAN,
    StepKind.AGREE_PLAN: PageName.PLAN,
    StepKind.REVIEW_PLAN: PageName.REVIEW,
}


def act_text(kind: StepKind) -> str:
    """Return the word on the button of a step."""
    return _(ACTS[kind])


def destination_of(kind: StepKind, client_id: UUID, about: str = "") -> Destination:
    """Return the page where a step is taken; that of the client where it is done in place.

    `about` is the key that `DueItem.service` names.
    """
    if kind is StepKind.ASK_FOR_ANSWER and about:
        return Destination(PageName.REFERRAL, client_id, UUID(about))
    return Destination(_PAGES.get(kind, PageName.CLIENT), client=client_id)
