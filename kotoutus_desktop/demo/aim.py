"""What an interview finds under one head, and the services that answer it.

A slot of days is written as "+60": sixty days after the plan is made. OWN stands for the
client's language of service.
"""

from dataclasses import dataclass, field

from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import GoalKind, InterviewHead, MeasureKind

OWN = "own"


@dataclass(frozen=True)
class Service:
    """A service of a plan: from `begins` to `ends` days after it is made."""

    kind: MeasureKind
    what: Wording
    why: str = ""
    follow: Wording = field(default_factory=Wording)
    provider: str = ""
    begins: int = 14
    ends: int = 150


@dataclass(frozen=True)
class Aim:
    """What came up under one head: finding, need, goal and the services that lead there."""

    head: InterviewHead
    need: str
    goal: Wording
    kind: GoalKind
    services: tuple[Service, ...]
    finding: Wording = field(default_factory=Wording)
