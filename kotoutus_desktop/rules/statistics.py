"""What statistics count: tables with their lines, ages in bands, months of reimbursement.

Nothing here is the Act's: § 72 names statistics as a purpose, and no section says which.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from kotoutus_desktop.rules.facts import Protection
from kotoutus_desktop.rules.months import MONTHS_IN_YEAR, add_months, add_years
from kotoutus_desktop.rules.reimbursement import reimbursement_ends

AGE_BANDS = ((0, 6), (7, 17), (18, 24), (25, 34), (35, 44), (45, 54), (55, 64), (65, None))
"""First and last whole year of each band; None: no last."""
WHOLE = "whole"
"""The key of the line that is the sum of the others."""
UNKNOWN = ""
"""The key of the line of those of whom it is not recorded, or must not be told."""


class Topic(StrEnum):
    """The tables, in their order."""

    GROUP = "group"
    TARGET_GROUP = "target_group"
    AGE = "age"
    SEX = "sex"
    SERVICE_LANGUAGE = "service_language"
    MOTHER_TONGUE = "mother_tongue"
    MUNICIPALITY = "municipality"
    ASSESSMENT_STARTED = "assessment_started"
    ASSESSMENT = "assessment"
    PLAN = "plan"
    REVIEW = "review"
    EXTENSION = "extension"
    REFERRAL = "referral"
    RECEIVER = "receiver"
    ORIENTATION = "orientation"
    TRAINING = "training"
    FINAL_TEST = "final_test"
    PLAN_END = "plan_end"
    MEASURE = "measure"
    CLOSED = "closed"
    GUIDANCE_TOPIC = "guidance_topic"
    GUIDANCE_LANGUAGE = "guidance_language"
    GUIDANCE_REFERRAL = "guidance_referral"
    REIMBURSEMENT = "reimbursement"


class Part(StrEnum):
    """The columns. ALL is the sum of the others, but for MONTHS, which stand beside people."""

    ALL = "all"
    NEW = "new"
    BEFORE = "before"
    LISTENING = "listening"
    SPEAKING = "speaking"
    READING = "reading"
    WRITING = "writing"
    NAMED = "named"
    ANONYMOUS = "anonymous"
    MONTHS = "months"


class TargetGroup(StrEnum):
    """Groups whose integration a municipality looks after above all; one may be in several."""

    HOME_CARE_ALLOWANCE = "home_care_allowance"
    UNEMPLOYED = "unemployed"
    SOCIAL_ASSISTANCE = "social_assistance"
    QUOTA_REFUGEE = "quota_refugee"
    TRAFFICKING_VICTIM = "trafficking_victim"
    UNACCOMPANIED = "unaccompanied"


class Line(StrEnum):
    """Lines that no other enum of the rules has."""

    TEMPORARY_PROTECTION = "temporary_protection"
    MALE = "male"
    FEMALE = "female"
    COMPLETED = "completed"
    UNFINISHED = "unfinished"
    STARTED = "started"
    INTERRUPTED = "interrupted"
    FIRST_PLAN = "first_plan"
    NEXT_PLAN = "next_plan"
    GOES_ON = "goes_on"
    OBSTACLE = "obstacle"
    UNFINISHED_STUDIES = "unfinished_studies"
    NOT_SENT = "not_sent"


_PEOPLE = (Part.ALL, Part.NEW, Part.BEFORE)
_SKILLS = (Part.ALL, Part.LISTENING, Part.SPEAKING, Part.READING, Part.WRITING)
_GUIDANCE = (Part.ALL, Part.NAMED, Part.ANONYMOUS)
CLIENTS = (
    Topic.GROUP,
    Topic.TARGET_GROUP,
    Topic.AGE,
    Topic.SEX,
    Topic.SERVICE_LANGUAGE,
    Topic.MOTHER_TONGUE,
    Topic.MUNICIPALITY,
)
"""Tables of the clients of the period; those with a sum have the same one."""
GUIDANCE = (Topic.GUIDANCE_TOPIC, Topic.GUIDANCE_LANGUAGE, Topic.GUIDANCE_REFERRAL)
"""Tables of conversations, which belong to the whole office."""
PARTS: Mapping[Topic, Sequence[Part]] = MappingProxyType(
    {
        **dict.fromkeys(CLIENTS, _PEOPLE),
        **dict.fromkeys(GUIDANCE, _GUIDANCE),
        Topic.FINAL_TEST: _SKILLS,
        Topic.REIMBURSEMENT: (Part.ALL, Part.MONTHS),
    }
)
"""The columns of tables that have more than one."""
SEPARATE = (Topic.TARGET_GROUP, Topic.ORIENTATION)
"""Tables whose lines have no sum: the same person may be in several."""
SAME_SUMS = (
    tuple(topic for topic in CLIENTS if topic not in SEPARATE),
    (Topic.REFERRAL, Topic.RECEIVER),
    GUIDANCE,
)
"""Tables that divide the same whole: a number hidden in the sum of one is hidden in all."""


@dataclass(frozen=True)
class Period:
    """What is counted: from a day to a day, and a home municipality ("" for all).

    With a municipality restricted cases are left out, of whom no list tells the place.
    """

    first: date
    last: date
    municipality: str = ""


@dataclass(frozen=True)
class TableLine:
    """A line of a table: its key, and its numbers in the order of the columns."""

    key: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class StatisticsTable:
    """A table. The first line is the sum of the others, where they have one."""

    topic: Topic
    lines: tuple[TableLine, ...]

    @property
    def parts(self) -> Sequence[Part]:
        """The columns."""
        return parts_of(self.topic)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted."""
        return not any(sum(line.counts) for line in self.lines)


def parts_of(topic: Topic) -> Sequence[Part]:
    """Return the columns of a table."""
    return PARTS.get(topic, (Part.ALL,))


def born_latest(years: int, on: date) -> date:
    """Return the last birthday of those who have turned `years` by the day `on`.

    Source: 150/1930 § 3, as `months.is_under`.
    """
    day = add_years(on, -years)
    after = day + timedelta(days=1)
    return after if add_years(after, years) <= on else day


def age_band(first: int, last: int | None) -> str:
    """Return the key of a band."""
    return f"{first}-{last}" if last is not None else f"{first}-"


def reimbursement_months(
    protection: Protection | None, start: date | None, closed_on: date | None, period: Period
) -> int:
    """Return how many months of the imputed reimbursement begin in a period.

    Months run from the day of the first home municipality, to the last day of the time and no
    further than the client relationship. Each month is counted once, where it begins.

    Source: 681/2023 § 61(3).
    """
    ends = reimbursement_ends(protection, start)
    if ends is None or start is None:
        return 0
    until = min(ends - timedelta(days=1), period.last, closed_on or period.last)
    before = period.first - timedelta(days=1)
    return max(_begun(start, until) - _begun(start, min(before, until)), 0)


def _begun(start: date, day: date) -> int:
    """Return how many months that run from `start` have begun by a day."""
    if day < start:
        return 0
    whole = (day.year - start.year) * MONTHS_IN_YEAR + day.month - start.month
    return whole + 1 if add_months(start, whole) <= day else whole
