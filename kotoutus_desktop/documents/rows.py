"""The building blocks of a sheet: numbered rows with what they say."""

from collections.abc import Sequence
from dataclasses import dataclass

from kotoutus_desktop.documents.said import Said, Words


@dataclass(frozen=True)
class Line:
    """One statement of a row. `label` is a fixed text that stands before it."""

    said: Said
    label: str | None = None
    strong: bool = False


Lines = tuple[Line, ...]


@dataclass(frozen=True)
class Row:
    """What stands under one number, in every column."""

    number: str
    lines: Lines


@dataclass(frozen=True)
class Part:
    """A heading with its rows."""

    title: Said
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Letterhead:
    """The office, in the official language; what is empty is not printed."""

    name: str
    unit: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Signature:
    """A line to sign on: who signs, and the printed name, which may be empty."""

    role: Said
    name: str = ""


def numbered(first: int, parts: Sequence[tuple[str, Sequence[Lines]]]) -> tuple[Part, ...]:
    """Number the rows of the parts through from `first`; parts without rows are left out."""
    made: list[Part] = []
    number = first
    for title, rows in parts:
        if rows:
            numbers = range(number, number + len(rows))
            pairs = zip(numbers, rows, strict=True)
            made.append(Part(Words(title), tuple(Row(str(place), lines) for place, lines in pairs)))
            number += len(rows)
    return tuple(made)
