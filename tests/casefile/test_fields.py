import inspect
from typing import Any

import pytest
from sqlalchemy import inspect as mapped

from kotoutus_desktop.casefile.fields import CHILDREN, INTERNAL, PARTS, fields_of
from kotoutus_desktop.casefile.schema import case_schema
from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.issued import OwnPhrase

MODELS = sorted(INTERNAL, key=lambda model: model.__name__)


def schema_of(model: type[Model]) -> dict[str, Any]:
    definitions = case_schema()["$defs"]
    parts = {part: name for name, part in PARTS.items()} | {OwnPhrase: "own_phrase"}
    if model in parts:
        return definitions[parts[model]]
    for parent, children in CHILDREN.items():
        for name, child in children.items():
            if child is model:
                reference = schema_of(parent)["properties"][name]["items"]["$ref"]
                return definitions[reference.removeprefix("#/$defs/")]
    raise AssertionError(model)


def written(model: type[Model]) -> set[str]:
    return {field.name for field in fields_of(model)} | set(CHILDREN.get(model, {}))


@pytest.mark.parametrize("model", MODELS)
def test_no_field_of_a_model_is_forgotten(model: type[Model]) -> None:
    everything = {attribute.key for attribute in mapped(model).attrs}

    assert written(model) | INTERNAL[model] == everything
    assert not written(model) & INTERNAL[model]


@pytest.mark.parametrize("model", MODELS)
def test_the_schema_names_the_same_fields(model: type[Model]) -> None:
    assert set(schema_of(model)["properties"]) == written(model)


@pytest.mark.parametrize("model", MODELS)
def test_the_schema_requires_what_the_model_does(model: type[Model]) -> None:
    parameters = inspect.signature(model.__init__).parameters
    needed = {
        name for name in written(model) if parameters[name].default is inspect.Parameter.empty
    }

    assert set(schema_of(model).get("required", [])) == needed


@pytest.mark.parametrize("model", MODELS)
def test_the_schema_offers_the_values_of_the_enums(model: type[Model]) -> None:
    properties = schema_of(model)["properties"]
    for column in model.__table__.columns:
        members = getattr(column.type, "enum_class", None)
        if members is not None and column.name not in INTERNAL[model]:
            allowed = [member.value for member in members] + [None] * bool(column.nullable)
            assert properties[column.name]["enum"] == allowed


def test_every_field_is_described() -> None:
    for name, definition in case_schema()["$defs"].items():
        assert definition["additionalProperties"] is False, name
        for field, value in definition["properties"].items():
            assert value.get("description"), f"{name}.{field}"
