"""Where a case is registered, what must be stored there, and how long it is kept."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kotoutus_desktop.rules.entitlement import authority, in_scope
from kotoutus_desktop.rules.facts import Authority, Person
from kotoutus_desktop.rules.months import add_years
from kotoutus_desktop.rules.section import (
    CONTACT_CONSENT,
    JOBSEEKERS_AUTHORITY,
    MOVE,
    STORED_GUIDANCE,
    Section,
)

STORAGE_FROM = date(2027, 1, 1)  # § 102(4)
YEARS_KEPT = 4  # § 77, of the national resource; the office may decide otherwise for its own file


class Register(StrEnum):
    """The national systems: for jobseekers the employment services' own, for others Koto-AJ."""

    KOTO_AJ = "koto_aj"
    A_TMT = "a_tmt"


@dataclass(frozen=True)
class StatusChange:
    """A change of who acts: hand the case over between the registers; the plan stays valid."""

    before: Register
    after: Register
    new_authority: Authority
    section: Section = JOBSEEKERS_AUTHORITY


def register_of(person: Person) -> Register:
    """Return the register in which assessment and plan of this person are recorded.

    Somebody outside § 2(1) is no jobseeker to whom § 3(1) applies.

    Source: practice of KEHA, following 681/2023 § 3(1).
    """
    seeks = person.jobseeker is not None and in_scope(person.right_of_residence)
    return Register.A_TMT if seeks else Register.KOTO_AJ


def status_change(before: Person, after: Person, *, delegates: bool) -> StatusChange | None:
    """Return what a change of job search or of right means, None where the register stays.

    Source: 681/2023 § 3(1).
    """
    old, new = register_of(before), register_of(after)
    if old is new:
        return None
    return StatusChange(old, new, authority(after, delegates=delegates))


def must_be_stored_nationally(on: date) -> bool:
    """Tell whether assessments, plans and reviews of that day must be stored in Koto-AJ.

    Before 2027 it is voluntary.

    Source: 681/2023 § 76(1), § 102(4) (1100/2024).
    """
    return on >= STORAGE_FROM


def deletion_proposed_on(last_day: date) -> date:
    """Return the day from which deleting may be proposed, four years after `last_day`.

    `last_day` is the end of the last plan or the last contact. Nothing is deleted while
    something is pending. The Act says this of the national resource.

    Source: 681/2023 § 77.
    """
    return add_years(last_day, YEARS_KEPT)


def may_propose_deletion(last_day: date, today: date, *, pending: bool) -> bool:
    """Tell whether deleting a case may be proposed today.

    Source: 681/2023 § 77.
    """
    return not pending and today > deletion_proposed_on(last_day)


def guidance_consent_missing(*, named: bool, consent: bool) -> Section | None:
    """Return the section that asks for consent to record guidance under a name, else None.

    Source: Decree 874/2024 § 4(1).
    """
    return STORED_GUIDANCE if named and not consent else None


def contact_consent_missing(*, by_authority: bool, consent: bool) -> Section | None:
    """Return § 9(1) where another authority made contact and no consent is recorded."""
    return CONTACT_CONSENT if by_authority and not consent else None


def move_contact(*, plan_valid: bool, moves_away: bool) -> Section | None:
    """Return § 85 where the new municipality is to be contacted, with consent, else None.

    Source: 681/2023 § 85.
    """
    return MOVE if plan_valid and moves_away else None
