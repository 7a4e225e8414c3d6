import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.answers import answer
from kotoutus_desktop.rules.case_facts import ImpossibleFact

CASES = json.loads((Path(__file__).parent / "data" / "law_cases.json").read_text("utf-8"))
BY_NAME = {case["name"]: case for case in CASES}
CITATION = re.compile(r"[0-9]+/[0-9]{4} § [0-9].*, edition [0-9]{4}-[0-9]{2}-[0-9]{2}")
CLOCK = "extension on a listed ground and an obstacle of 30 days"
FEE = "missed review with interpreter"
ORIENTATION = "self-study without a ground, one topic missing"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_law_case_comes_out_as_the_statute_says(case):
    answered = answer(case)

    sources = answered.pop("sources")
    assert answered == case["expect"]
    assert list(answered) == list(case["expect"])
    assert sources.keys() == {key for key, value in answered.items() if value is not None}
    assert all(CITATION.fullmatch(source) for source in sources.values())


@pytest.mark.parametrize(
    ("name", "key", "source"),
    [
        (CLOCK, "next_review_by", "681/2023 § 22(1), edition 2025-01-01"),
        (CLOCK, "authority", "681/2023 § 3(1), edition 2025-01-01"),
        (
            CLOCK,
            "all_plans_end_latest",
            "681/2023 § 23(2), 681/2023 § 23(3), 681/2023 § 23(4), edition 2025-01-01",
        ),
        (
            "plan from before 2025 keeps three years",
            "all_plans_end_latest",
            "1386/2010 § 12, edition 2011-09-01",
        ),
        (
            "plan from before 2025 keeps three years",
            "reimbursement_ends",
            "681/2023 § 102(6), edition 2025-01-01",
        ),
        ("review overdue", "warnings", "681/2023 § 22(1), edition 2025-01-01"),
        (
            "trafficking victim reached after three years",
            "grounds",
            "681/2023 § 14(6), edition 2025-01-01",
        ),
        (FEE, "due_earliest", "681/2023 § 32 a(2), edition 2025-01-01"),
        (ORIENTATION, "topics_missing", "681/2023 § 25(2), edition 2025-01-01"),
        (ORIENTATION, "problems", "576/2024 § 2(2), edition 2025-01-01"),
    ],
)
def test_an_answer_names_section_and_edition(name, key, source):
    assert answer(BY_NAME[name])["sources"][key] == source


@pytest.mark.parametrize("name", [KeyError, "", 7])
def test_a_case_without_a_name_is_refused(changed_case, name):
    with pytest.raises(ImpossibleFact) as raised:
        answer(changed_case(CLOCK, ["name"], name))

    assert raised.value.key == "name"


@pytest.mark.parametrize(
    ("ground", "problems"),
    [
        ("rare_language", []),
        (True, []),
        (" ", ["self_study_without_ground"]),
        (False, ["self_study_without_ground"]),
        (None, ["self_study_without_ground"]),
    ],
)
def test_a_ground_is_a_text_or_true(changed_case, ground, problems):
    case = changed_case(ORIENTATION, ["orientation", "self_study_ground"], ground)

    assert answer(case)["problems"] == problems


def test_a_meeting_may_say_that_it_was_remote(changed_case):
    case = changed_case(ORIENTATION, ["orientation", "meetings", 0, "form"], "remote")
    case["orientation"]["remote_unsuitable"] = True

    assert "remote_unsuitable" in answer(case)["problems"]


def test_without_an_interpreter_there_is_nothing_to_charge(changed_case):
    answered = answer(changed_case(FEE, ["appointment", "interpretation_cost"], KeyError))

    assert answered["refused"] == ["no_interpretation_cost"]
    assert answered["due_earliest"] is None
    assert "due_earliest" not in answered["sources"]


def test_a_minute_is_hundredths_of_an_hour(changed_case):
    case = changed_case(ORIENTATION, ["orientation", "self_study", 0, "minutes"], 599)

    answered = answer(case)
    assert (answered["hours"], answered["hours_missing"]) == ("69.98", "0.02")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(
    st.sampled_from([CLOCK, FEE, ORIENTATION]),
    st.sampled_from(["on", "person", "plans", "obstacles", "appointment", "orientation"]),
    JSON,
)
def test_nonsense_is_refused_or_answered_but_never_breaks(name, key, value):
    case = BY_NAME[name] | {key: value}

    try:
        outcome = answer(case)["sources"]
    except ImpossibleFact as refused:
        outcome = refused.key.startswith(key)

    assert outcome
