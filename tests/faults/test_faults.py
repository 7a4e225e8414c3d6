"""The short form of the fault scripts; the long one is python -m tests.faults, or -m whole."""

import json
import os
import subprocess
import sys
import textwrap
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, select

from kotoutus_desktop.errors import CannotWrite
from kotoutus_desktop.models.backups.making import back_up
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.shelf import copies_in
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.models.mending.checking import check
from kotoutus_desktop.models.place import copies_folder
from tests.faults.__main__ import LONG
from tests.faults.damage import AT, SmallDisk
from tests.faults.offices import copy_office, make_office, numbers, require_whole

ROOT = Path(__file__).parents[2]
SHORT = dict.fromkeys(LONG, 2) | {"pages": 5, "full": 4, "fuzz": 200}
pytestmark = pytest.mark.skipif(os.name != "posix", reason="a kill that cannot be caught")


def run(*arguments):
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("kind", SHORT)
def test_nothing_is_lost_and_nothing_is_silent(kind):
    status, out, errors = run("-m", "tests.faults", kind, "--times", str(SHORT[kind]))

    assert (status, json.loads(out)["failures"]) == (0, []), errors


@pytest.mark.whole
@pytest.mark.timeout(0)
@pytest.mark.parametrize("kind", LONG)
def test_the_long_form(kind):
    status, out, errors = run("-m", "tests.faults", kind)

    assert (status, json.loads(out)["failures"]) == (0, []), errors


CHEATING = """
    import sys
    from pathlib import Path
    from tests.faults import kills

    def acknowledge_too_early(office, say):
        for number in range(3):
            say(str(number))
        import time
        time.sleep(9)

    kills.WORKS["saving"] = (acknowledge_too_early, kills.after_save, 0.1)
    kills._duration = lambda *_: 0.1
    tally = kills.kill_often("saving", 2, Path(sys.argv[1]))
    sys.exit(len(tally.failures))
"""


def test_a_change_that_was_acknowledged_too_early_is_found(tmp_path):
    status, _out, errors = run("-c", textwrap.dedent(CHEATING), str(tmp_path))

    assert status == 2, errors


def test_a_reader_that_crashes_is_found(tmp_path):
    code = """
        import sys
        from pathlib import Path
        from tests.faults import fuzz

        def crash(*_):
            raise ZeroDivisionError

        fuzz.read_case = crash
        fuzz.SHARES = {"case": 100}
        tally = fuzz.fuzz_often(3, Path(sys.argv[1]))
        sys.exit(len(tally.failures))
    """
    status, _out, errors = run("-c", textwrap.dedent(code), str(tmp_path))

    assert status == 3, errors


def test_without_the_log_beside_it_a_file_is_whole_and_older(tmp_path):
    from kotoutus_desktop.models.client import Client
    from kotoutus_desktop.models.database import Database

    office = make_office(tmp_path / "office", 3)
    database = Database(office.path, office.key)
    with database.transaction() as session:
        session.add(Client(number="late"))
    without = copy_office(office, tmp_path / "without")
    database.close()

    require_whole(without.path)
    assert len(numbers(without.path)) == 3
    assert len(numbers(office.path)) == 4


def test_a_disk_that_cannot_be_written_is_refused_and_left_as_it_is(tmp_path):
    with SmallDisk(tmp_path / "disk") as disk:
        if not disk.is_mounted:
            pytest.skip("needs to mount a disk")
        office = make_office(disk.folder / "office")
        before = office.path.read_bytes()
        disk.remount("ro")
        with pytest.raises(CannotWrite, match="can be written"):
            Database(office.path, office.key, must_exist=True)
        disk.remount("rw")
        assert office.path.read_bytes() == before
        require_whole(office.path)


def test_a_clock_that_is_set_back_loses_no_change_no_copy_and_no_link_of_the_log(tmp_path):
    office = make_office(tmp_path / "office", 3)
    earlier = AT - timedelta(days=400)
    first = back_up(office.path, office.key, Reason.HAND, AT)
    with a_clock_at(earlier):
        database = Database(office.path, office.key, must_exist=True)
        with database.transaction() as session:
            session.connection().exec_driver_sql("PRAGMA trusted_schema = ON")  # for the clock
            session.add(Client(number="set back"))
        with database.reading() as session:
            newest = select(LOG_ENTRY.c.at).order_by(LOG_ENTRY.c.seq.desc()).limit(1)
            assert session.scalar(newest) == earlier.timestamp() * 1000
        database.close()
    second = back_up(office.path, office.key, Reason.HAND, earlier)

    assert "set back" in numbers(office.path)
    assert check(office.path, office.key) == ()
    kept = copies_in(copies_folder(office.path), office.path)
    assert {each.path for each in kept} == {first.path, second.path}
    assert all(each.is_proven for each in kept)


@contextmanager
def a_clock_at(moment):
    """Let the file's own clock, by which the log is written, show another time."""

    def set_clock(connection, _record):
        connection.create_function("unixepoch", -1, lambda *_: moment.timestamp())

    event.listen(Engine, "connect", set_clock)
    try:
        yield
    finally:
        event.remove(Engine, "connect", set_clock)
