"""What two laptops do not agree about, with both values and their story, until somebody decides.

Nothing is decided by itself: one value is shown meanwhile, the other is kept. What loses stays
in the history.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.due import DueClient, find_clients
from kotoutus_desktop.casework.log.decoding import decoded
from kotoutus_desktop.casework.name_index import index_client
from kotoutus_desktop.casework.restricted import may_open
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.joins import shown_as
from kotoutus_desktop.models.history.log_tables import CLASH, GONE, REPLICA
from kotoutus_desktop.models.history.merging import settle
from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.history.row_state import (
    Operation,
    RowState,
    states_of,
    tables_by_name,
)
from kotoutus_desktop.models.visit import visit_of

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
KEPT, DELETED = 0, 1
"""The two answers where a record was deleted on one laptop and changed on another."""

_DECIDED = N_("Somebody has decided this already.")


@dataclass(frozen=True)
class Side:
    """One of the values. `raw` is what `answer` takes; `value` as its field holds it.

    `is_shown`: the one that the forms show until somebody decides. `is_here`: written on this
    laptop.
    """

    raw: Any
    value: Any
    actor: UUID | None
    at: datetime
    is_shown: bool
    is_here: bool


@dataclass(frozen=True)
class Clash:
    """A field with several values; `field` GONE for a record deleted here and changed there.

    `client` None: it belongs to the office, or the client is gone.
    """

    subject: str
    row: UUID
    field: str
    case_id: UUID | None
    client: DueClient | None
    sides: tuple[Side, ...]

    @property
    def is_deletion(self) -> bool:
        """Whether the question is if the record is to be deleted."""
        return self.field == GONE


def count_clashes(session: Session) -> int:
    """Return how many questions are open, whoever may answer them."""
    return len(session.execute(select(CLASH.c.row, CLASH.c.field).distinct()).all())


def list_clashes(session: Session) -> list[Clash]:
    """Return the open questions, a client's together, the newest word first.

    Restricted cases are left out for whoever may not open them.
    """
    found = session.execute(select(CLASH.c.row, CLASH.c.field).distinct()).all()
    states = states_of(session.connection(), {row.bytes for row, _field in found})
    own = session.execute(select(REPLICA.c.id)).scalar_one().bytes
    shown_in = shown_as(session.connection())
    cases = {UUID(bytes=case) for state in states.values() for case in state.cases}
    cases |= set(shown_in.values())
    clients = find_clients(session, cases)
    for case, root in shown_in.items():
        if root in clients:
            clients[case] = clients[root]
    clashes = [_clash(row, name, states[row.bytes], clients, own) for row, name in found]
    officer = visit_of(session).officer
    shown = [
        each
        for each in clashes
        if each.client is None
        or not each.client.hides_place
        or may_open(session, each.client.id, officer)
    ]
    return sorted(shown, key=_order)


def answer(session: Session, clash: Clash, raw: Any) -> None:
    """Decide for one of the values; every laptop that hears of it decides the same.

    Raises KotoutusError when it was decided meanwhile.
    """
    still = session.execute(
        select(CLASH.c.row).where(CLASH.c.row == clash.row, CLASH.c.field == clash.field)
    ).first()
    if still is None:
        raise KotoutusError(_DECIDED)
    settle(session.connection(), clash.subject, clash.row.bytes, clash.field, raw)
    session.expire_all()
    client = session.get(Client, clash.client.id) if clash.client else None
    if client is not None:
        index_client(session, client)
    entry = Note(Act.MERGE, clash.case_id, clash.subject, clash.row, clash.field)
    note(session.connection(), entry)


def _clash(
    row: UUID, name: str, state: RowState, clients: dict[UUID, DueClient], own: bytes
) -> Clash:
    case = next((UUID(bytes=each) for each in sorted(state.cases)), None)
    sides = _deletion(state, own) if name == GONE else _values(state, name, own)
    client = clients.get(case) if case else None
    return Clash(state.subject, row, name, case, client, tuple(sides))


def _values(state: RowState, name: str, own: bytes) -> Iterator[Side]:
    table = tables_by_name()[state.subject]
    told: set[str] = set()
    for place, (operation, raw) in enumerate(state.heads.get(name, ())):
        key = json.dumps(raw, sort_keys=True)
        if key not in told:
            told.add(key)
            yield _side(operation, raw, decoded(table.columns.get(name), raw), own, not place)


def _deletion(state: RowState, own: bytes) -> Iterator[Side]:
    """Yield the last word for keeping the record and the last for deleting it."""
    changes = [head for name, heads in state.heads.items() if name != GONE for head, _ in heads]
    if changes:
        yield _side(max(changes, key=lambda each: each.at), KEPT, KEPT, own, True)
    deaths = [head for head, value in state.heads.get(GONE, ()) if value]
    if deaths:
        yield _side(max(deaths, key=lambda each: each.at), DELETED, DELETED, own, False)


def _side(operation: Operation, raw: Any, value: Any, own: bytes, is_shown: bool) -> Side:
    return Side(
        raw,
        value,
        UUID(bytes=operation.actor) if operation.actor else None,
        EPOCH + timedelta(milliseconds=operation.at),
        is_shown,
        operation.replica == own,
    )


def _order(clash: Clash) -> tuple[Any, ...]:
    newest = max((side.at for side in clash.sides), default=EPOCH)
    name = clash.client.sort_name if clash.client else ""
    return (clash.client is None, name, clash.case_id or clash.row, -newest.timestamp())
