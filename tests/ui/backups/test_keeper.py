import shutil

import pytest

from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.shelf import copies_in
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import Cost, create_keys, keys_beside
from kotoutus_desktop.models.place import copies_folder
from kotoutus_desktop.ui.backups.keeper import BackupKeeper

NAME = "office.kotoutus"
WAIT_MS = 60_000


def make_file(folder):
    path = folder / NAME
    key, _code = create_keys(keys_beside(path), "kolme hyvää sanaa", cost=Cost(64, 1, 1))
    Database(path, key).close()
    return bytes(key)


@pytest.fixture
def database(tmp_path, lay):
    """A file with its keys, unlike the usual one."""
    key = lay(make_file, tmp_path)
    database = Database(tmp_path / NAME, key)
    yield database
    database.close()


@pytest.fixture
def keeper(database, preferences, clock):
    keeper = BackupKeeper(database, preferences, clock)
    yield keeper
    keeper.wait(WAIT_MS)


def finished(qtbot, keeper):
    qtbot.waitUntil(lambda: not keeper.is_busy, timeout=WAIT_MS)


def change(database):
    with database.transaction() as session:
        session.add(Client(given_names="Hodan"))


def copies(database):
    return copies_in(copies_folder(database.path), database.path)


def test_the_first_copy_is_made_at_the_first_look(qtbot, keeper, database):
    keeper.look()
    finished(qtbot, keeper)

    assert keeper.last == copies(database)[0]
    assert keeper.last.is_proven


def test_changes_are_copied_after_half_an_hour_and_no_sooner(qtbot, keeper, database, clock):
    keeper.make(Reason.HAND)
    finished(qtbot, keeper)
    change(database)

    clock.forward(minutes=29)
    keeper.look()
    assert not keeper.is_busy
    clock.forward(minutes=1)
    keeper.look()
    finished(qtbot, keeper)

    assert [copy.manifest.reason for copy in copies(database)] == [Reason.TIME, Reason.HAND]


def test_without_changes_a_copy_is_made_once_a_day_only(qtbot, keeper, database, clock):
    keeper.make(Reason.HAND)
    finished(qtbot, keeper)

    clock.forward(hours=5)
    keeper.look()
    assert not keeper.is_busy
    clock.forward(hours=20)
    keeper.look()
    finished(qtbot, keeper)

    assert len(copies(database)) == 2


def test_a_clock_set_back_does_not_stop_the_copies(qtbot, keeper, database, clock):
    keeper.make(Reason.HAND)
    finished(qtbot, keeper)
    change(database)

    clock.forward(days=-400)
    keeper.look()
    finished(qtbot, keeper)
    keeper.look()

    assert not keeper.is_busy
    assert len(copies(database)) == 2


def test_at_the_lock_a_copy_is_made_only_of_changes_and_its_key_is_forgotten(
    qtbot, keeper, database
):
    keeper.make(Reason.HAND)
    finished(qtbot, keeper)
    keeper.finish(Reason.LOCK)
    assert not keeper.is_busy

    change(database)
    keeper.finish(Reason.LOCK)
    database.close()
    finished(qtbot, keeper)

    assert copies(database)[0].manifest.clients == 1
    assert copies(database)[0].manifest.reason is Reason.LOCK


def test_a_failure_is_kept_until_a_copy_succeeds(qtbot, keeper, database):
    keys = keys_beside(database.path)
    away = keys.with_name("away")
    shutil.move(keys, away)
    keeper.look()
    finished(qtbot, keeper)
    assert "keys file" in keeper.failure.message
    assert copies(database) == []

    shutil.move(away, keys)
    keeper.look()
    finished(qtbot, keeper)
    assert keeper.failure is None
    assert len(copies(database)) == 1


def test_a_stick_that_is_plugged_in_later_gets_the_last_copy(
    qtbot, keeper, database, preferences, tmp_path
):
    stick = tmp_path / "stick"
    preferences.second_place = stick
    keeper.look()
    finished(qtbot, keeper)
    assert keeper.second_failure is None

    stick.mkdir()
    keeper.look()
    finished(qtbot, keeper)

    assert [copy.is_proven for copy in copies_in(stick, database.path)] == [True]
    assert len(copies(database)) == 1


def test_a_last_copy_is_old_after_three_days(qtbot, keeper, clock):
    assert keeper.is_old
    keeper.make(Reason.HAND)
    finished(qtbot, keeper)
    assert not keeper.is_old
    clock.forward(days=3, minutes=1)
    assert keeper.is_old


def test_progress_is_told(qtbot, keeper):
    told = []
    keeper.progressed.connect(lambda done, total: told.append((done, total)))
    keeper.make(Reason.HAND)
    finished(qtbot, keeper)

    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
