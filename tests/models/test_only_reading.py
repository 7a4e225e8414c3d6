import shutil

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.office_file import create_file, open_to_read
from kotoutus_desktop.errors import CannotWrite, DamagedFile, OnlyForReading, WrongPassphrase
from kotoutus_desktop.models.backups.making import back_up
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.key_slots import keys_beside, unlock
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.only_reading import clear_room, copy_to_read, reading_room
from tests.models.mending.conftest import damage, page_of

PASSPHRASE = "kolme hyvää sanaa"


@pytest.fixture
def path(tmp_path):
    """The file of an office with one client, closed."""
    path = tmp_path / "office.kotoutus"
    office, officer = Office(municipality="889", name_fi="Utajärvi"), Officer(name="Maija")
    opened = create_file(path, PASSPHRASE, office, officer, Cost(64, 1, 1))
    with opened.database.transaction() as session:
        session.add(Client(given_names="Hodan"))
    opened.database.close()
    return path


@pytest.fixture
def reading(path):
    opened = open_to_read(path, PASSPHRASE, path)
    yield opened
    opened.database.close()


def names(database):
    with database.reading() as session:
        return list(session.scalars(select(Client.given_names)))


def test_a_file_that_is_read_is_not_touched(path):
    before = path.read_bytes(), sorted(each.name for each in path.parent.iterdir())
    opened = open_to_read(path, PASSPHRASE, path)

    assert names(opened.database) == ["Hodan"]
    opened.database.close()
    clear_room(path)
    after = path.read_bytes(), sorted(each.name for each in path.parent.iterdir())
    assert after == (before[0], sorted({*before[1], "copies"}))
    assert not reading_room(path).exists()


def test_whatever_would_be_history_is_refused(reading):
    database = reading.database
    with pytest.raises(OnlyForReading, match="reading only"), database.transaction() as session:
        session.add(Client(given_names="Amal"))
    with pytest.raises(OnlyForReading), database.transaction("x") as session:
        session.connection().exec_driver_sql("UPDATE client SET given_names = 'Other'")

    assert names(database) == ["Hodan"]
    assert database.undo_label is None


def test_what_is_only_reckoned_is_not_refused(reading):
    with reading.database.transaction() as session:
        session.connection().exec_driver_sql("DELETE FROM reckoning")


def test_a_copy_is_read_from_where_it_lies_with_its_own_passphrase(path, tmp_path, at):
    key = unlock(keys_beside(path), PASSPHRASE).key
    copy = back_up(path, key, Reason.HAND, at)
    stick = tmp_path / "stick"
    stick.mkdir()
    moved = shutil.move(copy.path, stick / copy.path.name)
    shutil.move(keys_beside(copy.path), keys_beside(moved))
    stick.chmod(0o500)

    opened = open_to_read(moved, PASSPHRASE, path)

    assert names(opened.database) == ["Hodan"]
    assert opened.read_from == moved
    opened.database.close()
    stick.chmod(0o700)
    with pytest.raises(WrongPassphrase):
        open_to_read(moved, "another one", path)


def test_a_damaged_file_is_read_as_far_as_it_can_be(path):
    key = unlock(keys_beside(path), PASSPHRASE).key
    damage(path, page_of(path, key, "client")[0])
    damaged = path.read_bytes()

    opened = open_to_read(path, PASSPHRASE, path)

    with opened.database.reading() as session:
        assert session.scalars(select(Officer.name)).all() == ["Maija"]
    with pytest.raises(DamagedFile):
        names(opened.database)
    with opened.database.reading() as session:  # and what comes after is read again
        assert session.scalars(select(Officer.name)).all() == ["Maija"]
    opened.database.close()
    assert path.read_bytes() == damaged


def test_where_there_is_no_room_it_says_so(path, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(CannotWrite, match="no room"):
        copy_to_read(path, path)
    assert not reading_room(path).exists()


@pytest.fixture
def at():
    from datetime import UTC, datetime

    return datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
