"""Ways through integration: what is found together, agreed together, and why it departs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kotoutus_desktop.demo import aims
from kotoutus_desktop.demo.aim import Aim
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import GoalKind

RIGHTS = ("O-001", "O-002", "O-004", "O-006", "O-013", "O-014")
DUTIES = ("V-001", "V-002", "V-003", "V-004", "V-005", "V-010")
REPORTS_TO_EMPLOYMENT_AUTHORITY = "V-006"


@dataclass(frozen=True)
class Path:
    """A long-term goal, the aims on the way, and the reasons for departures from a rule."""

    long_term: Wording
    kind: GoalKind
    aims: tuple[Aim, ...]
    guidance: Wording = field(default_factory=lambda: Wording.of("P-090"))
    follow_up: Wording = field(default_factory=lambda: Wording.of("F-004", date="+60"))
    goal_reason: Wording = field(default_factory=Wording)
    education_reason: Wording = field(default_factory=Wording)
    language_reason: Wording = field(default_factory=Wording)
    job_search_reason: Wording = field(default_factory=Wording)


_SAY = Wording.of
_EMPLOYMENT = GoalKind.EMPLOYMENT

PATHS: Mapping[str, Path] = MappingProxyType(
    {
        "training": Path(
            _SAY("L-003"),
            _EMPLOYMENT,
            (aims.FINNISH, aims.WORKING_LIFE, aims.SOCIETY, aims.WELLBEING),
        ),
        "literacy": Path(
            _SAY("L-004"),
            _EMPLOYMENT,
            (aims.READING, aims.WORKING_LIFE, aims.SOCIETY, aims.WELLBEING),
        ),
        "child_care": Path(
            _SAY("L-008"),
            _EMPLOYMENT,
            (aims.FINNISH_WITH_CHILD_CARE, aims.LATER_STUDIES, aims.DAY_CARE, aims.SOCIETY),
            goal_reason=_SAY("R-001"),
        ),
        "job": Path(
            _SAY("L-005"),
            _EMPLOYMENT,
            (aims.FINNISH_EVENING, aims.JOB_HUNT, aims.SOCIETY),
        ),
        "trial": Path(
            _SAY("L-003"),
            _EMPLOYMENT,
            (aims.FINNISH, aims.TRIAL, aims.SOCIETY),
        ),
        "own_occupation": Path(
            _SAY("L-002", occupation="sairaanhoitaja"),
            _EMPLOYMENT,
            (aims.FINNISH_EVENING, aims.OWN_OCCUPATION, aims.DIGITAL),
        ),
        "business": Path(
            _SAY("L-050"),
            GoalKind.ENTREPRENEURSHIP,
            (aims.FINNISH_EVENING, aims.BUSINESS, aims.DIGITAL),
        ),
        "swedish": Path(
            _SAY("L-009"),
            _EMPLOYMENT,
            (aims.SWEDISH, aims.WORKING_LIFE, aims.SOCIETY),
            job_search_reason=_SAY("R-013"),
        ),
        "young": Path(
            _SAY("L-040"),
            GoalKind.UPPER_SECONDARY_EDUCATION,
            (aims.FINNISH, aims.UPPER_SECONDARY, aims.SOCIETY),
        ),
        "unaccompanied": Path(
            _SAY("L-040"),
            GoalKind.UPPER_SECONDARY_EDUCATION,
            (aims.FINNISH, aims.BASIC_EDUCATION, aims.YOUNG_SUPPORT),
            follow_up=_SAY("F-008"),
        ),
        "safety": Path(
            _SAY("L-006"),
            _EMPLOYMENT,
            (aims.FINNISH, aims.WORKING_LIFE, aims.SAFETY),
            follow_up=_SAY("F-008"),
        ),
        "pension": Path(
            _SAY("L-025"),
            GoalKind.EVERYDAY_LIFE,
            (aims.FINNISH_AT_EASE, aims.WELLBEING, aims.DIGITAL),
            goal_reason=_SAY("R-004"),
        ),
    }
)
