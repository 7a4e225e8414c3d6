import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2 as driver

from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.engine import open_engine

KEY = bytes(range(32))


@pytest.fixture
def engine(tmp_path):
    engine = open_engine(tmp_path / "office.kotoutus", KEY, create=True)
    yield engine
    engine.dispose()


def make_table_and_fail(engine):
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE thing (name TEXT)")
        raise KeyError


def test_a_table_made_in_a_failed_transaction_is_gone(engine):
    with pytest.raises(KeyError):
        make_table_and_fail(engine)

    assert inspect(engine).get_table_names() == []


def test_a_reading_transaction_cannot_write_and_the_next_one_can(engine):
    with (
        pytest.raises(OperationalError, match="readonly"),
        engine.execution_options(readonly=True).begin() as connection,
    ):
        connection.exec_driver_sql("CREATE TABLE thing (name TEXT)")

    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE thing (name TEXT)")


def test_a_transaction_keeps_other_writers_out_before_it_writes(engine, tmp_path, monkeypatch):
    monkeypatch.setattr("kotoutus_desktop.models.connection.WAIT_FOR_A_LOCK", 0.05)
    other = connect(tmp_path / "office.kotoutus", KEY, create=True)

    with engine.begin(), pytest.raises(driver.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")

    other.close()


def test_the_key_is_in_no_text_that_an_engine_shows(engine):
    assert KEY.hex() not in f"{engine!r} {engine.url} {engine.pool.status()}"
