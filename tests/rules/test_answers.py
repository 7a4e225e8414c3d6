import json
from pathlib import Path

import pytest

from kotoutus_desktop.rules.answers import answer

CASES = json.loads((Path(__file__).parent / "data" / "law_cases.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_law_case_comes_out_as_the_statute_says(case):
    answered = answer(case)

    sources = answered.pop("sources")
    assert answered == case["expect"]
    assert sources.keys() == {key for key, value in answered.items() if value is not None}
