"""A case file as a case, or a refusal that names every fault."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any, TypeVar

from kotoutus_desktop.casefile import faults
from kotoutus_desktop.casefile.case import FORMAT, Case
from kotoutus_desktop.casefile.faults import CaseRefused, Fault
from kotoutus_desktop.casefile.fields import CHILDREN, fields_of
from kotoutus_desktop.casefile.frozen import read_phrase
from kotoutus_desktop.casefile.schema import schema_faults
from kotoutus_desktop.casefile.sense import sense_faults
from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.issued import OwnPhrase
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Plan

M = TypeVar("M", bound=Model)


def read_case(source: str | bytes | Mapping[str, Any], *, frozen: bool = False) -> Case:
    """Return the case that a file's text, or its values, hold.

    The instances belong to no database; what the file leaves out has the default of its
    model. A case that the program itself has `frozen` must stay readable when the lists of
    codes change, so its codes are believed. Raises CaseRefused with every fault that was found.
    """
    values = dict(source) if isinstance(source, Mapping) else _parsed(source)
    _refuse(_format_faults(values))
    _refuse(schema_faults(values))
    if not frozen:
        _refuse(sense_faults(values))
    return _case(values)


def _refuse(found: list[Fault]) -> None:
    if found:
        raise CaseRefused(found)


def _parsed(source: str | bytes) -> Any:
    try:
        text = source.decode("utf-8-sig") if isinstance(source, bytes) else source
        return json.loads(text, object_pairs_hook=_without_repetition)
    except UnicodeDecodeError as error:
        raise CaseRefused([Fault(faults.NOT_UTF8)]) from error
    except json.JSONDecodeError as error:
        values = {"line": error.lineno, "column": error.colno}
        raise CaseRefused([Fault(faults.NOT_JSON, values=values)]) from error
    except (RecursionError, ValueError) as error:  # too deep, or a number of thousands of digits
        raise CaseRefused([Fault(faults.NOT_JSON, values={"line": 1, "column": 1})]) from error


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a field that is written twice: JSON would silently keep the last."""
    counted = Counter(name for name, _ in pairs)
    _refuse(
        [
            Fault(faults.REPEATED, values={"found": name})
            for name, times in counted.items()
            if times > 1
        ]
    )
    return dict(pairs)


def _format_faults(values: Any) -> list[Fault]:
    """A newer format is said first: the rest of its faults would mislead."""
    found = values.get("format") if isinstance(values, dict) else None
    if isinstance(found, int) and found > FORMAT:
        return [Fault(faults.NEWER, values={"found": found, "known": FORMAT})]
    return []


def _case(values: dict[str, Any]) -> Case:
    client = _row(Client, values["client"])
    assessment = _part(Assessment, values.get("assessment"), client)
    plan = _part(Plan, values.get("plan"), client)
    if assessment is not None:
        client.assessments.append(assessment)
    if plan is not None:
        client.plans.append(plan)
    return Case(
        office=_row(Office, values["office"]),
        officer=_row(Officer, values["officer"]),
        client=client,
        assessment=assessment,
        plan=plan,
        own_phrases=tuple(_row(OwnPhrase, phrase) for phrase in values.get("own_phrases", [])),
        phrases=tuple(read_phrase(phrase) for phrase in values.get("phrases", [])),
    )


def _part(model: type[M], values: dict[str, Any] | None, client: Client) -> M | None:
    return None if values is None else _row(model, values, client_id=client.id)


def _row(model: type[M], values: dict[str, Any], **keys: Any) -> M:
    """Build an instance with all that hangs on it; `keys` say whose case it belongs to."""
    given: dict[str, Any] = {
        field.name: None if values[field.name] is None else field.read(values[field.name])
        for field in fields_of(model)
        if field.name in values
    }
    row = model(**given, **keys)
    case = keys or {"client_id": row.id}
    for name, child in CHILDREN.get(model, {}).items():
        getattr(row, name).extend(_row(child, inner, **case) for inner in values.get(name, []))
    return row
