"""Somebody leaves: the file gets a new key, and being broken off at any moment harms nothing."""

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from kotoutus_desktop.errors import CannotWrite, DamagedFile, WrongPassphrase
from kotoutus_desktop.models import new_key
from kotoutus_desktop.models.backups.making import back_up
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.log_key import log_key
from kotoutus_desktop.models.history.sealing import first_broken_link
from kotoutus_desktop.models.key_slots import (
    change_passphrase,
    create_keys,
    keys_beside,
    labels,
    unlock,
    unlock_with_recovery_code,
)
from kotoutus_desktop.models.keys_file import Cost, read_keys, save_keys
from kotoutus_desktop.models.new_key import replace_key, settled
from kotoutus_desktop.models.slot_making import Maker

NAME = "office.kotoutus"
CHEAP = Cost(memory=64, passes=1, lanes=1)
OWN, STAYS, LEAVES = "kolme hyvää sanaa", "toisen oma lause", "lähtijän oma lause"
CLIENTS = 300
KILLS = int(os.environ.get("KOTOUTUS_KILLS", "12"))  # more by hand

LEAVING = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from kotoutus_desktop.models.key_slots import keys_beside, unlock
    from kotoutus_desktop.models.new_key import replace_key

    path = Path(sys.argv[1])
    key = unlock(keys_beside(path), "kolme hyvää sanaa").key
    print("begins", flush=True)
    replace_key(path, key, "Pekka")
    print("done", flush=True)
    """
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / NAME


def make_file(folder):
    path = folder / NAME
    key, code = create_keys(keys_beside(path), OWN, "Maija", CHEAP)
    change_passphrase(keys_beside(path), key, LEAVES, "Pekka", CHEAP)
    change_passphrase(keys_beside(path), key, STAYS, "Anna", CHEAP)
    database = Database(path, key)
    with database.transaction() as session:
        session.add_all(Client(number=str(n), need_reason="x" * 3000) for n in range(CLIENTS))
    database.close()
    return code


@pytest.fixture
def code(tmp_path, lay):
    """The recovery code of a file with three people and many clients."""
    return lay(make_file, tmp_path)


def opened(path, passphrase):
    unlocked = settled(path, unlock(keys_beside(path), passphrase))
    return Database(path, unlocked.key, must_exist=True)


def count(path, passphrase):
    database = opened(path, passphrase)
    with database.reading() as session:
        found = len(session.scalars(select(Client.id)).all())
    database.close()
    return found


def leave(path):
    return replace_key(path, unlock(keys_beside(path), OWN).key, "Pekka")


def test_who_stays_opens_the_file_and_who_left_does_not(path, code):
    old = unlock(keys_beside(path), OWN).key
    new = leave(path)

    assert new != old
    assert count(path, OWN) == count(path, STAYS) == CLIENTS
    assert unlock_with_recovery_code(keys_beside(path), code).key == new
    assert labels(keys_beside(path)) == ["Maija", "Anna"]
    with pytest.raises(WrongPassphrase):
        unlock(keys_beside(path), LEAVES)


def test_a_data_key_that_was_kept_opens_nothing_any_more(path, code):
    old = unlock(keys_beside(path), LEAVES).key
    leave(path)

    with pytest.raises(WrongPassphrase):
        connect(path, old)
    beside = [file.name for file in (path.parent / "copies").glob("*")]
    assert beside == []  # the copy opened with the old key
    assert not unlock(keys_beside(path), OWN).next_key


def test_the_log_is_whole_after_the_key_was_replaced(path, code):
    leave(path)
    key = unlock(keys_beside(path), OWN).key
    database = Database(path, key)
    with database.transaction() as session:
        session.add(Client(number="new"))

    with database.reading() as session:
        raw = session.connection().connection.driver_connection
        assert first_broken_link(raw, log_key(raw, key)) is None
    database.close()


def test_a_copy_is_proven_after_the_key_was_replaced_too(path, code):
    leave(path)
    key = unlock(keys_beside(path), OWN).key

    assert back_up(path, key, Reason.HAND, datetime.now(UTC)).is_proven


def test_an_open_file_goes_on_with_its_new_key(path, code):
    database = opened(path, OWN)
    database.replace_key("Pekka")
    with database.transaction() as session:
        session.add(Client(number="after"))
    database.close()

    assert count(path, STAYS) == CLIENTS + 1


@pytest.mark.parametrize("step", ["_encrypt_anew", "_forget_old_key", "verified_copy"])
def test_broken_off_between_two_steps_it_is_finished_by_whoever_opens_next(
    path, code, monkeypatch, step
):
    def fail(*_args):
        raise CannotWrite("full")

    with monkeypatch.context() as patched:
        patched.setattr(new_key, step, fail)
        with pytest.raises(CannotWrite):
            leave(path)

    if step == "verified_copy":
        assert count(path, LEAVES) == CLIENTS  # nothing had begun
    else:
        with pytest.raises(WrongPassphrase):
            unlock(keys_beside(path), LEAVES)
    assert count(path, STAYS) == CLIENTS
    assert not read_keys(keys_beside(path)).is_turning
    assert list((path.parent / "copies").glob("*")) == []


def test_a_copy_that_is_damaged_stops_it_before_anything_is_changed(path, code, monkeypatch):
    before = keys_beside(path).read_bytes()

    def damaged(*_args):
        raise DamagedFile("damaged")

    monkeypatch.setattr(new_key, "verified_copy", damaged)
    with pytest.raises(DamagedFile):
        leave(path)

    assert keys_beside(path).read_bytes() == before


def test_a_slot_of_the_first_format_is_not_left_behind(path, code):
    keys = read_keys(keys_beside(path))
    key = unlock(keys_beside(path), OWN).key
    from dataclasses import replace

    old = replace(keys.slots[-1], public=b"", box=b"", next_box=b"")
    save_keys(keys_beside(path), Maker.of(keys, key).sealed((*keys.slots[:-1], old)))

    with pytest.raises(CannotWrite):
        leave(path)
    assert count(path, LEAVES) == CLIENTS


@pytest.mark.skipif(os.name != "posix", reason="a kill that cannot be caught")
def test_killed_at_any_moment_everybody_who_stays_has_every_client(path, code):
    chance = random.Random(20261124)
    left = path.read_bytes(), keys_beside(path).read_bytes()
    seen, takes = set(), 0.0
    for number in range(KILLS):
        path.write_bytes(left[0])
        keys_beside(path).write_bytes(left[1])
        for log in ("-wal", "-shm"):
            path.with_name(path.name + log).unlink(missing_ok=True)
        program = subprocess.Popen(
            [sys.executable, "-c", LEAVING, str(path)], stdout=subprocess.PIPE, text=True
        )
        program.stdout.readline()
        began = time.monotonic()
        if number:
            time.sleep(chance.uniform(0, takes))
            program.send_signal(signal.SIGKILL)
        said = program.stdout.read()
        takes = takes or time.monotonic() - began  # of the first, which is left alone
        program.wait()
        program.stdout.close()

        seen.add((read_keys(keys_beside(path)).is_turning, "done" in said))
        assert count(path, STAYS) == CLIENTS
        assert count(path, OWN) == CLIENTS
        if "done" in said:
            with pytest.raises(WrongPassphrase):
                unlock(keys_beside(path), LEAVES)
    assert len(seen) > 1  # the kills hit different moments
