from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kotoutus_desktop.casefile.schema import case_schema, schema_faults, written_path


def texts(values: Any) -> list[str]:
    return [fault.text() for fault in schema_faults(values)]


def test_the_schema_is_a_json_schema() -> None:
    Draft202012Validator.check_schema(case_schema())


def test_a_path_is_written_as_it_is_read_aloud() -> None:
    assert written_path(["plan", "goals", 0, "need"]) == "plan.goals[0].need"


def test_the_golden_file_is_without_fault(golden: dict[str, Any]) -> None:
    assert texts(golden) == []


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("given_names", 7, "client.given_names: write text in quotation marks."),
        ("citizenships", "760", "client.citizenships: write a list in square brackets."),
        ("non_disclosure", "yes", "client.non_disclosure: write true or false without"),
        ("contacts", [[]], "client.contacts[0]: write an object in braces."),
        ("arrived_on", "20240830", "client.arrived_on: “20240830” is not a possible date."),
        ("arrived_on", "2024-W35-5", "“2024-W35-5” is not a possible date."),
        ("created_at", "2026-04-02T07:30:00", "is not a possible time."),
        ("household", "x", "client.household: “x” is not an identifier (UUID)."),
        ("integration_language", "en", "“en” is not one of , fi, sv."),
        (
            "contacts",
            [{"channel": "self"}],
            "client.contacts[0]: the field “learned_on” is missing.",
        ),
        ("born", "1988-01-01", "client: “born” is given without “born_precision”."),
    ],
)
def test_a_wrong_value_is_named_with_its_path(
    smallest: dict[str, Any], field: str, value: Any, expected: str
) -> None:
    smallest["client"][field] = value

    (found,) = texts(smallest)

    assert expected in found


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ({"phrase": "L-001", "text": "x", "language": "fi"}, "either a phrase or a text"),
        ({"text": "x"}, "“text” is given without “language”."),
        ({"slots": {}}, "“slots” is given without “phrase”."),
        ({"phrase": "L-012", "slots": {"level": 2}}, "slots.level: write text in"),
    ],
)
def test_a_wording_is_a_phrase_or_a_text(
    smallest: dict[str, Any], wording: dict[str, Any], expected: str
) -> None:
    smallest["plan"] = {"goals": [{"goal": wording}]}

    assert all("plan.goals[0].goal" in text for text in texts(smallest))
    assert expected in "\n".join(texts(smallest))


def test_numbers_have_a_smallest_value_and_codes_a_shape(smallest: dict[str, Any]) -> None:
    smallest["plan"] = {"number": 0}
    smallest["office"]["municipality"] = "Utajärvi"

    assert texts(smallest) == [
        "office.municipality: “Utajärvi” is not written as expected (^[0-9]{3}$).",
        "plan.number: 0 is too small; the smallest possible is 1.",
    ]


def test_a_long_value_is_cut_in_the_message(smallest: dict[str, Any]) -> None:
    smallest["client"]["arrived_on"] = "9" * 300

    assert len(texts(smallest)[0]) < 160
