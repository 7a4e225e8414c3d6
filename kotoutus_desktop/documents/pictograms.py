"""Pictograms on paper: the icons of the windows, described for those who hear the paper."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kotoutus_desktop.assets import resource
from kotoutus_desktop.rules.facts import GoalKind, MeasureKind
from kotoutus_desktop.typesetting import Figure
from kotoutus_desktop.typesetting.strokes import LineDrawing, line_drawing

CALENDAR, REVIEW, COUNSELLOR, PHONE = "calendar-event", "calendar-due", "user", "phone"

GOAL_PICTOGRAMS: Mapping[GoalKind, str] = MappingProxyType(
    {
        GoalKind.EMPLOYMENT: "briefcase",
        GoalKind.ENTREPRENEURSHIP: "bulb",
        GoalKind.WORKING_LIFE_SKILLS: "certificate",
        GoalKind.UPPER_SECONDARY_EDUCATION: "school",
        GoalKind.LANGUAGE: "language",
        GoalKind.EVERYDAY_LIFE: "home",
        GoalKind.OTHER: "target",
    }
)

MEASURE_PICTOGRAMS: Mapping[MeasureKind, str] = MappingProxyType(
    {
        MeasureKind.CIVIC_ORIENTATION: "building-community",
        MeasureKind.INTEGRATION_TRAINING: "school",
        MeasureKind.LITERACY_TRAINING: "letter-case",
        MeasureKind.BASIC_EDUCATION: "books",
        MeasureKind.LANGUAGE_STUDIES: "language",
        MeasureKind.SELF_MOTIVATED_STUDIES: "book",
        MeasureKind.OTHER_TRAINING: "certificate",
        MeasureKind.EMPLOYMENT_SERVICE: "briefcase",
        MeasureKind.JOB_SEARCH: "search",
        MeasureKind.GUIDANCE: "message",
        MeasureKind.HEALTH_AND_WELLBEING: "heart-handshake",
        MeasureKind.ASSOCIATION: "users-group",
        MeasureKind.OTHER_SERVICE: "list-check",
    }
)


def pictogram(icon: str, size: float, alternative: str, *, at_right: bool = False) -> Figure:
    """Return an icon as a figure of `size` points; `alternative` says what it stands for."""
    drawing = _drawing(icon)
    return Figure(lambda canvas: drawing.paint(canvas, size), (size, size), alternative, at_right)


@cache
def _drawing(icon: str) -> LineDrawing:
    return line_drawing(resource("icons", f"{icon}.svg").read_text(encoding="utf-8"))
