"""What the values of services and of the programme are called in the interface."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from kotoutus_desktop.casework.services.ready_made import ReadySet
from kotoutus_desktop.documents import programme_words as words
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.programme import DocumentKind, GoalState
from kotoutus_desktop.models.service import Organiser
from kotoutus_desktop.rules.programme import ProgrammePoint, TargetGroup, TrainingAim
from kotoutus_desktop.rules.programme_gaps import GoalArea, PlanningPoint


def _of(labels: Mapping[Any, str]) -> Mapping[StrEnum, str]:
    return labels


SERVICE_LABELS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Organiser: _of(words.ORGANISERS),
    ProgrammePoint: _of(words.POINTS),
    TrainingAim: _of(words.AIMS),
    TargetGroup: _of(words.GROUPS),
    GoalArea: _of(words.AREAS),
    PlanningPoint: _of(words.PLANNING_POINTS),
    DocumentKind: _of(words.DOCUMENT_KINDS),
    GoalState: _of(words.GOAL_STATES),
    ReadySet: {
        ReadySet.MUNICIPALITY: N_("What the municipality arranges"),
        ReadySet.EMPLOYMENT_AREA: N_("What the employment area arranges"),
        ReadySet.COUNTY: N_("The part of the wellbeing services county"),
        ReadySet.OTHER: N_("Other services beside the statutory ones"),
        ReadySet.PATHS: N_("Paths: a single client's, a jobseeker's, a parent's at home"),
    },
}
