import contextlib
import os
import stat

import pytest
from sqlalchemy import select

from kotoutus_desktop.errors import CannotWrite, DamagedFile, WrongPassphrase
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.connection import connect, driver_failures
from kotoutus_desktop.models.database import Database

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "office.kotoutus"
    connection = connect(path, KEY, create=True)
    connection.execute("CREATE TABLE thing (name TEXT)")
    connection.close()
    return path


@pytest.fixture
def connection(path):
    connection = connect(path, KEY)
    yield connection
    connection.close()


def asked(connection, pragma):
    return connection.execute(f"PRAGMA {pragma}").fetchone()[0]


def test_the_file_is_encrypted_and_every_commit_reaches_the_disk(connection):
    assert asked(connection, "cipher_status") == "1"
    assert asked(connection, "journal_mode") == "wal"
    assert asked(connection, "synchronous") == 2
    assert asked(connection, "foreign_keys") == 1
    assert asked(connection, "secure_delete") == 1
    assert asked(connection, "temp_store") == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_nobody_else_on_the_computer_may_read_the_file_or_what_lies_beside_it(path, connection):
    connection.execute("INSERT INTO thing VALUES ('x')")

    files = [path, *path.parent.glob(f"{path.name}-*")]

    assert len(files) == 3
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_the_library_inside_is_one_without_the_log_reset_fault(connection):
    version = connection.execute("SELECT sqlite_version()").fetchone()[0]

    assert tuple(map(int, version.split("."))) >= (3, 51, 3)


def test_another_key_does_not_open_the_file_and_says_nothing_on_stderr(path, capfd):
    before = path.read_bytes()

    with pytest.raises(WrongPassphrase):
        connect(path, bytes(32))

    assert path.read_bytes() == before
    assert capfd.readouterr() == ("", "")


def test_a_missing_file_is_not_taken_for_an_empty_one(tmp_path):
    with pytest.raises(CannotWrite):
        connect(tmp_path / "gone.kotoutus", KEY)

    assert list(tmp_path.iterdir()) == []


def test_a_damaged_page_is_noticed(path):
    content = bytearray(path.read_bytes())
    content[5000] ^= 1  # in the second page
    path.write_bytes(content)
    connection = connect(path, KEY)

    with pytest.raises((DamagedFile, WrongPassphrase)), driver_failures():
        connection.execute("SELECT * FROM thing").fetchall()

    connection.close()


def test_a_file_that_grows_too_large_is_reported_as_a_full_disk(connection):
    connection.execute("PRAGMA max_page_count = 4")

    with pytest.raises(CannotWrite, match="disk is full"), driver_failures():
        connection.execute("INSERT INTO thing VALUES (?)", ("x" * 100_000,))


def test_our_message_does_not_quote_the_statement(connection):
    connection.execute("PRAGMA max_page_count = 4")

    with pytest.raises(CannotWrite) as failure, driver_failures():
        connection.execute("INSERT INTO thing VALUES (?)", ("Warsame" * 20_000,))

    assert failure.value.__cause__ is None
    assert failure.value.__suppress_context__


def test_a_mistake_of_ours_is_not_dressed_up(connection):
    with pytest.raises(Exception, match="no such table") as failure, driver_failures():
        connection.execute("SELECT * FROM absent")

    assert type(failure.value).__name__ == "OperationalError"


def test_zeros_from_a_damaged_page_of_a_long_text_are_an_error_and_not_shown(tmp_path):
    path = tmp_path / "office.kotoutus"
    database = Database(path, KEY)
    with database.transaction() as session:
        session.add_all(Client(number=str(n), need_reason="x" * 9000) for n in range(9))
    database.close()
    content = path.read_bytes()

    noticed = 0
    for page in range(len(content) // 4096 - 1, 1, -1):
        changed = bytearray(content)
        changed[page * 4096 + 1000] ^= 1
        path.write_bytes(changed)
        with contextlib.suppress(DamagedFile, WrongPassphrase):
            database = Database(path, KEY, must_exist=True)
            try:
                for number in range(9):
                    query = select(Client.need_reason).where(Client.number == str(number))
                    with database.reading() as session:
                        text = session.scalar(query)
                    assert text == "x" * 9000
            except DamagedFile:
                noticed += 1
            finally:
                database.close()
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        if noticed == 5:
            break
    assert noticed == 5
