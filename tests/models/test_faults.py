"""What happens to the file when the program, the disk or the system fails."""

import os
import signal
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest
from sqlalchemy import select, text

from kotoutus_desktop.errors import CannotWrite
from kotoutus_desktop.log import start_log, stop_log
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.verified_copy import verify

KEY = bytes(range(32))
PLANTED = (
    "Abdirahman Alemayehu Bahaaldeen Chukwuemeka Dzhamaludin Eshetewold Fereshtehzad "
    "Gebremedhin Habibullahi Iskandarova Jamshidzada Khodadadian Lubumbashiko Mykolayivna "
    "Nouruzzaman Oleksandrivna Parviznejad Qurbanaliyev Rakhmatullina Shevchenkivska"
)
NAMES = PLANTED.split()

WRITER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from kotoutus_desktop.models.client import Client
    from kotoutus_desktop.models.database import Database

    database = Database(Path(sys.argv[1]), bytes(range(32)), must_exist=True)
    number = 0
    while True:
        with database.transaction("Add a family") as session:
            session.add_all([Client(number=str(number)), Client(number=str(number))])
        print(number, flush=True)
        number += 1
    """
)


def stored_numbers(path):
    database = Database(path, KEY, must_exist=True)
    with database.reading() as session:
        numbers = list(session.scalars(select(Client.number).order_by(Client.id)))
    database.close()
    return numbers


def fill(database, told):
    for number in range(1000):
        with database.transaction() as session:
            session.add(Client(number=str(number), need_reason="x" * 20_000))
        told.append(str(number))


@pytest.mark.skipif(os.name != "posix", reason="a kill that cannot be caught")
@pytest.mark.parametrize("told_before_the_kill", [1, 7, 30])
def test_a_killed_program_loses_nothing_that_it_said_was_saved(tmp_path, told_before_the_kill):
    path = tmp_path / "office.kotoutus"
    Database(path, KEY).close()
    program = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
    )
    told = [program.stdout.readline() for _ in range(told_before_the_kill)]
    program.send_signal(signal.SIGKILL)
    told += program.stdout.readlines()
    program.wait()
    program.stdout.close()

    numbers = stored_numbers(path)

    assert {line.strip() for line in told} <= set(numbers)
    assert all(numbers.count(number) == 2 for number in numbers)  # families are whole
    verify(path, KEY)


def test_a_full_disk_undoes_the_transaction_and_keeps_what_was_saved(database):
    with database.transaction() as session:
        session.add(Client(number="1"))
        pages = session.scalar(text("PRAGMA page_count"))
        session.execute(text(f"PRAGMA max_page_count = {pages}"))

    with pytest.raises(CannotWrite, match="disk is full"), database.transaction("Add") as session:
        session.add_all(Client(number="2", need_reason="x" * 4000) for _ in range(20))

    with database.reading() as session:
        assert list(session.scalars(select(Client.number))) == ["1"]
    assert database.undo_label is None


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can mount a small disk"
)
def test_a_disk_that_is_really_full_loses_nothing(tmp_path):
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        database = Database(tmp_path / "office.kotoutus", KEY)
        told = []

        with pytest.raises(CannotWrite):
            fill(database, told)
        database.close()

        assert stored_numbers(tmp_path / "office.kotoutus") == told
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_file_in_use_by_another_writer_is_reported(database, monkeypatch):
    monkeypatch.setattr("kotoutus_desktop.models.connection.WAIT_FOR_A_LOCK", 0.05)
    other = connect(database.path, KEY)
    other.execute("BEGIN IMMEDIATE")
    second = Database(database.path, KEY)

    with pytest.raises(CannotWrite, match="another window"), second.transaction() as session:
        session.add(Client())

    other.close()
    second.close()


def test_a_log_without_its_end_opens_with_whole_transactions(tmp_path, database):
    for number in range(5):
        with database.transaction() as session:
            session.add_all([Client(number=str(number)), Client(number=str(number))])
    copy = tmp_path / "copy" / "office.kotoutus"
    copy.parent.mkdir()
    copy.write_bytes(database.path.read_bytes())
    log = Path(f"{database.path}-wal").read_bytes()
    Path(f"{copy}-wal").write_bytes(log[: len(log) * 3 // 4])

    numbers = stored_numbers(copy)

    assert len(numbers) < 10
    assert all(numbers.count(number) == 2 for number in numbers)


def test_no_name_can_be_read_in_any_file(tmp_path, monkeypatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("SQLITE_TMPDIR", str(temporary))
    start_log(tmp_path / "log")
    database = Database(tmp_path / "office.kotoutus", KEY)
    with database.transaction("Add clients") as session:
        session.add_all(Client(given_names=name, family_names=name) for name in NAMES)
    database.undo()
    database.redo()
    with database.transaction() as session:
        session.execute(
            text("CREATE TEMP TABLE sorted AS SELECT * FROM client ORDER BY given_names")
        )
        session.execute(text("UPDATE client SET need_reason = given_names || family_names"))

    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    contents = b"".join(file.read_bytes() for file in files).lower()

    assert {".kotoutus", ".kotoutus-wal", ".log"} <= {file.suffix for file in files}
    assert not [name for name in NAMES if name.lower().encode() in contents]
    assert not [name for name in NAMES if name.lower().encode("utf-16-le") in contents]
    database.close()
    stop_log()
