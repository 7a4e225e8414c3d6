"""How the hours of civic orientation are divided among its topics."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kotoutus_desktop.rules.orientation import Meeting, SelfStudy, Topic


@dataclass(frozen=True)
class TopicHours:
    """Minutes of teaching and of self-study about a topic, None for what names no topic."""

    topic: Topic | None
    teaching: int
    self_study: int


def hours_by_topic(
    meetings: Iterable[Meeting], studies: Iterable[SelfStudy]
) -> tuple[TopicHours, ...]:
    """Return the minutes of each topic that was dealt with; together they are all that count.

    The law divides nothing: the minutes of a meeting are shared evenly by its topics, and the
    paper says so.
    """
    teaching, alone = _sums(meetings), _sums(studies)
    order = (*Topic, None)
    return tuple(
        TopicHours(topic, teaching[topic], alone[topic])
        for topic in order
        if teaching[topic] or alone[topic]
    )


def _sums(parts: Iterable[Meeting | SelfStudy]) -> dict[Topic | None, int]:
    sums: dict[Topic | None, int] = defaultdict(int)
    for part in parts:
        for topic, minutes in _shares(part):
            sums[topic] += minutes
    return sums


def _shares(part: Meeting | SelfStudy) -> Iterator[tuple[Topic | None, int]]:
    """Share minutes evenly; the minutes that are left over go to the first topics."""
    topics: list[Topic | None] = [topic for topic in Topic if topic in part.topics] or [None]
    each, over = divmod(part.minutes, len(topics))
    for place, topic in enumerate(topics):
        yield topic, each + (place < over)
