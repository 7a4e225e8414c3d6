"""The lines of a list letter, pasted or typed: what is between them, and what each part is."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from kotoutus_desktop.casework.importing.columns import match_columns
from kotoutus_desktop.casework.importing.table import MOST_COLUMNS, MOST_ROWS, Table, Unclear
from kotoutus_desktop.casework.importing.values import (
    IDENTITY_CODE,
    found_code,
    read_value,
    whole_address,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.reference.countries import countries
from kotoutus_desktop.reference.languages import languages
from kotoutus_desktop.reference.municipalities import municipalities

UNNAMED = "{n}"
HEADINGS_KNOWN = 2  # so many known words make a line of headings
MOST = 0.6  # of the values of a column that have to be of a kind
_DELIMITERS = (re.compile(r"\t"), re.compile(r"\s*;\s*"), re.compile(r" {2,}|\u00a0{2,}"))
_NOTHING = N_("Paste or type the lines first.")
_ONE_PART = N_(
    "No columns were found: put a tab, a semicolon or two spaces between the name and the rest."
)
_TOO_MANY = N_("There are too many lines. Take at most {rows} at a time.")
_LONGEST_PERMIT = timedelta(days=10 * 366)  # two dates farther apart are a birth and a permit
_NAME = re.compile(r"[^\W\d_][^\d;]*")
_PHONE = re.compile(r"\+?[\d ()-]{6,20}")
_POSTAL = re.compile(r"\d{5}")


def typed_table(text: str, unnamed: str = UNNAMED) -> Table:
    """Return the lines as a table, numbered as they stand; `unnamed` names a column by `n`.

    A line that has another number of parts than the others cannot be told apart: it is refused
    later, with that reason. Raises InvalidInput for `text`.
    """
    lines = [(n, line.strip(" \r")) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        raise InvalidInput("text", _NOTHING)
    if len(lines) > MOST_ROWS:
        raise InvalidInput("text", _TOO_MANY, rows=MOST_ROWS)
    delimiter = max(_DELIMITERS, key=lambda each: _count(each, lines))
    rows = [(number, _parts(line, delimiter)) for number, line in lines]
    usual = _usual([parts for _n, parts in rows])
    if usual == 1:
        raise InvalidInput("text", _ONE_PART)
    first = [part.strip() for part in rows[0][1]]
    if len(match_columns(first)) >= HEADINGS_KNOWN:
        headings, rows = tuple(first), rows[1:]
        usual = len(headings)
    else:
        headings = tuple(unnamed.format(n=place) for place in range(1, usual + 1))
    return Table(headings, tuple((number, _cells(parts, usual)) for number, parts in rows))


def guess_columns(table: Table) -> dict[int, str]:
    """Return what the columns are, by their headings or else by what stands in them."""
    matched = match_columns(table.headings)
    if matched:
        return matched
    columns = [_values(table, place) for place in range(len(table.headings))]
    guessed: dict[int, str] = {}
    for place, values in enumerate(columns):
        taken = guessed.values()
        free = (name for name, is_it in _KINDS if name not in taken and _mostly(values, is_it))
        mixed = _is_mixed(values) and "code_or_born" not in taken
        if field := "code_or_born" if mixed else next(free, ""):
            guessed[place] = field
    _tell_dates_apart(guessed, columns)
    _tell_names_apart(guessed, columns)
    return guessed


def _count(delimiter: re.Pattern[str], lines: Sequence[tuple[int, str]]) -> int:
    return sum(bool(delimiter.search(line)) for _number, line in lines)


def _parts(line: str, delimiter: re.Pattern[str]) -> list[str]:
    parts = [part.strip() for part in delimiter.split(line)]
    while parts and not parts[-1]:
        parts.pop()
    return parts[: MOST_COLUMNS + 1]


def _usual(rows: Sequence[Sequence[str]]) -> int:
    """Return how many parts most lines have; of two counts the larger."""
    counts = Counter(len(parts) for parts in rows)
    return max(counts, key=lambda each: (counts[each], each)) if counts else 0


def _cells(parts: Sequence[str], usual: int) -> tuple[Any, ...]:
    if len(parts) != usual:
        return (Unclear(len(parts), usual),) * usual
    return tuple(parts)


def _values(table: Table, place: int) -> list[str]:
    cells = (cells[place] for _number, cells in table.rows)
    return [cell for cell in cells if isinstance(cell, str) and cell]


def _mostly(values: Sequence[str], is_it: Callable[[str], bool]) -> bool:
    return bool(values) and sum(is_it(each) for each in values) >= MOST * len(values)


def _reads(field: str) -> Callable[[str], bool]:
    def is_it(text: str) -> bool:
        try:
            return bool(read_value(field, text))
        except InvalidInput:
            return False

    return is_it


def _is_code(text: str) -> bool:
    return bool(IDENTITY_CODE.fullmatch(text))


def _is_mixed(values: Sequence[str]) -> bool:
    """Tell whether a column has the codes of some and the birthdays of others."""
    is_day = _reads("born")
    return any(map(_is_code, values)) and any(map(is_day, values))


_KINDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("identity_code", _is_code),
    ("born", _reads("born")),
    ("first_granted", _reads("first_granted")),
    ("permit_valid_until", _reads("permit_valid_until")),
    ("postal_code", lambda text: bool(_POSTAL.fullmatch(text))),
    ("phone", lambda text: bool(_PHONE.fullmatch(text))),
    ("email", lambda text: "@" in text),
    ("address", lambda text: bool(whole_address(text))),
    ("home_municipality", lambda text: found_code(text, municipalities) is not None),
    ("service_language", lambda text: found_code(text, languages) is not None),
    ("citizenships", lambda text: found_code(text, countries) is not None),
    ("full_name", lambda text: bool(_NAME.fullmatch(text))),
    ("given_names", lambda text: bool(_NAME.fullmatch(text))),
    ("street", lambda text: any(letter.isdigit() for letter in text)),
)
"""Fields and what their values look like; the first that fits and is not taken yet."""


def _tell_dates_apart(guessed: dict[int, str], columns: Sequence[Sequence[str]]) -> None:
    """Of two dates the earlier is the birth. Beside an identity code one is that of the permit."""
    places = {field: place for place, field in guessed.items()}
    born, granted = places.get("born"), places.get("first_granted")
    has_code = bool({"identity_code", "code_or_born"} & set(places))
    if born is not None and granted is None:
        guessed[born] = "first_granted" if has_code else "born"
    if born is None or granted is None:
        return
    if _middle(columns[granted]) < _middle(columns[born]):
        guessed[born], guessed[granted] = "first_granted", "born"
    elif has_code and _middle(columns[granted]) - _middle(columns[born]) < _LONGEST_PERMIT:
        guessed[born], guessed[granted] = "first_granted", "permit_valid_until"


def _middle(values: Sequence[str]) -> date:
    days = sorted(read_value("born", each)["born"] for each in values if _reads("born")(each))
    middle: date = days[len(days) // 2]
    return middle


def _tell_names_apart(guessed: dict[int, str], columns: Sequence[Sequence[str]]) -> None:
    """Two columns of words are family names and given names, in this order."""
    places = {field: place for place, field in guessed.items()}
    whole, given = places.get("full_name"), places.get("given_names")
    if whole is None or given is None:
        return
    if any("," in each for each in columns[whole]):
        del guessed[given]
    else:
        guessed[whole] = "family_names"
