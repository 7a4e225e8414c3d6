from kotoutus_desktop.rules.training import (
    TrainingRecord,
    training_barred,
    training_hours,
    training_missing,
    training_too_long,
)


def test_integration_training_is_not_for_those_in_compulsory_education():
    assert training_barred(compulsory_education=True).code == "26.1"
    assert training_barred(compulsory_education=False) is None


def test_a_finished_training_holds_work_prior_learning_and_the_final_test():
    assert list(training_missing(TrainingRecord())) == [
        "work_period",
        "prior_learning",
        "final_test",
    ]
    assert training_missing(TrainingRecord(True, True, True)) == {}


def test_the_core_curriculum_allows_eighty_credits():
    assert not training_too_long(80)
    assert training_too_long(81)
    assert training_hours(80) == 2160
