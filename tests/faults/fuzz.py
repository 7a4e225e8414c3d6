"""Files that anybody could hand in, spoiled in every way: an error message each, never a crash.

Each case has ten seconds of the processor, and the whole run must stay under 500 MB of memory.
"""

import json
import random
import re
import resource
import signal
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from kotoutus_desktop.casefile.reader import read_case
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.models.connection import driver_failures
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import keys_beside, unlock
from kotoutus_desktop.models.transfer.laptop_keys import LaptopKeys
from kotoutus_desktop.models.transfer.sealed_file import open_file, seal_file
from kotoutus_desktop.phrases.review_file import ReviewFormat, exported, read_returned
from kotoutus_desktop.phrases.review_lines import review_lines
from kotoutus_desktop.phrases.reviewed import OfficeTranslations
from tests.faults.offices import OWN, make_office

CASES = Path(__file__).parents[1] / "casefile" / "data"
LONGEST_SECONDS, MOST_MEGABYTES = 10, 500
LANGUAGE = "ar"
_NASTY = (
    *(b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"9" * 5000, b"1e999", b"-1", b"null", b"[]", b"{}"),
    *(b"[" * 3000, b'{"a":' * 3000, b"NaN", b"\xf3\xa0\x80\x81", b'"' * 7, b"\\u0000", b"\n" * 99),
    *(b"%(x)s", b"{0.__class__}", b"../../x", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"msgid", b"#,"),
    *(b"true", b"0000-00-00", b"10000-01-01", b"\xe2\x80\xae", b"=1+1", b"\r"),
)


@dataclass
class Tally:
    """How many files of each kind were refused or taken, and what crashed."""

    refused: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    slowest_seconds: float = 0
    failures: list[str] = field(default_factory=list)


class TooSlow(Exception):
    """A file held the program up."""


def spoil(content: bytes, chance: random.Random) -> bytes:
    """Return a file with some of it turned, cut, doubled, or replaced by what is nasty."""
    spoiled = bytearray(content)
    for _once in range(chance.choice((1, 1, 1, 2, 3, 8))):
        place = chance.randrange(len(spoiled) + 1)
        length = chance.choice((1, 4, 60, 2000))
        kind = chance.randrange(6)
        if kind == 0 and place < len(spoiled):
            spoiled[place] ^= 1 << chance.randrange(8)
        elif kind == 1:
            spoiled[place : place + length] = b""
        elif kind == 2:
            spoiled[place:place] = spoiled[place : place + length]
        elif kind == 3:
            spoiled[place : place + chance.choice((0, 1, length))] = chance.choice(_NASTY)
        elif kind == 4:
            spoiled[place : place + length] = chance.randbytes(length)
        else:
            del spoiled[place:]
    return bytes(spoiled)


def spoil_values(content: bytes, chance: random.Random) -> bytes:
    """Spoil one value of a JSON file and leave it JSON."""
    values = list(re.finditer(rb'(?<=:)\s*("[^"]*"|[0-9.]+|true|false|null|\[\])', content))
    match = chance.choice(values)
    new = chance.choice(
        (b'""', b"null", b"-1", b"9" * 5000, b"1e400", b"[[]]", b'{"a":1}', b'"\\ud800"', b"true")
    )
    return content[: match.start()] + new + content[match.end() :]


class Kinds:
    """The sound file of each kind, how it is spoiled, and what reads it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "fuzz"
        self._folder.mkdir()
        self.office = make_office(folder / "office", 5)
        self.path = self._folder / "office.kotoutus"
        self._keys = keys_beside(self.office.path).read_bytes()
        self._database = self.office.path.read_bytes()
        self._cases = [path.read_bytes() for path in sorted(CASES.glob("*.json"))]
        lines = review_lines(LANGUAGE, OfficeTranslations({}, {}))
        self._lines = lines
        self._sheet = exported(LANGUAGE, lines[:40], ReviewFormat.SHEET)
        self._po = exported(LANGUAGE, lines[:200], ReviewFormat.PO)
        self.laptop, self._sender = LaptopKeys.make(), LaptopKeys.make()
        own = self.laptop.card("x").recipient
        self._transfer = seal_file(b"{}" * 500, self._sender, [own])

    def header(self, chance: random.Random) -> None:
        """A keys file: often with a checksum that fits what was spoiled."""
        content = chance.choice((spoil, spoil_values))(self._keys, chance)
        if chance.random() < 0.6:
            content = _with_checksum(content)
        keys_beside(self.path).write_bytes(content)
        unlock(keys_beside(self.path), OWN)

    def database(self, chance: random.Random) -> None:
        """A file of cases."""
        self.path.write_bytes(spoil(self._database, chance))
        for ending in ("-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        database = Database(self.path, self.office.key, must_exist=True)
        try:
            with driver_failures(), database.reading() as session:
                session.connection().exec_driver_sql("SELECT * FROM client").all()
        finally:
            database.close()

    def case(self, chance: random.Random) -> None:
        """A case file."""
        read_case(chance.choice((spoil, spoil_values))(chance.choice(self._cases), chance))

    def sheet(self, chance: random.Random) -> None:
        """A spreadsheet of translations: the package, or a part inside it."""
        content = self._sheet
        content = _inside(content, chance) if chance.random() < 0.7 else spoil(content, chance)
        self._read_returned("x.xlsx", content)

    def po(self, chance: random.Random) -> None:
        """A gettext file of translations."""
        self._read_returned("x.po", spoil(self._po, chance))

    def transfer(self, chance: random.Random) -> None:
        """A transfer file: what is outside the encryption."""
        known = [self._sender.signer.public_key().public_bytes_raw()]
        open_file(spoil(self._transfer, chance), self.laptop, known)

    def _read_returned(self, name: str, content: bytes) -> None:
        path = self._folder / name
        path.write_bytes(content)
        read_returned(path, LANGUAGE, self._lines)


SHARES = {"header": 25, "database": 10, "case": 25, "sheet": 10, "po": 20, "transfer": 10}
"""Of a hundred files."""


def fuzz_often(times: int, folder: Path, seed: int = 1) -> Tally:
    """Read so many spoiled files."""
    kinds, tally = Kinds(folder), Tally()
    begun_with = _most_megabytes()
    plan = [kind for kind, share in SHARES.items() for _each in range(times * share // 100)]
    for number, kind in enumerate(plan):
        chance = random.Random(f"{seed} {kind} {number}")
        _read_one(kind, getattr(kinds, kind), chance, tally)
    megabytes = _most_megabytes()
    if megabytes > max(MOST_MEGABYTES, begun_with):  # the tests before may have taken more
        tally.failures.append(f"{megabytes} MB of memory")
    return tally


def _most_megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _read_one(
    kind: str, read: Callable[[random.Random], None], chance: random.Random, tally: Tally
) -> None:
    def too_slow(*_args: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, too_slow)
    signal.setitimer(signal.ITIMER_PROF, LONGEST_SECONDS)
    try:
        read(chance)
        tally.taken[kind] += 1
    except KotoutusError as error:
        if not error.message:
            tally.failures.append(f"{kind}: a refusal without words")
        tally.refused[kind] += 1
    except Exception as error:  # noqa: BLE001 - every crash is counted and told
        tally.failures.append(f"{kind}: {type(error).__name__} {error}"[:300])
    finally:
        left = signal.getitimer(signal.ITIMER_PROF)[0]
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        tally.slowest_seconds = max(tally.slowest_seconds, round(LONGEST_SECONDS - left, 2))


def _with_checksum(content: bytes) -> bytes:
    """Return a keys file as somebody would write it who knows how they are made."""
    try:
        values = json.loads(content)
        values.pop("checksum", None)
        plain = json.dumps(values, sort_keys=True, separators=(",", ":")).encode()
        whole = {**values, "checksum": sha256(plain).hexdigest()}
        return json.dumps(whole, sort_keys=True, separators=(",", ":")).encode()
    except (ValueError, AttributeError, RecursionError, TypeError):
        return content


def _inside(content: bytes, chance: random.Random) -> bytes:
    """Spoil one part of a package, or fill it with what unpacks to a thousand times its size."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        spoiled = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            if name == spoiled:
                part = spoil(part, chance) if chance.random() < 0.95 else part + b" " * 60_000_000
            new.writestr(name, part)
    return file.getvalue()
