"""An office's file with its keys, closed; damage to it; a copy of it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.connection import connect, is_sound
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import Cost, create_keys, keys_beside

NAME = "office.kotoutus"
PAGE = 4096
CLIENTS = 60


@pytest.fixture
def at() -> datetime:
    return datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def make_file(folder: Path) -> bytes:
    path = folder / NAME
    key, _code = create_keys(keys_beside(path), "kolme hyvää sanaa", cost=Cost(64, 1, 1))
    database = Database(path, key)
    with database.transaction() as session:
        session.add_all(Client(number=str(n), need_reason="x" * 900) for n in range(CLIENTS))
    database.close()
    return bytes(key)


@pytest.fixture
def office_file(tmp_path, lay) -> tuple[Path, bytes]:
    """A file with sixty clients whose notes are long, and its key."""
    return tmp_path / NAME, lay(make_file, tmp_path)


def page_of(path, key, table, wanted=1):
    """Return numbers of pages that a scan of a table reads, found by breaking them; last first."""
    content = path.read_bytes()
    found = []
    for page in range(len(content) // PAGE - 1, 1, -1):
        damage(path, page, content)
        if _is_read(path, key, table):
            found.append(page)
        if len(found) == wanted:
            break
    path.write_bytes(content)
    return found


def _is_read(path, key, table):
    try:
        connection = connect(path, key)
    except KotoutusError:
        return False  # a page of the list of tables
    try:
        connection.execute(f'SELECT * FROM "{table}" NOT INDEXED').fetchall()
    except driver.DatabaseError:
        return True
    else:
        return not is_sound(connection)
    finally:
        connection.close()


def damage(path, page, content=None):
    """Turn one bit of a page, counted from 0; the log beside the file goes."""
    changed = bytearray(content or path.read_bytes())
    changed[page * PAGE + 1000] ^= 1
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    path.write_bytes(changed)
