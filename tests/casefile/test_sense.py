from typing import Any

import pytest

from kotoutus_desktop.casefile.sense import sense_faults


def texts(values: Any) -> list[str]:
    return [fault.text() for fault in sense_faults(values)]


def test_the_golden_file_makes_sense(golden: dict[str, Any]) -> None:
    assert texts(golden) == []


def test_a_service_that_ends_before_it_begins_is_named(golden: dict[str, Any]) -> None:
    golden["plan"]["goals"][1]["measures"][0]["ends_on"] = "2027-01-10"

    assert texts(golden) == [
        "plan.goals[1].measures[0].ends_on: "
        "the last day 2027-01-10 is before the first day 2027-01-11."
    ]


@pytest.mark.parametrize(
    ("field", "value", "list_name"),
    [
        ("mother_tongue", "arabia", "languages"),
        ("reads", ["ar", "xx"], "languages"),
        ("citizenships", ["SYR"], "citizenships"),
        ("home_municipality", "999", "municipalities"),
        ("residence_ground", "tourism", "residence_permits"),
        ("literacy", "none", "literacy_classes"),
    ],
)
def test_a_code_that_no_list_has_is_named(
    golden: dict[str, Any], field: str, value: Any, list_name: str
) -> None:
    golden["client"][field] = value

    (found,) = texts(golden)

    assert found.startswith(f"client.{field}: ")
    assert found.endswith(f"is not a code of the list {list_name}.")


def test_the_same_identifier_twice_is_named(golden: dict[str, Any]) -> None:
    golden["plan"]["id"] = golden["client"]["id"].upper()

    assert "is used for two things" in texts(golden)[0]
