"""What is handed to whom when the standing of a person changes, and what lets it be told.

The Act gives no list: each line is a duty or a right that it states, or a suggestion of the
program that says so. Where no section of this Act gives the receiver a right to the data, the
client's consent is asked.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kotoutus_desktop.rules.due import Basis
from kotoutus_desktop.rules.section import (
    DELETION,
    EMPLOYMENT_PLAN,
    GOALS_OF_JOBSEEKER,
    GOALS_OF_OTHERS,
    GUIDANCE,
    JOBSEEKERS_AUTHORITY,
    MOVE,
    ONWARD_GUIDANCE,
    ONWARD_GUIDANCE_KEPT,
    REFERRAL,
    REPRESENTATIVE_ENDS,
    REVIEW,
    REVIEW_DATA,
    RIGHT_TO_SUPPORT,
    SERVICES_GO_ON,
    STORAGE_DUTY,
    SUPPORT,
    YOUNG_PERSONS_DATA,
    Section,
)
from kotoutus_desktop.rules.status_flips import Change


class Receiver(StrEnum):
    """To whom something is handed, or with whom it is done."""

    EMPLOYMENT_AUTHORITY = "employment_authority"
    MUNICIPALITY = "municipality"
    OTHER_MUNICIPALITY = "other_municipality"
    COUNTY = "county"
    CLIENT = "client"
    OWN_OFFICE = "own_office"


class Item(StrEnum):
    """What is handed over or done."""

    CONSENT = "consent"
    CONTACT_MUNICIPALITY = "contact_municipality"
    ASSESSMENT = "assessment"
    PLAN = "plan"
    REFERRALS = "referrals"
    YOUNG_PERSONS_NEEDS = "young_persons_needs"
    REVIEW = "review"
    JOB_GOAL = "job_goal"
    GOALS_OF_OTHERS = "goals_of_others"
    REGISTER = "register"
    TELL_CLIENT = "tell_client"
    ONWARD_GUIDANCE = "onward_guidance"
    ONWARD_GUIDANCE_KEPT = "onward_guidance_kept"
    EMPLOYMENT_SERVICES = "employment_services"
    EMPLOYMENT_PLAN = "employment_plan"
    GUIDANCE_GOES_ON = "guidance_goes_on"
    REPRESENTATIVE_ENDS = "representative_ends"
    SUPPORT_GOES_ON = "support_goes_on"
    SUPPORT_ENDS = "support_ends"
    DELETION = "deletion"


class Sharing(StrEnum):
    """What lets the data be given to the receiver."""

    NOTHING_SHARED = "nothing_shared"  # nothing leaves the office, or the client's own
    DESPITE_SECRECY = "despite_secrecy"  # the receiver has a right by the section
    CONSENT_OF_ACT = "consent_of_act"  # the section itself asks for consent (§ 85)
    CONSENT = "consent"  # no section of this Act gives a right: with the client's consent


@dataclass(frozen=True)
class HandOverFacts:
    """What decides which lines a list has.

    `delegates`: the authority stays the same (§ 8). `referrals_open`: agreed services to which
    the client has not been referred. `studies`: supported studies go on beyond the maximum.
    `young`: a child or young person of § 2(6).
    """

    delegates: bool = False
    assessed: bool = False
    plan_valid: bool = False
    referrals_open: bool = False
    studies: bool = False
    young: bool = False


@dataclass(frozen=True)
class HandOverLine:
    """One line of the list: a duty, or a suggestion, with what lets the data be told."""

    item: Item
    receiver: Receiver
    section: Section
    basis: Basis = Basis.STATUTORY
    sharing: Sharing = Sharing.NOTHING_SHARED
    shared_by: Section | None = None


Lines = Iterator[HandOverLine]


def hand_over_lines(change: Change, facts: HandOverFacts) -> list[HandOverLine]:
    """Return the list for a change of standing, in the order in which it is worked through.

    Source: 681/2023 § 3(1), § 10(1), § 14(7), § 18, § 20(5), § 22(1), § 23(6), § 31(3), § 34,
    § 38(5), § 73(1) point 7, § 76(1), § 77, § 85, § 86(3)-(4).
    """
    return list(_LISTS[change](facts))


def _became_jobseeker(facts: HandOverFacts) -> Lines:
    yield from _papers(Receiver.EMPLOYMENT_AUTHORITY, facts)
    if facts.plan_valid:
        yield HandOverLine(Item.REVIEW, Receiver.EMPLOYMENT_AUTHORITY, REVIEW)
        yield HandOverLine(Item.JOB_GOAL, Receiver.EMPLOYMENT_AUTHORITY, GOALS_OF_JOBSEEKER)
    yield from _register_and_client()


def _stopped_being_jobseeker(facts: HandOverFacts) -> Lines:
    yield from _papers(Receiver.MUNICIPALITY, facts)
    if facts.plan_valid:
        yield HandOverLine(Item.REVIEW, Receiver.MUNICIPALITY, REVIEW)
        yield HandOverLine(Item.GOALS_OF_OTHERS, Receiver.MUNICIPALITY, GOALS_OF_OTHERS)
    yield from _register_and_client()


def _papers(receiver: Receiver, facts: HandOverFacts) -> Lines:
    """What the new authority needs; nothing changes hands where it stays the same (§ 8).

    The Act says who is responsible, not that papers are sent: that is a suggestion.
    """
    if facts.delegates:
        return
    reviewed = facts.plan_valid
    sharing = Sharing.DESPITE_SECRECY if reviewed else Sharing.CONSENT
    shared_by = REVIEW_DATA if reviewed else None
    items = [Item.ASSESSMENT] if facts.assessed else []
    items += [Item.PLAN] if facts.plan_valid else []
    for item in items:
        yield HandOverLine(
            item, receiver, JOBSEEKERS_AUTHORITY, Basis.SUGGESTION, sharing, shared_by
        )
    if facts.plan_valid and facts.referrals_open:
        yield HandOverLine(Item.REFERRALS, receiver, REFERRAL, sharing=sharing, shared_by=shared_by)


def _register_and_client() -> Lines:
    yield HandOverLine(Item.REGISTER, Receiver.OWN_OFFICE, STORAGE_DUTY, Basis.SUGGESTION)
    yield HandOverLine(Item.TELL_CLIENT, Receiver.CLIENT, JOBSEEKERS_AUTHORITY, Basis.SUGGESTION)


def _moved(facts: HandOverFacts) -> Lines:
    new, right = Receiver.OTHER_MUNICIPALITY, Sharing.DESPITE_SECRECY
    asked = Sharing.CONSENT_OF_ACT
    yield HandOverLine(Item.CONSENT, Receiver.CLIENT, MOVE)
    yield HandOverLine(Item.CONTACT_MUNICIPALITY, new, MOVE, sharing=asked, shared_by=MOVE)
    yield HandOverLine(
        Item.PLAN, new, REVIEW_DATA, Basis.SUGGESTION, sharing=right, shared_by=REVIEW_DATA
    )
    if facts.young:
        yield HandOverLine(
            Item.YOUNG_PERSONS_NEEDS,
            new,
            YOUNG_PERSONS_DATA,
            Basis.SUGGESTION,
            sharing=right,
            shared_by=YOUNG_PERSONS_DATA,
        )


def _case_closed(facts: HandOverFacts) -> Lines:
    if facts.assessed:
        yield HandOverLine(Item.ONWARD_GUIDANCE, Receiver.CLIENT, ONWARD_GUIDANCE)
    yield _guidance_goes_on()
    yield HandOverLine(Item.DELETION, Receiver.OWN_OFFICE, DELETION, Basis.SUGGESTION)


def _three_years_over(facts: HandOverFacts) -> Lines:
    if facts.assessed:
        yield HandOverLine(Item.ONWARD_GUIDANCE, Receiver.CLIENT, ONWARD_GUIDANCE)
    yield _guidance_goes_on()


def _plan_ended(facts: HandOverFacts) -> Lines:
    yield HandOverLine(
        Item.ONWARD_GUIDANCE_KEPT, Receiver.OWN_OFFICE, ONWARD_GUIDANCE_KEPT, Basis.SUGGESTION
    )
    services = Receiver.EMPLOYMENT_AUTHORITY
    if facts.studies:
        yield HandOverLine(Item.EMPLOYMENT_PLAN, services, EMPLOYMENT_PLAN)
    yield HandOverLine(Item.EMPLOYMENT_SERVICES, services, SERVICES_GO_ON, sharing=Sharing.CONSENT)
    yield _guidance_goes_on()


def _guidance_goes_on() -> HandOverLine:
    return HandOverLine(Item.GUIDANCE_GOES_ON, Receiver.CLIENT, GUIDANCE)


def _turned_18(facts: HandOverFacts) -> Lines:
    """When the representative's task ends is in another Act, to which § 38(5) refers."""
    yield HandOverLine(
        Item.REPRESENTATIVE_ENDS, Receiver.CLIENT, REPRESENTATIVE_ENDS, Basis.SUGGESTION
    )
    right = facts.plan_valid  # § 86(3) is for the tasks of §§ 20 and 22
    yield HandOverLine(
        Item.SUPPORT_GOES_ON,
        Receiver.COUNTY,
        SUPPORT,
        sharing=Sharing.DESPITE_SECRECY if right else Sharing.CONSENT,
        shared_by=YOUNG_PERSONS_DATA if right else None,
    )


def _turned_23(_facts: HandOverFacts) -> Lines:
    yield HandOverLine(Item.SUPPORT_ENDS, Receiver.COUNTY, RIGHT_TO_SUPPORT)
    yield _guidance_goes_on()


_LISTS: MappingProxyType[Change, Callable[[HandOverFacts], Lines]] = MappingProxyType(
    {
        Change.BECAME_JOBSEEKER: _became_jobseeker,
        Change.STOPPED_BEING_JOBSEEKER: _stopped_being_jobseeker,
        Change.MOVED: _moved,
        Change.CASE_CLOSED: _case_closed,
        Change.THREE_YEARS_OVER: _three_years_over,
        Change.PLAN_ENDED: _plan_ended,
        Change.TURNED_18: _turned_18,
        Change.TURNED_23: _turned_23,
    }
)
