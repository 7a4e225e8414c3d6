"""What becomes of a referral: sent, answered, begun, ended; each with its day and reason."""

from datetime import date
from types import MappingProxyType
from uuid import UUID

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.referrals.making import SHORTEST_REASON, require_ground
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.plan import Measure, MeasureState
from kotoutus_desktop.models.referral import Referral, ReferralStep
from kotoutus_desktop.rules.referrals import GIVEN_FOR_REASON, ReferralState, next_states

_OF_MEASURE = MappingProxyType(
    {
        ReferralState.STARTED: MeasureState.STARTED,
        ReferralState.INTERRUPTED: MeasureState.INTERRUPTED,
        ReferralState.DONE: MeasureState.DONE,
    }
)


def record_step(session: Session, client: Client, referral: Referral, step: ReferralStep) -> None:
    """Add what happened to a referral; its measure in the plan follows.

    Sending asks for the ground once more, as of that day. Raises InvalidInput, naming the field
    of the step, for what cannot follow, for a day that cannot be, and without a needed reason.
    """
    _require_order(referral, step)
    if step.state is ReferralState.SENT:
        require_ground(client, referral, step.happened_on)
    referral.steps.append(step)
    session.add(referral)
    session.flush()
    measure = session.get(Measure, referral.measure_id) if referral.measure_id else None
    if measure is None:
        return
    if step.state is ReferralState.SENT and measure.referred_on is None:
        measure.referred_on = step.happened_on
    measure.state = _OF_MEASURE.get(step.state, measure.state)


def new_step(
    referral: Referral, state: ReferralState, on: date, officer_id: UUID | None, today: date
) -> ReferralStep:
    """Return a step that is not recorded yet; its reason is still to be written."""
    return ReferralStep(
        client_id=referral.client_id,
        state=state,
        happened_on=on,
        recorded_on=today,
        officer_id=officer_id,
    )


def _require_order(referral: Referral, step: ReferralStep) -> None:
    if step.state not in next_states(referral.state):
        raise InvalidInput("state", N_("This cannot follow on how the referral stands now."))
    if step.happened_on > step.recorded_on:
        raise InvalidInput("happened_on", N_("This day has not come yet."))
    before = referral.steps[-1].happened_on if referral.steps else referral.made_on
    if step.happened_on < before:
        raise InvalidInput(
            "happened_on", N_("This is before what happened last. Check the two days.")
        )
    short = len(step.reason.strip()) < SHORTEST_REASON
    if step.state in GIVEN_FOR_REASON and short:
        raise InvalidInput("reason", N_("Write in a few words why."))
