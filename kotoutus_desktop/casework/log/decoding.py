"""From the values of an operation to those that the models work with."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Enum

from kotoutus_desktop.models.columns import Id, Utc, WordingColumn
from kotoutus_desktop.phrases.wording import Wording


def decoded(column: Column[Any] | None, value: Any) -> Any:
    """Return a value as its field holds it: a day, a member, a wording; None for nothing.

    What a newer version wrote, and this one cannot read, is returned as it was written.
    """
    if value in (None, ""):
        return None
    if column is None:
        return value
    with suppress(ValueError, TypeError, AttributeError):
        return _reader(column)(value)
    return value


def _reader(column: Column[Any]) -> Callable[[Any], Any]:
    readers: list[tuple[type | tuple[type, ...], Callable[[Any], Any]]] = [
        (Id, lambda value: UUID(hex=value)),
        (WordingColumn, _wording),
        (JSON, lambda value: json.loads(value) or None),
        ((Utc, DateTime), lambda value: datetime.fromisoformat(value).replace(tzinfo=UTC)),
        (Date, date.fromisoformat),
        (Boolean, bool),
    ]
    kind = column.type
    if isinstance(kind, Enum):
        return kind.enum_class or str
    return next((reader for types, reader in readers if isinstance(kind, types)), lambda v: v)


def _wording(value: str) -> Wording | None:
    wording = Wording.from_json(json.loads(value) or {})
    return None if wording.is_empty else wording
