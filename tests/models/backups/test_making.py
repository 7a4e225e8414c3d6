import os
import threading

import pytest

from kotoutus_desktop.errors import Cancelled, CannotWrite, DamagedFile
from kotoutus_desktop.models.backups.making import back_up, carry, prove_again, remove_copy
from kotoutus_desktop.models.backups.manifest import Reason, manifest_beside, read_manifest
from kotoutus_desktop.models.backups.shelf import copies_in
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import keys_beside, unlock
from kotoutus_desktop.models.place import copies_folder

PASSPHRASE = "kolme hyvää sanaa"


def test_a_copy_is_proven_and_opens_with_the_passphrase(office_file, at):
    database, key = office_file
    copy = back_up(database.path, key, Reason.HAND, at)

    assert copy.is_proven
    assert read_manifest(copy.path) == copy.manifest
    assert copy.manifest.clients == 2
    again = Database(copy.path, unlock(keys_beside(copy.path), PASSPHRASE).key, must_exist=True)
    again.close()


def test_only_the_owner_can_read_a_copy(office_file, at, tmp_path):
    database, key = office_file
    copy = back_up(database.path, key, Reason.HAND, at)
    (tmp_path / "stick").mkdir()
    there = carry(copy, tmp_path / "stick", key, at, tmp_path / "trial")

    for path in (copy.path, keys_beside(copy.path), there.path, keys_beside(there.path)):
        assert os.name != "posix" or path.stat().st_mode & 0o077 == 0


def test_a_copy_is_made_and_proven_while_others_write(office_file, at):
    database, key = office_file
    stop = threading.Event()

    def write():
        while not stop.is_set():
            with database.transaction() as session:
                session.add_all([Client(), Client()])

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [back_up(database.path, key, Reason.TIME, at) for _ in range(4)]
    finally:
        stop.set()
        writer.join()

    assert all(copy.is_proven and copy.manifest.clients % 2 == 0 for copy in copies)
    assert len({copy.path for copy in copies}) == 4


def test_without_the_keys_file_nothing_is_called_a_copy(office_file, at):
    database, key = office_file
    keys_beside(database.path).unlink()

    with pytest.raises(DamagedFile, match="keys file"):
        back_up(database.path, key, Reason.TIME, at)


def test_a_damaged_file_gives_no_copy(office_file, at):
    database, key = office_file
    with database.transaction() as session:
        session.add_all(Client(need_reason="x" * 2000) for _ in range(50))
    database.close()
    content = bytearray(database.path.read_bytes())
    for place in range(len(content) // 2, len(content), 4096):
        content[place] ^= 1  # one page alone may be of an index, which is made anew for the copy
    database.path.write_bytes(content)

    with pytest.raises(DamagedFile):
        back_up(database.path, key, Reason.TIME, at)
    assert copies_in(copies_folder(database.path), database.path) == []


def test_a_stopped_copy_leaves_nothing(office_file, at):
    database, key = office_file

    def stop(done, _total):
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        back_up(database.path, key, Reason.TIME, at, stop)
    assert list(copies_folder(database.path).iterdir()) == []


def test_a_copy_is_carried_and_proven_in_the_second_place(office_file, at, tmp_path):
    database, key = office_file
    copy = back_up(database.path, key, Reason.TIME, at)
    (tmp_path / "stick").mkdir()

    there = carry(copy, tmp_path / "stick", key, at, tmp_path / "trial")

    assert there.is_proven
    assert sorted(path.suffix for path in (tmp_path / "stick").iterdir()) == [
        ".json",
        ".keys",
        ".kotoutus",
    ]


def test_a_second_place_that_is_gone_is_said(office_file, at, tmp_path):
    database, key = office_file
    copy = back_up(database.path, key, Reason.TIME, at)

    with pytest.raises(CannotWrite):
        carry(copy, tmp_path / "no stick", key, at, tmp_path / "trial")


def test_a_copy_without_its_sheet_is_proven_anew(office_file, at, tmp_path):
    database, key = office_file
    copy = back_up(database.path, key, Reason.TIME, at)
    manifest_beside(copy.path).unlink()

    assert prove_again(copy.path, key, tmp_path / "trial").clients == 2


def test_removing_takes_what_belongs_to_it(office_file, at):
    database, key = office_file
    copy = back_up(database.path, key, Reason.TIME, at)
    remove_copy(copy.path)

    assert list(copies_folder(database.path).iterdir()) == []
