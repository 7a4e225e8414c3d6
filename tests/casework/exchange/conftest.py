"""Two laptops of one office that know each other."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from kotoutus_desktop.casework.exchange.laptops import name_laptop, own_card, trust
from kotoutus_desktop.casework.exchange.news import News
from kotoutus_desktop.casework.exchange.receiving import look_at, read_transfer, take
from kotoutus_desktop.casework.exchange.sending import pack
from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.recording import become_another
from tests.conftest import KEY, TODAY

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@dataclass
class Laptop:
    """An office's file on one laptop; `known` are the others by their names."""

    name: str
    database: Database
    known: dict[str, UUID]

    def send(self, to: "Laptop", cases: set[UUID] | None = None) -> bytes:
        """Return a transfer file for another."""
        with self.database.transaction() as session:
            return pack(session, [self.known[to.name]], cases, NOW).data

    def look(self, data: bytes) -> News:
        """Return what a file would bring."""
        with self.database.transaction() as session:
            incoming = read_transfer(session, data)
        return look_at(self.database, incoming, NOW)

    def take(self, data: bytes) -> News:
        """Take a file over."""
        with self.database.transaction() as session:
            return take(session, read_transfer(session, data), NOW)

    def store(self, client: Client) -> Client:
        """Register a client."""
        with self.database.transaction() as session:
            store_client(session, client, TODAY)
        return client

    def change(self, key: UUID, **values: object) -> None:
        """Change fields of a client."""
        with self.database.transaction() as session:
            client = session.get_one(Client, key)
            for name, value in values.items():
                setattr(client, name, value)

    def read(self, key: UUID) -> Client | None:
        """Return a client, None when there is none."""
        with self.database.reading() as session:
            return session.get(Client, key)


def acquaint(one: Laptop, other: Laptop) -> None:
    """Make two laptops known to each other."""
    for here, there in ((one, other), (other, one)):
        with there.database.transaction() as session:
            card = own_card(session)
        with here.database.transaction() as session:
            here.known[there.name] = trust(session, card, there.name, TODAY).id


def _named(name: str, database: Database) -> Laptop:
    with database.transaction() as session:
        name_laptop(session, name)
    return Laptop(name, database, {})


@pytest.fixture
def library(database: Database, office: object, officer: object) -> Laptop:
    """The laptop at the library."""
    return _named("Kirjasto", database)


@pytest.fixture
def centre(library: Laptop, tmp_path: Path) -> Iterator[Laptop]:
    """The laptop at the reception centre: a copy of the file, with an identity of its own."""
    path = tmp_path / "centre" / "office.kotoutus"
    path.parent.mkdir()
    with library.database.reading() as session:
        session.connection().exec_driver_sql("PRAGMA wal_checkpoint")
    for beside in ("", "-wal"):
        source = library.database.path.with_name(library.database.path.name + beside)
        if source.exists():
            shutil.copy(source, path.with_name(path.name + beside))
    copy = Database(path, KEY)
    with copy.transaction() as session:
        become_another(session.connection())
    other = _named("Vastaanottokeskus", copy)
    acquaint(library, other)
    yield other
    copy.close()
