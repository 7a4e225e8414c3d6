"""Two records of one person become one case, with what the counsellor chose where they differ.

The second record's rows are shown under the first and stay what they were (`history.joins`);
what is chosen is written to the first. Every function works in the caller's transaction.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework import households
from kotoutus_desktop.casework.held import case_tables
from kotoutus_desktop.casework.log.decoding import decoded
from kotoutus_desktop.casework.name_index import index_client
from kotoutus_desktop.casework.restricted import require_open
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.joins import RESTRICTING
from kotoutus_desktop.models.history.log_tables import GONE, case_column
from kotoutus_desktop.models.history.merging import show_records
from kotoutus_desktop.models.history.row_state import states_of, tables_by_name
from kotoutus_desktop.models.joining import JoinedClient
from kotoutus_desktop.models.name_key import NameKey
from kotoutus_desktop.models.visit import visit_of

_INNER = frozenset({"id", "number", "sort_name", "created_at", "household", "household_role"})
_SAME = N_("These are one record. Choose another one to join it with.")
_GONE = N_("One of the two records is not there any more: go back and look again.")


@dataclass(frozen=True)
class Difference:
    """A field in which two records differ. An empty value is None, "", [] or False.

    `takes_second`: what is proposed, where the first says nothing. `is_fixed`: nothing to choose,
    since one restricts the case.
    """

    name: str
    first: Any
    second: Any
    takes_second: bool
    is_fixed: bool = False


@dataclass(frozen=True)
class Preview:
    """What joining two records would do. `moving`: how many records of each table come along.

    `households`: whether both live with somebody, and not with the same people.
    """

    first: Client
    second: Client
    differences: tuple[Difference, ...]
    moving: Mapping[str, int]
    households: bool


@dataclass(frozen=True)
class Late:
    """A field that somebody changed in a joined record, not knowing that it was joined."""

    joined: UUID
    number: str
    name: str
    value: Any
    present: Any


def preview(session: Session, first_id: UUID, second_id: UUID) -> Preview:
    """Return both records side by side; raises KotoutusError, NotLetIn or ReasonNeeded."""
    first, second = _both(session, first_id, second_id)
    return Preview(
        first,
        second,
        tuple(_differences(first, second)),
        _moving(session, second_id),
        bool(first.household and second.household and first.household != second.household),
    )


def join(
    session: Session,
    first_id: UUID,
    second_id: UUID,
    take_second: Sequence[str],
    *,
    families: bool = True,
    today: date,
) -> Client:
    """Join the second record to the first; returns the first.

    `take_second` names the fields of which the second's value holds. `families`: whoever lives
    with either makes one household. Raises KotoutusError, NotLetIn or ReasonNeeded.
    """
    first, second = _both(session, first_id, second_id)
    for each in _differences(first, second):
        if each.is_fixed or each.name in take_second:
            setattr(first, each.name, each.second if each.second else each.first)
    _bring_households(session, first, second, families=families)
    session.flush()
    row = JoinedClient(
        client_id=first.id,
        joined_id=second.id,
        number=second.number,
        names=_names(second),
        seen=_told(session, second.id),
        joined_on=today,
        officer_id=visit_of(session).officer,
    )
    session.add(row)
    session.flush()
    session.execute(delete(NameKey).where(NameKey.client_id == second_id))
    _show(session, second_id)
    client = session.get_one(Client, first_id)
    index_client(session, client)
    return client


def joined_to(session: Session, client_id: UUID) -> Sequence[JoinedClient]:
    """Return the records that are joined to a client, the oldest first."""
    query = select(JoinedClient).where(
        JoinedClient.client_id == client_id, JoinedClient.joined_id != client_id
    )
    return session.scalars(query.order_by(JoinedClient.id)).all()


def separate(session: Session, joined_id: UUID) -> None:
    """Take a join back: the second record is there again with its own rows.

    What was chosen for the first stays; what it was before stands in the log.
    """
    rows = session.scalars(select(JoinedClient).where(JoinedClient.joined_id == joined_id)).all()
    clients = {row.client_id for row in rows}
    for row in rows:
        session.delete(row)
    session.flush()
    _show(session, joined_id)
    for client_id in (joined_id, *clients):
        client = session.get(Client, client_id)
        if client is not None:
            index_client(session, client)


def late_news(session: Session, client_id: UUID) -> list[Late]:
    """Return what another laptop wrote in the joined records since they were joined."""
    client, found = session.get_one(Client, client_id), []
    columns = tables_by_name()["client"].columns
    for row in joined_to(session, client_id):
        for name, raw in _told(session, row.joined_id).items():
            if name in _INNER or row.seen.get(name) == raw:
                continue
            value = decoded(columns.get(name), raw)
            present = getattr(client, name)
            if value != present or name in RESTRICTING:
                found.append(Late(row.joined_id, row.number, name, value, present))
    return found


def settle_late(session: Session, client_id: UUID, late: Sequence[Late]) -> None:
    """Record that the news of the joined records were looked at, taking over those in `late`."""
    taken = {each.name: each.value for each in late}
    for row in joined_to(session, client_id):
        session.add(
            JoinedClient(
                client_id=row.client_id,
                joined_id=row.joined_id,
                number=row.number,
                names=row.names,
                seen=_told(session, row.joined_id),
                joined_on=row.joined_on,
                officer_id=row.officer_id,
            )
        )
        session.delete(row)
    session.flush()
    _show(session, client_id)
    client = session.get_one(Client, client_id)
    for name, value in taken.items():
        setattr(client, name, value)
    session.flush()
    index_client(session, client)


def _both(session: Session, first_id: UUID, second_id: UUID) -> tuple[Client, Client]:
    if first_id == second_id:
        raise KotoutusError(_SAME)
    for each in (first_id, second_id):
        require_open(session, each)
    first, second = session.get(Client, first_id), session.get(Client, second_id)
    if first is None or second is None:
        raise KotoutusError(_GONE)
    return first, second


def _differences(first: Client, second: Client) -> list[Difference]:
    found = []
    for column in tables_by_name()["client"].columns:
        name = column.name
        one, other = getattr(first, name), getattr(second, name)
        if name in _INNER or one == other or (not one and not other):
            continue
        fixed = name in RESTRICTING
        found.append(Difference(name, one, other, not one or (fixed and bool(other)), fixed))
    return found


def _moving(session: Session, client_id: UUID) -> dict[str, int]:
    counts: dict[str, int] = {}
    of_cases = {each.name for each in case_tables()}
    for table in case_tables():
        parents = {key.column.table.name for key in table.foreign_keys} & of_cases
        if table.name == "client" or parents != {"client"}:
            continue  # what is part of another record comes along with it
        column = table.c[case_column(table) or "id"]
        count = session.scalar(select(func.count()).where(column == client_id)) or 0
        if count:
            counts[table.name] = count
    return counts


def _bring_households(session: Session, first: Client, second: Client, *, families: bool) -> None:
    """Let the first live with the second's people; its own come along where `families` says so."""
    if second.household is None or first.household == second.household:
        return
    if first.household is not None and not families:
        return
    own = second.household
    others = households.members(session, second)
    for person in others:
        households.join(session, first, person)
    if not others and first.household is None:
        first.household, first.household_role = own, first.household_role or second.household_role


def _names(client: Client) -> str:
    fields = ("given_names", "family_names", "call_name", "own_script_name", "earlier_names")
    return " ".join(filter(None, (getattr(client, name).strip() for name in fields)))


def _told(session: Session, client_id: UUID) -> dict[str, Any]:
    """Return what the history says of a client's own row, as it stores it."""
    heads = states_of(session.connection(), {client_id.bytes})[client_id.bytes].heads
    return {name: found[0][1] for name, found in heads.items() if name != GONE}


def _show(session: Session, record: UUID) -> None:
    """Show a record where it belongs now; everything that was read is read anew."""
    session.flush()
    show_records(session.connection(), [record.bytes])
    session.expunge_all()
