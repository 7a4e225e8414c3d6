"""Which copies are kept: the nearer the time, the more of them.

All of the last day, one a day for a week, one a week for a month, one a month for a year.
Time is counted back from the newest copy, or from now where a copy claims to be of the future:
a clock that was set wrong must not empty the shelf.
"""

from collections.abc import Hashable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Protocol, TypeVar

ALL_FOR = timedelta(days=1)
DAILY_FOR = timedelta(days=7)
WEEKLY_FOR = timedelta(days=31)
MONTHLY_FOR = timedelta(days=366)
KEPT_ANYWAY = 5
"""This many of the newest proven copies stay however old they are."""


class Kept(Protocol):
    """What thinning has to know of a copy. `is_safety`: made before the whole file changed."""

    @property
    def made_at(self) -> datetime:
        """When it was made."""

    @property
    def is_proven(self) -> bool:
        """Whether it was restored and checked."""

    @property
    def is_safety(self) -> bool:
        """Whether it was made before an update, an import, a merge, a purge or a restoring."""


AnyCopy = TypeVar("AnyCopy", bound=Kept)


def to_remove(copies: Sequence[AnyCopy], now: datetime) -> list[AnyCopy]:
    """Return the copies that need not be kept. The newest proven one is never among them.

    In each period the newest proven copy stays; where none is proven, the newest.
    """
    if not copies:
        return []
    newest = min(now, max(copy.made_at for copy in copies))
    chosen: dict[Hashable, AnyCopy] = {}
    for copy in copies:
        period = period_of(copy, newest)
        if period is not None:
            best = chosen.get(period)
            chosen[period] = copy if best is None or _rank(copy) > _rank(best) else best
    kept = {id(copy) for copy in (*chosen.values(), *_newest_proven(copies))}
    return [copy for copy in copies if id(copy) not in kept]


def period_of(copy: Kept, newest: datetime) -> Hashable:
    """Return the period in which one copy is kept; None for what is too old."""
    age = newest - copy.made_at
    day = copy.made_at.astimezone(UTC).date()
    if age <= ALL_FOR or (copy.is_safety and age <= WEEKLY_FOR):
        return ("each", id(copy))
    if age <= DAILY_FOR:
        return ("day", day)
    if age <= WEEKLY_FOR:
        return ("week", *day.isocalendar()[:2])
    if age <= MONTHLY_FOR:
        return ("month", day.year, day.month)
    return None


def _rank(copy: Kept) -> tuple[bool, datetime]:
    return copy.is_proven, copy.made_at


def _newest_proven(copies: Iterable[AnyCopy]) -> list[AnyCopy]:
    proven = [copy for copy in copies if copy.is_proven]
    return sorted(proven, key=_rank, reverse=True)[:KEPT_ANYWAY]
