"""Levels of language over time: of tests, and those that assessments and reviews tell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.training import LevelOccasion, Skill, Training
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.reference.language_levels import language_levels
from kotoutus_desktop.rules.facts import InterviewHead


class LevelSource(StrEnum):
    """Where a level stands."""

    ASSESSMENT = "assessment"
    REVIEW = "review"
    ENTRY_TEST = "entry_test"
    FINAL_TEST = "final_test"


@dataclass(frozen=True)
class LevelPoint:
    """A level on a day. `skill` None: of the language as a whole. `place` orders the levels."""

    day: date
    level: str
    place: int
    source: LevelSource
    skill: Skill | None = None


def level_points(client: Client, trainings: Iterable[Training]) -> list[LevelPoint]:
    """Return every measured level of a client, the first first; the client loaded whole.

    What was not tested, and a level that nobody can compare, is no point.
    """
    found = [*_of_assessments(client), *_of_reviews(client)]
    for training in trainings:
        found += _of_training(training)
    points = [point for point in found if point is not None]
    return sorted(points, key=lambda each: (each.day, each.place))


def entry_levels(trainings: Iterable[Training]) -> list[tuple[date, Skill, str]]:
    """Return the tested entry levels of the latest studies that have any, skill by skill."""
    for training in sorted(trainings, key=lambda each: each.starts_on, reverse=True):
        day = training.entry_tested_on
        levels = [(skill, training.level(LevelOccasion.ENTRY, skill)) for skill in Skill]
        if day is not None and any(level for _skill, level in levels):
            return [(day, skill, level) for skill, level in levels if level]
    return []


def _of_training(training: Training) -> Iterator[LevelPoint | None]:
    occasions = {
        LevelOccasion.ENTRY: (training.entry_tested_on, LevelSource.ENTRY_TEST),
        LevelOccasion.FINAL_TEST: (training.tested_on, LevelSource.FINAL_TEST),
    }
    for each in training.levels:
        day, source = occasions.get(each.occasion, (None, LevelSource.ENTRY_TEST))
        yield _point(day, each.level, source, each.skill)


def _of_assessments(client: Client) -> Iterator[LevelPoint | None]:
    for assessment in client.assessments:
        entry = assessment.head(InterviewHead.FINNISH_AND_SWEDISH)
        day = assessment.interviewed_on or assessment.started_on
        if entry is not None:
            yield _point(day, _level(entry.need), LevelSource.ASSESSMENT)


def _of_reviews(client: Client) -> Iterator[LevelPoint | None]:
    for plan in client.plans:
        for review in plan.reviews:
            yield _point(review.reviewed_on, _level(review.progress), LevelSource.REVIEW)


def _level(wording: Wording) -> str:
    return str(wording.slots.get("level", ""))


def _point(
    day: date | None, level: str, source: LevelSource, skill: Skill | None = None
) -> LevelPoint | None:
    known = language_levels().get(level) if level else None
    if day is None or known is None or not known.measured:
        return None
    return LevelPoint(day, level, known.place, source, skill)
