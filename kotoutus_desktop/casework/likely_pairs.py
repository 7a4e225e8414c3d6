"""Which clients may be registered twice: proposed by the rules of `duplicates`, never decided.

A case that somebody may not open is in no pair for them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.due import DueClient, find_clients
from kotoutus_desktop.casework.duplicates import Match, Reason, possible_duplicates
from kotoutus_desktop.casework.restricted import may_open
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.models.name_key import NameKey
from kotoutus_desktop.models.name_keys import KeyKind, skeletons, words_in
from kotoutus_desktop.models.visit import visit_of

MOST_ALIKE = 12
"""People born on one day that are compared; a day that stands for "unknown" has more."""


@dataclass(frozen=True)
class Pair:
    """Two records that may be of one person; `first` was registered before."""

    first: DueClient
    second: DueClient
    reason: Reason


def likely_pairs(session: Session) -> list[Pair]:
    """Return the pairs with one identity code, or one date of birth and names that sound alike."""
    found: dict[tuple[UUID, UUID], Reason] = {}
    for pair in _same_birth(session):
        found[pair] = Reason.NAME_AND_BIRTH_DATE
    for pair in _same_code(session):
        found[pair] = Reason.IDENTITY_CODE
    closed = _closed_to_me(session)
    found = {pair: reason for pair, reason in found.items() if not closed & set(pair)}
    clients = find_clients(session, {each for pair in found for each in pair})
    pairs = [Pair(clients[one], clients[two], reason) for (one, two), reason in found.items()]
    return sorted(pairs, key=lambda each: (each.reason, each.first.sort_name, each.first.id))


def candidates_of(session: Session, client: Client) -> list[Match]:
    """Return who may be the same person as a client, the likeliest first."""
    closed, household = _closed_to_me(session), client.household
    matches = possible_duplicates(
        session,
        names=[client.given_names, client.family_names],
        born=client.born,
        identity_code=client.identity_code or "",
        phone="" if household else client.phone,
        exclude_id=client.id,
    )
    return [each for each in matches if each.client_id not in closed]


def _same_code(session: Session) -> Iterator[tuple[UUID, UUID]]:
    of_codes = NameKey.kind == KeyKind.IDENTITY_CODE.value
    twice = select(NameKey.key).where(of_codes).group_by(NameKey.key).having(func.count() > 1)
    query = select(NameKey.key, NameKey.client_id).where(of_codes, NameKey.key.in_(twice))
    groups: dict[str, set[UUID]] = defaultdict(set)
    for key, client in session.execute(query):
        groups[key].add(client)
    for group in groups.values():
        yield from combinations(sorted(group), 2)


def _same_birth(session: Session) -> Iterator[tuple[UUID, UUID]]:
    query = select(Client.id, Client.born, Client.given_names, Client.family_names).where(
        Client.born.is_not(None), Client.born_precision == Precision.DAY
    )
    groups: dict[object, list[tuple[UUID, str]]] = defaultdict(list)
    for client, born, given, family in session.execute(query):
        if born is None:
            continue
        # day and month may have been written the other way round
        key = (born.year, *sorted((born.month, born.day)))
        groups[key].append((client, f"{given} {family}"))
    for group in groups.values():
        if 1 < len(group) <= MOST_ALIKE:
            yield from _alike(group)


def _alike(group: Sequence[tuple[UUID, str]]) -> Iterator[tuple[UUID, UUID]]:
    heard = [(client, [skeletons(word) for word in words_in(name)]) for client, name in group]
    for (one, names), (other, others) in combinations(sorted(heard, key=lambda h: h[0]), 2):
        if names and others and (_within(names, others) or _within(others, names)):
            yield one, other


def _within(names: Iterable[frozenset[str]], others: Sequence[frozenset[str]]) -> bool:
    """Whether each name sounds like one of the others."""
    return all(any(name & other for other in others) for name in names)


def _closed_to_me(session: Session) -> set[UUID]:
    officer = visit_of(session).officer
    restricted = session.scalars(select(Client.id).where(Client.hides_place)).all()
    return {each for each in restricted if not may_open(session, each, officer)}
