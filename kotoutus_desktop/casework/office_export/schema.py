"""What the tables of an export hold, for programs and for people: each table and each column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy import Column, Table

from kotoutus_desktop.models.columns import Id, Utc, WordingColumn

_CENTS = frozenset({"amount", "cost", "highest", "interpreter_cost", "price"})
_OF_DAY = frozenset({"starts"})


class Kind(StrEnum):
    """How a value is written in the files."""

    KEY = "key"
    DAY = "day"
    MOMENT = "moment"
    YES_OR_NO = "yes_or_no"
    NUMBER = "number"
    CENTS = "cents"
    MINUTE_OF_DAY = "minute_of_day"
    CODE = "code"
    PHRASE = "phrase"
    LIST_OR_MAP = "list_or_map"
    TEXT = "text"


_KINDS: Mapping[type, Kind] = MappingProxyType(
    {
        Id: Kind.KEY,
        Utc: Kind.MOMENT,
        WordingColumn: Kind.PHRASE,
        sa.Enum: Kind.CODE,
        sa.Boolean: Kind.YES_OR_NO,
        sa.Date: Kind.DAY,
        sa.JSON: Kind.LIST_OR_MAP,
    }
)


@dataclass(frozen=True)
class ColumnSchema:
    """A column. `words` say what it holds, `table` whose key it is, `codes` what codes mean."""

    name: str
    words: str
    kind: Kind
    table: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class TableSchema:
    """A table; `words` say what one of its rows is."""

    name: str
    words: str
    columns: Sequence[ColumnSchema]


class Describer(Protocol):
    """What says tables, columns and codes in words; the words belong to the interface."""

    def table(self, name: str) -> str:
        """Return what a row of a table is."""

    def column(self, table: str, name: str) -> str:
        """Return what a column holds."""

    def code(self, value: StrEnum) -> str:
        """Return what a code means."""

    def kind(self, kind: Kind) -> str:
        """Return how values of a kind are written."""


def schema_of(tables: Sequence[Table], describer: Describer) -> list[TableSchema]:
    """Return what the tables hold, in their order."""
    return [
        TableSchema(table.name, describer.table(table.name), tuple(_columns(table, describer)))
        for table in tables
    ]


def schema_json(tables: Sequence[TableSchema], describer: Describer) -> dict[str, Any]:
    """Return the schema as plain values."""
    return {table.name: _table_json(table, describer) for table in tables}


def _table_json(table: TableSchema, describer: Describer) -> dict[str, Any]:
    return {
        "words": table.words,
        "columns": {column.name: _column_json(column, describer) for column in table.columns},
    }


def _column_json(column: ColumnSchema, describer: Describer) -> dict[str, Any]:
    content: dict[str, Any] = {
        "words": column.words,
        "kind": column.kind.value,
        "written": describer.kind(column.kind),
    }
    if column.table:
        content["key_of"] = column.table
    if column.codes:
        content["codes"] = dict(column.codes)
    return content


def _columns(table: Table, describer: Describer) -> Iterator[ColumnSchema]:
    for column in table.columns:
        parents = [each.column.table.name for each in column.foreign_keys]
        yield ColumnSchema(
            column.name,
            describer.column(table.name, column.name),
            _kind(column),
            parents[0] if parents else "",
            _codes(column, describer),
        )


def _kind(column: Column[Any]) -> Kind:
    if isinstance(column.type, sa.Integer):
        if column.name in _CENTS:
            return Kind.CENTS
        return Kind.MINUTE_OF_DAY if column.name in _OF_DAY else Kind.NUMBER
    return _KINDS.get(type(column.type), Kind.TEXT)


def _codes(column: Column[Any], describer: Describer) -> Mapping[str, str]:
    kind = column.type
    members = kind.enum_class if isinstance(kind, sa.Enum) else None
    return {each.value: describer.code(each) for each in members or () if isinstance(each, StrEnum)}
