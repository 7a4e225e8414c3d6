"""Clients of a table: which rows are right, which are refused and why, who is known already."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.importing.table import Table, Unclear
from kotoutus_desktop.casework.importing.values import read_value
from kotoutus_desktop.casework.name_index import index_clients
from kotoutus_desktop.casework.register import faults_of, new_client, next_numbers
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.models.name_keys import identity_key, phone_key, sort_key
from kotoutus_desktop.progress import Report, ignore
from kotoutus_desktop.rules.identity_code import InvalidIdentityCode, identity_code

EVERY = 200  # rows between two reports
_UNCLEAR = N_("The line has {parts} parts where the others have {usual}. Mend it and read again.")


@dataclass(frozen=True)
class Refused:
    """Why a row cannot be taken: `number` in the file, `field` of a client, None for the row."""

    number: int
    fault: InvalidInput


@dataclass(frozen=True)
class Ready:
    """A row that can be taken. `known` is the client who may be the same person, None for nobody;
    `twice` the number of an earlier row of the table that tells of the same person.
    """

    number: int
    client: Client
    known: UUID | None = None
    known_number: str = ""
    twice: int | None = None

    @property
    def is_doubtful(self) -> bool:
        """Whether somebody is to look first: the person seems to be there already."""
        return self.known is not None or self.twice is not None


@dataclass(frozen=True)
class Prepared:
    """A whole table, looked at; nothing is stored yet."""

    ready: tuple[Ready, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True)
class Letter:
    """From whom a list letter came, and of which day it is."""

    channel: ContactChannel
    learned_on: date


@dataclass
class _Seen:
    """Who is there already, by what tells people apart."""

    clients: dict[tuple[str, str], tuple[UUID, str]] = field(default_factory=dict)
    rows: dict[tuple[str, str], int] = field(default_factory=dict)


def prepare(
    session: Session,
    table: Table,
    columns: Mapping[int, str],
    officer_id: UUID | None,
    now: datetime,
    report: Report = ignore,
) -> Prepared:
    """Read every row by the matched columns; `columns` are fields of a client by place."""
    today = now.astimezone().date()
    seen = _Seen(_known(session))
    ready: list[Ready] = []
    refused: list[Refused] = []
    for place, (number, cells) in enumerate(table.rows):
        if place % EVERY == 0:
            report(place, len(table.rows))
        client = new_client(officer_id, now)
        faults = list(_faults(client, cells, columns, today))
        if faults:
            refused += [Refused(number, fault) for fault in faults]
            continue
        ready.append(_compared(seen, number, client))
    return Prepared(tuple(ready), tuple(refused))


def store(session: Session, rows: Sequence[Ready], letter: Letter | None = None) -> int:
    """Register the clients of these rows, all or none with the caller's transaction.

    Where they stood in a list letter, each gets its contact (§ 9), which waits to be taken up.
    Returns how many they are.
    """
    clients = [row.client for row in rows]
    for client, number in zip(clients, next_numbers(session), strict=False):
        client.number = number
        if letter is not None:
            client.contacts = [_contact(client, letter)]
    session.add_all(clients)
    index_clients(session, clients)
    return len(clients)


def without_doubt(prepared: Prepared, also: Collection[int] = ()) -> list[Ready]:
    """Return the rows of people who are new here, and of those that somebody looked at."""
    return [row for row in prepared.ready if not row.is_doubtful or row.number in also]


def _faults(
    client: Client, cells: Sequence[Any], columns: Mapping[int, str], today: date
) -> Iterator[InvalidInput]:
    """Fill a client from the cells of a row and yield what cannot be right."""
    unclear = next((cell for cell in cells if isinstance(cell, Unclear)), None)
    if unclear is not None:
        yield InvalidInput("line", _UNCLEAR, parts=unclear.parts, usual=unclear.usual)
        return
    values: dict[str, Any] = {}
    for place, name in columns.items():
        try:
            values |= read_value(name, cells[place])
        except InvalidInput as fault:
            yield fault
    for name, value in values.items():
        setattr(client, name, value)
    _fill_birth(client, today)
    yield from faults_of(client, today)


def _contact(client: Client, letter: Letter) -> Contact:
    return Contact(client_id=client.id, learned_on=letter.learned_on, channel=letter.channel)


def _fill_birth(client: Client, today: date) -> None:
    """Take the date of birth of the identity code where no other is told."""
    if client.identity_code and client.born is None:
        try:
            client.born = identity_code(client.identity_code, today).born
        except InvalidIdentityCode:
            return  # said by `faults_of`
        client.born_precision = Precision.DAY


def _compared(seen: _Seen, number: int, client: Client) -> Ready:
    keys = list(_keys(client.identity_code, client.born, _name(client), client.phone))
    known = next((seen.clients[key] for key in keys if key in seen.clients), None)
    twice = next((seen.rows[key] for key in keys if key in seen.rows), None)
    for key in keys:
        seen.rows.setdefault(key, number)
    return Ready(number, client, known[0] if known else None, known[1] if known else "", twice)


def _known(session: Session) -> dict[tuple[str, str], tuple[UUID, str]]:
    found: dict[tuple[str, str], tuple[UUID, str]] = {}
    query = select(
        *(Client.id, Client.number, Client.identity_code, Client.born),
        *(Client.family_names, Client.given_names, Client.phone),
    )
    for client_id, number, code, born, family, given, phone in session.execute(query):
        for key in _keys(code, born, sort_key(family, given), phone):
            found.setdefault(key, (client_id, number))
    return found


def _keys(code: str | None, born: date | None, name: str, phone: str) -> Iterator[tuple[str, str]]:
    """Yield what two records of one person would have in common."""
    if code:
        yield "code", identity_key(code)
    if name and born:
        yield "name", f"{name} {born}"
    digits = phone_key(phone)
    if name and digits:
        yield "phone", f"{name} {digits}"


def _name(client: Client) -> str:
    return sort_key(client.family_names, client.given_names)
