"""The schema of a case file, and its findings as faults that a person can mend."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from kotoutus_desktop.assets import resource
from kotoutus_desktop.casefile import faults
from kotoutus_desktop.casefile.faults import Fault

_LONGEST_QUOTE = 60
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FREE_TEXT = ("text", "language")
_FORMATS = FormatChecker(formats=())
_WRONG_FORMAT = {"date": faults.NO_DATE, "date-time": faults.NO_TIME, "uuid": faults.NO_ID}
_WRONG_TYPE = {
    "string": faults.TEXT,
    "integer": faults.NUMBER,
    "boolean": faults.TRUTH,
    "array": faults.LIST,
    "object": faults.OBJECT,
}


@_FORMATS.checks("date", raises=ValueError)
def _is_day(value: object) -> bool:
    # date.fromisoformat also reads 20261124 and week numbers
    return not isinstance(value, str) or bool(
        _DAY.fullmatch(value) and date.fromisoformat(value) is not None
    )


@_FORMATS.checks("date-time", raises=ValueError)
def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or (
        "T" in value and datetime.fromisoformat(value).tzinfo is not None
    )


@_FORMATS.checks("uuid", raises=ValueError)
def _is_id(value: object) -> bool:
    return not isinstance(value, str) or str(UUID(value)) == value.lower()


@cache
def case_schema() -> dict[str, Any]:
    """Return the JSON Schema of case files, which is also their documentation."""
    schema: dict[str, Any] = json.loads(resource("case.schema.json").read_text(encoding="utf-8"))
    return schema


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(case_schema(), format_checker=_FORMATS)


def schema_faults(values: object) -> list[Fault]:
    """Return what the schema finds wrong, in the order of the paths."""
    errors: Iterable[ValidationError] = _validator().iter_errors(values)
    found = [fault for error in errors for fault in _faults(error)]
    return sorted(found, key=lambda fault: (fault.path, fault.message))


def written_path(parts: Iterable[str | int]) -> str:
    """Write a path the way it is read aloud: plan.goals[0].need."""
    path = ""
    for part in parts:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path


def _quoted(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


def _faults(error: ValidationError) -> Iterator[Fault]:
    parts = list(error.absolute_path)
    if error.validator is None:  # a property that must not be there beside a phrase
        yield Fault(faults.BOTH, written_path(parts[: -1 if parts[-1] in _FREE_TEXT else None]))
        return
    path = written_path(parts)
    yield from _FINDINGS[str(error.validator)](error, path)


def _unknown(error: Any, path: str) -> Iterator[Fault]:
    for name in error.instance:
        if name not in error.schema["properties"]:
            yield Fault(faults.UNKNOWN, path, {"found": _quoted(name)})


def _missing(error: Any, path: str) -> Iterator[Fault]:
    # one error for each missing name, which only its message tells
    name = next(
        name
        for name in error.validator_value
        if name not in error.instance and error.message.startswith(repr(name))
    )
    yield Fault(faults.MISSING, path, {"found": name})


def _wrong_type(error: Any, path: str) -> Iterator[Fault]:
    wanted = error.validator_value
    yield Fault(_WRONG_TYPE[wanted if isinstance(wanted, str) else wanted[0]], path)


def _not_one_of(error: Any, path: str) -> Iterator[Fault]:
    allowed = ", ".join(_quoted(value) for value in error.validator_value)
    yield Fault(faults.NOT_ONE_OF, path, {"found": _quoted(error.instance), "allowed": allowed})


def _wrong_format(error: Any, path: str) -> Iterator[Fault]:
    message = _WRONG_FORMAT[error.validator_value]
    yield Fault(message, path, {"found": _quoted(error.instance)})


def _too_small(error: Any, path: str) -> Iterator[Fault]:
    yield Fault(
        faults.TOO_SMALL, path, {"found": error.instance, "smallest": error.validator_value}
    )


def _wrong_shape(error: Any, path: str) -> Iterator[Fault]:
    values = {"found": _quoted(error.instance), "expected": error.validator_value}
    yield Fault(faults.SHAPE, path, values)


def _needs(error: Any, path: str) -> Iterator[Fault]:
    for found, needed in error.validator_value.items():
        for name in needed:
            if found in error.instance and name not in error.instance:
                yield Fault(faults.NEEDS, path, {"found": found, "needed": name})


_FINDINGS: dict[str, Callable[[Any, str], Iterator[Fault]]] = {
    "additionalProperties": _unknown,
    "required": _missing,
    "type": _wrong_type,
    "enum": _not_one_of,
    "format": _wrong_format,
    "minimum": _too_small,
    "pattern": _wrong_shape,
    "dependentRequired": _needs,
}
