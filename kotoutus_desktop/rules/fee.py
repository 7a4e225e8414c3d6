"""The fee for an unused appointment."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from kotoutus_desktop.rules.editions import FEES, edition_on
from kotoutus_desktop.rules.months import is_under

PURPOSES = ("guidance", "assessment", "plan", "review")  # §§ 10, 14, 20, 22 in § 32 a(1)
FULL_AGE = 18  # § 32 a(1)
DUE_AFTER = timedelta(weeks=2)  # § 32 a(2)
CENT = Decimal("0.01")


class FeeRefusal(StrEnum):
    """Why no fee may be charged."""

    UNDER_18 = "under_18"
    PURPOSE = "purpose"
    NOT_MISSED = "not_missed"
    CANCELLED_BEFORE = "cancelled_before"
    ACCEPTABLE_REASON = "acceptable_reason"
    NOT_TOLD = "not_told"
    UNREASONABLE = "unreasonable"
    NO_INTERPRETATION_COST = "no_interpretation_cost"


@dataclass(frozen=True)
class Appointment:
    """A booked time. `told_at_booking`: of the fee and of how to cancel, in an understood way.

    `purpose` is one of PURPOSES, or anything else; `interpretation_cost` is in euros, None
    where no interpreter was booked.
    """

    born: date
    booked_for: date
    purpose: str
    missed: bool = False
    cancelled_before: bool = False
    acceptable_reason: bool = False
    told_at_booking: bool = False
    unreasonable: bool = False
    interpretation_cost: Decimal | None = None


def fee_refusals(appointment: Appointment) -> tuple[FeeRefusal, ...]:
    """Return every reason why no fee may be charged, sorted; empty when it may.

    Source: 681/2023 § 32 a(1) (322/2024, 1100/2024).
    """
    cost = appointment.interpretation_cost
    reasons = {
        FeeRefusal.UNDER_18: is_under(appointment.born, FULL_AGE, appointment.booked_for),
        FeeRefusal.PURPOSE: appointment.purpose not in PURPOSES,
        FeeRefusal.NOT_MISSED: not appointment.missed,
        FeeRefusal.CANCELLED_BEFORE: appointment.cancelled_before,
        FeeRefusal.ACCEPTABLE_REASON: appointment.acceptable_reason,
        FeeRefusal.NOT_TOLD: not appointment.told_at_booking,
        FeeRefusal.UNREASONABLE: appointment.unreasonable,
        FeeRefusal.NO_INTERPRETATION_COST: cost is None or cost <= 0,
    }
    return tuple(sorted(reason for reason, holds in reasons.items() if holds))


def fee_amount(appointment: Appointment, cap: Decimal | None = None) -> Decimal | None:
    """Return the highest amount that may be charged, in euros and cents; None when none may.

    The cost of interpretation, at most `cap`: what the office has read in the ministry's
    decree, or else the newest amount that is known here (`is_cap_known` tells whether it is
    that of the booked day). Raises NoEdition before 2025.

    Source: 681/2023 § 32 a(1), (4)-(5).
    """
    cost = appointment.interpretation_cost
    if fee_refusals(appointment) or cost is None:
        return None
    highest = cap if cap is not None else edition_on(FEES, appointment.booked_for).highest
    return min(cost, highest).quantize(CENT, ROUND_HALF_UP)


def is_cap_known(booked_for: date) -> bool:
    """Tell whether the highest fee of that day is known here.

    It is adjusted every second year by a decree of the ministry; where no amount of that year
    was read, the office must enter it. Raises NoEdition before 2025.

    Source: 681/2023 § 32 a(4)-(5) (322/2024).
    """
    return booked_for <= edition_on(FEES, booked_for).known_until


def due_earliest(booked_for: date) -> date:
    """Return the earliest due day: two weeks after the booked time.

    Source: 681/2023 § 32 a(2) (322/2024).
    """
    return booked_for + DUE_AFTER
