"""Files of offices for the fault tests, and what has to be true of one whatever happened."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

import kotoutus_desktop.models.tables  # noqa: F401 - the models must all be known
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import Cost, create_keys, keys_beside, unlock
from kotoutus_desktop.models.mending.checking import check
from kotoutus_desktop.models.new_key import settled

KEPT = Path(__file__).parents[1] / "models" / "data"
OWN, LEAVES = "kolme hyvää sanaa", "lähtijän oma lause"
CHEAP = Cost(memory=64, passes=1, lanes=1)


@dataclass(frozen=True)
class Office:
    """A closed file with its keys."""

    path: Path
    key: bytes


def make_office(folder: Path, clients: int = 40) -> Office:
    """Make a file with some clients whose notes are long."""
    from kotoutus_desktop.models.key_slots import change_passphrase

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "office.kotoutus"
    key, _code = create_keys(keys_beside(path), OWN, "Maija", CHEAP)
    change_passphrase(keys_beside(path), key, LEAVES, "Pekka", CHEAP)
    database = Database(path, key)
    with database.transaction() as session:
        session.add_all(Client(number=f"old {n}", need_reason="x" * 900) for n in range(clients))
    database.close()
    return Office(path, bytes(key))


def copy_office(office: Office, folder: Path) -> Office:
    """Put a fresh copy of a file into an emptied folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    path = folder / office.path.name
    shutil.copyfile(office.path, path)
    shutil.copyfile(keys_beside(office.path), keys_beside(path))
    return Office(path, office.key)


def copy_kept(revision: Path, folder: Path) -> Office:
    """Put the kept file of an earlier version into an emptied folder."""
    office = copy_office(Office(revision, b""), folder)
    return Office(office.path, bytes(unlock(keys_beside(office.path), OWN).key))


def kept_files() -> list[Path]:
    """Return the kept files of all versions, the newest last."""
    return sorted(KEPT.glob("revision-*.kotoutus"))


def opened(path: Path) -> tuple[Database, bytes]:
    """Open a file by passphrase as the program does; what was broken off is finished."""
    unlocked = settled(path, unlock(keys_beside(path), OWN))
    return Database(path, unlocked.key, must_exist=True), bytes(unlocked.key)


def numbers(path: Path) -> list[str]:
    """Return the numbers of all clients of a file."""
    database, _key = opened(path)
    try:
        with database.reading() as session:
            return list(session.scalars(select(Client.number)))
    finally:
        database.close()


def require_whole(path: Path) -> None:
    """Open a file, close it, and check everything there is to check."""
    database, key = opened(path)
    database.close()
    found = check(path, key)
    assert found == (), found
