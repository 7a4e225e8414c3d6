import shutil
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import select

from kotoutus_desktop.errors import CannotWrite, WrongPassphrase
from kotoutus_desktop.models.backups.making import back_up
from kotoutus_desktop.models.backups.manifest import Reason, digest_of
from kotoutus_desktop.models.backups.reading import opened_copy
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.key_slots import keys_beside, unlock

KEPT = Path(__file__).parents[1] / "data"


@pytest.fixture
def copy(office_file, at):
    database, key = office_file
    return back_up(database.path, key, Reason.HAND, at).path, key


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_copy_is_read_and_stays_as_it_is(copy, temporary):
    path, key = copy
    before = digest_of(path)

    with opened_copy(path, key) as database, database.reading() as session:
        assert len(session.scalars(select(Client.id)).all()) == 2

    assert digest_of(path) == before
    assert list(temporary.iterdir()) == []


def test_a_copy_of_an_earlier_version_is_read_too(tmp_path, temporary):
    old = min(KEPT.glob("revision-*.kotoutus"))
    path = shutil.copy(old, tmp_path / "old.kotoutus")
    key = unlock(keys_beside(old), "kolme hyvää sanaa").key

    with opened_copy(Path(path), key) as database, database.reading() as session:
        assert len(session.scalars(select(Client.id)).all()) == 1


def test_nothing_is_left_where_the_key_does_not_fit(copy, temporary):
    with pytest.raises(WrongPassphrase), opened_copy(copy[0], bytes(32)):
        pass

    assert list(temporary.iterdir()) == []


def test_a_copy_that_is_not_there_says_so(tmp_path, temporary):
    with pytest.raises(CannotWrite), opened_copy(tmp_path / "no.kotoutus", bytes(32)):
        pass
