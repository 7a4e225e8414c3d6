import re
from pathlib import Path

import pytest

import kotoutus_desktop.rules.completeness as rules
from kotoutus_desktop.casework import agreement
from kotoutus_desktop.rules.completeness import (
    AssessmentFacts,
    PlanContent,
    PlannedMeasure,
    missing_in_assessment,
    missing_in_plan,
    missing_in_review,
)
from kotoutus_desktop.rules.facts import InterviewHead, MeasureKind, ToldItem
from kotoutus_desktop.ui.missing_words import WORDS, missing_text


def test_every_key_that_can_be_missing_has_words():
    sources = [Path(each.__file__).read_text(encoding="utf-8") for each in (rules, agreement)]
    keys = {key for source in sources for key in re.findall(r'Missing\("(\w+)"', source)}
    entered = {"participation", "progress", "hindrances", "changes"}

    assert keys | entered == set(WORDS)


def test_whatever_an_empty_record_lacks_can_be_said():
    measures = (PlannedMeasure(MeasureKind.BASIC_EDUCATION),)
    missing = [
        *missing_in_assessment(AssessmentFacts()),
        *missing_in_plan(PlanContent(measures=measures)),
        *missing_in_review(rules.ReviewContent()),
    ]

    assert all(missing_text(each.key) for each in missing)


def test_a_measure_is_counted_from_one():
    assert missing_text("services.0.suitability") == "Why it suits: measure 1"


@pytest.mark.parametrize("head", InterviewHead)
def test_a_head_is_called_by_its_name(head):
    assert missing_text(f"heads.{head}")


@pytest.mark.parametrize("item", ToldItem)
def test_what_must_be_told_says_that_it_is_told(item):
    assert missing_text(f"told.{item}").startswith("Told to the client: ")


def test_an_unknown_key_is_a_bug():
    with pytest.raises(KeyError):
        missing_text("nonsense")
