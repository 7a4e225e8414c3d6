"""The numbers of the law, in dated editions.

Each table is chosen by the day of the event it governs: the making of the first plan, the
start of the reimbursement, the booked time. When the law changes, add a row; earlier events
keep theirs. No row is here that is not in a promulgated statute.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeVar

from kotoutus_desktop.rules.facts import Extension, Protection
from kotoutus_desktop.rules.section import (
    ACT,
    ASSESSMENT_DECREE,
    DATA_DECREE,
    FEE,
    OLDER_ACT,
    OLDER_PLAN_MAXIMUM,
    ORIENTATION_DECREE,
    PLAN_EXTENSION,
    PLAN_MAXIMUM,
    PLAN_OBSTACLES,
    REIMBURSEMENT,
    REIMBURSEMENT_BEFORE_2025,
    Section,
)

IN_FORCE = date(2025, 1, 1)  # 681/2023 with 322/2024 and 1100/2024, and the decrees of 2024
OLDER_ACT_IN_FORCE = date(2011, 9, 1)  # 1386/2010
BEFORE = date.min  # transitional rules reach back without limit


class NoEdition(LookupError):
    """No edition of the law that is known here was in force on that day."""


class Dated(Protocol):
    """A row of a table of the law: it governs events from the day `since` on."""

    @property
    def since(self) -> date:
        """First day it governs."""


Edition = TypeVar("Edition", bound=Dated)


def edition_on(table: Sequence[Edition], day: date) -> Edition:
    """Return the row of `table` (oldest first) that governs an event of `day`.

    Raises NoEdition when the day is before the oldest row.
    """
    for edition in reversed(table):
        if edition.since <= day:
            return edition
    raise NoEdition(day)


@dataclass(frozen=True)
class PlanEdition:
    """Lengths of plans in months; chosen by the day the first plan was made (§§ 23, 102(2))."""

    since: date
    first_plan: int
    all_plans: int
    extensions: Mapping[Extension, int]
    maximum_section: Section
    extension_section: Section
    obstacle_section: Section


PLANS = (
    # § 102(2): the maximum of 1386/2010 for plans made before 2025; home care was not a
    # ground of extension in it
    PlanEdition(
        BEFORE,
        first_plan=12,
        all_plans=36,
        extensions={Extension.SPECIAL_MEASURES: 24, Extension.HOME_CARE_PART_TIME: 0},
        maximum_section=OLDER_PLAN_MAXIMUM,
        extension_section=OLDER_PLAN_MAXIMUM,
        obstacle_section=OLDER_PLAN_MAXIMUM,
    ),
    PlanEdition(
        IN_FORCE,
        first_plan=12,
        all_plans=24,
        extensions={Extension.SPECIAL_MEASURES: 24, Extension.HOME_CARE_PART_TIME: 24},
        maximum_section=PLAN_MAXIMUM,
        extension_section=PLAN_EXTENSION,
        obstacle_section=PLAN_OBSTACLES,
    ),
)


@dataclass(frozen=True)
class ReimbursementEdition:
    """Length of the imputed reimbursement in months; chosen by the day it starts (§ 61(3))."""

    since: date
    months: int
    months_of: Mapping[Protection, int]
    section: Section

    def length(self, protection: Protection) -> int:
        """Months that are paid for a person with this ground."""
        return self.months_of.get(protection, self.months)


REIMBURSEMENTS = (
    # § 102(6) names quota refugees only: their family has the three years of all others
    ReimbursementEdition(
        BEFORE,
        months=36,
        months_of={Protection.QUOTA_REFUGEE: 48},
        section=REIMBURSEMENT_BEFORE_2025,
    ),
    ReimbursementEdition(
        IN_FORCE,
        months=24,
        months_of={Protection.QUOTA_REFUGEE: 36, Protection.FAMILY_OF_QUOTA_REFUGEE: 36},
        section=REIMBURSEMENT,
    ),
)


@dataclass(frozen=True)
class FeeEdition:
    """Highest fee for an unused appointment in euros; chosen by the booked day (§ 32 a(1)).

    After `known_until` another amount may apply that was not read (§ 32 a(4)-(5)).
    """

    since: date
    known_until: date
    highest: Decimal
    section: Section


# adjusted every second year by decree of the ministry (§ 32 a(4)-(5)): add the row when published
FEES = (FeeEdition(IN_FORCE, date(2025, 12, 31), Decimal("56.70"), FEE),)


@dataclass(frozen=True)
class ActEdition:
    """Other limits of the Act, each chosen by the day of the event that it runs from.

    Months: `entitlement` from the first permit (§ 14(1), § 20(3)), `referral` from the making
    of the plan (§ 20(5)), `review` from the making or the last review (§ 22(1)), `studies` by
    the first plan (§ 31(1)). Years of age, by the day of asking: `unaccompanied_until` (§ 2(6)).
    """

    since: date
    entitlement: int
    referral: int
    review: int
    studies: int
    unaccompanied_until: int


ACTS = (
    # permits of before 2025 have the same three years: the Act counts from them
    ActEdition(BEFORE, entitlement=36, referral=1, review=6, studies=12, unaccompanied_until=23),
)
CURRENT = ACTS[-1]


def act_on(day: date) -> ActEdition:
    """Return the limits that govern an event of `day`."""
    return edition_on(ACTS, day)


# first day of the edition of each statute that is applied here
EDITION_OF_ACT: Mapping[str, date] = {
    ACT: IN_FORCE,
    OLDER_ACT: OLDER_ACT_IN_FORCE,
    ASSESSMENT_DECREE: IN_FORCE,
    DATA_DECREE: IN_FORCE,
    ORIENTATION_DECREE: IN_FORCE,
}


def cited(*sections: Section) -> str:
    """Name sections of one statute and its edition: 681/2023 § 22(1), edition 2025-01-01."""
    edition = EDITION_OF_ACT[sections[-1].act].isoformat()
    return f"{', '.join(str(section) for section in sections)}, edition {edition}"
