"""When the seventy hours of civic orientation will be full, and who falls behind on a course."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kotoutus_desktop.rules.orientation import Topic

USUAL_BEHIND_PERCENT = 80
"""What the office's own limit is until it sets one. No law says how much may be missed."""


@dataclass(frozen=True)
class Ahead:
    """A planned meeting that a client is to come to."""

    held_on: date
    minutes: int
    topics: frozenset[Topic] = frozenset()


@dataclass(frozen=True)
class Forecast:
    """What planned meetings will bring to someone who comes to all of them.

    `finishing_day` is the day of the meeting with which everything is full, None where the
    planned meetings do not suffice; `minutes_short` and `topics_short` are what then lacks.
    """

    finishing_day: date | None
    minutes_short: int = 0
    topics_short: frozenset[Topic] = frozenset()


def forecast(minutes: int, topics: frozenset[Topic], ahead: Iterable[Ahead]) -> Forecast:
    """Return when what is still needed will have been had; `minutes` and `topics` are missing.

    With nothing missing there is no finishing day to wait for, and nothing short.

    Source: Decree 576/2024 §§ 1(1), 2(1); 681/2023 § 25(2).
    """
    day: date | None = None
    for meeting in sorted(ahead, key=lambda each: each.held_on):
        if minutes <= 0 and not topics:
            break
        helps = meeting.minutes > 0 and (minutes > 0 or bool(topics & meeting.topics))
        minutes, topics = max(0, minutes - meeting.minutes), topics - meeting.topics
        day = meeting.held_on if helps else day
    full = minutes <= 0 and not topics
    return Forecast(day if full else None, max(0, minutes), topics)


def attended_percent(attended: int, held: int) -> int | None:
    """Return how much of the minutes held someone was there, in whole per cent, rounded down.

    None before anything was held.
    """
    return attended * 100 // held if held else None


def falls_behind(attended: int, held: int, limit: int) -> bool:
    """Tell whether someone was at less than `limit` per cent of the minutes held so far.

    The limit is the office's own: an aim for its work, never the Act's.
    """
    return held > 0 and attended * 100 < limit * held
