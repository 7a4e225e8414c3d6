import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from installer.sbom import bill, main, pinned

LOCK = (Path(__file__).parents[2] / "requirements.lock").read_text("utf-8")
AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
PACKAGE = {
    "type": "object",
    "required": ["type", "name"],
    "properties": {
        "type": {"enum": ["application", "framework", "library", "container", "platform"]},
        "bom-ref": {"type": "string", "minLength": 1},
        "name": {"type": "string", "minLength": 1},
        "version": {"type": "string"},
        "purl": {"type": "string", "pattern": "^pkg:pypi/[a-z0-9][a-z0-9._-]*@[^@]+$"},
        "hashes": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["alg", "content"],
                "additionalProperties": False,
                "properties": {
                    "alg": {"enum": ["SHA-256"]},
                    "content": {"type": "string", "pattern": "^[a-fA-F0-9]{64}$"},
                },
            },
        },
        "licenses": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": {
                "type": "object",
                "required": ["expression"],
                "properties": {"expression": {"type": "string", "minLength": 1}},
            },
        },
        "properties": {"type": "array", "items": {"required": ["name"]}},
    },
    "additionalProperties": False,
}
# what the schema of CycloneDX 1.6 asks of the parts that are used here
SCHEMA = {
    "type": "object",
    "required": ["bomFormat", "specVersion"],
    "additionalProperties": False,
    "properties": {
        "bomFormat": {"enum": ["CycloneDX"]},
        "specVersion": {"enum": ["1.6"]},
        "serialNumber": {
            "type": "string",
            "pattern": "^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        },
        "version": {"type": "integer", "minimum": 1},
        "metadata": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"timestamp": {"type": "string"}, "component": PACKAGE},
        },
        "components": {"type": "array", "uniqueItems": True, "items": PACKAGE},
        "dependencies": {
            "type": "array",
            "uniqueItems": True,
            "items": {
                "type": "object",
                "required": ["ref"],
                "additionalProperties": False,
                "properties": {
                    "ref": {"type": "string"},
                    "dependsOn": {"type": "array", "uniqueItems": True},
                },
            },
        },
    },
}


@pytest.fixture(scope="module")
def made():
    return bill(LOCK, AT)


def test_the_bill_has_the_form_of_cyclonedx(made) -> None:
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(made)] == []
    assert datetime.fromisoformat(made["metadata"]["timestamp"]) == AT


def test_every_package_of_the_lock_is_in_it_once_with_its_licence_and_digests(made) -> None:
    found = {(each["name"], each["version"]) for each in made["components"]}
    here = [each for each in made["components"] if "licenses" not in each]

    assert found == {(each.name, each.version) for each in pinned(LOCK)}
    assert len({each["bom-ref"] for each in made["components"]}) == len(made["components"])
    assert all("properties" in each for each in here), "only of another system or Python"


def test_what_is_referred_to_is_there(made) -> None:
    known = {each["bom-ref"] for each in [*made["components"], made["metadata"]["component"]]}

    for each in made["dependencies"]:
        assert {each["ref"], *each["dependsOn"]} <= known


def test_the_same_lock_gives_the_same_bill_and_another_one_another(made) -> None:
    assert bill(LOCK, AT) == made
    assert bill(LOCK + "# x\n", AT)["serialNumber"] != made["serialNumber"]


def test_one_command_writes_it(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(AT.timestamp())))

    assert main([str(tmp_path / "sbom.json")]) == 0
    assert json.loads((tmp_path / "sbom.json").read_bytes())["bomFormat"] == "CycloneDX"


def test_a_line_that_pins_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="not pinned"):
        pinned("thing>=2 --hash=sha256:" + "0" * 64)
