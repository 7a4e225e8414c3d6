"""What became of the plans of the fictional clients: referrals, training with levels, a scan."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.attachments import Scan, add_scan
from kotoutus_desktop.casework.plans import plan_in_force
from kotoutus_desktop.casework.referrals.answering import new_step, record_step
from kotoutus_desktop.casework.referrals.making import (
    Origin,
    referral_from_measure,
    store_referral,
)
from kotoutus_desktop.casework.training.periods import (
    KIND_OF_MEASURE,
    store_training,
    training_from_measure,
)
from kotoutus_desktop.demo.picture import card_picture
from kotoutus_desktop.models.attachment import AttachmentKind
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.plan import Measure, MeasureState
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.models.training import LevelOccasion, Skill, Training
from kotoutus_desktop.rules.facts import MeasureKind
from kotoutus_desktop.rules.referrals import Receiver, ReferralState

Found = tuple[Client, Measure]
Step = tuple[ReferralState, date]
_ENTRY = dict(zip(Skill, ("A1.3", "A1.3", "A1.2", "A1.2"), strict=False))
_FINAL = dict(zip(Skill, ("B1.1", "A2.2", "A2.2", "not_assessed"), strict=False))
_OTHERS = (MeasureKind.ASSOCIATION, MeasureKind.EMPLOYMENT_SERVICE)


@dataclass(frozen=True)
class Answers:
    """What a receiver answered: states with the days after the letter was sent, and a reason."""

    states: tuple[tuple[ReferralState, int], ...]
    reason: str = ""


TAKEN = Answers(((ReferralState.SEEN, 2), (ReferralState.ACCEPTED, 6)))
WAITS = Answers(((ReferralState.SEEN, 1), (ReferralState.WAITING, 4)))
REFUSED = Answers(((ReferralState.REFUSED, 5),), "Ryhmä on täynnä kevääseen asti.")
SILENT = Answers(())
OTHERS = (SILENT, REFUSED, TAKEN, WAITS)
"""What becomes of referrals that lead to no training, one after another."""


def follow(session: Session, clients: Iterable[Client], today: date) -> None:
    """Refer clients by their plans, record their training, and keep a scan of a permit."""
    shown = sorted((c for c in clients if _is_shown(c)), key=lambda client: client.number)
    measures = [found for client in shown for found in _in_force(client, today)]
    studies = [found for found in measures if found[1].kind in KIND_OF_MEASURE]
    for client, measure in studies:
        _refer(session, client, measure, TAKEN, today)
        if measure.starts_on and measure.starts_on <= today:
            _train(session, client, measure, today)
    others = _one_each(found for found in measures if _leads_elsewhere(found[1]))
    for (client, measure), answers in zip(others, OTHERS, strict=False):
        _refer(session, client, measure, answers, today)
    if shown:
        scan = Scan("lupa.png", card_picture())
        add_scan(session, shown[0].id, scan, AttachmentKind.PERMIT, "Oleskelulupakortti", today)


def _is_shown(client: Client) -> bool:
    return client.closed_on is None and not client.hides_place


def _in_force(client: Client, today: date) -> Iterator[Found]:
    plan = plan_in_force(client, today)
    for measure in plan.measures if plan else ():
        if measure.referred_on is not None and measure.referred_on <= today:
            yield client, measure


def _leads_elsewhere(measure: Measure) -> bool:
    return measure.kind in _OTHERS and measure.state is not MeasureState.DONE


def _one_each(found: Iterable[Found]) -> list[Found]:
    """Return one of each client, those who were referred longest ago first."""
    first: dict[str, Found] = {}
    for client, measure in found:
        first.setdefault(client.number, (client, measure))
    return sorted(first.values(), key=lambda each: (each[1].referred_on, each[0].number))


def _refer(
    session: Session, client: Client, measure: Measure, answers: Answers, today: date
) -> None:
    sent_on = measure.referred_on or today
    origin = Origin(client, client.officer_id, sent_on)
    referral = referral_from_measure(session, origin, measure.id)
    referral.receiver_name = referral.receiver_name or "Naapuriapu ry"
    referral.reason = "Sovittu kotoutumissuunnitelmassa."
    if referral.receiver is Receiver.ASSOCIATION:
        referral.consented_on, referral.consent_note = sent_on, "Suullisesti tapaamisessa."
    store_referral(session, client, referral, today)
    steps = [(ReferralState.SENT, sent_on)]
    steps += [(state, sent_on + timedelta(days=days)) for state, days in answers.states]
    if answers is TAKEN:
        steps += _of_measure(measure, steps[-1][1])
    for state, on in steps:
        if on <= today:
            _step(session, client, referral, (state, on), answers.reason)


def _of_measure(measure: Measure, earliest: date) -> list[Step]:
    """Return that it began and ended, as the plan says."""
    if measure.starts_on is None or measure.state is MeasureState.AGREED:
        return []
    begun = max(measure.starts_on, earliest)
    ended = max(measure.ends_on or begun, begun)
    done = [(ReferralState.DONE, ended)] if measure.state is MeasureState.DONE else []
    return [(ReferralState.STARTED, begun), *done]


def _step(
    session: Session,
    client: Client,
    referral: Referral,
    step: Step,
    reason: str = "",
) -> None:
    state, on = step
    made = new_step(referral, state, on, client.officer_id, on)
    made.reason = reason if state is ReferralState.REFUSED else ""
    record_step(session, client, referral, made)


def _train(session: Session, client: Client, measure: Measure, today: date) -> None:
    training = training_from_measure(client, measure.id, client.officer_id, today)
    training.entry_tested_on = training.starts_on
    training.hours_offered, training.hours_attended = 240, 216
    training.attendance = "Käy säännöllisesti, poissaolot sairauden vuoksi."
    levels = {(LevelOccasion.ENTRY, skill): level for skill, level in _ENTRY.items()}
    if training.ends_on is not None and training.ends_on < today:
        levels |= _ended(training, today)
    store_training(session, training, levels, today)


def _ended(training: Training, today: date) -> Mapping[tuple[LevelOccasion, Skill], str]:
    """Record the end of training: the test, the certificate and the guidance onward."""
    assert training.ends_on is not None, "only what is over has an end"
    training.tested_on = training.certificate_on = training.ends_on
    training.certificate = "Todistus koulutuksesta"
    training.onward_on = min(training.ends_on + timedelta(days=3), today)
    training.onward = "Ohjattu ammatilliseen koulutukseen valmentaviin opintoihin."
    training.hours_offered, training.hours_attended = 900, 812
    training.work_starts_on = training.starts_on + timedelta(days=60)
    training.work_ends_on = training.work_starts_on + timedelta(days=27)
    training.work_place = "Keittiöapulaisena koulun keittiössä."
    training.prior_learning_on = training.starts_on
    training.prior_learning = "Aiempi kokemus leipurina."
    return {(LevelOccasion.FINAL_TEST, skill): level for skill, level in _FINAL.items()}
