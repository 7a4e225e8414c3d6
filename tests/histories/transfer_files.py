"""Transfer files that must not be taken: spoiled, cut, old, foreign, for another, by a stranger.

Each is refused with words that fit its kind, or, where it is a good file that comes again, brings
nothing. After each the office's file is as it was.
"""

import json
import random
import struct
import zlib
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pyrage

from kotoutus_desktop.casework.exchange.laptops import own_card, read_card, trust
from kotoutus_desktop.casework.exchange.receiving import read_transfer, take
from kotoutus_desktop.casework.name_index import index_clients
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.merging import bundle_of
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.models.transfer.bundle_text import write_bundle
from kotoutus_desktop.models.transfer.laptop_keys import Card, LaptopKeys
from kotoutus_desktop.models.transfer.sealed_file import seal_file

KEY = bytes(range(32))
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
_MAGIC = b"kotoutus-transfer-1\n"
_REASONS = {
    "damaged": ("damaged or was changed", "is not a transfer file", "not made for this laptop"),
    "cut": ("damaged or was changed", "is not a transfer file", "not made for this laptop"),
    "other file": ("is not a transfer file",),
    "other office": ("another office",),
    "other laptop": ("not made for this laptop",),
    "passed on": ("damaged or was changed", "not made for this laptop"),
    "stranger": ("not known here",),
    "malformed": ("does not hold what it should", "copies of the same file"),
    "newer": ("newer version",),
    "one identity": ("copies of the same file",),
}
"""What the refusal of each kind may say."""


class Files:
    """A laptop that receives, one that it knows, and a good file between them."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(folder / "office.kotoutus", KEY)
        self.sender, self.other, self.stranger = (LaptopKeys.make() for _ in range(3))
        with self.database.transaction() as session:
            session.add(Office(municipality="889", name_fi="Utajärvi", case_prefix="U7"))
            clients = [Client(number=f"U7-{n:04}", family_names="Haddad") for n in range(5)]
            session.add_all(clients)
            session.flush()
            index_clients(session, clients)
            self.own: Card = own_card(session)
            card = read_card(session, self.sender.card("A").text())
            trust(session, card, "A", date(2026, 11, 24))
            self.office: UUID = the_office(session).id
        with self.database.reading() as session:
            self.bundle = bundle_of(session.connection())
        self.body = write_bundle(self.bundle, self.office)
        self.good = self._sealed(self.body)
        self.before = self.state()

    def state(self) -> list[Any]:
        """Return what a refused file must not change."""
        with self.database.reading() as session:
            connection = session.connection()
            query = (
                "SELECT (SELECT count(*) FROM operation), (SELECT count(*) FROM client),"
                " (SELECT count(*) FROM erased), (SELECT importing FROM replica)"
            )
            return list(connection.exec_driver_sql(query).one())

    def take(self, data: bytes) -> str:
        """Take a file; returns why it was refused, "" for one that was not."""
        try:
            with self.database.transaction() as session:
                news = take(session, read_transfer(session, data), NOW)
        except KotoutusError as error:
            return error.message or "no words"
        return "" if news.is_empty else "it brought something"

    def _sealed(self, body: bytes, by: LaptopKeys | None = None, to: str | None = None) -> bytes:
        return seal_file(body, by or self.sender, [to or self.own.recipient])

    def damaged(self, chance: random.Random) -> bytes:
        """A bit or a piece of it is another."""
        data = bytearray(self.good)
        for _each in range(chance.choice((1, 1, 3, 40))):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        return bytes(data)

    def cut(self, chance: random.Random) -> bytes:
        """The end is missing, or something was added."""
        if chance.random() < 0.2:
            return self.good + chance.randbytes(chance.choice((1, 16, 4000)))
        return self.good[: chance.randrange(len(self.good))]

    def other_file(self, chance: random.Random) -> bytes:
        """Something else altogether."""
        return chance.choice((b"", b"%PDF-1.7", b"PK\3\4", self.body)) + chance.randbytes(50)

    def other_office(self, _chance: random.Random) -> bytes:
        """A good file of an office that a known laptop belongs to as well."""
        return self._sealed(write_bundle(self.bundle, uuid7()))

    def other_laptop(self, _chance: random.Random) -> bytes:
        """A good file for somebody else."""
        return self._sealed(self.body, to=self.other.card("x").recipient)

    def passed_on(self, chance: random.Random) -> bytes:
        """A good file for another laptop, which that one encrypted anew for this one."""
        theirs = self._sealed(self.body, to=self.other.card("x").recipient)
        plain = pyrage.decrypt(theirs, [self.other.identity])
        if chance.random() < 0.5:  # and wrote this one among the addressees
            plain = _readdressed(bytes(plain), self.own.recipient)
        recipient = pyrage.x25519.Recipient.from_str(self.own.recipient)
        return bytes(pyrage.encrypt(plain, [recipient]))

    def by_a_stranger(self, _chance: random.Random) -> bytes:
        """A good file, signed by a laptop that is not known."""
        return self._sealed(self.body, by=self.stranger)

    def malformed(self, chance: random.Random) -> bytes:
        """Signed by a known laptop, and not what it should be."""
        content = json.loads(self.body)
        wrong = chance.choice((None, 7, "x", [], {}, [[]], ["00"], {"a": 1}, [None] * 8, -1))
        name = chance.choice(("operations", "replaced", "erased"))
        if chance.random() < 0.3:
            del content[name]
        elif chance.random() < 0.5:
            content["operations"][0][chance.randrange(8)] = chance.choice(
                ([], {}, "zz", -1, "00" * 15, 1.5, True)
            )
        else:
            content[name] = wrong if wrong not in ([], {}) else 7
        return self._sealed(json.dumps(content).encode())

    def newer(self, chance: random.Random) -> bytes:
        """Of a version to come."""
        content = json.loads(self.body) | {"format": chance.randrange(2, 99)}
        return self._sealed(json.dumps(content).encode())

    def one_identity(self, chance: random.Random) -> bytes:
        """A copy of the file went on under the same identity."""
        content = json.loads(self.body)
        chance.choice(content["operations"])[7] = json.dumps({"phone": chance.randrange(99)})
        return self._sealed(json.dumps(content).encode())

    def again(self, _chance: random.Random) -> bytes:
        """The good file itself, as often as one likes."""
        return self.good


def refuse_often(times: int, folder: Path, seed: int) -> dict[str, Any]:
    """Hand in so many files; returns the tally."""
    files = Files(folder)
    kinds: dict[str, Callable[[random.Random], bytes]] = {
        "damaged": files.damaged,
        "cut": files.cut,
        "other file": files.other_file,
        "other office": files.other_office,
        "other laptop": files.other_laptop,
        "passed on": files.passed_on,
        "stranger": files.by_a_stranger,
        "malformed": files.malformed,
        "newer": files.newer,
        "one identity": files.one_identity,
        "again": files.again,
    }
    tally: Counter[str] = Counter()
    failures: list[str] = []
    for number in range(times):
        kind = list(kinds)[number % len(kinds)]
        chance = random.Random(f"{seed} {number}")
        try:
            said = files.take(kinds[kind](chance))
        except Exception as error:  # noqa: BLE001 - every crash is counted and told
            said = f"{type(error).__name__} {error}"[:200]
        fits = any(reason in said for reason in _REASONS[kind]) if kind in _REASONS else not said
        if not fits:
            failures.append(f"{number} {kind}: {said or 'taken'}")
        if files.state() != files.before:
            failures.append(f"{number} {kind}: something changed")
            files.before = files.state()
        tally[kind] += 1
    files.database.close()
    return {"files": sum(tally.values()), "kinds": tally, "failures": failures}


def _readdressed(plain: bytes, recipient: str) -> bytes:
    """Return the inside with another addressee in place of the one that was signed."""
    head = len(_MAGIC) + 32 + 64
    (length,) = struct.unpack(">I", plain[head : head + 4])
    packed = plain[head + 4 + length :]
    zlib.decompress(packed)  # it is the body
    addressees = json.dumps([recipient]).encode()
    return plain[:head] + struct.pack(">I", len(addressees)) + addressees + packed
