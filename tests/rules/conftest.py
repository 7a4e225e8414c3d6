import json
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kotoutus_desktop.rules.facts import Person, RightOfResidence


@pytest.fixture
def make_person() -> Callable[..., Person]:
    """A person with a permit since 10.3.2025 and no ground, but for the fields that are named."""
    person = Person(date(1990, 5, 17), RightOfResidence.PERMIT, date(2025, 3, 10))
    return lambda **fields: replace(person, **fields)


@pytest.fixture
def changed_case() -> Callable[[str, Sequence[str | int], object], dict[str, Any]]:
    """Give a law case with the fact at a path changed; KeyError takes the fact away."""
    text = (Path(__file__).parent / "data" / "law_cases.json").read_text("utf-8")
    cases = {case["name"]: case for case in json.loads(text)}

    def change(name: str, path: Sequence[str | int], value: object) -> dict[str, Any]:
        case = deepcopy(cases[name])
        *parents, last = path
        part = case
        for step in parents:
            part = part[step]
        if value is KeyError:
            del part[last]
        else:
            part[last] = value
        return case

    return change
