import pytest
from sqlalchemy import select

from kotoutus_desktop.models.backups.erased_since import NOBODY, erased_in
from kotoutus_desktop.models.backups.making import back_up
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.restoring import restore
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.merging import erase
from kotoutus_desktop.models.retention import Erasure, ErasureGround
from tests.plaintext import plaintext


@pytest.fixture
def erased(office_file, at):
    """A copy of two clients, one of whom was erased afterwards; the file is closed."""
    database, key = office_file
    copy = back_up(database.path, key, Reason.HAND, at)
    with database.transaction() as session:
        hodan = session.scalars(select(Client).where(Client.given_names == "Hodan")).one()
        erase(session.connection(), hodan.id.bytes)
        session.add(Erasure(number="U7-2", ground=ErasureGround.DEMAND, erased_at=at))
    database.close()
    return database.path, copy.path, key


def test_who_was_erased_does_not_come_back_with_an_older_copy(erased, at):
    path, copy, key = erased

    restore(path, copy, key, at)

    database = Database(path, key, must_exist=True)
    with database.reading() as session:
        assert session.scalars(select(Client.given_names)).all() == ["Amal"]
        assert session.scalars(select(Erasure.number)).all() == ["U7-2"]
    database.close()
    assert b"Hodan" not in plaintext(path, bytes(key))


def test_a_file_that_cannot_be_read_tells_of_nobody(erased):
    path, _copy, key = erased
    path.write_bytes(b"no database at all" * 1000)

    assert erased_in(path, key) == NOBODY


def test_an_older_file_without_the_list_tells_of_nobody(tmp_path, office_file, at):
    database, key = office_file
    with database.transaction() as session:
        session.connection().exec_driver_sql("ALTER TABLE erasure RENAME TO gone")
    path = database.path
    database.close()

    assert erased_in(path, key) == NOBODY
