import shutil

import pytest
from sqlalchemy import select

from kotoutus_desktop.errors import CannotWrite, DamagedFile
from kotoutus_desktop.models.backups.making import back_up
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.models.key_slots import keys_beside, unlock
from kotoutus_desktop.models.mending import repairing
from kotoutus_desktop.models.mending.checking import PAGE, check
from kotoutus_desktop.models.mending.repairing import Outcome, keys_to_open, repair
from tests.models.mending.conftest import CLIENTS, damage, page_of


def clients(path, key):
    database = Database(path, key, must_exist=True)
    with database.reading() as session:
        found = session.execute(select(Client.number, Client.need_reason)).all()
    database.close()
    return sorted((int(number), reason) for number, reason in found)


EVERY = [(number, "x" * 900) for number in range(CLIENTS)]


def test_clients_of_a_damaged_page_come_back_from_the_log(office_file, at):
    path, key = office_file
    damage(path, page_of(path, key, "client")[0])

    done = repair(path, key, at)

    assert done.outcomes[Outcome.FROM_LOG] > 0
    assert Outcome.LOST not in done.outcomes
    assert clients(path, key) == EVERY
    assert check(path, key) == ()


def test_the_damaged_file_is_kept_as_it_was_with_its_keys(office_file, at):
    path, key = office_file
    damage(path, page_of(path, key, "client")[0])
    before = path.read_bytes()

    kept = repair(path, key, at).kept

    assert (kept / path.name).read_bytes() == before
    assert keys_beside(kept / path.name).exists()


def test_what_the_log_lost_is_said_and_written_into_it(office_file, at):
    path, key = office_file
    damage(path, page_of(path, key, "operation")[0])

    done = repair(path, key, at)

    assert done.outcomes[Outcome.HISTORY] > 0
    assert clients(path, key) == EVERY
    database = Database(path, key, must_exist=True)
    with database.reading() as session:
        query = select(LOG_ENTRY.c.detail).where(LOG_ENTRY.c.act == "mend")
        assert session.scalars(query).all() == [str(done.outcomes[Outcome.LOG_BROKEN])]
    database.close()


def test_a_file_that_lost_its_end_never_passes_for_whole(office_file, at):
    path, key = office_file
    pages = path.stat().st_size // PAGE
    path.write_bytes(path.read_bytes()[: pages * 7 // 8 * PAGE])

    done = repair(path, key, at)

    assert clients(path, key) != EVERY
    assert done.outcomes[Outcome.UNCOUNTED] > 0


def test_a_mended_file_gets_proven_copies_again(office_file, at):
    path, key = office_file
    damage(path, page_of(path, key, "operation")[0])
    repair(path, key, at)

    assert back_up(path, key, Reason.HAND, at).is_proven


def test_a_change_after_the_mending_is_still_guarded(office_file, at):
    path, key = office_file
    damage(path, page_of(path, key, "operation")[0])
    repair(path, key, at)
    database = Database(path, key, must_exist=True)
    with database.transaction() as session:
        session.add(Client(number="999"))
        connection = session.connection().connection.driver_connection
    with database._engine.connect() as other:
        connection = other.connection.driver_connection
        connection.execute("DROP TRIGGER record_log_stays")
        connection.execute(
            "UPDATE log_entry SET actor = zeroblob(16) WHERE seq = (SELECT max(seq) FROM log_entry)"
        )
    database.close()

    assert [finding.fault for finding in check(path, key)] == ["log"]


def test_a_file_without_its_beginning_is_left_as_it_is(office_file, at):
    path, key = office_file
    damage(path, 0)
    before = path.read_bytes()

    with pytest.raises(DamagedFile, match="beginning"):
        repair(path, key, at)
    assert path.read_bytes() == before


def test_without_room_nothing_is_changed(office_file, at, monkeypatch):
    path, key = office_file
    damage(path, page_of(path, key, "client")[0])
    before = path.read_bytes()

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(repairing, "move_durably", full)
    with pytest.raises(CannotWrite, match="room"):
        repair(path, key, at)
    assert path.read_bytes() == before


def test_a_lost_keys_file_comes_back_from_a_copy(office_file, at):
    path, key = office_file
    back_up(path, key, Reason.HAND, at)
    keys_beside(path).unlink()

    opened = unlock(keys_to_open(path), "kolme hyvää sanaa").key
    done = repair(path, opened, at)

    assert done.outcomes[Outcome.KEYS] == 1
    assert unlock(keys_beside(path), "kolme hyvää sanaa").key == key


def test_without_any_keys_file_it_is_said_which_one_is_missing(office_file):
    path, _key = office_file
    keys_beside(path).unlink()

    with pytest.raises(DamagedFile, match="keys file"):
        keys_to_open(path)


def test_a_file_of_an_earlier_version_is_mended_and_brought_up_to_date(tmp_path, at):
    path = tmp_path / "office.kotoutus"
    shutil.copyfile("tests/models/data/revision-0011.kotoutus", path)
    shutil.copyfile("tests/models/data/revision-0011.keys", keys_beside(path))
    key = unlock(keys_beside(path), "kolme hyvää sanaa").key

    repair(path, key, at)

    assert check(path, key) == ()
