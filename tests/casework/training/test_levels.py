from datetime import date

from kotoutus_desktop.casework.training.levels import (
    LevelSource,
    entry_levels,
    level_points,
)
from kotoutus_desktop.models.plan import Review
from kotoutus_desktop.models.training import LanguageLevel, LevelOccasion, Skill
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import InterviewHead


def with_level(training, occasion, skill, level):
    training.levels.append(
        LanguageLevel(client_id=training.client_id, occasion=occasion, skill=skill, level=level)
    )
    return training


def test_levels_of_tests_assessment_and_review_stand_on_one_line_of_time(client, make_training):
    head = client.assessments[0].head(InterviewHead.FINNISH_AND_SWEDISH)
    head.need = Wording.of("L-001", level="A1.1")
    review = Review(
        client_id=client.id,
        reviewed_on=date(2027, 5, 1),
        progress=Wording.of("L-012", level="A2.1"),
    )
    client.plans[-1].reviews.append(review)
    training = make_training(entry_tested_on=date(2026, 12, 1), tested_on=date(2027, 9, 1))
    with_level(training, LevelOccasion.ENTRY, Skill.READING, "A1.2")
    with_level(training, LevelOccasion.FINAL_TEST, Skill.READING, "B1.1")
    with_level(training, LevelOccasion.FINAL_TEST, Skill.WRITING, "not_assessed")

    points = level_points(client, [training])
    assert [(point.source, point.level, point.skill) for point in points] == [
        (LevelSource.ASSESSMENT, "A1.1", None),
        (LevelSource.ENTRY_TEST, "A1.2", Skill.READING),
        (LevelSource.REVIEW, "A2.1", None),
        (LevelSource.FINAL_TEST, "B1.1", Skill.READING),
    ]
    assert [point.place for point in points] == sorted(point.place for point in points)


def test_the_entry_level_is_that_of_the_latest_tested_studies(make_training):
    older = make_training(starts_on=date(2025, 1, 1), entry_tested_on=date(2025, 1, 2))
    newer = make_training(starts_on=date(2026, 1, 1), entry_tested_on=date(2026, 1, 2))
    with_level(older, LevelOccasion.ENTRY, Skill.SPEAKING, "A1.1")
    assert entry_levels([older, newer]) == [(date(2025, 1, 2), Skill.SPEAKING, "A1.1")]

    with_level(newer, LevelOccasion.ENTRY, Skill.SPEAKING, "A1.3")
    assert entry_levels([older, newer]) == [(date(2026, 1, 2), Skill.SPEAKING, "A1.3")]
    assert entry_levels([]) == []
