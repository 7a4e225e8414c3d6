import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from kotoutus_desktop.errors import CannotWrite, DamagedFile, KotoutusError
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import Cost, create_keys, keys_beside, unlock
from kotoutus_desktop.models.verified_copy import verified_copy, verify

KEY = bytes(range(32))


def count(path):
    database = Database(path, KEY, must_exist=True)
    with database.reading() as session:
        number = session.scalar(select(func.count()).select_from(Client))
    database.close()
    return number


def test_a_copy_is_one_encrypted_file_with_what_was_stored(tmp_path, database):
    with database.transaction() as session:
        session.add(Client(given_names="Hodan"))

    copy = verified_copy(database.path, KEY, tmp_path / "stick" / "copy.kotoutus")

    assert [file.name for file in copy.parent.iterdir()] == ["copy.kotoutus"]
    assert b"SQLite" not in copy.read_bytes()
    assert count(copy) == 1


def test_a_copy_brings_its_keys(tmp_path):
    path = tmp_path / "office.kotoutus"
    key, _code = create_keys(keys_beside(path), "kolme hyvää sanaa", cost=Cost(64, 1, 1))
    Database(path, key).close()

    copy = verified_copy(path, key, tmp_path / "stick" / "copy.kotoutus")

    again = Database(copy, unlock(keys_beside(copy), "kolme hyvää sanaa").key, must_exist=True)
    again.close()


def test_a_copy_made_while_someone_writes_has_whole_transactions(tmp_path, database):
    stop = threading.Event()

    def write():
        while not stop.is_set():
            with database.transaction() as session:
                session.add_all([Client(), Client()])

    writer = threading.Thread(target=write)
    writer.start()
    copies = [verified_copy(database.path, KEY, tmp_path / f"copy{n}.kotoutus") for n in range(4)]
    stop.set()
    writer.join()

    assert all(count(copy) % 2 == 0 for copy in copies)


def test_a_copy_that_cannot_be_made_leaves_the_earlier_one(tmp_path, database):
    target = verified_copy(database.path, KEY, tmp_path / "copy.kotoutus")
    before = target.read_bytes()
    (tmp_path / "copy.kotoutus.part").mkdir()

    with pytest.raises(CannotWrite):
        verified_copy(database.path, KEY, target)

    assert target.read_bytes() == before


def test_a_damaged_file_gives_no_copy(tmp_path, database):
    with database.transaction() as session:
        session.add_all(Client(need_reason="x" * 2000) for _ in range(50))
    database.close()
    content = bytearray(database.path.read_bytes())
    content[-3000] ^= 1
    database.path.write_bytes(content)

    with pytest.raises(KotoutusError):
        verified_copy(database.path, KEY, tmp_path / "copy.kotoutus")

    assert not list(tmp_path.glob("copy*"))


def test_a_copy_that_does_not_pass_the_checks_is_not_kept(tmp_path, database):
    connection = connect(database.path, KEY)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("INSERT INTO jobseeker_period VALUES (x'01', x'02', 0, '2026-11-24', NULL)")
    connection.close()

    with pytest.raises(DamagedFile):
        verified_copy(database.path, KEY, tmp_path / "copy.kotoutus")

    assert not list(tmp_path.glob("copy*"))


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_one_changed_bit_anywhere_is_found(tmp_path, database, data):
    database.close()
    copy = tmp_path / "copy.kotoutus"
    content = bytearray(database.path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    copy.write_bytes(content)

    with pytest.raises(KotoutusError):
        verify(copy, KEY)
