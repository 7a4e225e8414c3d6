import dataclasses

import pytest

from kotoutus_desktop.documents import words
from kotoutus_desktop.rules.facts import GoalKind, InterviewHead, MeasureKind


def test_every_kind_has_a_label() -> None:
    assert set(words.GOAL_KINDS) == set(GoalKind)
    assert set(words.MEASURE_KINDS) == set(MeasureKind)
    assert set(words.INTERVIEW_HEADS) == set(InterviewHead)


def test_every_text_is_listed_once() -> None:
    texts = words.every_text()

    assert len(texts) == len(set(texts))
    assert {words.HEAD.title, words.FOOT.page, words.GOAL_KINDS[GoalKind.OTHER]} <= set(texts)


def test_the_texts_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        words.HEAD.title = "Plan"  # type: ignore[misc]
