"""What a time line shows: plain dates and words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LaneKind(StrEnum):
    """What a lane is about."""

    RESIDENCE = "residence"
    ENTITLEMENT = "entitlement"
    OLDER_PLAN = "older_plan"
    PLAN = "plan"
    OBSTACLE = "obstacle"
    MAXIMUM = "maximum"


class Look(StrEnum):
    """How a bar is drawn."""

    FILLED = "filled"
    DASHED = "dashed"  # a draft, or room that is left
    HATCHED = "hatched"  # a time in which nothing could be done
    LIGHT = "light"  # what an extension adds


@dataclass(frozen=True)
class Mark:
    """A day on a bar: a review. `done`: it was held; otherwise it is planned."""

    day: date
    done: bool = True


@dataclass(frozen=True)
class Span:
    """A length of time. `spoken` says all of it; `key` names what it opens, "" for nothing."""

    first: date
    last: date
    text: str
    look: Look = Look.FILLED
    spoken: str = ""
    key: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Lane:
    """A line of spans under one name."""

    label: str
    kind: LaneKind
    spans: tuple[Span, ...]

    def sentence(self, span: Span) -> str:
        """Return what is spoken of a span of this lane."""
        said = span.spoken or f"{span.text}, {_dotted(span.first)}–{_dotted(span.last)}"
        return f"{self.label}: {said}"


@dataclass(frozen=True)
class Flag:
    """A limit: what happens that day, and its section or distance in the second line."""

    day: date
    text: str
    note: str = ""
    overdue: bool = False


@dataclass(frozen=True)
class TimelineData:
    """Everything on one time line. Flags stand in the order of their days."""

    today: date
    lanes: tuple[Lane, ...]
    flags: tuple[Flag, ...]
    flags_label: str

    def range(self) -> tuple[date, date]:
        """Return the first and last day: whole years around everything that is shown."""
        days = [self.today, *(flag.day for flag in self.flags), *self._ends()]
        return date(min(days).year, 1, 1), date(max(days).year, 12, 31)

    def sentences(self) -> list[str]:
        """Return the same in words, one line for each span and flag."""
        return [sentence for sentence, _key in self.keyed_sentences()]

    def keyed_sentences(self) -> list[tuple[str, str]]:
        """Return each sentence with the key of what it opens, "" for nothing."""
        spans = [(lane.sentence(span), span.key) for lane in self.lanes for span in lane.spans]
        flags = [
            (", ".join(part for part in (_unsaid_day(flag), flag.text, flag.note) if part), "")
            for flag in self.flags
        ]
        return spans + flags

    def _ends(self) -> Iterator[date]:
        for lane in self.lanes:
            for span in lane.spans:
                yield from (span.first, span.last)


def _unsaid_day(flag: Flag) -> str:
    """Return the day of a flag whose own words do not tell it."""
    day = _dotted(flag.day)
    return "" if day in flag.text or day in flag.note else day


def _dotted(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
