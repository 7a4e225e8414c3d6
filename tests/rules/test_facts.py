import json
from pathlib import Path

from kotoutus_desktop.rules.facts import InterviewHead, MeasureKind, ToldItem

CASES = Path(__file__).parent / "data" / "law_cases.json"


def test_the_decree_has_nine_heads_and_four_things_to_tell():
    assert len(InterviewHead) == 9
    assert len(ToldItem) == 4


def test_no_measure_is_called_by_a_repealed_name():
    names = " ".join(MeasureKind)

    assert "family" not in names
    assert "multidisciplinary" not in names


def test_the_law_cases_are_of_three_kinds():
    cases = json.loads(CASES.read_text("utf-8"))

    assert {case["kind"] for case in cases} == {"clock", "fee", "orientation"}
