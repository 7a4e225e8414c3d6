"""The list of clients, and finding one by a name, a number, a date of birth or a phone.

Whoever has a non-disclosure order (turvakielto) is found like everybody else, but shown by
number only: without name, place or date, also in search results.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, false, func, or_, select
from sqlalchemy.orm import Session

from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.models.name_key import NameKey
from kotoutus_desktop.models.name_keys import (
    PHONE_PREFIX,
    KeyKind,
    digits,
    fold,
    identity_key,
    phone_key,
    skeletons,
    words_in,
)

SOUND_PREFIX = 3  # letters of a skeleton from which its beginning is enough
MOST_TYPED = 200  # characters that are looked at: whoever pastes a page still gets an answer
MOST_WORDS = 12


class Found(StrEnum):
    """What the typed text has in common with a client."""

    LISTED = "listed"  # nothing was typed
    SPELLING = "spelling"  # name as spelled, or a number or date
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which clients a list shows; the default is everybody.

    `officer_id`: only those of one counsellor. `open`: True for those not closed, False for the
    closed ones. `language`: language of service. `municipality`: home municipality; it leaves out
    people of whom no list tells the place (`Client.hides_place`).
    """

    officer_id: UUID | None = None
    open: bool | None = None
    language: str = ""
    municipality: str = ""


class Row(NamedTuple):
    """A client in a list. With `non_disclosure` all names are "" and `born` is None."""

    id: UUID
    number: str
    family_names: str
    given_names: str
    call_name: str
    own_script_name: str
    mother_tongue: str
    service_language: str
    interpreter_needed: bool
    born: date | None
    born_precision: Precision
    home_municipality: str
    non_disclosure: bool
    officer_id: UUID | None
    closed_on: date | None
    found: Found = Found.LISTED


_MUNICIPALITY = case((Client.hides_place, ""), else_=Client.home_municipality)
_COLUMNS = [
    _MUNICIPALITY if field == "home_municipality" else getattr(Client, field)
    for field in Row._fields
    if field != "found"
]
_DATE = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})[./](\d{4})", re.ASCII)
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", re.ASCII)
_SIX_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{2})", re.ASCII)
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_IDENTITY_CODE = re.compile(r"\d{6}(?:[-+a-fu-y]\d{0,3}[0-9a-y]?)?", re.ASCII)  # or its beginning


def list_clients(
    session: Session, filters: Filters, offset: int = 0, limit: int = 100
) -> list[Row]:
    """Return a part of the list in Finnish alphabetical order, from row `offset` on."""
    return _rows(session, _ordered(filters).offset(offset).limit(limit), Found.LISTED)


def count_clients(session: Session, filters: Filters) -> int:
    """Return how many clients the list has."""
    return session.scalar(select(func.count(Client.id)).where(*_shown(filters))) or 0


def find_clients(
    session: Session, typed: str, *, limit: int = 50, filters: Filters | None = None
) -> list[Row]:
    """Return the clients that what was typed so far fits: by spelling first, then by sound.

    Every word has to fit a name or a number of the client; a part of a word fits by its
    beginning. A text of signs alone finds nobody; nothing typed gives the beginning of the list.
    """
    filters, typed = filters or Filters(), typed[:MOST_TYPED]
    if not typed.strip():
        return list_clients(session, filters, 0, limit)
    query = _ordered(filters).limit(limit)
    found = _rows(session, query.where(_spelled(typed)), Found.SPELLING)
    if len(found) < limit:
        seen = {row.id for row in found}
        heard = _rows(session, query.where(_heard(typed)), Found.SOUND)
        found += [row for row in heard if row.id not in seen]
    return found[:limit]


def _shown(filters: Filters) -> list[ColumnElement[bool]]:
    shown: list[ColumnElement[bool]] = []
    if filters.officer_id is not None:
        shown.append(Client.officer_id == filters.officer_id)
    if filters.open is not None:
        shown.append(Client.closed_on.is_(None) if filters.open else Client.closed_on.is_not(None))
    if filters.language:
        shown.append(Client.service_language == filters.language)
    if filters.municipality:
        shown.append(Client.home_municipality == filters.municipality)
        shown.append(~Client.hides_place)
    return shown


def _ordered(filters: Filters) -> Select[Any]:
    return select(*_COLUMNS).where(*_shown(filters)).order_by(Client.sort_name, Client.id)


def _rows(session: Session, query: Select[Any], found: Found) -> list[Row]:
    return [_disclosed(Row._make([*values, found])) for values in session.execute(query)]


def _disclosed(row: Row) -> Row:
    """Return the row as a list may show it (661/2009 § 36)."""
    if not row.non_disclosure:
        return row
    return row._replace(
        family_names="",
        given_names="",
        call_name="",
        own_script_name="",
        born=None,
        born_precision=Precision.UNKNOWN,
        home_municipality="",
    )


def _has(kind: KeyKind, key: str, *, whole: bool = False) -> ColumnElement[bool]:
    """Whether a client has a key that begins with `key`, or is it when `whole`."""
    same: ColumnElement[bool] = NameKey.key == key
    if not whole:
        # a range instead of LIKE, so that the index answers on every database
        same = and_(NameKey.key >= key, NameKey.key < key[:-1] + chr(ord(key[-1]) + 1))
    return Client.id.in_(select(NameKey.client_id).where(NameKey.kind == kind.value, same))


def _any(conditions: Iterable[ColumnElement[bool]]) -> ColumnElement[bool]:
    return or_(false(), *conditions)


def _every_word(words: list[str], fits: Any) -> ColumnElement[bool]:
    return and_(*(_any(fits(word)) for word in words[:MOST_WORDS])) if words else false()


def _spelled(typed: str) -> ColumnElement[bool]:
    whole = fold(typed).replace(" ", "")
    ways = [_every_word(typed.split(), _spellings), *_number_fits(typed)]
    return _any([*ways, _has(KeyKind.SPELLING, whole)] if whole else ways)


def _heard(typed: str) -> ColumnElement[bool]:
    words = words_in(typed)
    ways = [_every_word(words, lambda word: [*_spellings(word), *_sounds(word)])]
    if len(words) > 1:
        ways.append(_any(_sounds("".join(words))))
    return _any(ways)


def _spellings(word: str) -> list[ColumnElement[bool]]:
    parts = fold(word).split()
    spelled = [and_(*(_has(KeyKind.SPELLING, part) for part in parts))] if parts else []
    return spelled + _number_fits(word)


def _sounds(word: str) -> list[ColumnElement[bool]]:
    return [
        _has(KeyKind.SOUND, bones, whole=len(bones) < SOUND_PREFIX)
        for bones in sorted(skeletons(word))
    ]


def _number_fits(text: str) -> list[ColumnElement[bool]]:
    """Return the ways in which a text with digits may be a number of a client."""
    number = digits(text)
    if not number:
        return []
    fits = [_has(KeyKind.NUMBER, key) for key in [fold(text).replace(" ", "")] if key]
    if _IDENTITY_CODE.fullmatch(code := identity_key(text)):
        fits.append(_has(KeyKind.IDENTITY_CODE, code))
    if len(number) >= PHONE_PREFIX and not re.search(r"[^\W\d_]", text):
        fits.append(_has(KeyKind.PHONE, phone_key(text)))
    return fits + [_has(KeyKind.BORN, born) for born in _dates_in(text)]


def _dates_in(text: str) -> list[str]:
    """Return the digits of year, month and day that a text may mean: 14.3.1988, 3/1988, 140388."""
    text = text.strip()
    if found := _DATE.fullmatch(text):
        day, month, year = found.groups(default="")
    elif found := _ISO_DATE.fullmatch(text):
        year, month, day = found.groups(default="")
    elif found := _SIX_DIGITS.fullmatch(text):
        day, month, short = found.groups()
        return [f"{century}{short}{month}{day}" for century in ("19", "20")]
    else:
        return [text] if _YEAR.fullmatch(text) else []
    return [f"{year}{month:>02}{day:>02}" if day else f"{year}{month:>02}"]
