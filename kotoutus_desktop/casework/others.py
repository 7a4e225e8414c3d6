"""What a case holds about other people than the client: it is not given out to the client.

Regulation (EU) 2016/679 art. 15(4): a copy must not harm the rights of others. What a third
person told, and entries that the client has no right to see (621/1999 § 11(2)), stay back too.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from kotoutus_desktop.models.circumstances import SourceKind
from kotoutus_desktop.models.journal import Confidentiality


class Hidden(StrEnum):
    """Why a value is not given out."""

    OTHER_PERSON = "other_person"
    WITHHELD = "withheld"


OTHERS: Mapping[str, frozenset[str]] = {
    "appointment": frozenset({"interpreter"}),
    "assessment": frozenset({"interpreter"}),
    "assessment_participant": frozenset({"name"}),
    "contact": frozenset({"made_by"}),
    "guardian": frozenset({"name", "phone", "email"}),
    "journal_entry": frozenset({"with_whom"}),
    "plan_participant": frozenset({"name"}),
}
"""Columns that name or reach somebody else. Names of officials who acted in office stay."""

_SOURCES = ("source_detail", "detail")
_WITHHELD = frozenset({"text", "with_whom"})
_PEOPLE = frozenset({"guardians", "participants", "made_by", "interpreter", "with_whom"})


def hidden_value(table: str, column: str, value: Any, row: Mapping[str, Any]) -> Any:
    """Return the value, or why it is not given out. `row` are the values beside it."""
    if value in (None, ""):
        return value
    if table == "journal_entry" and column in _WITHHELD and _is_withheld(row):
        return Hidden.WITHHELD
    if column in OTHERS.get(table, ()):
        return Hidden.OTHER_PERSON
    if table == "entered_field" and column == "value" and _names_others(row):
        return Hidden.OTHER_PERSON
    if column in _SOURCES and str(row.get("source")) == SourceKind.RELATIVE:
        return Hidden.OTHER_PERSON
    return value


def _names_others(row: Mapping[str, Any]) -> bool:
    """Tell whether what was entered in a register says who took part, or who told it."""
    return str(row.get("field", "")).endswith(("_authors", "_sources"))


def without_others(value: Any) -> Any:
    """Return plain values of a form or a case file with other people's left out."""
    if isinstance(value, Mapping):
        return {
            name: str(Hidden.OTHER_PERSON) if name in _PEOPLE and inner else without_others(inner)
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return [without_others(each) for each in value]
    return value


def _is_withheld(row: Mapping[str, Any]) -> bool:
    """Tell whether an entry is kept back; a part of one that does not say so is."""
    return str(row.get("confidentiality", Confidentiality.NOT_TO_CLIENT)) == (
        Confidentiality.NOT_TO_CLIENT
    )
