"""Hours and costs of interpreters in a period, by month, language or agency.

What each number counts is written once, in `documents/interpreter_sheet.py`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.models.appointment import Appointment, AppointmentState


class Grouping(StrEnum):
    """By what the numbers are grouped."""

    MONTH = "month"
    LANGUAGE = "language"
    AGENCY = "agency"


@dataclass(frozen=True)
class InterpreterLine:
    """Numbers of one month ("2026-11"), language (our code) or agency.

    `used` are times to which the client came, `unused` those to which nobody came or that were
    cancelled and still cost. Minutes are those that are paid; `cost` is whole cents of the
    times whose cost is known, `unknown` is how many have none.
    """

    key: str
    used: int = 0
    unused: int = 0
    minutes: int = 0
    cost: int = 0
    unknown: int = 0

    @property
    def times(self) -> int:
        """How many times there were."""
        return self.used + self.unused


@dataclass(frozen=True)
class InterpreterReport:
    """Lines by each grouping, the sum of all, and how many past times have no mark yet."""

    lines: dict[Grouping, list[InterpreterLine]]
    whole: InterpreterLine
    unmarked: int


def interpreter_report(session: Session, first: date, last: date, today: date) -> InterpreterReport:
    """Return the report of the days from `first` to `last`."""
    booked = session.scalars(
        select(Appointment).where(
            Appointment.held_on >= first,
            Appointment.held_on <= last,
            Appointment.interpreter_kind.is_not(None),
        )
    ).all()
    counted = [each for each in booked if _counts(each)]
    unmarked = sum(
        each.state is AppointmentState.BOOKED and each.held_on < today for each in booked
    )
    lines = {grouping: _lines(counted, key) for grouping, key in _KEYS.items()}
    return InterpreterReport(lines, _line("", counted), unmarked)


def _counts(time: Appointment) -> bool:
    if time.state is AppointmentState.CANCELLED:
        return bool(time.interpreter_cost)
    return time.state is not AppointmentState.BOOKED


def _lines(
    times: Iterable[Appointment], key: Callable[[Appointment], str]
) -> list[InterpreterLine]:
    groups: dict[str, list[Appointment]] = defaultdict(list)
    for each in times:
        groups[key(each)].append(each)
    return [_line(name, groups[name]) for name in sorted(groups)]


def _line(key: str, times: Iterable[Appointment]) -> InterpreterLine:
    counted = list(times)
    used = sum(each.state is AppointmentState.CAME for each in counted)
    costs = [each.interpreter_cost for each in counted]
    return InterpreterLine(
        key,
        used=used,
        unused=len(counted) - used,
        minutes=sum(each.interpreter_minutes or each.minutes for each in counted),
        cost=sum(cost for cost in costs if cost is not None),
        unknown=costs.count(None),
    )


def _month(time: Appointment) -> str:
    return f"{time.held_on:%Y-%m}"


def _agency(time: Appointment) -> str:
    return " ".join(time.interpreter_agency.split())


_KEYS: dict[Grouping, Callable[[Appointment], str]] = {
    Grouping.MONTH: _month,
    Grouping.LANGUAGE: lambda time: time.interpreter_language,
    Grouping.AGENCY: _agency,
}
