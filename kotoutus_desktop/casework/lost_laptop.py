"""What was on a lost laptop, and how it was protected: for the notification of the same day.

Regulation (EU) 2016/679 art. 33: within 72 hours of when the breach was noticed, with the kinds
and approximate numbers of people and records. Clients stand by number alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.held import case_tables
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY, OPERATION
from kotoutus_desktop.models.key_slots import keys_beside
from kotoutus_desktop.models.keys_file import Cost, KeysFile, Role, read_keys
from kotoutus_desktop.models.office import Officer

NOTIFY_WITHIN = timedelta(hours=72)  # art. 33(1)


@dataclass(frozen=True)
class LostClient:
    """A client by number, and why the case is restricted."""

    number: str
    closed: bool
    non_disclosure: bool
    trafficking_victim: bool
    relative: bool

    @property
    def is_restricted(self) -> bool:
        """Whether only named people could open the case."""
        return self.non_disclosure or self.trafficking_victim or self.relative


@dataclass(frozen=True)
class LostPerson:
    """Somebody whose passphrase opens the file. `waits`: it is still the first one."""

    name: str
    role: Role
    waits: bool


@dataclass(frozen=True)
class LostFile:
    """What a file holds and what it is protected by.

    `records` are counts by table. `first_at` and `last_at` are the times of the first and the
    last entry of the log, None in a file without one. `cost` is the cheapest passphrase slot's;
    `recovery_sheets` 0, 1 or 2.
    """

    office_fi: str
    office_sv: str
    clients: tuple[LostClient, ...]
    people: tuple[LostPerson, ...]
    records: Mapping[str, int] = field(default_factory=dict)
    first_at: datetime | None = None
    last_at: datetime | None = None
    cipher: str = ""
    cost: Cost | None = None
    recovery_sheets: int = 0

    @property
    def restricted(self) -> int:
        """How many cases were restricted."""
        return sum(each.is_restricted for each in self.clients)


def lost_file(session: Session, keys: Path | None) -> LostFile:
    """Return what the file of a session holds; `keys` is its keys file, None where it is not known.

    Raises DamagedFile or NewerFile for a keys file that cannot be read.
    """
    office = the_office(session)
    read = read_keys(keys) if keys is not None and keys.exists() else None
    first = session.scalar(select(func.min(OPERATION.c.at)))
    last = session.scalar(select(func.max(LOG_ENTRY.c.at)))
    version = session.connection().exec_driver_sql("PRAGMA cipher_version").scalar()
    slots = [each for each in read.slots if each.kind == "passphrase"] if read else []
    return LostFile(
        office.name_fi,
        office.name_sv,
        tuple(_clients(session)),
        tuple(_people(session, read)),
        {table.name: _count(session, table.name) for table in case_tables()},
        _moment(first),
        _moment(last),
        f"SQLCipher {version}",
        min((slot.cost for slot in slots), key=lambda cost: cost.memory, default=None),
        _recovery_sheets(read),
    )


def keys_of(path: Path) -> Path:
    """Return the keys file of a file or of a copy."""
    return keys_beside(path)


def notify_by(noticed: datetime) -> datetime:
    """Return until when the supervisory authority is to be notified.

    Source: Regulation (EU) 2016/679, Article 33(1).
    """
    return noticed + NOTIFY_WITHIN


def _clients(session: Session) -> Iterator[LostClient]:
    for each in session.scalars(select(Client).order_by(Client.number, Client.id)):
        yield LostClient(
            each.number,
            each.closed_on is not None,
            each.non_disclosure,
            each.trafficking_victim,
            each.restricted,
        )


def _people(session: Session, keys: KeysFile | None) -> Iterator[LostPerson]:
    if keys is None:
        return
    names = {each.id.hex: each.name for each in session.scalars(select(Officer))}
    for slot in keys.slots:
        if slot.kind == "passphrase":
            yield LostPerson(names.get(slot.label, ""), slot.role, slot.first)


def _recovery_sheets(keys: KeysFile | None) -> int:
    kinds = {slot.kind for slot in keys.slots} if keys else set()
    return 2 if "halves" in kinds else int("recovery" in kinds)


def _count(session: Session, table: str) -> int:
    query = f'SELECT count(*) FROM "{table}"'  # a name of the models
    return int(session.connection().exec_driver_sql(query).scalar() or 0)


def _moment(milliseconds: int | None) -> datetime | None:
    return datetime.fromtimestamp(milliseconds / 1000, UTC) if milliseconds else None
