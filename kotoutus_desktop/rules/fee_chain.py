"""What must hold, one after another, before an unused appointment may cost its interpreter.

Each link of the chain is a condition of § 32 a; a fee is charged only when all of them hold.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kotoutus_desktop.rules.fee import (
    DUE_AFTER,
    FULL_AGE,
    PURPOSES,
    Appointment,
    due_earliest,
    fee_amount,
)
from kotoutus_desktop.rules.months import is_under
from kotoutus_desktop.rules.reason import Event, EventKind, Reason, Term, TermKind
from kotoutus_desktop.rules.section import FEE, FEE_CAP, FEE_DUE, Section

ADJUSTED_EVERY = 2  # years (§ 32 a(4))


class FeeLink(StrEnum):
    """The links in the order of time: booking, the day, the judgement, the amount."""

    PURPOSE = "purpose"
    OF_AGE = "of_age"
    FEE_TOLD = "fee_told"
    CANCELLING_TOLD = "cancelling_told"
    UNDERSTOOD = "understood"
    COST = "cost"
    NOT_CANCELLED = "not_cancelled"
    DID_NOT_COME = "did_not_come"
    NO_EXCUSE = "no_excuse"
    NOT_UNREASONABLE = "not_unreasonable"
    HIGHEST_KNOWN = "highest_known"


class Hold(StrEnum):
    """Whether a link holds. OPEN: something is not recorded or not judged yet."""

    HOLDS = "holds"
    BROKEN = "broken"
    OPEN = "open"


@dataclass(frozen=True)
class FeeFacts:
    """The facts of one booked time. None everywhere: not known, or not judged yet.

    `understood`: the client could understand what was told. `highest` is the highest fee of
    that day in euros, as the law has it or as the office has read it.
    """

    born: date | None
    booked_on: date
    booked_for: date
    purpose: str
    cost: Decimal | None = None
    fee_told_on: date | None = None
    cancelling_told_on: date | None = None
    understood: bool | None = None
    missed: bool = False
    cancelled_before: bool = False
    excuse_accepted: bool | None = None
    unreasonable: bool | None = None
    highest: Decimal | None = None


@dataclass(frozen=True)
class ChainLink:
    """One link. `doubtful`: it was told only after the day of booking, so look at it again."""

    link: FeeLink
    hold: Hold
    section: Section
    doubtful: bool = False


def fee_chain(facts: FeeFacts) -> tuple[ChainLink, ...]:
    """Return all links in their order.

    Source: 681/2023 § 32 a(1), (4)-(5) (322/2024, 1100/2024).
    """
    holds = {
        FeeLink.PURPOSE: _hold(facts.purpose in PURPOSES),
        FeeLink.OF_AGE: _of_age(facts),
        FeeLink.FEE_TOLD: _told(facts.fee_told_on, facts.booked_for),
        FeeLink.CANCELLING_TOLD: _told(facts.cancelling_told_on, facts.booked_for),
        FeeLink.UNDERSTOOD: _hold(facts.understood),
        FeeLink.COST: _hold(None if facts.cost is None else facts.cost > 0),
        FeeLink.NOT_CANCELLED: _hold(not facts.cancelled_before),
        FeeLink.DID_NOT_COME: _hold(facts.missed),
        FeeLink.NO_EXCUSE: _hold(_opposite(facts.excuse_accepted)),
        FeeLink.NOT_UNREASONABLE: _hold(_opposite(facts.unreasonable)),
        FeeLink.HIGHEST_KNOWN: Hold.OPEN if facts.highest is None else Hold.HOLDS,
    }
    return tuple(
        ChainLink(link, hold, _section(link), doubtful=_is_doubtful(facts, link))
        for link, hold in holds.items()
    )


def fee_gaps(facts: FeeFacts) -> tuple[FeeLink, ...]:
    """Return the links that do not hold, or are open; nothing is charged while there is one."""
    return tuple(each.link for each in fee_chain(facts) if each.hold is not Hold.HOLDS)


def fee_of(facts: FeeFacts) -> Decimal | None:
    """Return the fee in euros, None while the chain has a gap."""
    if fee_gaps(facts) or facts.born is None:
        return None
    appointment = Appointment(
        born=facts.born,
        booked_for=facts.booked_for,
        purpose=facts.purpose,
        missed=facts.missed,
        told_at_booking=True,
        interpretation_cost=facts.cost,
    )
    return fee_amount(appointment, facts.highest)


def is_understood(
    told_in: str, *, by_letter: bool, known: Collection[str], reads: Collection[str] | None
) -> bool | None:
    """Tell whether the client could understand what was told in a language, None: not known.

    A letter needs a language that the client reads; `reads` None: not recorded, and then a
    language that the client knows is taken to be read.

    Source: 681/2023 § 32 a(1): given so that the client sufficiently understands it.
    """
    if not told_in:
        return None
    return told_in in (reads if by_letter and reads is not None else known)


def why_due(booked_for: date) -> Reason:
    """Return the sum of the earliest due day: the booked time and two weeks.

    Source: 681/2023 § 32 a(2) (322/2024).
    """
    event = Event(EventKind.BOOKED_TIME, booked_for)
    terms = (Term(TermKind.PAYING, days=DUE_AFTER.days),)
    return Reason((FEE_DUE,), event=event, terms=terms, result=due_earliest(booked_for))


def cap_holds_until(since: date) -> date:
    """Return the last day of an amount that was adjusted to begin on a day.

    Source: 681/2023 § 32 a(4)-(5): every second year, from the beginning of a year.
    """
    return date(since.year + ADJUSTED_EVERY - 1, 12, 31)


def _of_age(facts: FeeFacts) -> Hold:
    if facts.born is None:
        return Hold.OPEN
    return _hold(not is_under(facts.born, FULL_AGE, facts.booked_for))


def _told(on: date | None, booked_for: date) -> Hold:
    return _hold(None if on is None else on <= booked_for)


def _hold(holds: bool | None) -> Hold:
    if holds is None:
        return Hold.OPEN
    return Hold.HOLDS if holds else Hold.BROKEN


def _opposite(judged: bool | None) -> bool | None:
    return None if judged is None else not judged


def _section(link: FeeLink) -> Section:
    return FEE_CAP if link is FeeLink.HIGHEST_KNOWN else FEE


def _is_doubtful(facts: FeeFacts, link: FeeLink) -> bool:
    days = {FeeLink.FEE_TOLD: facts.fee_told_on, FeeLink.CANCELLING_TOLD: facts.cancelling_told_on}
    told = days.get(link)
    return told is not None and facts.booked_on < told <= facts.booked_for
