import json
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kotoutus_desktop.casefile import Case, case_text, read_case, write_case
from kotoutus_desktop.casefile.schema import case_schema, schema_faults

DATA = Path(__file__).parent / "data"
GOLDEN = sorted(DATA.glob("*.json"))
SCHEMA = case_schema()


def text_of(case: Case, *, with_identity_code: bool = True) -> str:
    return case_text(
        case.office,
        case.officer,
        case.client,
        case.assessment,
        case.plan,
        own_phrases=case.own_phrases,
        phrases=case.phrases,
        with_identity_code=with_identity_code,
    )


WORDINGS = some.one_of(
    some.just({}),
    some.fixed_dictionaries(
        {
            "phrase": some.text(min_size=1, max_size=6),
            "slots": some.dictionaries(some.text(max_size=4), some.text(max_size=4), max_size=2),
        }
    ),
    some.fixed_dictionaries(
        {"text": some.text(min_size=1, max_size=9), "language": some.sampled_from(["fi", "ar"])}
    ),
)
FORMATS = {
    "date": some.dates().map(lambda day: day.isoformat()),
    "date-time": some.datetimes(timezones=some.just(UTC)).map(lambda time: time.isoformat()),
    "uuid": some.uuids().map(str),
}


def values_of(schema: dict[str, Any]) -> some.SearchStrategy[Any]:
    """Return a strategy of what a part of the schema allows."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        return WORDINGS if name == "wording" else values_of(SCHEMA["$defs"][name])
    if "enum" in schema:
        return some.sampled_from(schema["enum"])
    wanted = schema["type"]
    if not isinstance(wanted, str):
        first = values_of({**schema, "type": wanted[0]})
        return some.one_of(some.none(), first)
    return by_type(wanted, schema)


def by_type(wanted: str, schema: dict[str, Any]) -> some.SearchStrategy[Any]:
    if wanted == "object" and "properties" in schema:
        fields = {name: values_of(value) for name, value in schema["properties"].items()}
        return some.fixed_dictionaries(fields)
    if wanted == "object":
        inner = values_of(schema.get("additionalProperties", {"type": "string"}))
        return some.dictionaries(some.text(max_size=3), inner, max_size=2)
    if wanted == "array":
        return some.lists(values_of(schema["items"]), max_size=2)
    if wanted == "string" and "pattern" in schema:
        return some.from_regex(schema["pattern"].rstrip("$") + r"\Z")
    if wanted == "string":
        return FORMATS.get(schema.get("format", ""), some.text(max_size=8))
    return {"integer": some.integers(1, 99), "boolean": some.booleans()}[wanted]


CASES = values_of(
    {"type": "object", "properties": SCHEMA["properties"] | {"format": {"enum": [1]}}}
)


@given(CASES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_read_is_written_again(values: dict[str, Any]) -> None:
    values["client"] |= {"non_disclosure": False, "trafficking_victim": False}
    if not values["phrases"]:
        del values["phrases"]

    case = read_case(values, frozen=True)
    again = read_case(text_of(case), frozen=True)

    assert text_of(again) == text_of(case)
    assert unordered(json.loads(text_of(case)), but="own_phrases") == unordered(
        values, but="own_phrases"
    )


def by_text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def unordered(value: Any, but: str) -> Any:
    """Return values without the order of lists, which follows positions and identifiers."""
    if isinstance(value, dict):
        return {name: unordered(inner, but) for name, inner in value.items() if name != but}
    if isinstance(value, list):
        return sorted((unordered(inner, but) for inner in value), key=by_text)
    return value


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_golden_file_is_written_letter_for_letter(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    has_code = "identity_code" in json.loads(text)["client"]

    assert text_of(read_case(text), with_identity_code=has_code) == text


def test_the_identity_code_is_written_only_when_asked_for(golden_text: str) -> None:
    case = read_case(golden_text)

    assert "010188-9626" in text_of(case, with_identity_code=True)
    assert "010188-9626" not in text_of(case, with_identity_code=False)


@pytest.mark.rule(66, "661/2009 § 36")
def test_nothing_tells_where_a_client_under_non_disclosure_is(golden_text: str) -> None:
    case = read_case(golden_text)
    case.client.non_disclosure = True

    text = text_of(case)

    for place in ("Kuusitie", "0111", "amal@posti", "Tekstiviesti", "kirjasto", "ammattiopisto"):
        assert place not in text
    assert json.loads(text)["client"].keys().isdisjoint({"street", "phone", "home_municipality"})
    assert schema_faults(json.loads(text)) == []


def test_only_the_own_phrases_that_are_used_are_written(golden_text: str) -> None:
    case = read_case(golden_text)
    assert case.plan is not None
    case.plan.goals.clear()

    written = write_case(
        case.office, case.officer, case.client, None, case.plan, own_phrases=case.own_phrases
    )

    assert written["own_phrases"] == []
