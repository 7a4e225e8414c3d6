import pytest

from kotoutus_desktop.reference.language_levels import language_levels
from kotoutus_desktop.rules.training import (
    TARGET_LEVEL,
    TrainingRecord,
    training_barred,
    training_hours,
    training_missing,
    training_too_long,
)


@pytest.mark.rule(57, "681/2023 § 26(1)")
def test_integration_training_is_not_for_those_in_compulsory_education():
    assert training_barred(compulsory_education=True).code == "26.1"
    assert training_barred(compulsory_education=False) is None


@pytest.mark.rule(58, "681/2023 § 26(2)", "681/2023 § 26(3)")
def test_a_finished_training_holds_work_prior_learning_and_the_final_test():
    assert list(training_missing(TrainingRecord())) == [
        "work_period",
        "prior_learning",
        "final_test",
    ]
    assert training_missing(TrainingRecord(True, True, True)) == {}


@pytest.mark.rule(59)
def test_the_core_curriculum_allows_eighty_credits():
    assert not training_too_long(80)
    assert training_too_long(81)
    assert training_hours(80) == 2160


@pytest.mark.rule(60, "681/2023 § 26(3)")
def test_the_target_is_a_level_of_the_list():
    """The Act says "functional basic language proficiency"; the level is of the guidance."""
    assert TARGET_LEVEL in {level.code for level in language_levels()}
