"""Writing a referral: from a measure of the plan, a service of the catalogue, or free.

The ground on which the client's data go with it is asked before it is stored. Without it the
referral is refused, unless the counsellor says why it is made all the same; that reason stays
with it. No reason opens the place of a restricted client.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from kotoutus_desktop.casework.plans import plan_in_force
from kotoutus_desktop.casework.services.choosing import wording_of
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.plan import Measure
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.models.service import Organiser, Service
from kotoutus_desktop.rules.facts import MeasureKind
from kotoutus_desktop.rules.referrals import (
    GROUNDS,
    Receiver,
    ReferralFacts,
    ReferralFault,
    referral_faults,
)

ANSWER_IN = timedelta(days=14)  # a suggestion: the Act sets no day for an answer
LONGEST_TEXT = 2000
SHORTEST_REASON = 5  # letters
TRAININGS = frozenset(
    {
        MeasureKind.INTEGRATION_TRAINING,
        MeasureKind.LITERACY_TRAINING,
        MeasureKind.BASIC_EDUCATION,
        MeasureKind.LANGUAGE_STUDIES,
        MeasureKind.SELF_MOTIVATED_STUDIES,
        MeasureKind.OTHER_TRAINING,
        MeasureKind.CIVIC_ORIENTATION,
    }
)
_RECEIVERS = MappingProxyType(
    {
        Organiser.COUNTY: Receiver.COUNTY,
        Organiser.ASSOCIATION: Receiver.ASSOCIATION,
    }
)
FAULTS = MappingProxyType(
    {
        ReferralFault.WRONG_GROUND: N_("This ground does not carry for this receiver."),
        ReferralFault.NO_PLAN: N_("No integration plan is in force on this day."),
        ReferralFault.NOT_IN_PLAN: N_(
            "The service is not agreed in the plan: section 94 gives data only to the producer to "
            "whom the client is guided by the plan."
        ),
        ReferralFault.NO_CONSENT: N_("Write the day on which the client consented."),
        ReferralFault.COUNTY_NOT_IN: N_(
            "The county takes part neither in the assessment nor in the plan."
        ),
        ReferralFault.NOT_UNACCOMPANIED: N_(
            "Section 87 is for a child or young person who came without a guardian."
        ),
        ReferralFault.PLACE_WITHOUT_GROUND: N_(
            "The place of this client may not be told to this receiver on this ground."
        ),
    }
)
"""What the counsellor is told of a fault."""

_FIELDS = MappingProxyType(
    {
        ReferralFault.NO_CONSENT: "consented_on",
        ReferralFault.PLACE_WITHOUT_GROUND: "place_ground",
    }
)
_NEVER = (ReferralFault.WRONG_GROUND, ReferralFault.PLACE_WITHOUT_GROUND)
"""Faults that no reason of the counsellor's outweighs."""


@dataclass(frozen=True)
class Origin:
    """Who refers whom on which day."""

    client: Client
    officer_id: UUID | None
    on: date


def referrals_of(session: Session, client_id: UUID) -> list[Referral]:
    """Return a client's referrals with their steps, the latest first."""
    query = select(Referral).where(Referral.client_id == client_id)
    found = session.scalars(query.options(selectinload(Referral.steps)))
    return sorted(found, key=lambda each: (each.made_on, each.id), reverse=True)


def get_referral(session: Session, referral_id: UUID) -> Referral:
    """Return a referral with its steps."""
    query = select(Referral).where(Referral.id == referral_id)
    return session.scalars(query.options(selectinload(Referral.steps))).one()


def empty_referral(origin: Origin, receiver: Receiver = Receiver.SERVICE) -> Referral:
    """Return a referral of which only the day and the usual ground are known; not stored."""
    return Referral(
        client_id=origin.client.id,
        officer_id=origin.officer_id,
        receiver=receiver,
        ground=GROUNDS[receiver][0],
        made_on=origin.on,
        answer_by=origin.on + ANSWER_IN,
    )


def referral_from_measure(session: Session, origin: Origin, measure_id: UUID) -> Referral:
    """Return a referral to a service that was agreed in a plan; not stored."""
    measure = next(
        measure
        for plan in reversed(origin.client.plans)
        for measure in plan.measures
        if measure.id == measure_id
    )
    service = session.get(Service, measure.service_id) if measure.service_id else None
    referral = empty_referral(origin, _receiver_of(measure.kind, service))
    referral.measure_id, referral.service_id = measure.id, measure.service_id
    referral.what, referral.receiver_name = measure.what, measure.provider
    referral.wanted_from = measure.starts_on
    if service is not None:
        _fill(referral, service)
    return referral


def choose_service(session: Session, referral: Referral, service: Service) -> None:
    """Write what the catalogue knows of a service into a referral."""
    referral.service_id = service.id
    referral.receiver = _receiver_of(service.kind, service)
    referral.what = wording_of(session, service)
    _fill(referral, service)


def facts_of(client: Client, referral: Referral, on: date) -> ReferralFacts:
    """Return what the rules ask about a referral; the client must be loaded whole."""
    plan = plan_in_force(client, on)
    assessment = client.assessments[-1] if client.assessments else None
    county = plan is not None and plan.county_joined
    return ReferralFacts(
        receiver=referral.receiver,
        ground=referral.ground,
        on=on,
        plan_valid=plan is not None,
        in_plan=plan is not None and any(_is_of(m, referral) for m in plan.measures),
        consented_on=referral.consented_on,
        county_takes_part=county or (assessment is not None and assessment.county_joined),
        came_unaccompanied=client.came_unaccompanied,
        born=client.born,
        hides_place=client.hides_place,
        non_disclosure=client.non_disclosure,
        place=referral.place_ground,
    )


def store_referral(session: Session, client: Client, referral: Referral, today: date) -> None:
    """Store a referral, new or changed.

    Raises InvalidInput, naming the field, when something cannot be right or the law asks for a
    ground or a consent that is not there and no reason says why it is made all the same.
    """
    for fault in faults_of(referral, today):
        raise fault
    service = session.get(Service, referral.service_id) if referral.service_id else None
    if not referral.steps and service is not None and not service.is_offered(referral.made_on):
        raise InvalidInput(
            "receiver_name", N_("This service is not offered on this day any more, or not yet.")
        )
    require_ground(client, referral, referral.made_on)
    session.add(referral)
    session.flush()


def faults_of(referral: Referral, today: date) -> Iterator[InvalidInput]:
    """Yield what cannot be right about a referral, whatever its ground."""
    if not referral.receiver_name.strip():
        yield InvalidInput("receiver_name", N_("Write who gets the referral."))
    if referral.what.is_empty:
        yield InvalidInput("what", N_("Write which service the client is referred to."))
    if referral.made_on > today:
        yield InvalidInput("made_on", N_("This day has not come yet."))
    if referral.consented_on is not None and referral.consented_on > today:
        yield InvalidInput("consented_on", N_("This day has not come yet."))
    if referral.answer_by is not None and referral.answer_by < referral.made_on:
        yield InvalidInput("answer_by", N_("The answer would be due before the referral is made."))
    for name in ("reason", "receiver_contact", "other_needed", "override_reason"):
        if len(getattr(referral, name)) > LONGEST_TEXT:
            yield InvalidInput(name, N_("Write at most {most} characters."), most=LONGEST_TEXT)


def require_ground(client: Client, referral: Referral, on: date) -> None:
    """Raise InvalidInput where the law asks for more; forget a reason that is not needed."""
    faults = referral_faults(facts_of(client, referral, on))
    written = len(referral.override_reason.strip()) >= SHORTEST_REASON
    for fault in faults:
        if fault in _NEVER or not written:
            raise InvalidInput(_FIELDS.get(fault, "ground"), FAULTS[fault])
    if not faults:
        referral.override_reason = ""


def _fill(referral: Referral, service: Service) -> None:
    reach = (service.contact, service.phone, service.email)
    referral.receiver_name = service.organiser_name or referral.receiver_name
    referral.receiver_contact = ", ".join(part for part in reach if part)


def _receiver_of(kind: MeasureKind, service: Service | None) -> Receiver:
    if service is not None and service.organiser in _RECEIVERS:
        return _RECEIVERS[service.organiser]
    if kind is MeasureKind.ASSOCIATION:
        return Receiver.ASSOCIATION
    return Receiver.SCHOOL if kind in TRAININGS else Receiver.SERVICE


def _is_of(measure: Measure, referral: Referral) -> bool:
    if referral.measure_id is not None:
        return referral.measure_id in (measure.id, measure.carried_from)
    return referral.service_id is not None and measure.service_id == referral.service_id
