import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.models.backups.making import back_up
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.restoring import restore
from kotoutus_desktop.models.backups.shelf import copies_in
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY, REPLICA
from kotoutus_desktop.models.key_slots import Cost, change_passphrase, keys_beside, unlock
from kotoutus_desktop.models.place import copies_folder

PASSPHRASE = "kolme hyvää sanaa"
KEPT = Path(__file__).parents[1] / "data"


def names(path, key):
    database = Database(path, key, must_exist=True)
    with database.reading() as session:
        found = sorted(session.scalars(select(Client.given_names)))
    database.close()
    return found


def replica(path, key):
    database = Database(path, key, must_exist=True)
    with database.reading() as session:
        found = session.execute(select(REPLICA.c.id)).scalar()
    database.close()
    return found


@pytest.fixture
def copied(office_file, at):
    """A copy with two clients; a third came afterwards; the file is closed."""
    database, key = office_file
    copy = back_up(database.path, key, Reason.HAND, at)
    with database.transaction() as session:
        session.add(Client(given_names="Later"))
    database.close()
    return database.path, copy.path, key


def test_the_file_is_again_what_the_copy_was_and_the_later_one_is_kept(copied, at):
    path, copy, key = copied

    kept = restore(path, copy, key, at)

    assert names(path, key) == ["Amal", "Hodan"]
    assert names(kept, key) == ["Amal", "Hodan", "Later"]
    assert not (copies_folder(path) / "restoring").exists()


def test_a_restored_file_is_another_replica_and_its_log_says_so(copied, at):
    path, copy, key = copied
    before = replica(path, key)
    restore(path, copy, key, at)

    assert replica(path, key) != before
    database = Database(path, key, must_exist=True)
    with database.reading() as session:
        acts = session.execute(select(LOG_ENTRY.c.act, LOG_ENTRY.c.detail)).all()
    database.close()
    assert ("restore", "2026-11-24T08:00+00:00") in [tuple(act) for act in acts]


def test_a_passphrase_that_was_changed_since_stays(copied, at):
    path, copy, key = copied
    change_passphrase(keys_beside(path), key, "neljä uutta hyvää sanaa", cost=Cost(64, 1, 1))

    restore(path, copy, key, at)

    assert bytes(unlock(keys_beside(path), "neljä uutta hyvää sanaa").key) == key


def test_a_damaged_file_is_kept_as_it_is(copied, at):
    path, copy, key = copied
    path.write_bytes(b"damaged" * 2000)
    keys_beside(path).unlink()

    kept = restore(path, copy, key, at)

    assert names(path, key) == ["Amal", "Hodan"]
    assert unlock(keys_beside(path), PASSPHRASE)
    assert (kept / path.name).read_bytes() == b"damaged" * 2000


def test_a_log_of_the_damaged_file_is_not_read_into_the_restored_one(copied, at):
    path, copy, key = copied
    database = Database(path, key)
    with database.transaction() as session:
        session.add(Client(given_names="In the log"))
    wal = path.with_name(path.name + "-wal")
    log = wal.read_bytes()
    database.close()
    path.write_bytes(b"damaged" * 2000)
    wal.write_bytes(log)

    restore(path, copy, key, at)

    assert names(path, key) == ["Amal", "Hodan"]


def test_a_damaged_copy_changes_nothing(copied, at):
    path, copy, key = copied
    content = bytearray(copy.read_bytes())
    content[5000] ^= 1
    copy.write_bytes(content)

    with pytest.raises(KotoutusError):
        restore(path, copy, key, at)

    assert names(path, key) == ["Amal", "Hodan", "Later"]
    assert len(copies_in(copies_folder(path), path)) == 1


@pytest.mark.parametrize("kept", sorted(KEPT.glob("revision-*.kotoutus"))[-4:], ids=str)
def test_copies_of_earlier_revisions_are_restored_too(tmp_path, kept, at):
    path = tmp_path / "office.kotoutus"
    copy = tmp_path / "stick" / "office-20260101-120000.kotoutus"
    copy.parent.mkdir()
    shutil.copyfile(kept, copy)
    shutil.copyfile(keys_beside(kept), keys_beside(copy))
    key = bytes(unlock(keys_beside(copy), PASSPHRASE).key)

    assert restore(path, copy, key, at) is None
    assert unlock(keys_beside(path), PASSPHRASE)
    assert names(path, key)


def test_a_full_disk_leaves_the_file_as_it_was(copied, at, monkeypatch):
    path, copy, key = copied

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kotoutus_desktop.models.backups.restoring.sync_file", full)
    with pytest.raises(KotoutusError, match="as it was"):
        restore(path, copy, key, at)

    assert names(path, key) == ["Amal", "Hodan", "Later"]
