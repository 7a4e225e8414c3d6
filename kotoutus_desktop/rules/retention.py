"""How long a case is kept after the client relationship ended, and what holds its erasure up.

The Act orders the erasure of what lies in the national resource. How long the local copy is
kept the municipality decides (906/2019 § 21, 831/1994 § 8); the same time is the default here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kotoutus_desktop.rules.months import add_years

USUAL_YEARS = 4  # § 77
SHORTEST_YEARS, LONGEST_YEARS = 1, 50
RECOVERY_YEARS = 5  # § 71


class HoldKind(StrEnum):
    """Why a case is kept although its time has passed: a matter that is pending.

    NOT_ENTERED is found by the program, and nobody records it: what the Act orders to be stored
    in the national resource has not been entered there.
    """

    FEE = "fee"  # § 32 a
    APPEAL = "appeal"
    REIMBURSEMENT = "reimbursement"  # §§ 70-71
    NOT_ENTERED = "not_entered"  # § 76(1)


class Standing(StrEnum):
    """Whether a case may be erased."""

    OPEN = "open"  # the client relationship goes on
    KEPT = "kept"  # its time has not passed yet
    HELD = "held"  # its time has passed, and a matter is pending
    DUE = "due"


@dataclass(frozen=True)
class Hold:
    """A pending matter with its reason. `until` is its last day, None while none is known."""

    kind: HoldKind
    reason: str
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether the matter is pending on a day."""
        return self.until is None or day <= self.until


@dataclass(frozen=True)
class Verdict:
    """Whether a case may be erased, from which day, and what holds it up now.

    `erase_from` is None while the client relationship goes on, and while a matter without a
    known end is pending.
    """

    standing: Standing
    erase_from: date | None
    holds: tuple[Hold, ...] = ()


def kept_until(closed_on: date, years: int = USUAL_YEARS) -> date:
    """Return the last day of a case whose client relationship ended on a day.

    Source: 681/2023 § 77; section 3 of Act 150/1930.
    """
    return add_years(closed_on, years)


def retention(closed_on: date | None, holds: Sequence[Hold], years: int, today: date) -> Verdict:
    """Return whether a case may be erased today.

    A hold counts for a case of any age: it may last longer than the time for which the case
    would be kept anyhow.

    Source: 681/2023 § 77.
    """
    if closed_on is None:
        return Verdict(Standing.OPEN, None)
    pending = tuple(hold for hold in holds if hold.holds_on(today))
    last = kept_until(closed_on, years)
    ends = [hold.until for hold in pending]
    erase_from = None
    if None not in ends:
        erase_from = max([last, *(end for end in ends if end)]) + timedelta(days=1)
    if today <= last:
        return Verdict(Standing.KEPT, erase_from, pending)
    return Verdict(Standing.HELD if pending else Standing.DUE, erase_from, pending)


def usual_end(kind: HoldKind, closed_on: date) -> date | None:
    """Return the day that a hold is usually kept until; None where no statute says.

    What the State paid may be recovered for five years. They are counted from the end of the
    client relationship here, as the day of the last payment is not known: to be corrected.

    Source: 681/2023 § 71.
    """
    return add_years(closed_on, RECOVERY_YEARS) if kind is HoldKind.REIMBURSEMENT else None
