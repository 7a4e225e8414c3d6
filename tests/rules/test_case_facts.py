import pytest

from kotoutus_desktop.rules.answers import answer
from kotoutus_desktop.rules.case_facts import ImpossibleFact

FEE = "missed review with interpreter"
ORIENTATION = "self-study without a ground, one topic missing"


def refused(case):
    with pytest.raises(ImpossibleFact) as raised:
        answer(case)
    return raised.value


@pytest.mark.parametrize(
    ("name", "path", "value", "key"),
    [
        (FEE, ["appointment"], KeyError, "appointment"),
        (FEE, ["appointment", "born"], "2025-09-16", "appointment.born"),
        (FEE, ["appointment", "booked_for"], "2024-12-31", "appointment.booked_for"),
        (FEE, ["appointment", "purpose"], " ", "appointment.purpose"),
        (FEE, ["appointment", "interpretation_cost"], 88, "appointment.interpretation_cost"),
        (FEE, ["appointment", "interpretation_cost"], "-5", "appointment.interpretation_cost"),
        (FEE, ["appointment", "interpretation_cost"], "NaN", "appointment.interpretation_cost"),
        (ORIENTATION, ["orientation"], KeyError, "orientation"),
        (ORIENTATION, ["orientation", "self_study_ground"], 3, "orientation.self_study_ground"),
    ],
)
def test_a_fact_that_cannot_be_is_refused_by_case_and_key(changed_case, name, path, value, key):
    found = refused(changed_case(name, path, value))

    assert (found.case, found.key) == (name, key)


@pytest.mark.parametrize(
    ("fact", "value", "key"),
    [
        ("minutes", -1, "minutes"),
        ("minutes", True, "minutes"),
        ("minutes", 1441, "minutes"),
        ("present", KeyError, "present"),
        ("form", "online", "form"),
        ("topics", KeyError, "topics"),
        ("topics", ["law"], "topics[0]"),
    ],
)
def test_a_fact_of_a_row_is_named_with_its_number(changed_case, fact, value, key):
    found = refused(changed_case(ORIENTATION, ["orientation", "meetings", 0, fact], value))

    assert found.key == f"orientation.meetings[0].{key}"
