"""Keeping the keys by which clients are found and sorted."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.models.joining import JoinedClient
from kotoutus_desktop.models.name_key import NameKey
from kotoutus_desktop.models.name_keys import (
    PHONE_PREFIX,
    Key,
    KeyKind,
    born_key,
    identity_key,
    keys,
    number_keys,
    phone_key,
    sort_key,
)

AT_ONCE = 500  # clients or keys in one query


def index_client(session: Session, client: Client) -> None:
    """Bring the search keys and the sort name of a client up to date; stores only what changed."""
    session.add_all(NameKey(**values) for values in _renewed(session, [client]))
    session.flush()


def index_clients(session: Session, clients: Sequence[Client]) -> None:
    """Do the same for many clients, quickly; it cannot be undone: for what others wrote."""
    if new := _renewed(session, clients):
        session.connection().exec_driver_sql(
            'INSERT INTO name_key(id, client_id, kind, "key") VALUES(?, ?, ?, ?)',
            [(uuid7().bytes, e["client_id"].bytes, e["kind"], e["key"]) for e in new],
        )


def _renewed(session: Session, clients: Sequence[Client]) -> list[dict[str, Any]]:
    """Set the sort names, delete the keys that hold no more, and return those that are new."""
    for client in clients:
        client.sort_name = sort_key(client.family_names, client.given_names) or sort_key(
            client.call_name, client.own_script_name
        )
    session.flush()
    wanted = {(client.id, key) for client in clients for key in _keys_of(client)}
    wanted |= _keys_of_joined(session, [client.id for client in clients])
    kept = _kept_keys(session, [client.id for client in clients])
    outdated = [row_id for key, row_id in kept.items() if key not in wanted]
    for start in range(0, len(outdated), AT_ONCE):
        session.execute(delete(NameKey).where(NameKey.id.in_(outdated[start : start + AT_ONCE])))
    return [
        {"kind": key.kind.value, "key": key.key, "client_id": client_id}
        for client_id, key in sorted(wanted - kept.keys(), key=_by_client)
    ]


def _by_client(wanted: tuple[UUID, Key]) -> tuple[bytes, Key]:
    return wanted[0].bytes, wanted[1]


def _keys_of_joined(session: Session, ids: Sequence[UUID]) -> set[tuple[UUID, Key]]:
    """Return the names and numbers of records that are joined to these."""
    found: set[tuple[UUID, Key]] = set()
    for start in range(0, len(ids), AT_ONCE):
        part = ids[start : start + AT_ONCE]
        for each in session.scalars(select(JoinedClient).where(JoinedClient.client_id.in_(part))):
            numbers = {Key(KeyKind.NUMBER, key) for key in number_keys(each.number)}
            found |= {(each.client_id, key) for key in keys(each.names) | numbers}
    return found


def _kept_keys(session: Session, ids: Sequence[UUID]) -> dict[tuple[UUID, Key], UUID]:
    kept: dict[tuple[UUID, Key], UUID] = {}
    for start in range(0, len(ids), AT_ONCE):
        query = select(NameKey.id, NameKey.client_id, NameKey.kind, NameKey.key).where(
            NameKey.client_id.in_(ids[start : start + AT_ONCE])
        )
        kept |= {
            (client_id, Key(KeyKind(kind), key)): row_id
            for row_id, client_id, kind, key in session.execute(query)
        }
    return kept


def _keys_of(client: Client) -> set[Key]:
    found = keys(
        f"{client.given_names} {client.family_names}",
        f"{client.family_names} {client.given_names}",
        client.call_name,
        client.own_script_name,
        client.earlier_names,
    )
    found |= {Key(KeyKind.NUMBER, key) for key in number_keys(client.number)}
    if client.identity_code:
        found.add(Key(KeyKind.IDENTITY_CODE, identity_key(client.identity_code)))
    if len(phone := phone_key(client.phone)) >= PHONE_PREFIX:
        found.add(Key(KeyKind.PHONE, phone))
    if client.born and (born := born_key(client.born, client.born_precision.value)):
        found.add(Key(KeyKind.BORN, born))
    return found
