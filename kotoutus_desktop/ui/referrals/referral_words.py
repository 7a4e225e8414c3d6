"""How a referral is said in a line: what, to whom, how far it is."""

from datetime import date

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.referral import Referral, ReferralStep
from kotoutus_desktop.rules.referrals import UNANSWERED, ReferralState
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.dates import date_text, short_date_text
from kotoutus_desktop.ui.words import enum_text

_TONES = {
    ReferralState.ACCEPTED: ("success", "check"),
    ReferralState.STARTED: ("success", "check"),
    ReferralState.DONE: ("success", "check"),
    ReferralState.REFUSED: ("danger", "x"),
    ReferralState.INTERRUPTED: ("warning", "hand-stop"),
}


def state_text(referral: Referral, today: date) -> str:
    """Return how far it is: "in the queue, 25.11."."""
    if not referral.steps:
        return _("not sent yet")
    last = referral.steps[-1]
    return f"{enum_text(last.state)}, {short_date_text(last.happened_on, today)}"


def is_late(referral: Referral, today: date) -> bool:
    """Tell whether the answer was asked for by a day that has passed."""
    waits = referral.state in UNANSWERED and referral.answer_by is not None
    return waits and referral.answer_by is not None and referral.answer_by < today


def answer_text(referral: Referral, today: date) -> str:
    """Return by when an answer is asked for while there is none, "" else."""
    if referral.state not in UNANSWERED or referral.answer_by is None:
        return ""
    day = short_date_text(referral.answer_by, today)
    if is_late(referral, today):
        return _("no answer: asked for by {date}").format(date=day)
    return _("answer asked by {date}").format(date=day)


def state_chip(referral: Referral, today: date) -> Chip:
    """Return the state as a chip."""
    tone, icon = ("", "clock")
    if referral.state in _TONES:
        tone, icon = _TONES[referral.state]
    elif is_late(referral, today):
        tone, icon = "warning", "alert-circle"
    return Chip(state_text(referral, today), tone, icon)


def step_text(step: ReferralStep) -> str:
    """Return a step of the history: "25.11.2026 refused: the group is full"."""
    said = f"{date_text(step.happened_on)} {enum_text(step.state)}"
    return f"{said}: {step.reason}" if step.reason else said
