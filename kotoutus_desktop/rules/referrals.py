"""Referrals to services (§ 20(5)): on which ground data go with them, and how they run.

To guide a client needs no ground: the client may carry the letter. Data of the client need one
as soon as the office itself gives them to somebody.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from kotoutus_desktop.rules.editions import CURRENT
from kotoutus_desktop.rules.months import is_under
from kotoutus_desktop.rules.section import (
    ASSESSMENT_DATA,
    MOVE,
    PRODUCERS_DATA,
    REFERRAL,
    UNACCOMPANIED_DATA,
    Section,
)

POPULATION_ACT = "661/2009"
NON_DISCLOSURE = Section(POPULATION_ACT, "36")
OPENNESS_CONSENT = Section("621/1999", "26", 1)


class Receiver(StrEnum):
    """To whom a client is referred."""

    SERVICE = "service"  # a producer of services that is no school
    SCHOOL = "school"
    COUNTY = "county"
    ASSOCIATION = "association"
    MUNICIPALITY = "municipality"  # where the client moves


class Ground(StrEnum):
    """On what the giving of the client's data to the receiver rests."""

    CLIENT_ONLY = "client_only"  # nothing is given: the client has the letter
    PRODUCER = "producer"  # § 94(1)
    CONSENT = "consent"
    MOVE = "move"  # § 85, with consent
    COUNTY_TAKES_PART = "county_takes_part"  # § 86(1)
    UNACCOMPANIED = "unaccompanied"  # § 87(1)


class PlaceGround(StrEnum):
    """Why a restricted client's address, telephone number or place may be told."""

    PRODUCER = "producer"  # § 94(1) points 7-8
    AUTHORITY = "authority"  # an authority whose own task needs it


class ReferralState(StrEnum):
    """How far a referral has come."""

    SENT = "sent"
    SEEN = "seen"
    ACCEPTED = "accepted"
    WAITING = "waiting"
    STARTED = "started"
    INTERRUPTED = "interrupted"
    DONE = "done"
    REFUSED = "refused"


class ReferralFault(StrEnum):
    """What the law asks for and the referral does not have."""

    WRONG_GROUND = "wrong_ground"
    NO_PLAN = "no_plan"
    NOT_IN_PLAN = "not_in_plan"
    NO_CONSENT = "no_consent"
    COUNTY_NOT_IN = "county_not_in"
    NOT_UNACCOMPANIED = "not_unaccompanied"
    PLACE_WITHOUT_GROUND = "place_without_ground"


UNANSWERED = (ReferralState.SENT, ReferralState.SEEN)
"""States in which the receiver has not said yet whether the client is taken."""

GIVEN_FOR_REASON = (ReferralState.INTERRUPTED, ReferralState.REFUSED)
"""States that nobody understands later without their reason."""

GROUNDS = MappingProxyType(
    {
        Receiver.SERVICE: (Ground.PRODUCER, Ground.CONSENT, Ground.CLIENT_ONLY),
        Receiver.SCHOOL: (Ground.PRODUCER, Ground.CONSENT, Ground.CLIENT_ONLY),
        Receiver.COUNTY: (
            Ground.CONSENT,
            Ground.COUNTY_TAKES_PART,
            Ground.UNACCOMPANIED,
            Ground.PRODUCER,
            Ground.CLIENT_ONLY,
        ),
        Receiver.ASSOCIATION: (Ground.CONSENT, Ground.PRODUCER, Ground.CLIENT_ONLY),
        Receiver.MUNICIPALITY: (Ground.MOVE, Ground.CLIENT_ONLY),
    }
)
"""Which grounds there can be for a receiver, the likely one first."""

_SECTIONS = MappingProxyType(
    {
        Ground.CLIENT_ONLY: REFERRAL,
        Ground.PRODUCER: PRODUCERS_DATA,
        Ground.CONSENT: OPENNESS_CONSENT,
        Ground.MOVE: MOVE,
        Ground.COUNTY_TAKES_PART: ASSESSMENT_DATA,
        Ground.UNACCOMPANIED: UNACCOMPANIED_DATA,
    }
)
_NEXT = MappingProxyType(
    {
        None: (ReferralState.SENT,),
        ReferralState.SENT: (
            ReferralState.SEEN,
            ReferralState.ACCEPTED,
            ReferralState.WAITING,
            ReferralState.STARTED,
            ReferralState.REFUSED,
            ReferralState.INTERRUPTED,
        ),
        ReferralState.SEEN: (
            ReferralState.ACCEPTED,
            ReferralState.WAITING,
            ReferralState.STARTED,
            ReferralState.REFUSED,
            ReferralState.INTERRUPTED,
        ),
        ReferralState.ACCEPTED: (
            ReferralState.WAITING,
            ReferralState.STARTED,
            ReferralState.REFUSED,
            ReferralState.INTERRUPTED,
        ),
        ReferralState.WAITING: (
            ReferralState.ACCEPTED,
            ReferralState.STARTED,
            ReferralState.REFUSED,
            ReferralState.INTERRUPTED,
        ),
        ReferralState.STARTED: (ReferralState.DONE, ReferralState.INTERRUPTED),
        ReferralState.INTERRUPTED: (ReferralState.SENT, ReferralState.STARTED),
        ReferralState.REFUSED: (ReferralState.SENT,),
        ReferralState.DONE: (),
    }
)


@dataclass(frozen=True)
class ReferralFacts:
    """What the law asks about a referral on the day on which it is made.

    `plan_valid`: a plan is in force that day. `in_plan`: the service is agreed in it.
    `county_takes_part`: in the assessment or the plan. `consented_on`: the client's consent.
    `hides_place`, `non_disclosure`: of the client. `place`: the ground for telling where the
    client is, None where that is not told.
    """

    receiver: Receiver
    ground: Ground
    on: date
    plan_valid: bool = False
    in_plan: bool = False
    consented_on: date | None = None
    county_takes_part: bool = False
    came_unaccompanied: bool = False
    born: date | None = None
    hides_place: bool = False
    non_disclosure: bool = False
    place: PlaceGround | None = None


def ground_section(ground: Ground) -> Section:
    """Return the section that a ground stands in.

    Source: 681/2023 § 20(5), § 85, § 86(1), § 87(1), § 94(1); 621/1999 § 26(1).
    """
    return _SECTIONS[ground]


def referral_faults(facts: ReferralFacts) -> list[ReferralFault]:
    """Return what is missing for this ground; nothing where the referral may be made.

    Source: 681/2023 § 85, § 86(1), § 87(1), § 94(1); 621/1999 § 26(1); 661/2009 § 36.
    """
    return [*_of_ground(facts), *_of_place(facts)]


def fault_section(fault: ReferralFault, facts: ReferralFacts) -> Section:
    """Return the section that asks for what is missing."""
    if fault is ReferralFault.PLACE_WITHOUT_GROUND:
        return NON_DISCLOSURE if facts.non_disclosure else PRODUCERS_DATA
    return ground_section(facts.ground)


def tells_place(facts: ReferralFacts) -> bool:
    """Tell whether a letter may say where the client is to be reached.

    Of somebody whose place is hidden only on a ground of the law, whatever was typed.

    Source: 681/2023 § 94(1) points 7-8; 661/2009 § 36.
    """
    if facts.ground is Ground.CLIENT_ONLY:
        return False
    if not facts.hides_place:
        return True
    return facts.place is not None and not list(_of_place(facts))


def next_states(state: ReferralState | None) -> tuple[ReferralState, ...]:
    """Return what can become of a referral; `None` is one that has not been sent."""
    return _NEXT[state]


def _of_ground(facts: ReferralFacts) -> Iterator[ReferralFault]:
    if facts.ground not in GROUNDS[facts.receiver]:
        yield ReferralFault.WRONG_GROUND
    if facts.ground in (Ground.PRODUCER, Ground.MOVE) and not facts.plan_valid:
        yield ReferralFault.NO_PLAN
    elif facts.ground is Ground.PRODUCER and not facts.in_plan:
        yield ReferralFault.NOT_IN_PLAN
    if facts.ground in (Ground.CONSENT, Ground.MOVE) and not _has_consented(facts):
        yield ReferralFault.NO_CONSENT
    if facts.ground is Ground.COUNTY_TAKES_PART and not facts.county_takes_part:
        yield ReferralFault.COUNTY_NOT_IN
    if facts.ground is Ground.UNACCOMPANIED and not _is_unaccompanied(facts):
        yield ReferralFault.NOT_UNACCOMPANIED


def _has_consented(facts: ReferralFacts) -> bool:
    return facts.consented_on is not None and facts.consented_on <= facts.on


def _is_unaccompanied(facts: ReferralFacts) -> bool:
    young = facts.born is None or is_under(facts.born, CURRENT.unaccompanied_until, facts.on)
    return facts.came_unaccompanied and bool(young)


def _of_place(facts: ReferralFacts) -> Iterator[ReferralFault]:
    """Refuse a ground that does not carry: a place is told to whom the law lets know it."""
    if not facts.hides_place or facts.place is None:
        return
    by_list = facts.place is PlaceGround.PRODUCER
    if by_list and (facts.non_disclosure or facts.ground is not Ground.PRODUCER):
        yield ReferralFault.PLACE_WITHOUT_GROUND
    if not by_list and facts.receiver is Receiver.ASSOCIATION:
        yield ReferralFault.PLACE_WITHOUT_GROUND
