"""From what stands in a cell to what a client's field holds."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from kotoutus_desktop.casework.importing.table import FORMULA
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.reference.code_list import CodeList
from kotoutus_desktop.reference.countries import countries
from kotoutus_desktop.reference.folding import fold
from kotoutus_desktop.reference.languages import languages
from kotoutus_desktop.reference.municipalities import municipalities

DATES = {"first_home_municipality_on", "first_granted", "permit_valid_until", "arrived_on"}
LONGEST = 300
_FINNISH_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
IDENTITY_CODE = re.compile(r"\d{6}[-+A-Fa-fU-Yu-y]\d{3}[0-9A-Ya-y]")
"""What looks like an identity code; whether it is one is looked at later."""
_ADDRESS = re.compile(r"(?:(?P<street>.*\S)[,\s]\s*)?(?P<code>\d{5})\s+(?P<town>[^\W\d_].*)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIRST_DAY = date(1899, 12, 30)  # the day 0 of spreadsheets
_DAYS = range(3654, 73051)  # 1910 to 2099: other numbers are no days
_YES = {"x", "1", "k", "kylla", "on", "ja", "yes", "true", "tosi", "sant"}
_NO = {"", "0", "e", "ei", "nej", "no", "false", "epatosi", "falskt"}

_A_FORMULA = N_("The cell holds a formula. Replace it with its value.")
_NO_DATE = N_("This is not a date. Write it as 24.11.2026.")
_NO_SUCH_DAY = N_("There is no such day. Check the date.")
_UNKNOWN = N_("“{text}” is not in the list. Write the name or the code, or leave it empty.")
_YES_OR_NO = N_("Write x or leave it empty.")
_TOO_LONG = N_("The text is {length} characters long; {longest} fit. Shorten it.")


def read_value(field: str, cell: Any) -> dict[str, Any]:
    """Return the fields of a client that a cell gives; an empty cell gives none.

    Raises InvalidInput for `field`.
    """
    if cell is FORMULA:
        raise InvalidInput(field, _A_FORMULA)
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return {}
    reader = _READERS.get(field)
    if reader is not None:
        return reader(field, cell)
    if field in DATES:
        return {field: _date(field, cell)}
    return {field: _text(field, cell)}


def _text(field: str, cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)  # a phone number that a spreadsheet took for a number
    text = " ".join(str(cell).split())
    if len(text) > LONGEST:
        raise InvalidInput(field, _TOO_LONG, length=len(text), longest=LONGEST)
    return text


def _date(field: str, cell: Any) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and int(cell) in _DAYS:
        return _FIRST_DAY + timedelta(days=int(cell))
    text = str(cell).strip()
    if found := _FINNISH_DATE.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _ISO_DATE.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    else:
        raise InvalidInput(field, _NO_DATE)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise InvalidInput(field, _NO_SUCH_DAY) from error


def _born(field: str, cell: Any) -> dict[str, Any]:
    """A year alone is a birth date too: many have no other."""
    text = _text(field, cell)
    if _YEAR.fullmatch(text):
        return {"born": date(int(text), 1, 1), "born_precision": Precision.YEAR}
    return {"born": _date(field, cell), "born_precision": Precision.DAY}


def _full_name(field: str, cell: Any) -> dict[str, Any]:
    """Family names stand before a comma; without one the last word is taken for them."""
    text = _text(field, cell)
    family, comma, given = text.partition(",")
    if not comma:
        given, _space, family = text.rpartition(" ")
    return {"family_names": family.strip(), "given_names": given.strip()}


def _code_or_born(field: str, cell: Any) -> dict[str, Any]:
    if IDENTITY_CODE.fullmatch(_text(field, cell)):
        return _identity("identity_code", cell)
    return _born(field, cell)


def whole_address(text: str) -> dict[str, Any]:
    """Return street, postal code and town of an address on one line; {} for what is none."""
    found = _ADDRESS.fullmatch(text)
    if found is None:
        return {}
    street = (found["street"] or "").rstrip(" ,")
    return {"street": street, "postal_code": found["code"], "town": found["town"]}


def _address(field: str, cell: Any) -> dict[str, Any]:
    """An address without a postal code is the street alone."""
    text = _text(field, cell)
    return whole_address(text) or {"street": text}


def _one_of(entries: Callable[[], CodeList[Any]]) -> Callable[[str, Any], dict[str, Any]]:
    return lambda field, cell: {field: _code(field, _text(field, cell), entries)}


def _several(field: str, cell: Any) -> dict[str, Any]:
    parts = [part.strip() for part in re.split(r"[,;/]", _text(field, cell)) if part.strip()]
    return {field: [_code(field, part, countries) for part in parts]}


def _code(field: str, text: str, entries: Callable[[], CodeList[Any]]) -> str:
    code = found_code(text, entries)
    if code is None:
        raise InvalidInput(field, _UNKNOWN, text=text[:40])
    return code


@lru_cache(maxsize=4096)  # a table says the same few names again and again
def found_code(text: str, entries_of: Callable[[], CodeList[Any]]) -> str | None:
    """Return the code of a name in any language or of a code; never of a part of a name."""
    entries = entries_of()
    number = text.zfill(3) if text.isdigit() else text
    for each in (text, number, text.upper(), text.lower()):
        if entries.get(each) is not None:
            return each
    wanted = fold(text)
    for entry in entries.search(text, "fi"):
        names = (entry.fi, entry.sv, entry.en, *entry.aliases)
        if any(fold(name) == wanted for name in names):
            return str(entry.code)
    return None


def _yes(field: str, cell: Any) -> dict[str, Any]:
    text = fold(_text(field, cell))
    if text in _YES:
        return {field: True}
    if text in _NO:
        return {field: False}
    raise InvalidInput(field, _YES_OR_NO)


def _identity(field: str, cell: Any) -> dict[str, Any]:
    return {field: _text(field, cell).upper()}


_READERS: Mapping[str, Callable[[str, Any], dict[str, Any]]] = {
    "born": _born,
    "full_name": _full_name,
    "code_or_born": _code_or_born,
    "address": _address,
    "citizenships": _several,
    "mother_tongue": _one_of(languages),
    "service_language": _one_of(languages),
    "home_municipality": _one_of(municipalities),
    "non_disclosure": _yes,
    "identity_code": _identity,
}
