import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from kotoutus_desktop.errors import CannotWrite, WrongPassphrase
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.draft import Draft

KEY = bytes(range(32))


def names(database):
    with database.reading() as session:
        return list(session.scalars(select(Client.given_names).order_by(Client.id)))


def test_what_a_transaction_stores_is_there_after_opening_again(tmp_path):
    first = Database(tmp_path / "office.kotoutus", KEY)
    with first.transaction() as session:
        session.add(Client(given_names="Hodan"))
    first.close()

    second = Database(tmp_path / "office.kotoutus", KEY, must_exist=True)

    assert names(second) == ["Hodan"]
    second.close()


def test_an_exception_undoes_the_whole_transaction(database):
    def break_off():
        with database.transaction("Add a client") as session:
            session.add(Client(given_names="Hodan"))
            session.flush()
            raise KeyError

    with pytest.raises(KeyError):
        break_off()

    assert names(database) == []
    assert database.undo_label is None


def test_another_key_is_refused_and_the_file_is_left_alone(tmp_path, database):
    before = database.path.read_bytes()

    with pytest.raises(WrongPassphrase):
        Database(database.path, bytes(32))

    assert database.path.read_bytes() == before


def test_a_file_that_must_exist_is_not_made(tmp_path):
    with pytest.raises(CannotWrite):
        Database(tmp_path / "office.kotoutus", KEY, must_exist=True)

    assert list(tmp_path.iterdir()) == []


def test_what_was_loaded_can_be_shown_after_the_session(database):
    with database.transaction() as session:
        client = Client(given_names="Hodan")
        session.add(client)

    assert client.given_names == "Hodan"


def test_a_session_for_reading_stores_nothing(database):
    with pytest.raises(RuntimeError), database.reading() as session:
        session.add(Client())
    with pytest.raises(CannotWrite), database.reading() as session:
        session.execute(text("DELETE FROM client"))

    assert names(database) == []


def test_a_reader_does_not_wait_for_a_writer(database):
    with database.transaction() as session:
        session.add(Client(given_names="Hodan"))
        session.flush()

        assert names(database) == []

    assert names(database) == ["Hodan"]


def test_threads_that_write_at_once_lose_nothing(database):
    def write():
        for number in range(20):
            with database.transaction() as session:
                session.add(Client(number=str(number)))

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Client)) == 80


def test_an_error_carries_no_names(database):
    with pytest.raises(IntegrityError) as failure, database.transaction() as session:
        session.add(Client(given_names="Hodan", officer_id=uuid7()))

    assert "Hodan" not in str(failure.value)


def test_a_savepoint_can_be_left_without_leaving_the_transaction(database):
    with database.transaction() as session:
        session.add(Client(given_names="Hodan"))
        inner = session.begin_nested()
        session.add(Client(given_names="Omar"))
        session.flush()
        inner.rollback()

    assert names(database) == ["Hodan"]


def test_letters_are_stored_as_themselves_inside_values(database):
    with database.transaction() as session:
        session.add(
            Draft(
                form="client", content={"name": "Ҳодан"}, saved_at=datetime(2026, 1, 1, tzinfo=UTC)
            )
        )

    with database.reading() as session:
        assert "Ҳодан" in session.scalar(text("SELECT content FROM draft"))


def test_a_closed_database_has_forgotten_its_key(tmp_path):
    key = bytearray(KEY)
    database = Database(tmp_path / "office.kotoutus", key)
    database.close()

    assert key == KEY  # the caller's own
    assert set(database._key) == {0}


def test_a_closed_file_is_not_opened_again_by_accident(database):
    size = database.path.stat().st_size
    database.close()

    with pytest.raises(RuntimeError), database.reading():
        pass
    with pytest.raises(RuntimeError), database.transaction():
        pass
    assert database.path.stat().st_size == size
