"""Is the person who is being registered already known to the office?

A hint while typing, never a decision: the counsellor looks and says whether it is the same person.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.models.name_key import NameKey
from kotoutus_desktop.models.name_keys import (
    PHONE_PREFIX,
    KeyKind,
    identity_key,
    phone_key,
    skeletons,
    words_in,
)

MOST = 5


class Reason(StrEnum):
    """What two records have in common."""

    IDENTITY_CODE = "identity_code"
    NAME_AND_BIRTH_DATE = "name_and_birth_date"
    NAME_AND_BIRTH_YEAR = "name_and_birth_year"
    NAME = "name"  # and a date of birth is missing, so that nothing speaks against it
    PHONE = "phone"


SCORES = {
    Reason.IDENTITY_CODE: 100,
    Reason.NAME_AND_BIRTH_DATE: 80,
    Reason.NAME_AND_BIRTH_YEAR: 50,
    Reason.NAME: 30,
    Reason.PHONE: 30,
}


@dataclass(frozen=True, slots=True)
class Match:
    """A client who may be the same person; `score` is higher for stronger reasons.

    With `non_disclosure` the name is "" and `born` None: the client is shown by number only.
    `language` is the code of the language of service, or else of the mother tongue.
    """

    client_id: UUID
    number: str
    name: str
    born: date | None
    non_disclosure: bool
    reasons: tuple[Reason, ...]
    score: int
    language: str = ""


class _Known(NamedTuple):
    id: UUID
    number: str
    given_names: str
    family_names: str
    born: date | None
    born_precision: Precision
    non_disclosure: bool
    mother_tongue: str
    service_language: str


def possible_duplicates(
    session: Session,
    *,
    names: Sequence[str],
    born: date | None = None,
    identity_code: str = "",
    phone: str = "",
    exclude_id: UUID | None = None,
) -> list[Match]:
    """Return the clients who may be the person being entered, the likeliest first, five at most.

    `names` are the fields as typed so far. A name counts when all its words sound like
    the client's and there are two, or one and the same date of birth.
    """
    reasons: dict[UUID, list[Reason]] = defaultdict(list)
    for client_id in _with_key(session, KeyKind.IDENTITY_CODE, identity_key(identity_code)):
        reasons[client_id].append(Reason.IDENTITY_CODE)
    alike, words = _sounding_alike(session, names)
    known = _clients(session, alike)
    for client in known.values():
        reason = _name_reason(client, born, words)
        if reason:
            reasons[client.id].append(reason)
    number = phone_key(phone)
    if len(number) > PHONE_PREFIX:
        for client_id in _with_key(session, KeyKind.PHONE, number):
            reasons[client_id].append(Reason.PHONE)
    if exclude_id is not None:
        reasons.pop(exclude_id, None)
    known |= _clients(session, reasons.keys() - known.keys())
    matches = [_match(known[client_id], why) for client_id, why in reasons.items()]
    return sorted(matches, key=lambda match: (-match.score, match.number, match.client_id))[:MOST]


def _with_key(session: Session, kind: KeyKind, key: str) -> Sequence[UUID]:
    if not key:
        return []
    return session.scalars(
        select(NameKey.client_id).where(NameKey.kind == kind.value, NameKey.key == key)
    ).all()


def _sounding_alike(session: Session, names: Sequence[str]) -> tuple[set[UUID], int]:
    """Return the clients of whom every word is a name by sound, and the number of words."""
    words = {frozenset(skeletons(word)) for name in names for word in words_in(name)}
    if not words:
        return set(), 0
    wanted = sorted(bones for word in words for bones in word)
    heard: dict[UUID, set[str]] = defaultdict(set)
    for client_id, key in session.execute(
        select(NameKey.client_id, NameKey.key).where(
            NameKey.kind == KeyKind.SOUND.value, NameKey.key.in_(wanted)
        )
    ):
        heard[client_id].add(key)
    alike = {who for who, bones in heard.items() if all(word & bones for word in words)}
    return alike, len(words)


def _clients(session: Session, ids: set[UUID]) -> dict[UUID, _Known]:
    """Return what is shown of the clients; SQLite takes only so many values at once."""
    columns = [getattr(Client, field) for field in _Known._fields]
    found: dict[UUID, _Known] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), 500):
        query = select(*columns).where(Client.id.in_(wanted[start : start + 500]))
        found |= {values[0]: _Known._make(values) for values in session.execute(query)}
    return found


def _name_reason(client: _Known, born: date | None, words: int) -> Reason | None:
    """Return how strong the same-sounding name is with what is known of the births."""
    if born is None or client.born is None or client.born_precision is Precision.UNKNOWN:
        return Reason.NAME if words > 1 else None
    if client.born_precision is Precision.DAY and _same_day(client.born, born):
        return Reason.NAME_AND_BIRTH_DATE
    if client.born.year == born.year:
        return Reason.NAME_AND_BIRTH_YEAR if words > 1 else None
    return None


def _same_day(first: date, second: date) -> bool:
    """Whether two dates are one, also when day and month were written the other way round."""
    swapped = (first.year, first.day, first.month) == (second.year, second.month, second.day)
    return first == second or swapped


def _match(client: _Known, reasons: Sequence[Reason]) -> Match:
    restricted = client.non_disclosure
    return Match(
        client_id=client.id,
        number=client.number,
        name="" if restricted else f"{client.given_names} {client.family_names}".strip(),
        born=None if restricted else client.born,
        non_disclosure=restricted,
        reasons=tuple(reasons),
        score=sum(SCORES[reason] for reason in reasons),
        language="" if restricted else client.service_language or client.mother_tongue,
    )
